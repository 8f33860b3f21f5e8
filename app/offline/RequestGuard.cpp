#include "offline/RequestGuard.h"

namespace vitrine {

namespace {

// The only value of a header; null when it is absent. A header that comes twice counts as wrong.
std::optional<QByteArray> header(const HeaderPairs &headers, const char *name)
{
    QByteArray found;
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (!found.isNull())
            return std::nullopt;
        found = value.isNull() ? QByteArray("") : value.trimmed();
    }
    return found;
}

// Takes the same time wherever the first difference is.
bool same(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
    return difference == 0;
}

bool names(const std::optional<QByteArray> &value, const QByteArray &prefix, quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    return value && (*value == prefix + "127.0.0.1" + suffix || value->toLower() == prefix + "localhost" + suffix);
}

} // namespace

QJsonObject ApiError::body() const
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); };
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), message},
                                                  {QStringLiteral("type"), type},
                                                  {QStringLiteral("param"), orNull(param)},
                                                  {QStringLiteral("code"), orNull(code)}}}};
}

std::optional<ApiError> refusal(const HeaderPairs &headers, quint16 port, const QByteArray &token)
{
    if (!names(header(headers, "host"), {}, port))
        return ApiError{403, QStringLiteral("permission_error"), QStringLiteral("wrong_host"),
                        QStringLiteral("The Host header must be 127.0.0.1:%1.").arg(port), {}};
    const auto origin = header(headers, "origin");
    if (!(origin && origin->isNull()) && !names(origin, "http://", port))
        return ApiError{403, QStringLiteral("permission_error"), QStringLiteral("wrong_origin"),
                        QStringLiteral("Web pages may not use this server."), {}};
    const auto authorization = header(headers, "authorization");
    if (!authorization || authorization->isEmpty())
        return ApiError{401, QStringLiteral("invalid_request_error"), QStringLiteral("missing_api_key"),
                        QStringLiteral("No token was given. Send it as \"Authorization: Bearer TOKEN\"; it stands in the server's first line."), {}};
    if (!authorization->toLower().startsWith("bearer ") || !same(authorization->mid(7).trimmed(), token))
        return ApiError{401, QStringLiteral("invalid_request_error"), QStringLiteral("invalid_api_key"),
                        QStringLiteral("The token is wrong. It stands in the server's first line and changes with every start."), {}};
    return std::nullopt;
}

} // namespace vitrine
