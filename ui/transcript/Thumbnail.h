#pragma once

#include "transcript/TranscriptEntry.h"

#include <QRectF>
#include <QSizeF>

class QPainter;

namespace vitrine {

struct TranscriptMetrics;

// The size of a picture within `limit`, never larger than it is; a square when there is no picture yet.
QSizeF thumbnailSize(const TranscriptPicture &picture, const QSizeF &limit);
// Fills `area` with the picture, corners rounded.
void paintThumbnail(QPainter &painter, const TranscriptPicture &picture, const QRectF &area, const TranscriptMetrics &metrics,
                    bool marked);

} // namespace vitrine
