#include "transcript/MarkdownBlocks.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace vitrine {

namespace {

constexpr QStringView speaking = u"*_~[]()<>`$|\\:@!#&^"; // characters that may change how what stands before is read
constexpr qsizetype plainTail = 64;      // so much may be shown unread behind the open block
constexpr qsizetype longOpen = 2048;     // an open chunk longer than this is read again only when it grew by a thirty-second part

bool isHidden(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0);
}

// "-", "##", "1." and the like: what they begin is not known yet, and showing them would flicker.
bool isOnlyMarker(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty() || text.size() > 12)
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return QStringView(u"-=*+#>_`~|:.").contains(c) || c.isDigit(); })
        && (!text.back().isDigit() || text.size() < 3) && !text.endsWith(u":");
}

} // namespace

void MarkdownBlocks::setText(QStringView text, const QList<TextSpan> &unsure)
{
    const Mode mode = m_mode;
    const quint64 lastId = m_lastId;
    *this = MarkdownBlocks(mode);
    m_lastId = lastId;
    readUnsure(text, unsure);
    append(text);
}

void MarkdownBlocks::append(QStringView text)
{
    appendClean(text);
    m_finished = false;
    scan();
    showOpen();
}

void MarkdownBlocks::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    if (m_lineFrom < m_source.size())
        step(m_source.size());
    m_lineFrom = m_searchFrom = m_source.size();
    if (m_state == State::Fence) {
        m_blocks.back().open = false;
        changedAt(qsizetype(m_blocks.size()) - 1);
        closeChunk(m_source.size());
    } else if (m_state == State::Table) {
        settleRows(m_source.size());
        closeChunk(m_source.size());
    } else if (m_state != State::Between) {
        m_context.plain = m_context.plain || m_state == State::Math;
        commit(m_source.size());
    }
    replaceOpen({}, false); // what was shown of a line that came to nothing
    resolveLate();
}

qsizetype MarkdownBlocks::takeFirstChanged()
{
    return std::exchange(m_firstChanged, qsizetype(m_blocks.size()));
}

QString MarkdownBlocks::dump() const
{
    QStringList lines;
    for (const MarkdownBlock &block : m_blocks)
        lines.append(dumpBlock(block));
    return lines.join(u'\n');
}

void MarkdownBlocks::appendClean(QStringView text)
{
    m_source.reserve(m_source.size() + text.size());
    for (const QChar c : text) {
        const bool second = m_lastWasReturn && c == u'\n';
        m_lastWasReturn = c == u'\r';
        if (second)
            continue;
        m_source += m_lastWasReturn ? QChar(u'\n') : isHidden(c) ? QChar(QChar::ReplacementCharacter) : c;
    }
}

// From code points of the text as it came to UTF-16 units of the cleaned text.
void MarkdownBlocks::readUnsure(QStringView text, const QList<TextSpan> &unsure)
{
    QList<TextSpan> spans = unsure;
    std::sort(spans.begin(), spans.end(), [](const TextSpan &a, const TextSpan &b) { return a.start < b.start; });
    qsizetype point = 0;
    qsizetype clean = 0;
    qsizetype at = 0;
    const auto advanceTo = [&](qsizetype target) {
        for (; at < text.size() && point < target; ++at, ++point) {
            const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
            const bool dropped = text.at(at) == u'\n' && at > 0 && text.at(at - 1) == u'\r';
            clean += dropped ? 0 : pair ? 2 : 1;
            at += pair ? 1 : 0;
        }
        return clean;
    };
    for (const TextSpan &span : std::as_const(spans)) {
        const qsizetype from = advanceTo(span.start);
        const qsizetype to = advanceTo(span.end);
        if (from < to)
            m_unsure.append({from, to});
    }
}

