#pragma once

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <tl/expected.hpp>

#include <optional>

namespace vitrine {

// The closed list of what can go wrong; its names are part of the command-line contract.
enum class ErrorKind {
    Cancelled,
    Network,
    Timeout,
    Tls,
    RateLimited,
    Quota,
    Auth,
    Permission,
    InvalidRequest,
    UnsupportedParameter,
    ContextLength,
    UnknownModel,
    Server,
    Overloaded,
    Protocol,
    Denied,
    Sandbox,
    Storage,
    Io,
    Bug,
};

// Who is told: the user, or the model so that it can try again.
enum class Audience { User, Model };

struct Error {
    ErrorKind kind = ErrorKind::Bug;
    QString message; // one sentence that says what happened and what to do
    Audience audience = Audience::User;
    QString detail; // for the log and the curious; may be empty, never holds a secret
    bool retryable = false;

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;
using Done = Result<void>;

// "rate_limited" and so on, as scripts see it.
QString toString(ErrorKind kind);
std::optional<ErrorKind> errorKindFromString(QStringView name);

// `return fail(ErrorKind::Io, tr("..."))` ends a function that returns a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, const QString &message, const QString &detail = {})
{
    return tl::unexpected<Error>(Error{kind, message, Audience::User, detail, false});
}
// The same, for the model's eyes.
inline tl::unexpected<Error> failForModel(ErrorKind kind, const QString &message)
{
    return tl::unexpected<Error>(Error{kind, message, Audience::Model, {}, false});
}

} // namespace vitrine

// tl::expected declares == for every T, also where T has none; without this a Result could not be a signal's argument.
namespace QTypeTraits {
template<class T>
struct has_operator_equal<tl::expected<T, vitrine::Error>> : std::false_type {
};
} // namespace QTypeTraits
