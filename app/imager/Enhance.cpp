#include "imager/Enhance.h"

#include "imager/Analysis.h"
#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace vitrine::imager {

namespace {

// Applies `change` to the lightness only, so that colours stay.
cv::Mat onLightness(const cv::Mat &picture, const std::function<cv::Mat(const cv::Mat &)> &change)
{
    if (picture.channels() == 1)
        return change(picture);
    cv::Mat split;
    cv::cvtColor(picture, split, cv::COLOR_BGR2YCrCb);
    std::vector<cv::Mat> planes;
    cv::split(split, planes);
    planes[0] = change(planes[0]);
    cv::merge(planes, split);
    cv::Mat out;
    cv::cvtColor(split, out, cv::COLOR_YCrCb2BGR);
    return out;
}

// The level below which `share` of the pixels lie.
int percentile(const cv::Mat &grey, double share)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < grey.rows; ++y) {
        const uchar *row = grey.ptr(y);
        for (int x = 0; x < grey.cols; ++x)
            ++counts[row[x]];
    }
    const double wanted = share * double(grey.total());
    double sum = 0;
    for (int level = 0; level < 256; ++level) {
        sum += counts[std::size_t(level)];
        if (sum >= wanted)
            return level;
    }
    return 255;
}

cv::Mat withLevels(const cv::Mat &picture, const std::function<double(int)> &level)
{
    cv::Mat table(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i)
        table.at<uchar>(i) = cv::saturate_cast<uchar>(level(i));
    cv::Mat out;
    cv::LUT(picture, table, out);
    return out;
}

// Paper is taken to be white: each channel's bright end is brought to the same level.
cv::Mat whiteBalance(const cv::Mat &picture, double strength)
{
    if (picture.channels() == 1)
        return picture;
    std::vector<cv::Mat> planes;
    cv::split(picture, planes);
    std::array<double, 3> bright{};
    for (std::size_t i = 0; i < 3; ++i)
        bright[i] = std::max(1, percentile(planes[i], 0.95));
    const double target = *std::max_element(bright.begin(), bright.end());
    for (std::size_t i = 0; i < 3; ++i)
        planes[i].convertTo(planes[i], CV_8U, 1 + (target / bright[i] - 1) * strength);
    cv::Mat out;
    cv::merge(planes, out);
    return out;
}

// Divides every channel by its paper: even light and white balance in one.
cv::Mat flatten(const cv::Mat &picture, double strength)
{
    std::vector<cv::Mat> planes;
    cv::split(picture, planes);
    for (cv::Mat &plane : planes) {
        const cv::Mat flat = flattened(plane);
        cv::addWeighted(flat, strength, plane, 1 - strength, 0, plane);
    }
    cv::Mat out;
    cv::merge(planes, out);
    return out;
}

cv::Mat stretch(const cv::Mat &picture)
{
    const cv::Mat grey = toGrey(picture);
    const int low = percentile(grey, 0.005);
    const int high = percentile(grey, 0.9);
    if (high - low < 10)
        return picture;
    return withLevels(picture, [&](int i) { return (i - low) * 255.0 / (high - low); });
}

cv::Mat clahe(const cv::Mat &picture, double strength)
{
    return onLightness(picture, [&](const cv::Mat &y) {
        cv::Mat out;
        cv::createCLAHE(0.5 + 3 * strength, {8, 8})->apply(y, out);
        return out;
    });
}

cv::Mat gammaCorrected(const cv::Mat &picture, std::optional<double> exponent)
{
    // Without an exponent: the one that brings the mean to the middle.
    const double mean = std::clamp(cv::mean(toGrey(picture))[0], 5.0, 250.0);
    const double gamma = exponent.value_or(std::clamp(std::log(0.5) / std::log(mean / 255), 0.3, 3.0));
    return withLevels(picture, [&](int i) { return 255 * std::pow(i / 255.0, gamma); });
}

cv::Mat denoised(const cv::Mat &picture, double strength)
{
    // Non-local means costs about a second for 2 megapixels; above that a median does.
    constexpr std::size_t affordable = 3'000'000;
    return onLightness(picture, [&](const cv::Mat &y) {
        cv::Mat out;
        if (y.total() > affordable)
            cv::medianBlur(y, out, 3);
        else
            cv::fastNlMeansDenoising(y, out, float(4 + 16 * strength), 5, 15);
        return out;
    });
}

cv::Mat sharpened(const cv::Mat &picture, double strength)
{
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {}, 1.5);
    cv::Mat out;
    const double amount = 2 * strength;
    cv::addWeighted(picture, 1 + amount, soft, -amount, 0, out);
    return out;
}