QList<UnsureSpan> MarkdownBlocks::unsureIn(qsizetype from, qsizetype to, qsizetype shift) const
{
    QList<UnsureSpan> spans;
    for (const UnsureSpan &span : m_unsure) {
        if (span.from < to && span.to > from)
            spans.append({std::max(span.from, from) - from + shift, std::min(span.to, to) - from + shift});
    }
    return spans;
}

void MarkdownBlocks::changedAt(qsizetype block)
{
    m_firstChanged = std::min(m_firstChanged, block);
}

void MarkdownBlocks::commit(qsizetype to)
{
    replaceOpen(parse(m_openFrom, to, m_context, m_state), false);
    const QStringView text = QStringView(m_source).mid(m_openFrom, to - m_openFrom);
    if (m_mode == Mode::Markdown && text.contains(u'[')) {
        Context context = m_context;
        context.containerBase = m_lastContainer;
        m_chunks.push_back({m_openFrom, to, m_firstOpen, qsizetype(m_blocks.size()) - m_firstOpen, m_state, context});
        gatherDefinitions(m_openFrom, to);
    }
    closeChunk(to);
}

void MarkdownBlocks::closeChunk(qsizetype to)
{
    for (size_t i = size_t(m_firstOpen); i < m_blocks.size(); ++i) {
        for (const BlockContainer &container : m_blocks[i].containers)
            m_lastContainer = std::max(m_lastContainer, container.id);
    }
    m_firstOpen = qsizetype(m_blocks.size());
    m_openFrom = to;
    m_parsedTo = m_shownTo = to;
    m_state = State::Between;
    m_context = {};
    m_blankSeen = false;
}

void MarkdownBlocks::showOpen()
{
    if (m_state == State::Fence) {
        showFenceTail();
        return;
    }
    if (m_state == State::Table) {
        showRows();
        return;
    }
    qsizetype end = m_source.size();
    if (m_mode == Mode::Markdown && !m_midLine && isOnlyMarker(QStringView(m_source).mid(m_lineFrom)))
        end = m_lineFrom;
    if (appendToLast(end))
        return;
    replaceOpen(end > m_openFrom ? parse(m_openFrom, end, m_context, m_state) : QList<MarkdownBlock>(), true);
    m_parsedTo = m_shownTo = end;
    while (m_shownTo > m_openFrom && m_source.at(m_shownTo - 1).isSpace())
        --m_shownTo;
}

// Most pieces of a stream are words: they go behind the open block's text unread. The block is read when something speaking comes,
// when the unread part gets long, and always before it is final.
bool MarkdownBlocks::appendToLast(qsizetype end)
{
    if (qsizetype(m_blocks.size()) <= m_firstOpen || end != m_source.size() || m_parsedTo <= m_openFrom)
        return false;
    const QStringView fresh = QStringView(m_source).mid(m_parsedTo, end - m_parsedTo);
    const QStringView before = QStringView(m_source).mid(m_lineFrom, std::max<qsizetype>(0, m_parsedTo - m_lineFrom));
    const bool words = fresh.size() <= plainTail
        && std::none_of(fresh.begin(), fresh.end(), [](QChar c) { return c == u'\n' || speaking.contains(c); })
        && (m_midLine || std::any_of(before.begin(), before.end(), [](QChar c) { return c.isLetter(); }));
    const bool tooLong = m_parsedTo - m_openFrom > longOpen && fresh.size() < (m_parsedTo - m_openFrom) / 32;
    if (!words && !tooLong)
        return false;

    qsizetype shown = end;
    while (shown > m_shownTo && m_source.at(shown - 1).isSpace())
        --shown;
    QString text = m_source.mid(m_shownTo, shown - m_shownTo);
    MarkdownBlock &last = m_blocks.back();
    if (last.kind == MarkdownBlock::Kind::Code || last.kind == MarkdownBlock::Kind::Math)
        last.code += text;
    else if (last.kind == MarkdownBlock::Kind::Paragraph || last.kind == MarkdownBlock::Kind::Heading)
        last.text.text += text.replace(u'\n', QChar::LineSeparator);
    else
        return false;
    last.sourceTo = end;
    m_shownTo = shown;
    changedAt(qsizetype(m_blocks.size()) - 1);
    return true;
}

