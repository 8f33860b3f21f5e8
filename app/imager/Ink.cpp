#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace vitrine::imager {

namespace {

// The median of absolute values, without sorting all of them.
double medianAbsolute(const cv::Mat &values)
{
    std::vector<float> all;
    all.reserve(values.total());
    for (int y = 0; y < values.rows; ++y) {
        const auto *row = values.ptr<float>(y);
        for (int x = 0; x < values.cols; ++x)
            all.push_back(std::abs(row[x]));
    }
    if (all.empty())
        return 0;
    const auto middle = all.begin() + std::ptrdiff_t(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
}

// Lines across the projection direction give a profile that jumps: the sum of squared steps (Postl's measure).
// The profile is smoothed first, or the pixel grid itself would look like lines.
double profileSharpness(const std::vector<cv::Point2f> &points, double degrees, bool vertical, std::vector<int> &profile)
{
    const double angle = degrees * CV_PI / 180;
    const auto s = float(std::sin(angle));
    const auto c = float(std::cos(angle));
    std::fill(profile.begin(), profile.end(), 0);
    const int offset = int(profile.size()) / 2;
    for (const cv::Point2f &p : points) {
        const float at = vertical ? p.x * c - p.y * s : p.x * s + p.y * c;
        ++profile[std::size_t(int(std::floor(at)) + offset)];
    }
    double sum = 0;
    for (std::size_t i = 3; i + 1 < profile.size(); ++i) {
        // The difference of two neighbouring windows of two.
        const double step = profile[i] + profile[i - 1] - profile[i - 2] - profile[i - 3];
        sum += step * step;
    }
    return sum;
}

} // namespace

cv::Mat toGrey(const cv::Mat &picture)
{
    if (picture.channels() == 1)
        return picture;
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

cv::Mat shrunkTo(const cv::Mat &picture, int longSide)
{
    const int longest = std::max(picture.cols, picture.rows);
    if (longest <= longSide)
        return picture;
    const double scale = double(longSide) / longest;
    cv::Mat out;
    cv::resize(picture, out, {std::max(1, int(std::lround(picture.cols * scale))), std::max(1, int(std::lround(picture.rows * scale)))}, 0,
               0, cv::INTER_AREA);
    return out;
}

cv::Mat paperOf(const cv::Mat &grey)
{
    // Light changes slowly, so a small picture tells it; dilation removes strokes, the median what dilation left, and the erosion puts
    // the edges of shadows back where they were, or writing beside them would lose its ground.
    constexpr int workingSide = 400;
    const cv::Mat smaller = shrunkTo(grey, workingSide);
    const int longest = std::max(smaller.cols, smaller.rows);
    const int stroke = std::max(3, longest / 40) | 1;
    const int window = std::clamp(longest / 14, 3, 51) | 1;
    cv::Mat paper;
    const cv::Mat around = cv::getStructuringElement(cv::MORPH_ELLIPSE, {stroke, stroke});
    cv::dilate(smaller, paper, around);
    cv::medianBlur(paper, paper, window);
    cv::erode(paper, paper, around);
    cv::resize(paper, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
    return paper;
}

cv::Mat flattened(const cv::Mat &grey)
{
    cv::Mat out;
    cv::divide(grey, paperOf(grey), out, 255);
    return out;
}

bool isLightOnDark(const cv::Mat &grey)
{
    cv::Mat smaller = shrunkTo(grey, 800);
    cv::Mat around;
    const int window = std::max(15, std::max(smaller.cols, smaller.rows) / 20) | 1;
    cv::medianBlur(smaller, around, std::min(window, 101));
    cv::Mat deviation;
    cv::subtract(smaller, around, deviation, cv::noArray(), CV_16S);
    constexpr int clear = 30;
    const int lighter = cv::countNonZero(deviation > clear);
    const int darker = cv::countNonZero(deviation < -clear);
    return lighter > darker * 1.5 && cv::mean(around)[0] < 150;
}

cv::Mat inkMask(const cv::Mat &grey)
{
    const cv::Mat flat = flattened(grey);
    cv::Mat ink;
    const double threshold = cv::threshold(flat, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    // On an empty page Otsu would split the noise of the paper.
    if (threshold > 235)
        cv::threshold(flat, ink, 235, 255, cv::THRESH_BINARY_INV);
    return ink;
}

std::vector<cv::Rect> letterBoxes(const cv::Mat &ink)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8, CV_32S);
    std::vector<cv::Rect> letters;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                           stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const int area = stats.at<int>(i, cv::CC_STAT_AREA);
        const int largest = std::max(ink.rows, ink.cols) / 6;
        if (box.height >= 5 && box.width >= 2 && box.width < 4 * box.height && box.height < 6 * box.width && box.height <= largest
            && area * 8 > box.area())
            letters.push_back(box);
    }
    return letters;
}

LetterRows rowsOfLetters(std::vector<cv::Rect> letters)
{
    constexpr std::size_t shortestRow = 4;
    constexpr std::size_t mostLetters = 20'000;
    if (letters.size() > mostLetters)
        letters.resize(mostLetters);
    std::sort(letters.begin(), letters.end(), [](const cv::Rect &a, const cv::Rect &b) { return a.x < b.x; });
    std::vector<std::optional<std::size_t>> rowOf(letters.size());
    LetterRows rows;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const cv::Rect &letter = letters[i];
        if (!rowOf[i]) {
            rowOf[i] = rows.size();
            rows.push_back({letter});
        }
        const int reach = letter.x + letter.width + 3 * letter.height / 2;
        for (std::size_t j = i + 1; j < letters.size() && letters[j].x < reach; ++j) {
            const cv::Rect &next = letters[j];
            const bool follows = next.x >= letter.x + letter.width / 2 && !rowOf[j];
            const bool alike = next.height < 2 * letter.height && letter.height < 2 * next.height;
            const bool level = std::abs(next.br().y - letter.br().y) * 5 <= 2 * std::max(letter.height, next.height);
            if (!follows || !alike || !level)
                continue;
            rowOf[j] = rowOf[i];
            rows[*rowOf[i]].push_back(next);
            break;
        }
    }
    std::erase_if(rows, [](const std::vector<cv::Rect> &row) { return row.size() < shortestRow; });
    return rows;
}

