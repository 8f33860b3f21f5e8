#include "imager/Outline.h"

#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrine::imager {

namespace {

using Corners = std::array<cv::Point2d, 4>;

constexpr int workingSide = 640;
constexpr double smallestArea = 0.18;  // of the picture; less is a box on a page rather than a page
constexpr double largestArea = 0.97;

// Order around the centre, starting at the top-left one.
Corners ordered(const std::vector<cv::Point2d> &points)
{
    cv::Point2d centre;
    for (const cv::Point2d &p : points)
        centre += p * 0.25;
    std::vector<cv::Point2d> sorted = points;
    std::sort(sorted.begin(), sorted.end(), [&](const cv::Point2d &a, const cv::Point2d &b) {
        return std::atan2(a.y - centre.y, a.x - centre.x) < std::atan2(b.y - centre.y, b.x - centre.x);
    });
    const auto first = std::min_element(sorted.begin(), sorted.end(), [](const cv::Point2d &a, const cv::Point2d &b) { return a.x + a.y < b.x + b.y; });
    std::rotate(sorted.begin(), first, sorted.end());
    return {sorted[0], sorted[1], sorted[2], sorted[3]};
}

double areaOf(const Corners &c)
{
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i)
        sum += c[i].cross(c[(i + 1) % 4]);
    return std::abs(sum) / 2;
}

// 1 for right angles, 0 at 50 degrees off or when the corners are not convex.
double angleScore(const Corners &c)
{
    double worst = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d in = c[i] - c[(i + 3) % 4];
        const cv::Point2d out = c[(i + 1) % 4] - c[i];
        if (in.cross(out) <= 0)
            return 0;
        worst = std::max(worst, std::abs(std::atan2(in.cross(out), in.dot(out)) * 180 / CV_PI - 90));
    }
    return std::clamp(1 - worst / 50, 0.0, 1.0);
}

// Four corners from a hull: simplified until only four are left.
std::optional<Corners> quadOf(const std::vector<cv::Point> &hull)
{
    const double length = cv::arcLength(hull, true);
    for (double tolerance = 0.01; tolerance < 0.08; tolerance += 0.005) {
        std::vector<cv::Point> simplified;
        cv::approxPolyDP(hull, simplified, tolerance * length, true);
        if (simplified.size() == 4)
            return ordered({simplified.begin(), simplified.end()});
        if (simplified.size() < 4)
            break;
    }
    return std::nullopt;
}

std::optional<cv::Point2d> crossing(const cv::Vec4f &a, const cv::Vec4f &b)
{
    const cv::Point2d da(a[0], a[1]);
    const cv::Point2d db(b[0], b[1]);
    const double denominator = da.cross(db);
    if (std::abs(denominator) < 1e-6)
        return std::nullopt;
    const cv::Point2d pa(a[2], a[3]);
    const cv::Point2d pb(b[2], b[3]);
    return pa + da * ((pb - pa).cross(db) / denominator);
}

// Steps of lightness and of colour, so that white paper on pale wood has an edge as well.
struct Edges {
    std::vector<cv::Mat> dx;
    std::vector<cv::Mat> dy;

    cv::Size size() const { return dx.front().size(); }
    double across(int x, int y, const cv::Point2d &normal) const
    {
        double most = 0;
        for (std::size_t i = 0; i < dx.size(); ++i)
            most = std::max(most, std::abs(dx[i].at<float>(y, x) * normal.x + dy[i].at<float>(y, x) * normal.y));
        return most;
    }
};

Edges edgesOf(const cv::Mat &picture)
{
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {3, 3}, 0);
    cv::cvtColor(soft, soft, cv::COLOR_BGR2Lab);
    std::vector<cv::Mat> planes;
    cv::split(soft, planes);
    Edges edges;
    for (std::size_t i = 0; i < planes.size(); ++i) {
        const double gain = i == 0 ? 1 : 2;
        cv::Mat dx;
        cv::Mat dy;
        cv::Sobel(planes[i], dx, CV_32F, 1, 0, 3, gain);
        cv::Sobel(planes[i], dy, CV_32F, 0, 1, 3, gain);
        edges.dx.push_back(dx);
        edges.dy.push_back(dy);
    }
    return edges;
}

