#pragma once

#include "imager/Bytes.h"

namespace vitrine::imager {

// The orientation tag (0x0112) of an EXIF block: 1..8, and 1 when there is none or the block is damaged.
// `block` starts with the TIFF header; a leading "Exif\0\0" is skipped. Source: Exif 2.32, sections 4.5.2 and 4.6.4.
int exifOrientation(Bytes block);

// True for the four kinds that exchange width and height.
constexpr bool orientationSwapsSides(int orientation) { return orientation >= 5; }

} // namespace vitrine::imager