std::vector<cv::Rect> lettersOf(const LetterRows &rows)
{
    std::vector<cv::Rect> found;
    for (const std::vector<cv::Rect> &row : rows)
        found.insert(found.end(), row.begin(), row.end());
    return found;
}

double letterHeight(const std::vector<cv::Rect> &letters)
{
    constexpr std::size_t enough = 8;
    if (letters.size() < enough)
        return 0;
    std::vector<int> heights;
    for (const cv::Rect &letter : letters)
        heights.push_back(letter.height);
    const auto middle = heights.begin() + std::ptrdiff_t(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

double noiseOf(const cv::Mat &grey)
{
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    cv::Mat part = grey;
    if (part.total() > 1'000'000) { // noise must not be averaged away, so the middle is cut out instead of shrinking
        const cv::Size size(std::min(part.cols, 1000), std::min(part.rows, 1000));
        part = part(cv::Rect((part.cols - size.width) / 2, (part.rows - size.height) / 2, size.width, size.height));
    }
    cv::Mat response;
    cv::filter2D(part, response, CV_32F, kernel);
    return medianAbsolute(response) / 0.6745 / 6; // 0.6745: median to sigma; 6: the kernel's gain
}

double skewOf(const cv::Mat &ink)
{
    constexpr int workingSide = 900;
    constexpr std::size_t mostPoints = 40'000;
    cv::Mat smaller = shrunkTo(ink, workingSide);
    std::vector<cv::Point> pixels;
    cv::findNonZero(smaller > 96, pixels);
    if (pixels.size() < 50)
        return 0;
    const std::size_t step = pixels.size() / mostPoints + 1;
    // A point anywhere within its pixel: on the grid itself, 0 and 45 degrees would always win.
    cv::RNG anywhere(1);
    std::vector<cv::Point2f> points;
    for (std::size_t i = 0; i < pixels.size(); i += step) {
        points.emplace_back(float(pixels[i].x) - float(smaller.cols) / 2 + anywhere.uniform(0.0F, 1.0F),
                            float(pixels[i].y) - float(smaller.rows) / 2 + anywhere.uniform(0.0F, 1.0F));
    }

    std::vector<int> profile(std::size_t(std::hypot(smaller.cols, smaller.rows)) + 4);
    const auto score = [&](double degrees) {
        return std::max(profileSharpness(points, degrees, false, profile), profileSharpness(points, degrees, true, profile));
    };
    std::vector<double> scores;
    double best = 0;
    double bestScore = -1;
    for (int degrees = -45; degrees <= 45; ++degrees) {
        const double now = score(degrees);
        scores.push_back(now);
        if (now > bestScore) {
            bestScore = now;
            best = degrees;
        }
    }
    const auto middle = scores.begin() + std::ptrdiff_t(scores.size() / 2);
    std::nth_element(scores.begin(), middle, scores.end());
    // A drawing has some direction too; the further off, the more lines of writing must stand out to be believed.
    if (bestScore < *middle * (1.25 + std::abs(best) / 45))
        return 0;
    const double coarse = best;
    for (double degrees = coarse - 1; degrees <= coarse + 1; degrees += 0.25) {
        const double now = score(degrees);
        if (now > bestScore) {
            bestScore = now;
            best = degrees;
        }
    }
    return std::abs(best) > 44 ? 0 : best;
}

} // namespace vitrine::imager
