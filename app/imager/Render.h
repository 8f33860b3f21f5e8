#pragma once

#include "imager/Failure.h"

#include <opencv2/core.hpp>

namespace vitrine::imager {

enum class Fill { White, Black, Edge };

struct RenderRequest {
    cv::Matx33d toInput = cv::Matx33d::eye(); // output pixel -> input pixel, in half-open pixel coordinates (ImagerProtocol.h)
    cv::Size size;
    Fill fill = Fill::White;
};

// The picture seen through a homography. Whole-pixel crops, flips and quarter turns are exact copies; enlarging uses Lanczos,
// shrinking averages over areas.
Outcome<cv::Mat> render(const cv::Mat &input, const RenderRequest &request);

// The size of a copy for a model, and that copy.
struct SentLimits {
    int maxSide = 0;
    int maxShortSide = 0;    // 0: none
    long long maxPixels = 0; // 0: none
};
cv::Size fitted(cv::Size size, const SentLimits &limits);
cv::Mat shrunk(const cv::Mat &picture, cv::Size size);

// Coordinates of a bbox, cut to the picture and grown outward to whole pixels. Fails when nothing is left.
Outcome<cv::Rect> wholePixels(const cv::Rect2d &box, cv::Size picture);

} // namespace vitrine::imager
