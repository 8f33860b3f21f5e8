#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace vitrine {

// A refusal in the form of the API: HTTP status and error body.
struct ApiError {
    int status = 400;
    QString type; // "invalid_request_error", "authentication_error" ...
    QString code; // empty: null
    QString message;
    QString param; // empty: null

    QJsonObject body() const;
    bool operator==(const ApiError &) const = default;
};

using HeaderPairs = QList<QPair<QByteArray, QByteArray>>;

// Says why a request must not be served, or nothing. A page in a browser can reach a loopback port, also under a name of its
// own (DNS rebinding): so Host must name this machine and Origin, when there is one, this server; and the token must be right.
std::optional<ApiError> refusal(const HeaderPairs &headers, quint16 port, const QByteArray &token);

} // namespace vitrine