void MarkdownBlocks::showFenceTail()
{
    const QStringView tail = QStringView(m_source).mid(m_lineFrom);
    MarkdownBlock &block = m_blocks.back();
    const qsizetype before = block.code.size();
    block.code.truncate(block.settled);
    if (!tail.isEmpty() && !mayCloseFence(tail, m_opening)) {
        if (m_fenceLines > 0)
            block.code += u'\n';
        block.code += tail;
    }
    block.sourceTo = m_source.size();
    if (block.code.size() != before)
        changedAt(qsizetype(m_blocks.size()) - 1);
}

void MarkdownBlocks::showRows()
{
    const QStringView fresh = QStringView(m_source).mid(m_parsedTo);
    const bool tooLong = m_parsedTo - m_rowsFrom > longOpen && fresh.size() < (m_parsedTo - m_rowsFrom) / 32;
    const bool words = fresh.size() < 16 && !fresh.contains(u'|') && !fresh.contains(u'\n');
    if (tooLong || words)
        return;
    MarkdownBlock &block = m_blocks[size_t(m_firstOpen)];
    block.rows.resize(block.settled);
    block.rows.append(readRows(m_source.size()));
    block.sourceTo = m_source.size();
    m_parsedTo = m_source.size();
    changedAt(m_firstOpen);
}

void MarkdownBlocks::settleRows(qsizetype to)
{
    MarkdownBlock &block = m_blocks[size_t(m_firstOpen)];
    block.rows.resize(block.settled);
    if (to > m_rowsFrom)
        block.rows.append(readRows(to));
    block.settled = block.rows.size();
    block.sourceTo = to;
    block.open = false;
    m_rowsFrom = m_parsedTo = to;
    changedAt(m_firstOpen);
}

// Rows are read beneath the header they belong to, so that each comes out with its number of cells.
QList<QList<RichText>> MarkdownBlocks::readRows(qsizetype to)
{
    const QString text = m_tableHead + m_source.mid(m_rowsFrom, to - m_rowsFrom);
    MarkdownChunk chunk;
    chunk.text = text;
    chunk.definitions = definitionsFor(text);
    chunk.unsure = unsureIn(m_rowsFrom, to, m_tableHead.size());
    m_parsedUnits += text.size();
    const QList<MarkdownBlock> blocks = parseMarkdown(chunk);
    if (blocks.size() == 1 && blocks.first().kind == MarkdownBlock::Kind::Table)
        return blocks.first().rows.mid(1);

    QList<QList<RichText>> rows; // a line that cmark does not take for a row is kept as it was written
    const QStringList lines = text.mid(m_tableHead.size()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        QList<RichText> row(m_blocks[size_t(m_firstOpen)].alignments.size());
        row.first().text = line.trimmed();
        rows.append(row);
    }
    return rows;
}

void MarkdownBlocks::replaceOpen(QList<MarkdownBlock> fresh, bool open)
{
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const size_t at = size_t(m_firstOpen + i);
        MarkdownBlock &block = fresh[i];
        block.open = open && i == fresh.size() - 1;
        if (at < m_blocks.size() && m_blocks[at].kind == block.kind) {
            block.id = m_blocks[at].id;
            if (m_blocks[at] == block)
                continue;
        } else {
            block.id = ++m_lastId;
        }
        changedAt(m_firstOpen + i);
        if (at < m_blocks.size())
            m_blocks[at] = std::move(block);
        else
            m_blocks.push_back(std::move(block));
    }
    const size_t end = size_t(m_firstOpen + fresh.size());
    if (m_blocks.size() > end) {
        m_blocks.resize(end);
        changedAt(qsizetype(end));
    }
}

} // namespace vitrine
