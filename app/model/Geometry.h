#pragma once

#include <array>

namespace vitrine {

// A 3x3 homography, row by row, that maps homogeneous pixel coordinates (x, y, 1).
// Pixels are half-open cells: the corner of the picture is (0, 0), the centre of its first pixel (0.5, 0.5).
using Matrix3 = std::array<double, 9>;
// Four points x1, y1 ... x4, y4 in the order top-left, top-right, bottom-right, bottom-left.
using Quad = std::array<double, 8>;

inline constexpr Matrix3 identityMatrix{1, 0, 0, 0, 1, 0, 0, 0, 1};

} // namespace vitrine
