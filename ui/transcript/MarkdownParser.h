#pragma once

#include "transcript/MarkdownBlock.h"

#include <QList>
#include <QStringView>

namespace vitrine {

// A stretch that was marked as unsure, in UTF-16 units of the text it came with.
struct UnsureSpan {
    qsizetype from = 0;
    qsizetype to = 0;
};

// Part of an answer that can be understood by itself.
struct MarkdownChunk {
    QStringView text;            // line feeds only, no other control characters
    qsizetype from = 0;          // where it begins in the source
    bool continues = false;      // begins in the middle of a paragraph
    QString definitions;         // of links that it refers to, as Markdown
    QList<UnsureSpan> unsure;    // into `text`
};

// Reads one chunk. Raw HTML comes out as text, pictures as words and their address; only safeLink() addresses are links.
// Ids and the numbers of containers are left to the caller, except that containers of one chunk differ.
QList<MarkdownBlock> parseMarkdown(const MarkdownChunk &chunk);

} // namespace vitrine
