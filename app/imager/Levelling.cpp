#include "imager/Levelling.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrine::imager {

namespace {

constexpr int gridStep = 8;
constexpr std::size_t fewestPairs = 30;
constexpr std::size_t pairsForBends = 200; // fewer tell a slant, no more
constexpr double steepest = 0.6;
constexpr double mostScatter = 0.03; // of the slopes around the fit: print has below 0.01, texture above 0.04
constexpr double leastBend = 0.5;    // in letter heights; tesseract copes with less

// The course of a row between two letters of it.
struct Pair {
    double x = 0;
    double y = 0;
    double slope = 0;
};

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Letters a few places apart: near enough to follow a bend, far enough that a descender does not look like one.
std::vector<Pair> pairsOf(const LetterRows &rows, double height)
{
    std::vector<Pair> pairs;
    for (const std::vector<cv::Rect> &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (std::size_t j = i + 1; j < row.size(); ++j) {
                const double across = row[j].x - row[i].x;
                if (across < 3 * height)
                    continue;
                if (across > 9 * height)
                    break;
                const double slope = (row[j].br().y - row[i].br().y) / across;
                if (std::abs(slope) < steepest)
                    pairs.push_back({row[i].x + across / 2, (row[i].br().y + row[j].br().y) / 2.0, slope});
                if (across > 6 * height)
                    break;
            }
        }
    }
    return pairs;
}

cv::Rect2d areaOf(const std::vector<Pair> &pairs)
{
    cv::Point2d low(pairs.front().x, pairs.front().y);
    cv::Point2d high = low;
    for (const Pair &pair : pairs) {
        low = {std::min(low.x, pair.x), std::min(low.y, pair.y)};
        high = {std::max(high.x, pair.x), std::max(high.y, pair.y)};
    }
    return {low, high};
}

} // namespace

// The powers of a place: within -1..1 over the writing, for beyond it a polynomial knows nothing.
Levelling::Terms Levelling::basisAt(double x, double y) const
{
    const double half = std::max({m_written.width, m_written.height, 2.0}) / 2;
    const double u = (std::clamp(x, m_written.x, m_written.br().x) - m_written.x - m_written.width / 2) / half;
    const double v = (std::clamp(y, m_written.y, m_written.br().y) - m_written.y - m_written.height / 2) / half;
    Terms basis;
    double powerY = 1;
    for (int j = 0; j < powersY; ++j, powerY *= v) {
        double power = powerY;
        for (int i = 0; i < powersX; ++i, power *= u)
            basis[std::size_t(j * powersX + i)] = power;
    }
    return basis;
}

double Levelling::slope(double x, double y) const
{
    const Terms basis = basisAt(x, y);
    return std::clamp(std::inner_product(basis.begin(), basis.end(), m_terms.begin(), 0.0), -steepest, steepest);
}

std::optional<Levelling> Levelling::of(const LetterRows &rows, cv::Size size)
{
    const double height = letterHeight(lettersOf(rows));
    if (height <= 0)
        return std::nullopt;
    const std::vector<Pair> pairs = pairsOf(rows, height);
    if (pairs.size() < fewestPairs)
        return std::nullopt;
    Levelling found;
    found.m_size = size;
    found.m_written = areaOf(pairs);

    const int usedX = pairs.size() < pairsForBends ? 2 : powersX;
    const int usedY = pairs.size() < pairsForBends ? 2 : powersY;
    std::vector<std::size_t> used; // which of the terms are fitted
    for (int j = 0; j < usedY; ++j) {
        for (int i = 0; i < usedX; ++i)
            used.push_back(std::size_t(j * powersX + i));
    }
    const int terms = int(used.size());
    // Least squares, again and again with less weight for what is off: descenders, capitals, wrong neighbours.
    std::vector<double> weights(pairs.size(), 1);
    std::vector<double> off(pairs.size());
    for (int round = 0; round < 8; ++round) {
        cv::Mat normal = cv::Mat::eye(terms, terms, CV_64F) * (1e-4 * double(pairs.size()));
        cv::Mat right = cv::Mat::zeros(terms, 1, CV_64F);
        for (std::size_t n = 0; n < pairs.size(); ++n) {
            const Terms basis = found.basisAt(pairs[n].x, pairs[n].y);
            for (int a = 0; a < terms; ++a) {
                for (int b = 0; b < terms; ++b)
                    normal.at<double>(a, b) += weights[n] * basis[used[std::size_t(a)]] * basis[used[std::size_t(b)]];
                right.at<double>(a) += weights[n] * basis[used[std::size_t(a)]] * pairs[n].slope;
            }
        }
        cv::Mat solved;
        if (!cv::solve(normal, right, solved, cv::DECOMP_CHOLESKY))
            return std::nullopt;
        found.m_terms = {};
        for (int a = 0; a < terms; ++a)
            found.m_terms[used[std::size_t(a)]] = solved.at<double>(a);
        for (std::size_t n = 0; n < pairs.size(); ++n) {
            off[n] = std::abs(pairs[n].slope - found.slope(pairs[n].x, pairs[n].y));
            weights[n] = 1 / (off[n] + 0.005);
        }
    }
    if (medianOf(off) > mostScatter)
        return std::nullopt;
    found.trace();
    double low = 0;
    double high = 0;
    cv::minMaxLoc(found.m_shift, &low, &high);
    if (high - low < leastBend * height)
        return std::nullopt;
    return found;
}

