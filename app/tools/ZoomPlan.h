#pragma once

#include "imaging/ProviderSizes.h"

#include <QRectF>
#include <QSize>
#include <QStringList>

#include <optional>

namespace vitrine {

// No side of a zoomed picture is shorter: below that models see nothing.
inline constexpr int minResultSide = 64;

struct ZoomRequest {
    QSize picture;                     // stored pixels
    QRectF box;                        // stored pixels, within the picture
    double pad = 0;                    // fraction of the box's sides
    std::optional<double> upscale;     // absent: automatic
    double originalPerPixel = 1;       // pixels of the original for one of the picture: 0.25 in a picture that was enlarged 4 times
};

struct ZoomPlan {
    QRectF box;        // whole stored pixels
    QSize size;        // of the result
    double scale = 1;  // result pixels for one stored pixel of the picture
    QStringList notes; // what was done otherwise than asked, in sentences
};

// Automatic: as large as the model can see, but at most 4 times the original's pixels and never smaller than what is stored.
ZoomPlan planZoom(const ZoomRequest &request, const PictureRule &rule);

} // namespace vitrine
