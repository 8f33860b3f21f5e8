#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace vitrine {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>; // names in any case

// The value of the first header of that name, whatever its case. Empty when there is none.
QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

// What a provider said about an error, in whatever shape: {error:{...}}, {type:error,error:{...}}, {error:"text"}, {detail}, {message}.
// A list of what was forbidden (FastAPI, Mistral) counts as code unknown_parameter with the path of the first one as param.
struct ApiError {
    QString message;
    QString type;
    QString code; // also when it was sent as a number
    QString param;
    QString status; // Gemini: INVALID_ARGUMENT

    bool isEmpty() const { return message.isEmpty() && type.isEmpty() && code.isEmpty(); }
};
ApiError apiErrorFrom(const QJsonObject &json);

// What follows from an error: what to tell, and whether to try again.
struct ErrorVerdict {
    ErrorKind kind = ErrorKind::Server;
    bool retryable = false; // worth another try, with `dropParam` left out if that is set
    QString dropParam;      // dotted path of the request parameter that the server does not take; empty: none
    std::optional<qint64> retryAfterMs; // as the server asked, not yet limited; never negative
    QString message;        // one sentence, redacted
    QString detail;         // the server's own words, redacted

    Error toError() const { return Error{kind, message, Audience::User, detail, retryable}; }
};

// Judges an HTTP answer that is no success. `now` is for a Retry-After that gives a date. Pure.
ErrorVerdict judgeHttpError(int status, const HttpHeaders &headers, const QByteArray &body, const QDateTime &now);
// Judges an error inside a stream, where there is no status.
ErrorVerdict judgeStreamError(const ApiError &error);

// The larger of retry-after-ms and retry-after (seconds or an HTTP date); absent when neither makes sense.
// Azure was seen to send retry-after-ms: 0 together with retry-after: 1.
std::optional<qint64> retryAfterMs(const HttpHeaders &headers, const QDateTime &now);

} // namespace vitrine
