#include "transcript/MarkdownBlocks.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <iterator>

// How one chunk becomes blocks that fit behind those before it, and how links find definitions in other chunks.

namespace vitrine {

namespace {

constexpr qsizetype mostDefinitions = 1000;

QString labelKey(QStringView label)
{
    return label.toString().simplified().toCaseFolded();
}

// "[^1]: " at the beginning of a chunk; its length, or 0.
qsizetype footnoteLength(QStringView text)
{
    if (!text.trimmed().startsWith(u"[^"))
        return 0;
    const qsizetype end = text.indexOf(u"]:");
    const qsizetype line = text.indexOf(u'\n');
    if (end <= 2 || end >= 64 || (line >= 0 && line < end))
        return 0;
    return end + 2 < text.size() && text.at(end + 2) == u' ' ? end + 3 : end + 2;
}

bool isDisplayMath(const MarkdownBlock &block)
{
    const RichText &rich = block.text;
    return block.kind == MarkdownBlock::Kind::Paragraph && rich.runs.size() == 1 && (rich.runs.first().flags & Math)
        && rich.runs.first().length == rich.text.size() && (rich.text.startsWith(u"$$") || rich.text.startsWith(u"\\["));
}

} // namespace

QList<MarkdownBlock> MarkdownBlocks::parse(qsizetype from, qsizetype to, const Context &context, State state)
{
    const QStringView text = QStringView(m_source).mid(from, to - from);
    m_parsedUnits += text.size();
    if (m_mode == Mode::Plain)
        return parsePlain(from, to);
    if (state == State::Math && !context.plain) {
        MarkdownBlock block;
        block.kind = MarkdownBlock::Kind::Math;
        block.code = text.trimmed().toString();
        block.sourceFrom = from;
        block.sourceTo = to;
        return {block};
    }
    const qsizetype footnote = context.continues ? 0 : footnoteLength(text);
    MarkdownChunk chunk{text.mid(footnote), from + footnote, context.continues || footnote > 0, definitionsFor(text),
                        unsureIn(from + footnote, to, 0)};
    QList<MarkdownBlock> blocks = parseMarkdown(chunk);
    place(blocks, context);
    if (footnote > 0 && !blocks.isEmpty()) {
        const QStringView label = text.first(footnote).trimmed(); // "[^1]:"
        blocks.first().gap = MarkdownBlock::Gap::Normal;
        blocks.first().sourceFrom = from;
        blocks.first().containers.prepend(
            {BlockContainer::Kind::Item, m_lastContainer + 1, label.mid(2, label.size() - 4).toString() + u'.', true, false});
    }
    // Cut within a line: cmark drops the space at the end, and the next piece goes on behind it.
    const bool cut = to < m_source.size() && to > from && m_source.at(to - 1) == u' ' && m_source.at(to) != u'\n';
    if (cut && !blocks.isEmpty() && blocks.last().kind == MarkdownBlock::Kind::Paragraph)
        blocks.last().text.text += u' ';
    return blocks;
}

void MarkdownBlocks::place(QList<MarkdownBlock> &blocks, const Context &context) const
{
    const int base = context.containerBase >= 0 ? context.containerBase : m_lastContainer;
    int item = 0;
    int number = context.listNumber - 1;
    for (MarkdownBlock &block : blocks) {
        for (BlockContainer &container : block.containers)
            container.id += base;
        if (isDisplayMath(block)) {
            block.kind = MarkdownBlock::Kind::Math;
            block.code = std::exchange(block.text, {}).text;
        }
        if (block.containers.isEmpty())
            continue;
        BlockContainer &outer = block.containers.first();
        if (outer.kind == BlockContainer::Kind::Quote && context.quoteId > 0) {
            outer.id = context.quoteId;
        } else if (outer.kind == BlockContainer::Kind::Item && context.listNumber > 0) {
            number += outer.id != item ? 1 : 0;
            item = outer.id;
            if (outer.marker.at(0).isDigit())
                outer.marker = QString::number(number) + u'.';
        }
    }
    if (blocks.isEmpty())
        return;
    if (context.continues)
        blocks.first().gap = MarkdownBlock::Gap::None;
    else if (context.listNumber > 0)
        blocks.first().gap = context.loose ? MarkdownBlock::Gap::Normal : MarkdownBlock::Gap::Tight;
}

QList<MarkdownBlock> MarkdownBlocks::parsePlain(qsizetype from, qsizetype to) const
{
    QStringView text = QStringView(m_source).mid(from, to - from);
    while (text.startsWith(u'\n'))
        text = text.mid(1);
    const bool cut = to < m_source.size() && m_source.at(to) != u'\n' && to > from && m_source.at(to - 1) != u'\n';
    while (!cut && !text.isEmpty() && text.back().isSpace())
        text.chop(1);
    if (text.isEmpty())
        return {};
    MarkdownBlock block;
    block.text.text = text.toString().replace(u'\n', QChar::LineSeparator);
    block.sourceFrom = from;
    block.sourceTo = to;
    block.gap = m_context.continues ? MarkdownBlock::Gap::None : MarkdownBlock::Gap::Normal;
    return {block};
}

// Whether nothing within the open paragraph up to `at` waits for a closing mark.
bool MarkdownBlocks::settlesAt(qsizetype at)
{
    if (m_mode == Mode::Plain)
        return true;
    const QList<MarkdownBlock> blocks = parse(m_openFrom, at, m_context, m_state);
    for (const MarkdownBlock &block : blocks) {
        qsizetype from = 0;
        const auto waits = [&](qsizetype to) {
            const QStringView prose = QStringView(block.text.text).mid(from, to - from);
            return std::any_of(prose.begin(), prose.end(), [](QChar c) { return QStringView(u"*_~[<`$").contains(c); });
        };
        for (const InlineRun &run : block.text.runs) {
            if (waits(run.start))
                return false;
            from = run.start + run.length;
        }
        if (waits(block.text.text.size()))
            return false;
    }
    return true;
}

void MarkdownBlocks::gatherDefinitions(qsizetype from, qsizetype to)
{
    const QString text = m_source.mid(from, to - from);
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        const qsizetype end = trimmed.indexOf(u"]:");
        if (!trimmed.startsWith(u'[') || trimmed.startsWith(u"[^") || end < 2 || m_definitions.size() >= mostDefinitions)
            return;
        const QString key = labelKey(QStringView(trimmed).mid(1, end - 1));
        if (!m_definitions.contains(key))
            m_definitions.insert(key, trimmed);
    }
}

