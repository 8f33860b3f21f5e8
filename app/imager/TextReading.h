#pragma once

#include "imager/Ocr.h"

#include <optional>

namespace vitrine::imager {

struct ReadRequest {
    std::string languages = "auto"; // as tesseract names them, or "auto"
    std::optional<Layout> layout;   // absent: whichever reads best
    double minConfidence = 0;       // words below are dropped
};

struct ReadText {
    Page page; // boxes in pixels of the picture
    std::string languages;
    Layout layout = Layout::Page;
    double scale = 1; // between the picture and what was read
};

// Reads what stands in an upright picture, trying other scales, layouts and languages as long as the text comes out poor.
Outcome<ReadText> readText(Ocr &ocr, const cv::Mat &picture, const ReadRequest &request);

// Letters and digits; outside ASCII every character counts.
int significantCharacters(const std::string &text);

// How much was really read: the letters and digits of likely words, weighted by confidence. Compares readings of one picture.
double readingScore(const Page &page);

} // namespace vitrine::imager
