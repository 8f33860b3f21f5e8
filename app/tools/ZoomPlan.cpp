#include "tools/ZoomPlan.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr double maxAutoScale = 4;
constexpr double maxSide = 8192;
constexpr double maxPixels = 32e6;

QRectF toWholePixels(const QRectF &box)
{
    constexpr double tiny = 1e-6;
    return QRectF(QPointF(std::floor(box.left() + tiny), std::floor(box.top() + tiny)), QPointF(std::ceil(box.right() - tiny), std::ceil(box.bottom() - tiny)));
}

// One dimension: at least `length` long about the same centre, moved rather than cut at the picture's edges.
std::pair<double, double> grown(double from, double to, double length, double limit)
{
    if (to - from >= length)
        return {from, to};
    length = std::min(std::ceil(length), limit);
    const double start = std::clamp(std::round((from + to - length) / 2), 0.0, limit - length);
    return {start, start + length};
}

double automaticScale(const QRectF &box, double originalPerPixel, const PictureRule &rule)
{
    // A box of a few pixels has no size worth fitting; what is fitted is its shape.
    const QSize size(std::max(1, int(box.width())), std::max(1, int(box.height())));
    const QSize filled = filledSizeFor(rule, size, maxAutoScale * originalPerPixel);
    const bool isWide = size.width() >= size.height();
    return std::max(1.0, isWide ? double(filled.width()) / size.width() : double(filled.height()) / size.height());
}

} // namespace

ZoomPlan planZoom(const ZoomRequest &request, const PictureRule &rule)
{
    ZoomPlan plan;
    const QRectF whole(QPointF(0, 0), request.picture);
    const double padX = request.box.width() * request.pad;
    const double padY = request.box.height() * request.pad;
    const QRectF box = toWholePixels(request.box.adjusted(-padX, -padY, padX, padY).intersected(whole));

    plan.scale = request.upscale ? *request.upscale : automaticScale(box, request.originalPerPixel, rule);
    const auto [left, right] = grown(box.left(), box.right(), minResultSide / plan.scale - 1e-9, whole.width());
    const auto [top, bottom] = grown(box.top(), box.bottom(), minResultSide / plan.scale - 1e-9, whole.height());
    plan.box = QRectF(QPointF(left, top), QPointF(right, bottom));
    if (plan.box != box)
        plan.notes.append(QStringLiteral("The box was grown about its centre so that no side of the result is under %1 px.").arg(minResultSide));

    // A picture that is itself too small is enlarged instead.
    const double shorter = std::min(plan.box.width(), plan.box.height());
    const double longer = std::max(plan.box.width(), plan.box.height());
    if (shorter * plan.scale < minResultSide - 1e-6)
        plan.scale = std::max(plan.scale, std::min(minResultSide / shorter, 2048.0 / longer));
    const double most = std::max(1.0, std::min(maxSide / longer, std::sqrt(maxPixels / (shorter * longer))));
    if (plan.scale > most) {
        plan.scale = most;
        plan.notes.append(QStringLiteral("Enlarged only %1 times, which is the most for a box of this size.").arg(QString::number(most, 'f', 2)));
    }
    plan.size = QSize(std::max(1, int(std::lround(plan.box.width() * plan.scale))), std::max(1, int(std::lround(plan.box.height() * plan.scale))));
    return plan;
}

} // namespace vitrine
