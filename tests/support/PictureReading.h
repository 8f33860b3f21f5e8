#pragma once

#include "imaging/ImageService.h"
#include "model/Geometry.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace vitrine {

// What came of one picture on the whole way: upright, outline and rectify, raw or enhanced, read, barcodes.
struct PictureReading {
    QString error;
    double degrees = 0; // clockwise turn that was found
    QString method;
    std::optional<Quad> outline; // in the upright picture before any turn
    double outlineScore = 0;
    QString text;
    double confidence = 0; // of the text, 0..100
    bool fromEnhanced = false;
    QStringList codes;
    qint64 milliseconds = 0;
    qint64 cpuMilliseconds = 0; // of the worker processes
    QJsonObject timing;         // by operation, ms
};

// Runs the chain through the service, waiting for each step; pictures between the steps lie in `folder`.
PictureReading readPicture(class ImagerClient &service, const QString &path, const QString &folder);

// Truth of tests/fixtures/images/index.json against a reading. 1 when nothing is expected.
double wordRecall(const QJsonObject &truth, const PictureReading &reading);
// Largest distance of a corner, pixels; absent when there is no truth or no outline.
std::optional<double> cornerError(const QJsonObject &truth, const PictureReading &reading);
// Off by less than 3 degrees.
bool isUpright(const QJsonObject &truth, const PictureReading &reading);

} // namespace vitrine
