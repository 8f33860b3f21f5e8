#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QString>

namespace vitrine {

inline constexpr qsizetype longestKey = 8 * 1024; // bytes

// A key as it was typed, pasted or read: without white space around it. InvalidRequest when it is empty, longer than longestKey, or
// has characters that cannot stand in a header (a line break, a curly quote); the sentence never quotes it.
Result<QByteArray> cleanKey(const QByteArray &typed);

// An argument that is or holds a key, and so must not have been on a command line.
bool looksLikeKey(const QString &argument);

// Overwrites the bytes, unless somebody else still holds them, and empties it.
void wipe(QByteArray &secret);

} // namespace vitrine
