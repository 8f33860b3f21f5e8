#pragma once

#include "model/Usage.h"
#include "providers/HttpErrors.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace vitrine {

// One try of a request as it went over the wire, for a person to look at. The key is nowhere in it.
struct WireRecord {
    static constexpr qint64 mostKept = 4 * 1024 * 1024; // of the answer

    QString api;
    QString model;
    QByteArray method;
    QUrl url;
    HttpHeaders requestHeaders; // the key's and the user's own without their values
    QByteArray request;
    QStringList leftOut; // parameters that this model was found not to take
    QDateTime startedAt;
    qint64 milliseconds = 0; // until it was over
    int status = 0; // 0: no answer
    HttpHeaders responseHeaders;
    QByteArray response; // as it came, at most mostKept bytes
    qint64 responseBytes = 0; // all that came
    Usage usage; // as the provider reported it
    QString error; // why the try failed; empty when it did not
};

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::WireRecord)
