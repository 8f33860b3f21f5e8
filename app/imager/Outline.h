#pragma once

#include "imager/Failure.h"

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace vitrine::imager {

struct Outline {
    std::array<cv::Point2d, 4> corners; // top-left, top-right, bottom-right, bottom-left; pixel borders, not centres
    double score = 0;                   // 0..1; below 0.3 do not trust it
};

// The outline of a page or board that lies within the picture; absent when there is none, also when a page fills the picture.
std::optional<Outline> findOutline(const cv::Mat &picture);

} // namespace vitrine::imager