QString MarkdownBlocks::definitionsFor(QStringView text) const
{
    if (m_definitions.isEmpty())
        return {};
    QStringList found;
    QSet<QString> keys;
    constexpr qsizetype longestLabel = 200;
    for (qsizetype open = text.indexOf(u'['); open >= 0; open = text.indexOf(u'[', open + 1)) {
        const qsizetype close = text.mid(open, longestLabel).indexOf(u']') + open;
        if (close <= open + 1)
            continue;
        const QString key = labelKey(text.mid(open + 1, close - open - 1));
        if (m_definitions.contains(key) && !keys.contains(key)) {
            keys.insert(key);
            found.append(m_definitions.value(key));
        }
    }
    return found.join(u'\n');
}

// Links whose definition came later, as in lists of sources at an answer's end.
void MarkdownBlocks::resolveLate()
{
    if (m_definitions.size() == m_resolvedDefinitions)
        return;
    m_resolvedDefinitions = m_definitions.size();
    for (auto chunk = m_chunks.rbegin(); chunk != m_chunks.rend(); ++chunk) {
        if (definitionsFor(QStringView(m_source).mid(chunk->from, chunk->to - chunk->from)).isEmpty())
            continue;
        QList<MarkdownBlock> fresh = parse(chunk->from, chunk->to, chunk->context, chunk->state);
        if (fresh.size() != chunk->blockCount)
            continue;
        for (qsizetype i = 0; i < fresh.size(); ++i) {
            MarkdownBlock &old = m_blocks[size_t(chunk->firstBlock + i)];
            fresh[i].id = old.id;
            if (fresh[i] == old)
                continue;
            old = std::move(fresh[i]);
            changedAt(chunk->firstBlock + i);
        }
    }
}

} // namespace vitrine
