#pragma once

#include "transcript/MarkdownParser.h"

#include <QByteArray>

namespace vitrine {

// The chunk as cmark is given it: stand-ins of MarkdownMath.h for TeX's brackets and for unsure stretches, and a helping
// mark where emphasis meets Chinese or Japanese punctuation. Lines stay lines.
QByteArray prepareMarkdown(const MarkdownChunk &chunk);

// Takes the stand-ins out again. In code a stand-in is what was written; in prose "\(" means "(".
QString restoreProse(const QString &text);
QString restoreCode(const QString &text);

} // namespace vitrine
