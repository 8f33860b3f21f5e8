#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace vitrine {

enum InlineFlag : quint16 {
    Bold = 0x001,
    Italic = 0x002,
    InlineCode = 0x004,
    Strike = 0x008,
    Math = 0x010,        // TeX as it was written, delimiters and all
    NotLoaded = 0x020,   // stands for a picture: its words and its address
    Superscript = 0x040, // a footnote's number
    Unsure = 0x080,      // the answerer said that it is not sure
    Padding = 0x100,     // room around inline code: drawn, never copied
};

// One stretch of a RichText that is drawn differently. UTF-16 units.
struct InlineRun {
    int start = 0;
    int length = 0;
    quint16 flags = 0; // of InlineFlag
    int link = -1;     // index into RichText::links

    bool operator==(const InlineRun &) const = default;
};

// Text with its stretches in order, not overlapping. A break within a paragraph is U+2028.
struct RichText {
    QString text;
    QList<InlineRun> runs;
    QStringList links; // http, https or mailto, see SafeLink.h

    // `from` up to `to` as the reader would copy it: breaks are line feeds, padding is left out.
    QString plain(qsizetype from = 0, qsizetype to = -1) const;

    bool operator==(const RichText &) const = default;
};

// A quote or a list item that a block stands in.
struct BlockContainer {
    enum class Kind { Quote, Item };

    Kind kind = Kind::Quote;
    int id = 0;           // equal for neighbours in the same quote or item
    QString marker;       // an item's "•", "3." or a task's box
    bool first = false;   // the block begins the item: the marker stands beside it
    bool done = false;    // a task that is ticked

    bool operator==(const BlockContainer &) const = default;
};

// One piece of an answer that is laid out by itself. Lists and quotes are flattened: each leaf knows what it stands in.
struct MarkdownBlock {
    enum class Kind { Paragraph, Heading, Code, Math, Table, Rule };
    enum class Gap { Normal, Tight, None }; // room above; None: the paragraph or table before goes on here

    Kind kind = Kind::Paragraph;
    Gap gap = Gap::Normal;
    int level = 0;   // of a heading, 1..6
    quint64 id = 0;  // stays when an open code block or table grows
    QList<BlockContainer> containers; // outermost first
    RichText text;   // of a paragraph or heading

    QString language; // first word of a code fence
    QString code;     // of a code or math block, without the last line's end
    qsizetype settled = 0; // code: up to here it will not change; table: so many rows will not change
    bool open = false;     // more of it may come

    QList<Qt::Alignment> alignments; // of a table, one a column
    QList<QList<RichText>> rows;     // the first is the header; every row has as many cells as the header

    qsizetype sourceFrom = 0; // whole lines of MarkdownBlocks::source()
    qsizetype sourceTo = 0;

    bool operator==(const MarkdownBlock &) const = default;
};

// One line that shows all of a block, for tests.
QString dumpBlock(const MarkdownBlock &block);

} // namespace vitrine