// Richardson-Lucy with a Gaussian blur of about the width that the edges show.
cv::Mat deblurred(const cv::Mat &picture, double strength)
{
    constexpr int rounds = 12;
    const double sigma = 1 + 3 * strength;
    return onLightness(picture, [&](const cv::Mat &y) {
        cv::Mat seen;
        y.convertTo(seen, CV_32F, 1.0 / 255, 1e-3);
        cv::Mat estimate = seen.clone();
        cv::Mat blurred;
        cv::Mat ratio;
        for (int i = 0; i < rounds; ++i) {
            cv::GaussianBlur(estimate, blurred, {}, sigma);
            cv::divide(seen, blurred, ratio);
            cv::GaussianBlur(ratio, ratio, {}, sigma);
            cv::multiply(estimate, ratio, estimate);
        }
        cv::Mat out;
        estimate.convertTo(out, CV_8U, 255);
        return out;
    });
}

cv::Mat binarized(const cv::Mat &picture)
{
    const cv::Mat grey = toGrey(picture);
    return isLightOnDark(grey) ? cv::Mat(255 - inkMask(255 - grey)) : cv::Mat(255 - inkMask(grey));
}

// What this picture needs, judged by measurement.
std::vector<EnhanceStep> chosenFor(const cv::Mat &picture)
{
    const Analysis found = analyse(picture);
    std::vector<EnhanceStep> steps;
    if (found.lightOnDark)
        steps.push_back({"invert", {}});
    steps.push_back({"flatten", {}});
    steps.push_back({"stretch", {}});
    if (found.noisy)
        steps.push_back({"denoise", std::clamp(found.noise / 30, 0.1, 1.0)});
    else if (found.blurred)
        steps.push_back({"sharpen", {}});
    return steps;
}

Outcome<cv::Mat> applied(const cv::Mat &picture, const EnhanceStep &step)
{
    if (step.strength && !std::isfinite(*step.strength))
        return refused(QT_TRANSLATE_NOOP("Imager", "The strength must be a finite number."));
    const double strength = std::clamp(step.strength.value_or(0.5), 0.0, 1.0);
    if (step.op == "whitebalance")
        return whiteBalance(picture, step.strength ? strength : 1);
    if (step.op == "flatten")
        return flatten(picture, step.strength ? strength : 1);
    if (step.op == "stretch")
        return stretch(picture);
    if (step.op == "clahe")
        return clahe(picture, strength);
    if (step.op == "gamma")
        return gammaCorrected(picture, step.strength ? std::optional(std::clamp(*step.strength, 0.1, 10.0)) : std::nullopt);
    if (step.op == "denoise")
        return denoised(picture, strength);
    if (step.op == "sharpen")
        return sharpened(picture, strength);
    if (step.op == "deblur")
        return deblurred(picture, strength);
    if (step.op == "binarize")
        return binarized(picture);
    if (step.op == "invert")
        return cv::Mat(cv::Scalar::all(255) - picture);
    if (step.op == "grayscale")
        return toGrey(picture);
    return refused("There is no enhancement \"" + step.op
                   + "\"; use auto, whitebalance, flatten, clahe, gamma, denoise, sharpen, deblur, binarize, invert or grayscale.");
}

} // namespace

Outcome<Enhanced> enhance(const cv::Mat &picture, const std::vector<EnhanceStep> &steps)
{
    std::vector<EnhanceStep> all;
    for (const EnhanceStep &step : steps) {
        if (step.op != "auto") {
            all.push_back(step);
            continue;
        }
        const std::vector<EnhanceStep> chosen = chosenFor(picture);
        all.insert(all.end(), chosen.begin(), chosen.end());
    }
    Enhanced result{picture, {}, false};
    for (const EnhanceStep &step : all) {
        Outcome<cv::Mat> next = applied(result.picture, step);
        if (!next)
            return tl::unexpected(next.error());
        result.picture = *std::move(next);
        result.applied.push_back(step.op);
    }
    result.improved = legibility(result.picture) > legibility(picture) + 1;
    return result;
}

double legibility(const cv::Mat &picture)
{
    cv::Mat grey = shrunkTo(toGrey(picture), 1200);
    if (isLightOnDark(grey))
        grey = 255 - grey;
    const cv::Mat ink = inkMask(grey);
    cv::Scalar inkMean;
    cv::Scalar inkSpread;
    cv::Scalar groundMean;
    cv::Scalar groundSpread;
    cv::meanStdDev(grey, inkMean, inkSpread, ink);
    cv::meanStdDev(grey, groundMean, groundSpread, ink == 0);
    return std::max(0.0, groundMean[0] - inkMean[0] - inkSpread[0] / 2 - groundSpread[0]);
}

} // namespace vitrine::imager