// The places of the strongest steps near one side, one for each of `samples` places along it where there is a clear one.
std::vector<cv::Point2f> edgePoints(const Edges &edges, const cv::Point2d &from, const cv::Point2d &side, int samples, int reach)
{
    constexpr double clear = 20;
    const double length = std::hypot(side.x, side.y);
    const cv::Point2d normal(-side.y / length, side.x / length);
    std::vector<cv::Point2f> found;
    for (int s = 2; s < samples - 2; ++s) {
        const cv::Point2d at = from + side * ((s + 0.5) / samples);
        double best = 0;
        cv::Point2d place;
        for (int r = -reach; r <= reach; ++r) {
            const cv::Point2d p = at + normal * r;
            const int x = int(std::lround(p.x));
            const int y = int(std::lround(p.y));
            if (x < 0 || y < 0 || x >= edges.size().width || y >= edges.size().height)
                continue;
            const double step = edges.across(x, y, normal) * (1 - 0.04 * std::abs(r));
            if (step > best) {
                best = step;
                place = p;
            }
        }
        if (best > clear)
            found.emplace_back(float(place.x), float(place.y));
    }
    return found;
}

// Looks for the real edge near each side and puts one line through it.
struct Fitted {
    Corners corners;
    double support = 0; // 0..1: how much of the sides, above all of the poorest one, lies on one straight edge
};

std::optional<Fitted> fitToEdges(const Corners &start, const Edges &edges)
{
    constexpr int samples = 80;
    constexpr int reach = 7;
    constexpr double straight = 2; // pixels off the line
    std::array<cv::Vec4f, 4> lines;
    double total = 0;
    double poorest = 1;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d from = start[i];
        const cv::Point2d side = start[(i + 1) % 4] - from;
        const double length = std::hypot(side.x, side.y);
        if (length < 10)
            return std::nullopt;
        const std::vector<cv::Point2f> found = edgePoints(edges, from, side, samples, reach);
        if (found.size() < 12) {
            lines[i] = {float(side.x / length), float(side.y / length), float(from.x), float(from.y)};
            poorest = 0;
            continue;
        }
        cv::fitLine(found, lines[i], cv::DIST_HUBER, 0, 0.01, 0.01);
        const cv::Vec4f &line = lines[i];
        const auto onLine = std::count_if(found.begin(), found.end(), [&](const cv::Point2f &p) {
            return std::abs((p.x - line[2]) * line[1] - (p.y - line[3]) * line[0]) < straight;
        });
        const double share = double(onLine) / (samples - 4);
        total += share / 4;
        poorest = std::min(poorest, share);
    }
    const double support = 0.4 * total + 0.6 * poorest;
    Fitted fitted{start, support};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::optional<cv::Point2d> corner = crossing(lines[(i + 3) % 4], lines[i]);
        // A fit that wanders off has caught some other edge.
        if (!corner || cv::norm(*corner - start[i]) > 3 * reach)
            return Fitted{start, support / 2};
        fitted.corners[i] = *corner;
    }
    return fitted;
}

// Corners on the border of the picture: a page that is cut there, or no page at all.
int cornersOnBorder(const Corners &c, cv::Size size)
{
    const double margin = 0.015 * std::max(size.width, size.height);
    return int(std::count_if(c.begin(), c.end(), [&](const cv::Point2d &p) {
        return p.x < margin || p.y < margin || p.x > size.width - margin || p.y > size.height - margin;
    }));
}

