#pragma once

#include <opencv2/core.hpp>

namespace vitrine::imager {

struct Analysis {
    double mean = 0;      // 0..255
    double contrast = 0;  // standard deviation, 0..255
    double sharpness = 0; // variance of the Laplacian
    double noise = 0;     // standard deviation of the noise
    double skew = 0;      // clockwise degrees to level
    bool blurred = false;
    bool dark = false;
    bool lowContrast = false;
    bool noisy = false;
    bool lightOnDark = false;
};

Analysis analyse(const cv::Mat &picture);

} // namespace vitrine::imager
