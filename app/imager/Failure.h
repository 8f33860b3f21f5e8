#pragma once

#include <QtGlobal>

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace vitrine::imager {

// What an operation answers when it cannot be done. `message` is one English sentence that says what to do next; the client looks
// for a translation of it (context "Imager"), so mark whole sentences with QT_TRANSLATE_NOOP where they hold no number.
struct Failure {
    enum class Kind { Io, InvalidRequest, Bug };

    Kind kind = Kind::Bug;
    std::string message;
};

template<class T>
using Outcome = tl::expected<T, Failure>;

inline tl::unexpected<Failure> unreadable(std::string message)
{
    return tl::unexpected<Failure>(Failure{Failure::Kind::Io, std::move(message)});
}
inline tl::unexpected<Failure> refused(std::string message)
{
    return tl::unexpected<Failure>(Failure{Failure::Kind::InvalidRequest, std::move(message)});
}

} // namespace vitrine::imager
