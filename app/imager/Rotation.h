#pragma once

#include "imager/Ocr.h"

#include <string>
#include <vector>

namespace vitrine::imager {

struct RotationCandidate {
    double degrees = 0;
    double score = 0;
};

struct Rotation {
    enum class Method { None, Skew, Osd, Ocr };

    double degrees = 0;    // clockwise to upright: quarter and skew together, -180..360
    double confidence = 0; // 0..1
    int quarter = 0;
    double quarterScore = 0; // OSD's confidence, or the score of the reading
    double skew = 0;
    Method method = Method::None;
    std::vector<RotationCandidate> candidates; // the four turns where they were tried
};

Outcome<Rotation> findRotation(Ocr &ocr, const cv::Mat &picture, const std::string &languages);

// Turned clockwise by any angle; the result holds the whole picture, the corners are filled white.
cv::Mat turnedClockwise(const cv::Mat &picture, double degrees);

} // namespace vitrine::imager
