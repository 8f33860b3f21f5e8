#pragma once

#include "imager/Ink.h"

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace vitrine::imager {

// Straightens rows of writing that a curved page or a slanted view has bent. Only moves pixels up and down, each column by a smooth
// amount, so that letters keep their shape.
class Levelling
{
public:
    // `rows`: the letters of each row, from left to right, in a picture of that size. Absent when the rows are level as they are, when
    // there are too few of them to tell, or when they run in no common direction.
    static std::optional<Levelling> of(const LetterRows &rows, cv::Size size);

    // `grey`: that picture, or a smaller one of the same that is enlarged on the way, so that it is not resampled twice.
    cv::Mat apply(const cv::Mat &grey) const;
    // Where a box of the levelled picture lies in the one before.
    cv::Rect2d toBefore(const cv::Rect2d &box) const;

private:
    static constexpr int powersX = 4;
    static constexpr int powersY = 3;
    using Terms = std::array<double, std::size_t(powersX) * powersY>;

    Levelling() = default;
    Terms basisAt(double x, double y) const;
    double slope(double x, double y) const;
    void trace();
    double shiftAt(double x, double y) const;

    // The slope of the rows at a place: a polynomial of x and y, both counted from the middle of the writing in halves of its longer side.
    Terms m_terms{};
    cv::Rect2d m_written;
    cv::Size m_size;
    int m_margin = 0; // rows that are added above and below, so that bent ones stay whole
    cv::Mat m_shift;  // CV_32F; how far below its levelled place a pixel lies, on a grid of `gridStep` pixels
};

} // namespace vitrine::imager
