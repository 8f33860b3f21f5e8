#include "imaging/Transform.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine {

namespace {

double cross(const QPointF &a, const QPointF &b, const QPointF &c)
{
    return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
}

bool isConvexClockwise(const Quad &quad)
{
    for (int i = 0; i < 4; ++i) {
        // Below one square pixel three corners are as good as on one line.
        if (!(cross(cornerOf(quad, i), cornerOf(quad, (i + 1) % 4), cornerOf(quad, (i + 2) % 4)) > 1.0))
            return false;
    }
    return true;
}

double edge(const Quad &quad, int from, int to)
{
    const QPointF d = cornerOf(quad, to) - cornerOf(quad, from);
    return std::hypot(d.x(), d.y());
}

// Maps the unit square to the quad. P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3.
std::optional<Matrix3> unitSquareTo(const Quad &q)
{
    const double sx = q[0] - q[2] + q[4] - q[6];
    const double sy = q[1] - q[3] + q[5] - q[7];
    const double dx1 = q[2] - q[4], dx2 = q[6] - q[4];
    const double dy1 = q[3] - q[5], dy2 = q[7] - q[5];
    const double determinant = dx1 * dy2 - dx2 * dy1;
    if (std::abs(determinant) < 1e-12)
        return std::nullopt;
    const double g = (sx * dy2 - dx2 * sy) / determinant;
    const double h = (dx1 * sy - sx * dy1) / determinant;
    return Matrix3{q[2] - q[0] + g * q[2], q[6] - q[0] + h * q[6], q[0], q[3] - q[1] + g * q[3], q[7] - q[1] + h * q[7], q[1], g, h, 1};
}

} // namespace

Matrix3 multiplied(const Matrix3 &a, const Matrix3 &b)
{
    Matrix3 product{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column) {
            for (size_t k = 0; k < 3; ++k)
                product[row * 3 + column] += a[row * 3 + k] * b[k * 3 + column];
        }
    }
    // Homographies are equal up to a factor; keep the last entry 1 so that chains neither grow nor shrink.
    if (const double w = product[8]; std::abs(w) > 1e-12) {
        for (double &value : product)
            value /= w;
    }
    return product;
}

bool isFinite(const Matrix3 &matrix)
{
    return std::all_of(matrix.begin(), matrix.end(), [](double value) { return std::isfinite(value); });
}