std::vector<cv::Mat> masksOf(const cv::Mat &picture)
{
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {5, 5}, 0);
    cv::Mat lab;
    cv::cvtColor(soft, lab, cv::COLOR_BGR2Lab);
    std::vector<cv::Mat> planes;
    cv::split(lab, planes);
    cv::Mat a;
    cv::Mat b;
    planes[1].convertTo(a, CV_32F, 1, -128);
    planes[2].convertTo(b, CV_32F, 1, -128);
    cv::Mat chroma;
    cv::magnitude(a, b, chroma);
    cv::Mat lightness;
    planes[0].convertTo(lightness, CV_32F);
    cv::Mat paleness;
    cv::Mat(lightness - 2 * chroma + 60).convertTo(paleness, CV_8U);
    cv::Mat saturation;
    cv::Mat(chroma * 3).convertTo(saturation, CV_8U);

    std::vector<cv::Mat> masks;
    const cv::Mat square = cv::Mat::ones(7, 7, CV_8U);
    for (const cv::Mat &plane : {planes[0], paleness, saturation}) {
        cv::Mat mask;
        cv::threshold(plane, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
        for (const cv::Mat &side : {mask, cv::Mat(255 - mask)}) {
            cv::Mat closed;
            cv::morphologyEx(side, closed, cv::MORPH_CLOSE, square);
            cv::Mat opened;
            cv::morphologyEx(closed, opened, cv::MORPH_OPEN, square);
            masks.push_back(opened);
        }
    }
    for (const auto &[low, high] : {std::pair(30, 90), std::pair(75, 200)}) {
        cv::Mat edges;
        cv::Canny(planes[0], edges, low, high);
        for (int size : {3, 7}) {
            cv::Mat closed;
            cv::morphologyEx(edges, closed, cv::MORPH_CLOSE, cv::Mat::ones(size, size, CV_8U));
            masks.push_back(closed);
        }
    }
    return masks;
}

} // namespace

std::optional<Outline> findOutline(const cv::Mat &picture)
{
    cv::Mat smaller = shrunkTo(picture, workingSide);
    if (smaller.channels() == 1)
        cv::cvtColor(smaller, smaller, cv::COLOR_GRAY2BGR);
    if (smaller.cols < 40 || smaller.rows < 40)
        return std::nullopt;
    const Edges edges = edgesOf(smaller);
    const double whole = double(smaller.total());

    std::optional<Outline> best;
    for (const cv::Mat &mask : masksOf(smaller)) {
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(mask, contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
        for (const std::vector<cv::Point> &contour : contours) {
            std::vector<cv::Point> hull;
            cv::convexHull(contour, hull);
            const double hullArea = cv::contourArea(hull);
            if (hullArea < smallestArea * whole || hullArea > largestArea * whole)
                continue;
            const std::optional<Corners> quad = quadOf(hull);
            if (!quad)
                continue;
            const double fit = std::min(hullArea, areaOf(*quad)) / std::max(hullArea, areaOf(*quad));
            const double angles = angleScore(*quad);
            const int onBorder = cornersOnBorder(*quad, smaller.size());
            if (fit < 0.85 || angles <= 0 || onBorder > 2)
                continue;
            const std::optional<Fitted> fitted = fitToEdges(*quad, edges);
            if (!fitted)
                continue;
            const double size = std::sqrt(areaOf(fitted->corners) / whole);
            const double score = fitted->support * (0.4 + 0.6 * angles) * ((fit - 0.7) / 0.3) * (0.5 + 0.5 * std::min(1.0, size / 0.6))
                * (onBorder > 0 ? 0.6 : 1.0);
            if (!best || score > best->score)
                best = Outline{fitted->corners, score};
        }
    }
    if (!best)
        return std::nullopt;
    const double scaleX = double(picture.cols) / smaller.cols;
    const double scaleY = double(picture.rows) / smaller.rows;
    for (cv::Point2d &corner : best->corners)
        corner = {std::clamp((corner.x + 0.5) * scaleX, 0.0, double(picture.cols)), std::clamp((corner.y + 0.5) * scaleY, 0.0, double(picture.rows))};
    return best;
}

} // namespace vitrine::imager