// Follows the row through each place of the middle column to both sides.
void Levelling::trace()
{
    const int columns = m_size.width / gridStep + 2;
    const double middle = m_written.x + m_written.width / 2;
    const auto follow = [&](int margin) {
        const int rows = (m_size.height + 2 * margin) / gridStep + 2;
        m_shift = cv::Mat::zeros(rows, columns, CV_32F);
        const int start = std::clamp(int(middle / gridStep), 0, columns - 1);
        for (int r = 0; r < rows; ++r) {
            const double level = r * gridStep - margin;
            for (const int direction : {1, -1}) {
                double y = level;
                for (int c = start + direction; c >= 0 && c < columns; c += direction) {
                    const double x = (c - direction) * gridStep;
                    const double step = direction * gridStep;
                    y += step * slope(x + step / 2, y + step / 2 * slope(x, y));
                    m_shift.at<float>(r, c) = float(y - level);
                }
            }
        }
    };
    follow(0);
    double low = 0;
    double high = 0;
    cv::minMaxLoc(m_shift, &low, &high);
    m_margin = int(std::ceil(std::min(std::max(-low, high), 0.2 * m_size.height)));
    if (m_margin > 0)
        follow(m_margin);
}

double Levelling::shiftAt(double x, double y) const
{
    const double column = std::clamp(x / gridStep, 0.0, double(m_shift.cols - 1));
    const double row = std::clamp(y / gridStep, 0.0, double(m_shift.rows - 1));
    const int c = std::min(int(column), m_shift.cols - 2);
    const int r = std::min(int(row), m_shift.rows - 2);
    const double s = column - c;
    const double t = row - r;
    const auto at = [&](int rr, int cc) { return double(m_shift.at<float>(rr, cc)); };
    return (at(r, c) * (1 - s) + at(r, c + 1) * s) * (1 - t) + (at(r + 1, c) * (1 - s) + at(r + 1, c + 1) * s) * t;
}

cv::Mat Levelling::apply(const cv::Mat &grey) const
{
    const double from = double(grey.cols) / m_size.width;
    const int height = m_size.height + 2 * m_margin;
    cv::Mat toX(height, m_size.width, CV_32F);
    cv::Mat toY(height, m_size.width, CV_32F);
    for (int y = 0; y < height; ++y) {
        auto *rowX = toX.ptr<float>(y);
        auto *rowY = toY.ptr<float>(y);
        for (int x = 0; x < m_size.width; ++x) {
            rowX[x] = float((x + 0.5) * from - 0.5);
            rowY[x] = float((y - m_margin + shiftAt(x, y) + 0.5) * from - 0.5);
        }
    }
    cv::Mat out;
    cv::remap(grey, out, toX, toY, cv::INTER_LANCZOS4, cv::BORDER_REPLICATE);
    return out;
}

cv::Rect2d Levelling::toBefore(const cv::Rect2d &box) const
{
    // A row that ran down stands lower at its right end: the box must hold both.
    double top = box.y + shiftAt(box.x, box.y);
    double bottom = box.br().y + shiftAt(box.x, box.br().y);
    for (const double x : {box.x + box.width / 2, box.br().x}) {
        top = std::min(top, box.y + shiftAt(x, box.y));
        bottom = std::max(bottom, box.br().y + shiftAt(x, box.br().y));
    }
    return {cv::Point2d(box.x, std::clamp(top - m_margin, 0.0, double(m_size.height))),
            cv::Point2d(box.br().x, std::clamp(bottom - m_margin, 0.0, double(m_size.height)))};
}

} // namespace vitrine::imager
