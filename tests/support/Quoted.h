#pragma once

#include <QByteArray>

namespace vitrine {

// JSON in a test reads best with single quotes: quoted("{'a': 1}"). (moc stumbles over raw string literals inside of macros.)
inline QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace vitrine
