#include "imager/Analysis.h"

#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

namespace vitrine::imager {

namespace {

// The steepest edges tell blur better than their mean: a sharp page is mostly empty paper. 0..1, 1 = a step within one pixel.
double edgeSteepness(const cv::Mat &grey)
{
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(grey, dx, CV_32F, 1, 0);
    cv::Sobel(grey, dy, CV_32F, 0, 1);
    cv::Mat slope;
    cv::magnitude(dx, dy, slope);
    cv::Mat highest;
    cv::Mat lowest;
    const cv::Mat window = cv::Mat::ones(9, 9, CV_8U);
    cv::dilate(grey, highest, window);
    cv::erode(grey, lowest, window);
    cv::Mat range;
    cv::subtract(highest, lowest, range, cv::noArray(), CV_32F);
    const cv::Mat matters = range > 40;
    if (cv::countNonZero(matters) < 50)
        return 1;
    cv::Mat relative;
    cv::divide(slope, range * 4, relative); // 4: the gain of the Sobel kernel over a step
    cv::Mat peak;
    cv::dilate(relative, peak, window);
    return cv::mean(peak, matters)[0];
}

} // namespace

Analysis analyse(const cv::Mat &picture)
{
    const cv::Mat grey = shrunkTo(toGrey(picture), 1600);
    Analysis result;
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    result.mean = mean[0];
    result.contrast = deviation[0];
    cv::Mat laplacian;
    cv::Laplacian(grey, laplacian, CV_32F);
    cv::meanStdDev(laplacian, mean, deviation);
    result.sharpness = deviation[0] * deviation[0];
    result.noise = noiseOf(grey);
    result.lightOnDark = isLightOnDark(grey);
    result.skew = skewOf(inkMask(result.lightOnDark ? cv::Mat(255 - grey) : grey));
    result.blurred = edgeSteepness(grey) < 0.3;
    result.dark = result.mean < 70;
    result.lowContrast = result.contrast < 20;
    result.noisy = result.noise > 8;
    return result;
}

} // namespace vitrine::imager
