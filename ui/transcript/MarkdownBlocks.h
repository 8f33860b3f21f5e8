#pragma once

#include "model/Item.h"
#include "transcript/MarkdownBlock.h"
#include "transcript/MarkdownLine.h"
#include "transcript/MarkdownParser.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace vitrine {

// Markdown that arrives in pieces, as blocks. Everything before the open chunk (a paragraph, list item, quote, table or fence
// that is still growing) is final; only the open chunk is read again, and no more than a bounded part of it: long paragraphs are
// settled at a sentence's end, tables by rows, fences by lines. Fed whole or in any pieces, the blocks after finish() are equal.
// A definition of a link that comes after its use is honoured at finish(). Pure: no widget, no file, no network.
class MarkdownBlocks
{
public:
    // Plain: what a person typed. Shown as written, code fences apart.
    enum class Mode { Markdown, Plain };

    explicit MarkdownBlocks(Mode mode = Mode::Markdown) : m_mode(mode) {}

    // Begins again. `unsure` in code points of `text`.
    void setText(QStringView text, const QList<TextSpan> &unsure = {});
    void append(QStringView text);
    void finish();

    // The text with line feeds only; other control characters are shown as U+FFFD.
    const QString &source() const { return m_source; }
    const std::vector<MarkdownBlock> &blocks() const { return m_blocks; }
    // Blocks before this index are as they were at the last call.
    qsizetype takeFirstChanged();

    // UTF-16 units given to the parser so far: what work was done, for tests.
    qint64 parsedUnits() const { return m_parsedUnits; }
    QString dump() const;

private:
    enum class State { Between, Paragraph, List, Quote, Indented, Html, Math, Fence, Table };

    // What must be known beside its text to read a chunk.
    struct Context {
        bool continues = false;   // begins within a paragraph
        int listNumber = 0;       // the chunk is the list's item of that place; 0: it begins the list
        bool loose = false;       // a blank line stands before that item
        int quoteId = 0;          // the chunk goes on in that quote
        bool plain = false;       // began like a formula but is none
        int containerBase = -1;   // where the numbers of its containers begin
    };
    struct Chunk {
        qsizetype from = 0;
        qsizetype to = 0;
        qsizetype firstBlock = 0;
        qsizetype blockCount = 0;
        State state = State::Paragraph;
        Context context;
    };

    void appendClean(QStringView text);
    void readUnsure(QStringView text, const QList<TextSpan> &unsure);

    // Line by line (MarkdownScan.cpp).
    void scan();
    void scanPartialLine();
    void splitLongLine(qsizetype lineEnd);
    void step(qsizetype to);
    void stepParagraph(const MarkdownLine &line, qsizetype to);
    void stepList(const MarkdownLine &line, qsizetype to);
    void stepQuote(const MarkdownLine &line, QStringView text, qsizetype to);
    void stepMath(QStringView text, qsizetype to);
    void stepFence(QStringView text, qsizetype to);
    void stepTable(const MarkdownLine &line, qsizetype to);
    void start(const MarkdownLine &line, qsizetype to);
    void startItem(const MarkdownLine &line);
    void startFence(const MarkdownLine &line, qsizetype to);
    bool startTable(qsizetype to);
    void checkParagraph(qsizetype end);
    void cutAt(qsizetype at);
    bool isProse(qsizetype end) const;
    qsizetype boundaryBefore(qsizetype at) const;
    bool settlesAt(qsizetype at);

    // Chunks and their blocks.
    void commit(qsizetype to);
    void closeChunk(qsizetype to);
    void settleRows(qsizetype to);
    QList<QList<RichText>> readRows(qsizetype to);
    void showOpen();
    void showRows();
    bool appendToLast(qsizetype end);
    void showFenceTail();
    void replaceOpen(QList<MarkdownBlock> fresh, bool open);
    QList<MarkdownBlock> parse(qsizetype from, qsizetype to, const Context &context, State state);
    QList<MarkdownBlock> parsePlain(qsizetype from, qsizetype to) const;
    void place(QList<MarkdownBlock> &blocks, const Context &context) const;
    QList<UnsureSpan> unsureIn(qsizetype from, qsizetype to, qsizetype shift) const;
    QString definitionsFor(QStringView text) const;
    void gatherDefinitions(qsizetype from, qsizetype to);
    void resolveLate();
    void changedAt(qsizetype block);

    Mode m_mode;
    QString m_source;
    std::vector<MarkdownBlock> m_blocks;
    std::vector<Chunk> m_chunks;       // those with a bracket: a later definition may make links of them
    QHash<QString, QString> m_definitions;
    qsizetype m_resolvedDefinitions = 0;
    QList<UnsureSpan> m_unsure;
    bool m_lastWasReturn = false;
    bool m_finished = false;

    State m_state = State::Between;
    Context m_context;
    qsizetype m_openFrom = 0;  // the open chunk begins here
    qsizetype m_firstOpen = 0; // and its blocks here
    qsizetype m_lineFrom = 0;  // the line that is being read
    qsizetype m_searchFrom = 0;
    qsizetype m_previousLine = -1; // in a paragraph, where the line before begins: a table's header, perhaps
    qsizetype m_nextCheck = 0;
    bool m_midLine = false;    // m_lineFrom is within a line
    bool m_blankSeen = false;
    MarkdownLine m_opening;    // of the fence or item
    bool m_fenceInQuote = false;
    qsizetype m_fenceLines = 0;
    QString m_tableHead;
    qsizetype m_rowsFrom = 0;
    qsizetype m_parsedTo = 0;  // the open chunk was read up to here
    qsizetype m_shownTo = 0;   // and shown, roughly, up to here
    qsizetype m_firstChanged = 0;
    quint64 m_lastId = 0;
    int m_lastContainer = 0;
    qint64 m_parsedUnits = 0;
};

} // namespace vitrine
