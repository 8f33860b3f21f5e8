#pragma once

#include "model/Geometry.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

// A picture of tests/fixtures/images and what is known about it (index.json).
struct PictureTruth {
    QString file;
    QString path;
    double degrees = 0; // clockwise to upright, EXIF applied
    QStringList words;
    bool allWords = false;     // `words` is all that stands there
    std::optional<Quad> quad;  // pixels of the displayed picture
    QString code;

    bool isPrint() const;       // a printed page or a scan of one
    bool isHandwriting() const;
};
// Absent when there is no index.json. Variations of a fixture begin with its name, so that they are judged like it.
std::optional<QList<PictureTruth>> pictureTruths(const QString &folder);

// What the offline assistant made of a picture: the items that `vitrine exec --json --image` printed.
struct PictureReading {
    QString error;
    QString answer;
    double degrees = 0; // clockwise turn of the picture that was read, against the attachment
    std::optional<Quad> outline; // of the page or board in the attachment
    QStringList invented; // words of the answer that neither a tool returned nor the assistant's own sentences hold
    bool saysUnclear = false; // that it is hard to read, or that nothing could be read
    int unsureWords = 0;
    int calls = 0;
    int readings = 0; // calls that read text
    qint64 milliseconds = 0;
    qint64 cpuMilliseconds = 0; // of all processes
};
// Waits for the program to end. `profile` is a folder for its data.
PictureReading readPicture(const PictureTruth &truth, const QString &profile);

double wordRecall(const PictureTruth &truth, const PictureReading &reading); // 1 when no words are known
// Largest distance of a corner in pixels; absent when there is no truth or no outline.
std::optional<double> cornerError(const PictureTruth &truth, const PictureReading &reading);
// Print must stand straight; handwriting leans by a few degrees, and a page in perspective has no one direction.
bool isUpright(const PictureTruth &truth, const PictureReading &reading);
bool isCodeRight(const PictureTruth &truth, const PictureReading &reading);

} // namespace vitrine
