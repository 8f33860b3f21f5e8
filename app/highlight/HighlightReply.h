#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace vitrine {

// What the helper says, read strictly: it has seen hostile text and may have been taken over by it.

struct HighlightHello {
    QStringList styles; // by the numbers that runs carry
    QStringList languages;
};
Result<HighlightHello> parseHello(const QByteArray &line);

// In UTF-16 units of the whole text that was sent.
struct TextRun {
    qsizetype start = 0;
    qsizetype length = 0;
    int style = 0;
};
struct HighlightAnswer {
    bool again = false; // the helper wants the block from its first line
    QList<TextRun> runs;
};
// Error Protocol unless it answers `id` with runs that are sorted, do not overlap, lie inside a text of `textLength` and
// have a style below `styles`.
Result<HighlightAnswer> parseAnswer(const QByteArray &line, qint64 id, qsizetype textLength, qsizetype styles);

} // namespace vitrine
