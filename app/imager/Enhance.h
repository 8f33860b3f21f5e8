#pragma once

#include "imager/Failure.h"

#include <opencv2/core.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vitrine::imager {

struct EnhanceStep {
    std::string op;                 // a name of ImagerProtocol.h
    std::optional<double> strength; // 0..1 (gamma: the exponent, 0.1..10); absent: the usual amount
};

struct Enhanced {
    cv::Mat picture;                  // the same size
    std::vector<std::string> applied; // the steps, with "auto" replaced by what it chose
    bool improved = false;            // writing stands out more than before
};

Outcome<Enhanced> enhance(const cv::Mat &picture, const std::vector<EnhanceStep> &steps);

// How clearly writing stands out from its ground, 0..255: the difference of their levels, less their own spread.
double legibility(const cv::Mat &picture);

} // namespace vitrine::imager
