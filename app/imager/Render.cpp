#include "imager/Render.h"

#include "imager/ImagerProtocol.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <optional>

namespace vitrine::imager {

namespace {

constexpr double exact = 1e-6;
constexpr int largestSide = 30'000; // cv::warpPerspective counts in 16 bits

bool isWhole(double value) { return std::abs(value - std::round(value)) < exact; }

cv::Point2d mapped(const cv::Matx33d &m, double x, double y)
{
    const cv::Vec3d p = m * cv::Vec3d(x, y, 1);
    return {p[0] / p[2], p[1] / p[2]};
}

bool isAffine(const cv::Matx33d &m)
{
    return std::abs(m(2, 0)) < 1e-12 && std::abs(m(2, 1)) < 1e-12 && std::abs(m(2, 2)) > 1e-12;
}

// The rectangle of the input that an axis-aligned matrix (scale, flip, quarter turn) shows.
struct AlignedView {
    cv::Rect2d source;
    bool swapsAxes = false;
    bool flipsX = false; // of the output, after the axes were swapped
    bool flipsY = false;
};

std::optional<AlignedView> alignedView(const cv::Matx33d &m, cv::Size size)
{
    if (!isAffine(m))
        return std::nullopt;
    const double a = m(0, 0) / m(2, 2);
    const double b = m(0, 1) / m(2, 2);
    const double c = m(1, 0) / m(2, 2);
    const double d = m(1, 1) / m(2, 2);
    const double tolerance = exact / std::max(size.width, size.height);
    AlignedView view;
    if (std::abs(b) < tolerance && std::abs(c) < tolerance) {
        view.flipsX = a < 0;
        view.flipsY = d < 0;
    } else if (std::abs(a) < tolerance && std::abs(d) < tolerance) {
        view.swapsAxes = true;
        // x of the input runs with y of the output: a transpose, then flips of the output.
        view.flipsY = b < 0;
        view.flipsX = c < 0;
    } else {
        return std::nullopt;
    }
    const cv::Point2d p = mapped(m, 0, 0);
    const cv::Point2d q = mapped(m, size.width, size.height);
    view.source = {std::min(p.x, q.x), std::min(p.y, q.y), std::abs(q.x - p.x), std::abs(q.y - p.y)};
    return view;
}

cv::Mat turned(cv::Mat picture, const AlignedView &view)
{
    cv::Mat out = std::move(picture);
    if (view.swapsAxes)
        cv::transpose(out, out);
    if (view.flipsX && view.flipsY)
        cv::flip(out, out, -1);
    else if (view.flipsX)
        cv::flip(out, out, 1);
    else if (view.flipsY)
        cv::flip(out, out, 0);
    return out;
}

// Scales and whole-pixel copies, when the shown rectangle lies on pixel borders and inside the picture.
std::optional<cv::Mat> renderAligned(const cv::Mat &input, const RenderRequest &request)
{
    const std::optional<AlignedView> view = alignedView(request.toInput, request.size);
    if (!view)
        return std::nullopt;
    const cv::Rect2d &box = view->source;
    if (!isWhole(box.x) || !isWhole(box.y) || !isWhole(box.width) || !isWhole(box.height))
        return std::nullopt;
    const cv::Rect source(int(std::lround(box.x)), int(std::lround(box.y)), int(std::lround(box.width)), int(std::lround(box.height)));
    if (source.empty() || (source & cv::Rect(cv::Point(), input.size())) != source)
        return std::nullopt;
    const cv::Size wanted = view->swapsAxes ? cv::Size(request.size.height, request.size.width) : request.size;
    cv::Mat part = input(source);
    if (wanted == source.size())
        return turned(part.clone(), *view);
    const bool shrinks = wanted.width <= source.width && wanted.height <= source.height;
    cv::Mat out;
    cv::resize(part, out, wanted, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LANCZOS4);
    return turned(out, *view);
}

// How many input pixels lie under one output pixel, along the more crowded axis, at a point of the output.
double crowding(const cv::Matx33d &m, double x, double y)
{
    const cv::Point2d at = mapped(m, x, y);
    const cv::Point2d right = mapped(m, x + 1, y);
    const cv::Point2d below = mapped(m, x, y + 1);
    return std::max(std::hypot(right.x - at.x, right.y - at.y), std::hypot(below.x - at.x, below.y - at.y));
}

int borderOf(Fill fill) { return fill == Fill::Edge ? cv::BORDER_REPLICATE : cv::BORDER_CONSTANT; }

cv::Matx33d translation(double x, double y) { return {1, 0, x, 0, 1, y, 0, 0, 1}; }

cv::Mat warp(const cv::Mat &input, const RenderRequest &request)
{
    // Only the part that is seen, with a margin for the filter.
    double left = input.cols;
    double top = input.rows;
    double right = 0;
    double bottom = 0;
    const double w = request.size.width;
    const double h = request.size.height;
    for (const auto &[x, y] : {std::pair(0.0, 0.0), std::pair(w, 0.0), std::pair(w, h), std::pair(0.0, h)}) {
        const cv::Point2d p = mapped(request.toInput, x, y);
        left = std::min(left, p.x);
        top = std::min(top, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    const double scale = crowding(request.toInput, w / 2, h / 2);
    const double margin = 8 * std::max(1.0, scale);
    const cv::Rect whole(cv::Point(), input.size());
    const auto clampTo = [](double value, int limit) { return int(std::clamp(value, -1.0, double(limit) + 1)); };
    const cv::Point from(clampTo(std::floor(left - margin), input.cols), clampTo(std::floor(top - margin), input.rows));
    const cv::Point to(clampTo(std::ceil(right + margin), input.cols), clampTo(std::ceil(bottom + margin), input.rows));
    cv::Rect seen = cv::Rect(from, to) & whole;
    if (seen.empty()) {
        if (request.fill != Fill::Edge)
            return cv::Mat(request.size, input.type(), cv::Scalar::all(request.fill == Fill::White ? 255 : 0));
        seen = whole;
    }
    cv::Mat source = input(seen);
    cv::Matx33d m = translation(-seen.x, -seen.y) * request.toInput;

    // Shrinking: average first, then interpolate, or fine lines break up.
    double factor = std::max(1.0, scale);
    factor = std::max(factor, double(std::max(source.cols, source.rows)) / largestSide);
    if (factor > 1.3) {
        const cv::Size smaller(std::max(1, int(std::lround(source.cols / factor))), std::max(1, int(std::lround(source.rows / factor))));
        const cv::Matx33d shrink(double(smaller.width) / source.cols, 0, 0, 0, double(smaller.height) / source.rows, 0, 0, 0, 1);
        cv::Mat averaged;
        cv::resize(source, averaged, smaller, 0, 0, cv::INTER_AREA);
        source = averaged;
        m = shrink * m;
    }
    // OpenCV counts from the centre of the first pixel, we from its corner.
    const cv::Matx33d centred = translation(-0.5, -0.5) * m * translation(0.5, 0.5);
    cv::Mat out;
    const int filter = scale < 0.75 ? cv::INTER_LANCZOS4 : cv::INTER_CUBIC;
    const cv::Scalar color = cv::Scalar::all(request.fill == Fill::White ? 255 : 0);
    cv::warpPerspective(source, out, centred, request.size, filter | cv::WARP_INVERSE_MAP, borderOf(request.fill), color);
    return out;
}

} // namespace

Outcome<cv::Mat> render(const cv::Mat &input, const RenderRequest &request)
{
    const cv::Size size = request.size;
    if (size.width < 1 || size.height < 1 || size.width > largestSide || size.height > largestSide
        || (long long)size.width * size.height > maxPixels)
        return refused("The result would be " + std::to_string(size.width) + "x" + std::to_string(size.height)
                       + " pixels; ask for at least 1 and at most 64 megapixels.");
    for (double value : request.toInput.val) {
        if (!std::isfinite(value))
            return refused(QT_TRANSLATE_NOOP("Imager", "The matrix holds a value that is not a number; give nine finite numbers."));
    }
    // The line that maps to infinity must not cross the result, or it would show the picture's mirror image.
    const cv::Matx33d &m = request.toInput;
    const double signAtOrigin = m(2, 2);
    for (const auto &[x, y] : {std::pair(size.width, 0), std::pair(size.width, size.height), std::pair(0, size.height)}) {
        if ((m(2, 0) * x + m(2, 1) * y + m(2, 2)) * signAtOrigin <= 0)
            return refused(QT_TRANSLATE_NOOP("Imager", "The matrix sends part of the result to infinity; choose corners that form a convex outline."));
    }
    if (std::abs(cv::determinant(m)) < 1e-12)
        return refused(QT_TRANSLATE_NOOP("Imager", "The matrix is singular; choose corners that span an area."));
    if (std::optional<cv::Mat> exactly = renderAligned(input, request))
        return *std::move(exactly);
    return warp(input, request);
}

cv::Size fitted(cv::Size size, const SentLimits &limits)
{
    double scale = 1;
    const double longSide = std::max(size.width, size.height);
    const double shortSide = std::min(size.width, size.height);
    if (limits.maxSide > 0)
        scale = std::min(scale, limits.maxSide / longSide);
    if (limits.maxShortSide > 0)
        scale = std::min(scale, limits.maxShortSide / shortSide);
    if (limits.maxPixels > 0)
        scale = std::min(scale, std::sqrt(double(limits.maxPixels) / (double(size.width) * size.height)));
    if (scale >= 1)
        return size;
    return {std::max(1, int(size.width * scale + exact)), std::max(1, int(size.height * scale + exact))};
}

cv::Mat shrunk(const cv::Mat &picture, cv::Size size)
{
    if (size == picture.size())
        return picture;
    cv::Mat out;
    cv::resize(picture, out, size, 0, 0, cv::INTER_AREA);
    return out;
}

Outcome<cv::Rect> wholePixels(const cv::Rect2d &box, cv::Size picture)
{
    const double left = std::clamp(std::floor(box.x), 0.0, double(picture.width));
    const double top = std::clamp(std::floor(box.y), 0.0, double(picture.height));
    const double right = std::clamp(std::ceil(box.x + box.width), 0.0, double(picture.width));
    const double bottom = std::clamp(std::ceil(box.y + box.height), 0.0, double(picture.height));
    if (!(right > left) || !(bottom > top))
        return refused("The bbox lies outside the picture, which is " + std::to_string(picture.width) + "x" + std::to_string(picture.height)
                       + " pixels; give [x1, y1, x2, y2] inside it.");
    return cv::Rect(int(left), int(top), int(right - left), int(bottom - top));
}

} // namespace vitrine::imager
