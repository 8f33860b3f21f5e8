#include "transcript/MarkdownBlocks.h"

#include <algorithm>

// Where one chunk of an answer ends and the next begins. Every decision depends on complete lines or on a fixed number of
// characters only, never on how the text was cut when it arrived.

namespace vitrine {

namespace {

constexpr qsizetype firstCheck = 4096; // a paragraph longer than this is looked at for a place to settle,
constexpr qsizetype checkEvery = 1024;
constexpr qsizetype longestPiece = 8192; // and is cut here if there is none
constexpr qsizetype lookAhead = 64;
constexpr qsizetype longestChunk = 32768; // of any other kind, at a line's end
constexpr qsizetype rowsTogether = 512;

using Kind = MarkdownLine::Kind;

bool interruptsParagraph(const MarkdownLine &line)
{
    switch (line.kind) {
    case Kind::Fence:
    case Kind::Heading:
    case Kind::Quote:
    case Kind::Math:
    case Kind::Footnote:
        return true;
    case Kind::Bullet:
        return !line.bare;
    case Kind::Ordered:
        return !line.bare && line.number == 1;
    default:
        return false;
    }
}

} // namespace

void MarkdownBlocks::scan()
{
    for (;;) {
        const qsizetype end = m_source.indexOf(u'\n', std::max(m_searchFrom, m_lineFrom));
        if (end < 0)
            break;
        splitLongLine(end);
        step(end);
        m_lineFrom = end + 1;
        m_searchFrom = m_lineFrom;
        m_midLine = false;
    }
    m_searchFrom = m_source.size();
    scanPartialLine();
}

void MarkdownBlocks::scanPartialLine()
{
    splitLongLine(m_source.size());
    if (!isProse(m_source.size()))
        return;
    if (m_state == State::Between && m_source.size() - m_lineFrom > firstCheck)
        start(MarkdownLine(), m_source.size());
    if (m_state == State::Paragraph)
        checkParagraph(m_source.size());
}

void MarkdownBlocks::splitLongLine(qsizetype lineEnd)
{
    while (lineEnd - m_lineFrom > longestPiece + lookAhead && m_state != State::Fence) {
        if (isProse(lineEnd) && (m_state == State::Paragraph || m_state == State::Between))
            return; // checkParagraph finds better places
        if (m_state == State::Table) {
            settleRows(m_lineFrom);
            closeChunk(m_lineFrom);
        }
        const qsizetype at = boundaryBefore(m_lineFrom + longestPiece);
        if (!m_midLine && readLine(QStringView(m_source).mid(m_lineFrom, at - m_lineFrom)).kind == Kind::Fence)
            return;
        step(at);
        cutAt(at);
        m_lineFrom = at;
        m_midLine = true;
    }
}

// A line that begins with a letter is a paragraph's text whatever comes later on it.
bool MarkdownBlocks::isProse(qsizetype end) const
{
    if (m_midLine)
        return true;
    qsizetype at = m_lineFrom;
    while (at < end && at < m_lineFrom + 3 && m_source.at(at) == u' ')
        ++at;
    return at < end && m_source.at(at).isLetter();
}

void MarkdownBlocks::step(qsizetype to)
{
    const QStringView text = QStringView(m_source).mid(m_lineFrom, to - m_lineFrom);
    if (m_state == State::Fence) {
        stepFence(text, to);
        return;
    }
    MarkdownLine line = m_midLine ? MarkdownLine() : readLine(text);
    if (m_midLine && text.trimmed().isEmpty())
        line.kind = Kind::Blank;
    const bool plain = m_mode == Mode::Plain;
    if (plain && line.kind != Kind::Fence && line.kind != Kind::Blank)
        line = {};

    switch (m_state) {
    case State::Between:
        start(line, to);
        break;
    case State::Paragraph:
        stepParagraph(line, to);
        break;
    case State::List:
        stepList(line, to);
        break;
    case State::Quote:
        stepQuote(line, text, to);
        break;
    case State::Indented:
        if (line.kind != Kind::Blank && line.kind != Kind::Indented) {
            commit(m_lineFrom);
            start(line, to);
        }
        break;
    case State::Html:
        if (line.kind == Kind::Blank)
            commit(to);
        break;
    case State::Math:
        stepMath(text, to);
        break;
    case State::Table:
        stepTable(line, to);
        break;
    case State::Fence:
        break;
    }
    if (m_state != State::Between && m_state != State::Fence && m_state != State::Table && to - m_openFrom > longestChunk) {
        m_context.plain = m_state == State::Math;
        commit(to);
    }
}

void MarkdownBlocks::start(const MarkdownLine &line, qsizetype to)
{
    m_openFrom = m_lineFrom;
    m_previousLine = m_lineFrom;
    m_blankSeen = false;
    m_nextCheck = m_openFrom + firstCheck;
    m_parsedTo = m_shownTo = m_openFrom;
    switch (line.kind) {
    case Kind::Blank:
        m_openFrom = std::min(to + 1, m_source.size());
        m_state = State::Between;
        break;
    case Kind::Fence:
        startFence(line, to);
        break;
    case Kind::Heading:
        m_state = State::Paragraph;
        commit(to);
        break;
    case Kind::Rule:
        m_state = State::Paragraph;
        // "===" alone is text, and "--" too; a paragraph may follow.
        if (m_source.at(m_lineFrom + line.indent) != u'=')
            commit(to);
        break;
    case Kind::Quote:
        m_state = State::Quote;
        m_fenceInQuote = false;
        stepQuote(line, QStringView(m_source).mid(m_lineFrom, to - m_lineFrom), to);
        break;
    case Kind::Bullet:
    case Kind::Ordered:
        startItem(line);
        break;
    case Kind::Indented:
        m_state = State::Indented;
        break;
    case Kind::Html:
        m_state = State::Html;
        break;
    case Kind::Math:
        m_state = State::Math;
        break;
    case Kind::Text:
    case Kind::Footnote:
        m_state = State::Paragraph;
        if (isProse(to))
            checkParagraph(to);
        break;
    }
}

void MarkdownBlocks::stepParagraph(const MarkdownLine &line, qsizetype to)
{
    if (line.kind == Kind::Blank) {
        commit(to);
        return;
    }
    if (interruptsParagraph(line)) {
        commit(m_lineFrom);
        start(line, to);
        return;
    }
    if (line.kind == Kind::Rule) {
        commit(to);
        return;
    }
    const QStringView text = QStringView(m_source).mid(m_lineFrom, to - m_lineFrom);
    if (m_mode == Mode::Markdown && looksLikeTableRule(text) && startTable(to))
        return;
    m_previousLine = m_lineFrom;
    if (isProse(to))
        checkParagraph(to);
    if (m_mode == Mode::Plain && to - m_openFrom > firstCheck)
        commit(to);
}

void MarkdownBlocks::startItem(const MarkdownLine &line)
{
    m_state = State::List;
    m_opening = line;
}

void MarkdownBlocks::stepList(const MarkdownLine &line, qsizetype to)
{
    if (line.kind == Kind::Blank) {
        m_blankSeen = true;
        return;
    }
    if (line.indent >= m_opening.contentIndent) {
        m_blankSeen = false;
        return;
    }
    const bool sibling = line.kind == m_opening.kind && line.marker == m_opening.marker;
    if (sibling) {
        const Context next{false, m_context.listNumber + 1, m_blankSeen, 0, false};
        // The first item's own number is where counting begins.
        const int number = m_context.listNumber == 0 ? m_opening.number + 1 : next.listNumber;
        commit(m_lineFrom);
        start(line, to);
        m_context = next;
        m_context.listNumber = std::max(1, number);
        return;
    }
    if (m_blankSeen || line.kind == Kind::Rule || line.kind == Kind::Bullet || line.kind == Kind::Ordered
        || interruptsParagraph(line)) {
        commit(m_lineFrom);
        start(line, to);
    }
}

void MarkdownBlocks::stepQuote(const MarkdownLine &line, QStringView text, qsizetype to)
{
    if (line.kind == Kind::Blank) {
        commit(to);
        return;
    }
    if (line.kind != Kind::Quote) {
        if (interruptsParagraph(line) || line.kind == Kind::Rule || line.kind == Kind::Bullet || line.kind == Kind::Ordered) {
            commit(m_lineFrom);
            start(line, to);
        }
        return;
    }
    // A long quote is settled between its paragraphs.
    QStringView inner = text.trimmed().mid(1);
    if (inner.startsWith(u' '))
        inner = inner.mid(1);
    const MarkdownLine within = readLine(inner);
    const bool plainText = within.kind == Kind::Text && within.indent == 0;
    if (m_blankSeen && plainText && !m_fenceInQuote) {
        commit(m_lineFrom);
        const int quote = m_blocks.empty() || m_blocks.back().containers.isEmpty() ? 0 : m_blocks.back().containers.first().id;
        start(line, to);
        m_context.quoteId = quote;
    }
    m_blankSeen = within.kind == Kind::Blank;
    if (m_fenceInQuote ? closesFence(inner, m_opening) : within.kind == Kind::Fence) {
        m_fenceInQuote = !m_fenceInQuote;
        m_opening = within;
    }
}

void MarkdownBlocks::stepMath(QStringView text, qsizetype to)
{
    if (text.trimmed().isEmpty()) { // never closed: not a formula
        m_context.plain = true;
        commit(to);
        return;
    }
    const bool dollars = QStringView(m_source).mid(m_openFrom, 5).trimmed().startsWith(u"$$");
    const qsizetype end = text.indexOf(dollars ? u"$$" : u"\\]");
    if (end < 0)
        return;
    if (text.mid(end + 2).trimmed().isEmpty()) {
        commit(to);
    } else {
        m_context.plain = true;
        m_state = State::Paragraph;
        m_previousLine = m_lineFrom;
    }
}

void MarkdownBlocks::startFence(const MarkdownLine &line, qsizetype to)
{
    m_state = State::Fence;
    m_opening = line;
    m_fenceLines = 0;
    MarkdownChunk chunk;
    const QString opening = m_source.mid(m_lineFrom, to - m_lineFrom) + u'\n';
    chunk.text = opening;
    m_parsedUnits += opening.size();
    QList<MarkdownBlock> blocks = parseMarkdown(chunk);
    MarkdownBlock block;
    block.kind = MarkdownBlock::Kind::Code;
    if (!blocks.isEmpty())
        block.language = blocks.first().language;
    block.sourceFrom = m_openFrom;
    block.sourceTo = std::min(to + 1, m_source.size());
    replaceOpen({block}, true);
}

void MarkdownBlocks::stepFence(QStringView text, qsizetype to)
{
    MarkdownBlock &block = m_blocks.back();
    block.code.truncate(block.settled);
    changedAt(qsizetype(m_blocks.size()) - 1);
    block.sourceTo = std::min(to + 1, m_source.size());
    if (closesFence(text, m_opening)) {
        block.open = false;
        closeChunk(to);
        return;
    }
    int strip = 0;
    while (strip < m_opening.indent && strip < text.size() && text.at(strip) == u' ')
        ++strip;
    if (m_fenceLines++ > 0)
        block.code += u'\n';
    block.code += text.mid(strip);
    block.settled = block.code.size();
}

bool MarkdownBlocks::startTable(qsizetype to)
{
    if (m_previousLine < m_openFrom)
        return false;
    MarkdownChunk chunk;
    const QString head = m_source.mid(m_previousLine, to - m_previousLine) + u'\n';
    chunk.text = head;
    chunk.from = m_previousLine;
    m_parsedUnits += head.size();
    const auto isTable = [](const QList<MarkdownBlock> &blocks) {
        return blocks.size() == 1 && blocks.first().kind == MarkdownBlock::Kind::Table;
    };
    QList<MarkdownBlock> plain = parseMarkdown(chunk);
    if (!isTable(plain))
        return false;
    if (m_previousLine > m_openFrom)
        commit(m_previousLine);
    m_openFrom = m_previousLine;
    m_state = State::Table;
    m_tableHead = head;
    m_rowsFrom = m_parsedTo = std::min(to + 1, m_source.size());
    // Read again with what the whole text knows (definitions, unsure stretches).
    QList<MarkdownBlock> table = parse(m_openFrom, m_rowsFrom, {}, State::Table);
    replaceOpen(isTable(table) ? std::move(table) : std::move(plain), true);
    return true;
}

void MarkdownBlocks::stepTable(const MarkdownLine &line, qsizetype to)
{
    switch (line.kind) {
    case Kind::Blank:
        settleRows(m_lineFrom);
        closeChunk(to);
        return;
    case Kind::Text:
    case Kind::Footnote:
        if (to + 1 - m_rowsFrom > rowsTogether)
            settleRows(std::min(to + 1, m_source.size()));
        return;
    default:
        settleRows(m_lineFrom);
        closeChunk(m_lineFrom);
        start(line, to);
    }
}

void MarkdownBlocks::checkParagraph(qsizetype end)
{
    if (m_mode == Mode::Plain && !m_midLine && end - m_lineFrom <= longestPiece + lookAhead)
        return;
    while (m_nextCheck + lookAhead <= end) {
        const qsizetype at = boundaryBefore(m_nextCheck);
        m_nextCheck += checkEvery;
        if (at <= m_openFrom || (at - m_openFrom < longestPiece - lookAhead && !settlesAt(at)))
            continue;
        cutAt(at);
    }
}

void MarkdownBlocks::cutAt(qsizetype at)
{
    commit(at);
    m_state = State::Paragraph;
    m_context.continues = true;
    m_previousLine = -1;
    m_nextCheck = at + firstCheck;
}

// A place near `at` where text can be cut: behind a single space, between two ideographs, or anywhere but within a character.
qsizetype MarkdownBlocks::boundaryBefore(qsizetype at) const
{
    const auto ideograph = [this](qsizetype i) { return m_source.at(i).unicode() >= 0x3400 && m_source.at(i).unicode() <= 0x9FFF; };
    for (qsizetype i = at; i > at - lookAhead; --i) {
        if (m_source.at(i - 1) == u' ' && !m_source.at(i).isSpace() && !m_source.at(i - 2).isSpace())
            return i;
        if (ideograph(i - 1) && ideograph(i))
            return i;
    }
    while (m_source.at(at).isLowSurrogate() || m_source.at(at).isMark())
        --at;
    return at;
}

} // namespace vitrine
