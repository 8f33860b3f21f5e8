#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace vitrine::imager {

cv::Mat toGrey(const cv::Mat &picture);

// At most `longSide` pixels on the long side, by averaging.
cv::Mat shrunkTo(const cv::Mat &picture, int longSide);

// Paper and light without what is written on it, the same size as `grey`. The writing is taken to be dark.
cv::Mat paperOf(const cv::Mat &grey);

// Writing on an evenly white ground: grey divided by its paper.
cv::Mat flattened(const cv::Mat &grey);

// Whether the writing is lighter than what is around it.
bool isLightOnDark(const cv::Mat &grey);

// 255 where something is written, 0 elsewhere; of dark writing.
cv::Mat inkMask(const cv::Mat &grey);

// The connected pieces of ink that have the size and shape of letters.
std::vector<cv::Rect> letterBoxes(const cv::Mat &ink);

// Each row from left to right.
using LetterRows = std::vector<std::vector<cv::Rect>>;

// Those of them that stand in a row with others, as letters do and leaves, gravel and noise seldom do.
LetterRows rowsOfLetters(std::vector<cv::Rect> letters);
std::vector<cv::Rect> lettersOf(const LetterRows &rows);

// The height of a usual letter in pixels; 0 when there are too few of them.
double letterHeight(const std::vector<cv::Rect> &letters);

// Standard deviation of the noise, 0..255. Source: Immerkær, "Fast noise variance estimation", 1996, with a median for the mean.
double noiseOf(const cv::Mat &grey);

// Clockwise degrees (-45..45, in steps of 0.25) that make lines of ink level, by the sharpness of the projection profile on both axes.
// 0 when nothing stands out.
double skewOf(const cv::Mat &ink);

} // namespace vitrine::imager
