#include "imager/Params.h"

#include "imager/Render.h"

#include <QJsonArray>
#include <QStringList>

#include <cmath>

namespace vitrine::imager {

namespace {

// Pixels to two digits: more would only be noise.
double rounded(double value) { return std::round(value * 100) / 100; }

} // namespace

Outcome<std::optional<std::vector<double>>> numbers(const QJsonObject &params, const char *name, int count)
{
    const QJsonValue value = params.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const QJsonArray array = value.toArray();
    std::vector<double> found;
    for (const QJsonValue &entry : array) {
        if (entry.isDouble() && std::isfinite(entry.toDouble()))
            found.push_back(entry.toDouble());
    }
    if (array.size() != count || int(found.size()) != count)
        return refused("The field " + std::string(name) + " must be an array of " + std::to_string(count) + " numbers.");
    return found;
}

Outcome<std::optional<double>> number(const QJsonObject &params, const char *name, double least, double most)
{
    const QJsonValue value = params.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isDouble() || !(value.toDouble() >= least && value.toDouble() <= most))
        return refused("The field " + std::string(name) + " must be a number from " + std::to_string((long long)least) + " to "
                       + std::to_string((long long)most) + ".");
    return value.toDouble();
}

Outcome<QString> choice(const QJsonObject &params, const char *name, const QStringList &allowed, const QString &fallback)
{
    const QJsonValue value = params.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isString() || !allowed.contains(value.toString()))
        return refused("The field " + std::string(name) + " must be one of " + allowed.join(QLatin1String(", ")).toStdString() + ".");
    return value.toString();
}

Outcome<std::optional<cv::Rect>> boxIn(const QJsonObject &params, cv::Size picture)
{
    const auto found = numbers(params, "bbox", 4);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const std::vector<double> &box = **found;
    if (box[0] >= box[2] || box[1] >= box[3])
        return refused(QT_TRANSLATE_NOOP("Imager", "The bbox must be [x1, y1, x2, y2] with x1 less than x2 and y1 less than y2."));
    const Outcome<cv::Rect> rect = wholePixels({box[0], box[1], box[2] - box[0], box[3] - box[1]}, picture);
    if (!rect)
        return tl::unexpected(rect.error());
    return *rect;
}

QJsonArray toJson(const cv::Rect2d &box)
{
    return {rounded(box.x), rounded(box.y), rounded(box.x + box.width), rounded(box.y + box.height)};
}

QJsonArray toJson(cv::Size size) { return {size.width, size.height}; }

QJsonArray toJson(const std::array<cv::Point2d, 4> &corners, cv::Point2d offset)
{
    QJsonArray array;
    for (const cv::Point2d &corner : corners) {
        array.append(rounded(corner.x + offset.x));
        array.append(rounded(corner.y + offset.y));
    }
    return array;
}

} // namespace vitrine::imager