std::optional<Matrix3> inverted(const Matrix3 &m)
{
    if (!isFinite(m))
        return std::nullopt;
    const Matrix3 adjugate{m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                           m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                           m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
    const double determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
    if (!(std::abs(determinant) > 1e-15))
        return std::nullopt;
    Matrix3 result = adjugate;
    const double divisor = std::abs(adjugate[8]) > 1e-12 * std::abs(determinant) ? adjugate[8] : determinant;
    for (double &value : result)
        value /= divisor;
    return isFinite(result) ? std::optional(result) : std::nullopt;
}

QPointF mapped(const Matrix3 &m, const QPointF &p)
{
    const double w = m[6] * p.x() + m[7] * p.y() + m[8];
    return {(m[0] * p.x() + m[1] * p.y() + m[2]) / w, (m[3] * p.x() + m[4] * p.y() + m[5]) / w};
}

QPointF cornerOf(const Quad &quad, int index)
{
    return {quad[size_t(index) * 2], quad[size_t(index) * 2 + 1]};
}

Quad quadOf(const QRectF &box)
{
    return {box.left(), box.top(), box.right(), box.top(), box.right(), box.bottom(), box.left(), box.bottom()};
}

Quad mapped(const Matrix3 &matrix, const Quad &quad)
{
    Quad result{};
    for (int i = 0; i < 4; ++i) {
        const QPointF point = mapped(matrix, cornerOf(quad, i));
        result[size_t(i) * 2] = point.x();
        result[size_t(i) * 2 + 1] = point.y();
    }
    return result;
}

Quad mapped(const Matrix3 &matrix, const QRectF &box)
{
    return mapped(matrix, quadOf(box));
}

QRectF boundsOf(const Quad &quad)
{
    const auto [left, right] = std::minmax({quad[0], quad[2], quad[4], quad[6]});
    const auto [top, bottom] = std::minmax({quad[1], quad[3], quad[5], quad[7]});
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

bool isScaleAndShift(const Matrix3 &m)
{
    // Tolerances of about a thousandth of a pixel over the largest pictures.
    constexpr double tiny = 1e-7;
    return std::abs(m[1]) < tiny && std::abs(m[3]) < tiny && std::abs(m[6]) < tiny * 1e-4 && std::abs(m[7]) < tiny * 1e-4 && m[0] / m[8] > 0
        && m[4] / m[8] > 0;
}

double scaleAt(const Matrix3 &m, const QPointF &point)
{
    const double w = m[6] * point.x() + m[7] * point.y() + m[8];
    const double determinant = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
    return std::sqrt(std::abs(determinant / (w * w * w)));
}

Placement croppedTo(const QRectF &box, const QSize &size)
{
    return {size, {box.width() / size.width(), 0, box.left(), 0, box.height() / size.height(), box.top(), 0, 0, 1}};
}

Placement rotatedBy(const QSize &parent, double degrees, Expand expand)
{
    const double turns = degrees / 90.0;
    const bool isQuarter = turns == std::floor(turns);
    const int quarter = isQuarter ? ((int(turns) % 4) + 4) % 4 : 0;
    static constexpr std::array<double, 4> quarterCos{1, 0, -1, 0};
    static constexpr std::array<double, 4> quarterSin{0, 1, 0, -1};
    const double radians = degrees * std::numbers::pi / 180.0;
    const double c = isQuarter ? quarterCos[size_t(quarter)] : std::cos(radians);
    const double s = isQuarter ? quarterSin[size_t(quarter)] : std::sin(radians);

    const double w = parent.width();
    const double h = parent.height();
    QSize size = parent;
    if (expand == Expand::Yes) {
        size = QSize(int(std::ceil(std::abs(w * c) + std::abs(h * s) - 1e-6)), int(std::ceil(std::abs(w * s) + std::abs(h * c) - 1e-6)));
    }
    // Centre to centre, turned back: parent = R(-angle) (picture - picture centre) + parent centre.
    const double ox = size.width() / 2.0;
    const double oy = size.height() / 2.0;
    return {size, {c, s, w / 2 - c * ox - s * oy, -s, c, h / 2 + s * ox - c * oy, 0, 0, 1}};
}

Placement flippedOver(const QSize &parent, FlipAxis axis)
{
    if (axis == FlipAxis::Horizontal)
        return {parent, {-1, 0, double(parent.width()), 0, 1, 0, 0, 0, 1}};
    return {parent, {1, 0, 0, 0, -1, double(parent.height()), 0, 0, 1}};
}

std::optional<Placement> rectifiedFrom(const Quad &corners, const QSize &size)
{
    if (!std::all_of(corners.begin(), corners.end(), [](double value) { return std::isfinite(value); }) || !isConvexClockwise(corners))
        return std::nullopt;
    const std::optional<Matrix3> unit = unitSquareTo(corners);
    if (!unit)
        return std::nullopt;
    const Matrix3 toUnit{1.0 / size.width(), 0, 0, 0, 1.0 / size.height(), 0, 0, 0, 1};
    return Placement{size, multiplied(*unit, toUnit)};
}

QSize rectifiedSize(const Quad &corners, std::optional<double> aspect)
{
    double width = std::max(edge(corners, 0, 1), edge(corners, 3, 2));
    double height = std::max(edge(corners, 0, 3), edge(corners, 1, 2));
    if (aspect) {
        width = std::max(width, height * *aspect);
        height = width / *aspect;
    }
    return QSize(std::max(1, int(std::lround(width))), std::max(1, int(std::lround(height))));
}

Placement resized(const Placement &placement, const QSize &size)
{
    const Matrix3 scale{double(placement.size.width()) / size.width(), 0, 0, 0, double(placement.size.height()) / size.height(), 0, 0, 0, 1};
    return {size, multiplied(placement.toParent, scale)};
}

} // namespace vitrine
