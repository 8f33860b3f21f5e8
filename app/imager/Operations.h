#pragma once

#include "imager/Encoder.h"
#include "imager/FileView.h"
#include "imager/Ocr.h"
#include "imager/PictureCache.h"

#include <QJsonObject>
#include <QString>

namespace vitrine::imager {

struct Answer {
    QJsonObject values;
    Encoded picture; // empty bytes: none
    Encoded sent;
    bool sentIsPicture = false;

    static Answer failed(const Failure &failure);
};

// Every operation of ImagerProtocol.h. Keeps decoded pictures and loaded recognition engines between requests.
class Operations
{
public:
    Operations();

    // Never throws: whatever goes wrong in a library becomes an answer with an error. `descriptor`: the picture, open for reading.
    Answer run(const QString &op, const QJsonObject &params, int descriptor) noexcept;

private:
    struct Input;
    Outcome<Answer> dispatch(const QString &op, const QJsonObject &params, int descriptor);
    Outcome<cv::Mat> decoded(const Input &input);
    Outcome<cv::Mat> background(const Input &input, const QJsonObject &params);

    Outcome<Answer> probe(const Input &input);
    Outcome<Answer> preview(const Input &input, const QJsonObject &params);
    Outcome<Answer> analysePicture(const Input &input, const QJsonObject &params);
    Outcome<Answer> renderPicture(const Input &input, const QJsonObject &params);
    Outcome<Answer> enhancePicture(const Input &input, const QJsonObject &params);
    Outcome<Answer> outline(const Input &input);
    Outcome<Answer> rotation(const Input &input, const QJsonObject &params);
    Outcome<Answer> detectText(const Input &input, const QJsonObject &params);
    Outcome<Answer> decodeBarcode(const Input &input, const QJsonObject &params);

    Ocr m_ocr;
    PictureCache m_cache;
};

} // namespace vitrine::imager
