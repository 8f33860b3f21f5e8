#pragma once

#include "model/Geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSize>

#include <optional>

namespace vitrine {

// Plane geometry of pictures, pure. Conventions of model/Geometry.h: half-open pixel cells, origin at the top-left corner,
// y downwards, so a positive angle turns clockwise. A matrix named `aToB` maps coordinates of a to coordinates of b.

Matrix3 multiplied(const Matrix3 &bToC, const Matrix3 &aToB); // aToC
// Absent when the matrix is singular or not finite.
std::optional<Matrix3> inverted(const Matrix3 &matrix);
bool isFinite(const Matrix3 &matrix);

QPointF mapped(const Matrix3 &matrix, const QPointF &point);
Quad quadOf(const QRectF &box);
Quad mapped(const Matrix3 &matrix, const Quad &quad);
Quad mapped(const Matrix3 &matrix, const QRectF &box);
QRectF boundsOf(const Quad &quad);
QPointF cornerOf(const Quad &quad, int index); // 0 top-left, 1 top-right, 2 bottom-right, 3 bottom-left

// True when upright boxes stay upright boxes that are not turned or mirrored.
bool isScaleAndShift(const Matrix3 &matrix);
// Pixels of the target for one pixel of the source, near `point` (square root of the area's growth).
double scaleAt(const Matrix3 &matrix, const QPointF &point);

// A picture made from a picture: its size and where its pixels lie in the parent.
struct Placement {
    QSize size;
    Matrix3 toParent = identityMatrix;
};

enum class Expand { No, Yes };
enum class FlipAxis { Horizontal, Vertical }; // Horizontal: left and right change places

Placement croppedTo(const QRectF &box, const QSize &size);
// Multiples of 90 degrees give exact matrices. Without Expand the size stays and corners are cut off.
Placement rotatedBy(const QSize &parent, double degreesClockwise, Expand expand);
Placement flippedOver(const QSize &parent, FlipAxis axis);
// Absent when the corners are not those of a convex area in clockwise order.
std::optional<Placement> rectifiedFrom(const Quad &corners, const QSize &size);
// The size at which no side of the area loses pixels; `aspect` is width / height when it is known.
QSize rectifiedSize(const Quad &corners, std::optional<double> aspect);
// The same place with other pixels: used to keep results within a limit.
Placement resized(const Placement &placement, const QSize &size);

} // namespace vitrine
