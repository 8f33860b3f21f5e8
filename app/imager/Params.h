#pragma once

#include "imager/Failure.h"

#include <opencv2/core.hpp>

#include <QJsonObject>

#include <optional>
#include <vector>

namespace vitrine::imager {

// Parameters of a request, checked. An absent field gives nullopt (inside the Outcome), a field of another shape a Failure.
Outcome<std::optional<std::vector<double>>> numbers(const QJsonObject &params, const char *name, int count);
Outcome<std::optional<double>> number(const QJsonObject &params, const char *name, double least, double most);
// One of `allowed`, and `fallback` when it is absent.
Outcome<QString> choice(const QJsonObject &params, const char *name, const QStringList &allowed, const QString &fallback);
Outcome<std::optional<cv::Rect>> boxIn(const QJsonObject &params, cv::Size picture);

QJsonArray toJson(const cv::Rect2d &box);    // [x1, y1, x2, y2]
QJsonArray toJson(cv::Size size);            // [w, h]
QJsonArray toJson(const std::array<cv::Point2d, 4> &corners, cv::Point2d offset = {});

} // namespace vitrine::imager
