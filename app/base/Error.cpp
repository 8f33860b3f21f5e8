#include "base/Error.h"

#include <array>
#include <utility>

namespace vitrine {

namespace {

constexpr std::array<std::pair<ErrorKind, const char *>, 20> names{{
    {ErrorKind::Cancelled, "cancelled"},
    {ErrorKind::Network, "network"},
    {ErrorKind::Timeout, "timeout"},
    {ErrorKind::Tls, "tls"},
    {ErrorKind::RateLimited, "rate_limited"},
    {ErrorKind::Quota, "quota"},
    {ErrorKind::Auth, "auth"},
    {ErrorKind::Permission, "permission"},
    {ErrorKind::InvalidRequest, "invalid_request"},
    {ErrorKind::UnsupportedParameter, "unsupported_parameter"},
    {ErrorKind::ContextLength, "context_length"},
    {ErrorKind::UnknownModel, "unknown_model"},
    {ErrorKind::Server, "server"},
    {ErrorKind::Overloaded, "overloaded"},
    {ErrorKind::Protocol, "protocol"},
    {ErrorKind::Denied, "denied"},
    {ErrorKind::Sandbox, "sandbox"},
    {ErrorKind::Storage, "storage"},
    {ErrorKind::Io, "io"},
    {ErrorKind::Bug, "bug"},
}};

} // namespace

QString toString(ErrorKind kind)
{
    for (const auto &[value, name] : names) {
        if (value == kind)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("bug");
}

std::optional<ErrorKind> errorKindFromString(QStringView text)
{
    for (const auto &[value, name] : names) {
        if (text == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

} // namespace vitrine
