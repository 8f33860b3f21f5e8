#include "imager/Rotation.h"

#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::imager {

namespace {

constexpr double trustedOsd = 4; // below that it was wrong or silent too often
constexpr int workingSide = 1400;

cv::Mat quarterTurned(const cv::Mat &picture, int degrees)
{
    cv::Mat out;
    switch (degrees) {
    case 90:
        cv::rotate(picture, out, cv::ROTATE_90_CLOCKWISE);
        return out;
    case 180:
        cv::rotate(picture, out, cv::ROTATE_180);
        return out;
    case 270:
        cv::rotate(picture, out, cv::ROTATE_90_COUNTERCLOCKWISE);
        return out;
    default:
        return picture;
    }
}

// Letters in good words that run from left to right. The page layout turns vertical lines by itself, so a page read sideways
// looks as good as an upright one unless the shape of the words is looked at.
double uprightScore(const Page &page)
{
    double sum = 0;
    for (const Line &line : page.lines) {
        for (const Word &word : line.words) {
            const auto letters = std::count_if(word.text.begin(), word.text.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; });
            if (word.confidence >= 60 && letters >= 3 && word.box.width > word.box.height)
                sum += double(letters) * word.confidence / 100;
        }
    }
    return sum;
}

} // namespace

cv::Mat turnedClockwise(const cv::Mat &picture, double degrees)
{
    if (std::abs(std::remainder(degrees, 90)) < 1e-9)
        return quarterTurned(picture, (int(std::lround(degrees)) % 360 + 360) % 360);
    const double angle = degrees * CV_PI / 180;
    const double c = std::abs(std::cos(angle));
    const double s = std::abs(std::sin(angle));
    const cv::Size size(int(std::ceil(picture.cols * c + picture.rows * s)), int(std::ceil(picture.cols * s + picture.rows * c)));
    // OpenCV counts angles the other way round.
    cv::Mat turn = cv::getRotationMatrix2D(cv::Point2f(float(picture.cols - 1) / 2, float(picture.rows - 1) / 2), -degrees, 1);
    turn.at<double>(0, 2) += (size.width - picture.cols) / 2.0;
    turn.at<double>(1, 2) += (size.height - picture.rows) / 2.0;
    cv::Mat out;
    cv::warpAffine(picture, out, turn, size, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return out;
}

Outcome<Rotation> findRotation(Ocr &ocr, const cv::Mat &picture, const std::string &languages)
{
    cv::Mat grey = shrunkTo(toGrey(picture), workingSide);
    if (isLightOnDark(grey))
        grey = 255 - grey;
    Rotation result;
    result.skew = skewOf(inkMask(grey));
    const cv::Mat level = turnedClockwise(flattened(grey), result.skew);

    const Outcome<ScriptGuess> osd = ocr.guessScript(level);
    if (osd && osd->confidence >= trustedOsd) {
        result.method = Rotation::Method::Osd;
        result.quarter = osd->quarter;
        result.quarterScore = osd->confidence;
        result.confidence = std::min(1.0, 0.7 + osd->confidence / 50);
        result.candidates = {{result.quarter + result.skew, osd->confidence}};
    } else {
        const bool looksChinese = osd && osd->script.starts_with("Han");
        const std::string known = languages == "auto" ? looksChinese ? "chi_sim+eng" : "eng" : languages;
        const cv::Mat small = shrunkTo(level, 1000);
        double best = 0;
        double second = 0;
        for (int quarter : {0, 90, 180, 270}) {
            const Outcome<Page> page = ocr.read(quarterTurned(small, quarter), known, Layout::Page);
            if (!page)
                return tl::unexpected(page.error());
            const double score = uprightScore(*page);
            result.candidates.push_back({quarter + result.skew, score});
            if (score > best) {
                second = best;
                best = score;
                result.quarter = quarter;
            } else {
                second = std::max(second, score);
            }
        }
        const bool isClear = best >= 6 && best > 1.4 * second;
        if (isClear) {
            result.method = Rotation::Method::Ocr;
            result.quarterScore = best;
            result.confidence = std::clamp((best - second) / best, 0.0, 1.0) * std::min(1.0, 0.5 + best / 60);
        } else {
            result.quarter = 0;
            result.method = result.skew != 0 ? Rotation::Method::Skew : Rotation::Method::None;
            result.confidence = result.skew != 0 ? 0.3 : 0;
        }
    }
    result.degrees = result.quarter + result.skew;
    return result;
}

} // namespace vitrine::imager
