#pragma once

#include <QList>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

// What the picture tools say, read from their text. The forms are those of tools/PictureText.h; anything else gives nothing.
// All coordinates are pixels of the picture as sent.

struct ReadWord {
    QString text;
    int confidence = 0; // 0..100; of a word read surely: that of its line
    bool unsure = false;

    bool operator==(const ReadWord &) const = default;
};

struct ReadLine {
    QRectF box;
    int confidence = 0;
    int paragraph = 0; // lines of one paragraph have the same number
    QList<ReadWord> words;

    bool operator==(const ReadLine &) const = default;
};

struct ReadText {
    QString image;
    QSize size;
    QString language;
    QString layout;
    int confidence = 0; // mean
    QList<ReadLine> lines;

    bool operator==(const ReadText &) const = default;
};

struct FoundCode {
    QString format;
    QList<double> corners; // x, y from top-left, clockwise
    QString payload;

    bool operator==(const FoundCode &) const = default;
};

struct MadePicture {
    QString id;
    QSize size;
    QString how; // the text in the parentheses: "rotation by 90 deg of img_1, lossless"

    bool operator==(const MadePicture &) const = default;
};

struct PictureFacts {
    QSize asSent;
    QSize stored;
    QString format;
    double contrast = 0; // 0..255
    QStringList flags;   // blurred, dark, low contrast, noisy, light on dark

    bool operator==(const PictureFacts &) const = default;
};

std::optional<MadePicture> readMadePicture(const QString &output);
// An empty list of lines when the tool says that there are no words.
std::optional<ReadText> readDetectedText(const QString &output);
std::optional<QList<FoundCode>> readFoundCodes(const QString &output);
std::optional<PictureFacts> readPictureFacts(const QString &output);
// Of a picture that image_perspective made by itself: the corners in the picture it was made from (x, y from top-left, clockwise), and
// how sure the outline is.
struct OutlineFacts {
    QList<double> corners;
    double score = 0; // 0..1

    bool operator==(const OutlineFacts &) const = default;
};
std::optional<OutlineFacts> readOutline(const MadePicture &made);
// Of a picture that image_rotate made: clockwise degrees.
double turnOf(const MadePicture &turned);
// The area that corners enclose, in square pixels.
double areaOf(const QList<double> &corners);

// The tool did its work and found that nothing had to be done.
bool saysNothingChanged(const QString &output);
bool saysLimitReached(const QString &output);

} // namespace vitrine
