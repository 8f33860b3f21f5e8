#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <string>
#include <vector>

namespace vitrine::imager {

struct Barcode {
    std::string format; // "QR-Code", "EAN-13" ...
    std::string text;
    std::array<cv::Point2d, 4> corners; // pixels of the picture
};

std::vector<Barcode> readBarcodes(const cv::Mat &picture);

} // namespace vitrine::imager
