#pragma once

#include <QLoggingCategory>

namespace vitrine {

Q_DECLARE_LOGGING_CATEGORY(logProcess)

// Replaces what looks like a credential ("Authorization: ...", "sk-...", "?key=...") by [hidden].
// Everything that comes from outside goes through here before it reaches a log, a report or an error text.
QString redacted(const QString &text);

// One line a message on standard error, redacted; VITRINE_LOG=debug shows more.
void installLogHandler();

} // namespace vitrine
