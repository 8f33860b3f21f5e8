#include "transcript/MarkdownParser.h"

#include "transcript/MarkdownInlines.h"
#include "transcript/MarkdownMath.h"
#include "transcript/MarkdownPrepare.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace vitrine {

namespace {

// cmark fills short rows up to the header's width, which a hostile text can turn into hundreds of megabytes.
constexpr qsizetype mostColumns = 60;
// Deep nesting costs cmark a walk down for every line.
constexpr qsizetype deepest = 40;

struct NodeDeleter {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
    void operator()(cmark_iter *iter) const { cmark_iter_free(iter); }
};
template<class T>
using Owned = std::unique_ptr<T, NodeDeleter>;

struct Danger {
    bool wide = false;
    bool deep = false;
};

Danger dangerOf(QStringView text)
{
    Danger danger;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = text.indexOf(u'\n', from);
        if (to < 0)
            to = text.size();
        const QStringView line = text.mid(from, to - from);
        danger.wide = danger.wide || line.count(u'|') > mostColumns;
        qsizetype depth = 0;
        for (const QChar c : line) {
            if (c == u'>' || c == u'-' || c == u'*' || c == u'+' || c == u'.' || c == u')')
                ++depth;
            else if (!c.isSpace() && !c.isDigit())
                break;
        }
        // A long rule ("-----") is not deep.
        danger.deep = danger.deep || (depth > deepest && (line.contains(u'>') || line.contains(u' ')));
        from = to + 1;
    }
    return danger;
}

Owned<cmark_node> parseTree(const QByteArray &utf8, bool tables)
{
    cmark_gfm_core_extensions_ensure_registered();
    Owned<cmark_parser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"}) {
        if (tables || std::strcmp(name, "table") != 0)
            cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    attachMath(parser.get());
    cmark_parser_feed(parser.get(), utf8.constData(), size_t(utf8.size()));
    return Owned<cmark_node>(cmark_parser_finish(parser.get()));
}

// Walks the tree once and writes down its leaves.
class Flattener
{
public:
    explicit Flattener(const MarkdownChunk &chunk) : m_chunk(chunk)
    {
        m_linesBefore = chunk.definitions.isEmpty() ? 0 : int(chunk.definitions.count(u'\n')) + 2;
        m_lineStarts.push_back(0);
        for (qsizetype at = 0; at < chunk.text.size(); ++at) {
            if (chunk.text.at(at) == u'\n')
                m_lineStarts.push_back(at + 1);
        }
    }

    QList<MarkdownBlock> run(cmark_node *root)
    {
        Owned<cmark_iter> iter(cmark_iter_new(root));
        for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get()))
            visit(cmark_iter_get_node(iter.get()), event == CMARK_EVENT_ENTER);
        return std::move(m_blocks);
    }

private:
    struct List {
        bool ordered = false;
        bool tight = false;
        int next = 1;
        bool begun = false; // an item came before
    };

    void visit(cmark_node *node, bool enter)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        const char *name = cmark_node_get_type_string(node);
        if (type == CMARK_NODE_BLOCK_QUOTE)
            enter ? m_containers.append({BlockContainer::Kind::Quote, ++m_lastContainer, {}, false, false}) : m_containers.removeLast();
        else if (type == CMARK_NODE_LIST)
            enter ? enterList(node) : m_lists.pop_back();
        else if (type == CMARK_NODE_ITEM || std::strcmp(name, "tasklist") == 0)
            enter ? enterItem(node) : leaveItem(node);
        else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
            enter ? m_inlines.begin() : writeText(node);
        else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK)
            writeLeaf(node);
        else if (std::strcmp(name, "table") == 0)
            enter ? beginTable(node) : write(node, std::move(m_table));
        else if (std::strcmp(name, "table_cell") == 0)
            enter ? m_inlines.begin() : m_table.rows.last().append(m_inlines.take());
        else if (std::strncmp(name, "table_", 6) == 0) // a row or the header
            enter ? m_table.rows.append(QList<RichText>()) : endRow();
        else if (type != CMARK_NODE_DOCUMENT)
            m_inlines.visit(node, enter);
    }

    void enterList(cmark_node *node)
    {
        m_lists.push_back({cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, cmark_node_get_list_tight(node) != 0,
                           cmark_node_get_list_start(node), false});
    }

    void enterItem(cmark_node *node)
    {
        List &list = m_lists.back();
        BlockContainer item{BlockContainer::Kind::Item, ++m_lastContainer, QStringLiteral("•"), true, false};
        if (list.ordered)
            item.marker = QString::number(list.next++) + u'.';
        if (std::strcmp(cmark_node_get_type_string(node), "tasklist") == 0) {
            item.done = cmark_gfm_extensions_get_tasklist_item_checked(node);
            item.marker = item.done ? QStringLiteral("☑") : QStringLiteral("☐");
        }
        m_containers.append(item);
    }

    void leaveItem(cmark_node *node)
    {
        if (m_containers.last().first) // nothing stood in it
            write(node, {});
        m_lists.back().begun = true;
        m_containers.removeLast();
    }

    void writeText(cmark_node *node)
    {
        MarkdownBlock block;
        block.level = cmark_node_get_type(node) == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
        block.kind = block.level ? MarkdownBlock::Kind::Heading : MarkdownBlock::Kind::Paragraph;
        block.text = m_inlines.take();
        write(node, std::move(block));
    }

    void writeLeaf(cmark_node *node)
    {
        MarkdownBlock block;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_THEMATIC_BREAK) {
            block.kind = MarkdownBlock::Kind::Rule;
        } else {
            QString text = QString::fromUtf8(cmark_node_get_literal(node));
            if (text.endsWith(u'\n'))
                text.chop(1);
            if (type == CMARK_NODE_CODE_BLOCK) {
                block.kind = MarkdownBlock::Kind::Code;
                block.language = restoreCode(QString::fromUtf8(cmark_node_get_fence_info(node))).section(u' ', 0, 0);
                block.code = restoreCode(text);
                block.settled = block.code.size();
            } else {
                block.text.text = restoreCode(text).replace(u'\n', QChar::LineSeparator);
            }
        }
        write(node, std::move(block));
    }

    void beginTable(cmark_node *node)
    {
        m_table = {};
        m_table.kind = MarkdownBlock::Kind::Table;
        const int columns = cmark_gfm_extensions_get_table_columns(node);
        const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (int i = 0; i < columns; ++i)
            m_table.alignments.append(alignments[i] == 'r' ? Qt::AlignRight : alignments[i] == 'c' ? Qt::AlignHCenter : Qt::AlignLeft);
    }

    void endRow()
    {
        m_table.rows.last().resize(m_table.alignments.size());
        m_table.settled = m_table.rows.size();
    }

    void write(cmark_node *node, MarkdownBlock block)
    {
        block.containers = m_containers;
        block.gap = gapHere();
        for (BlockContainer &container : m_containers)
            container.first = false;
        const auto lineStart = [&](int line) {
            line = std::max(1, line - m_linesBefore);
            return size_t(line) > m_lineStarts.size() ? m_chunk.text.size() : m_lineStarts[size_t(line) - 1];
        };
        block.sourceFrom = m_chunk.from + lineStart(cmark_node_get_start_line(node));
        block.sourceTo = m_chunk.from + lineStart(cmark_node_get_end_line(node) + 1);
        m_blocks.append(std::move(block));
    }

    MarkdownBlock::Gap gapHere() const
    {
        if (m_lists.empty() || !m_lists.back().tight)
            return MarkdownBlock::Gap::Normal;
        const bool opensList = m_lists.size() == 1 && !m_lists.back().begun && m_containers.last().first;
        return opensList ? MarkdownBlock::Gap::Normal : MarkdownBlock::Gap::Tight;
    }

    const MarkdownChunk &m_chunk;
    std::vector<qsizetype> m_lineStarts;
    QList<MarkdownBlock> m_blocks;
    QList<BlockContainer> m_containers;
    std::vector<List> m_lists;
    InlineBuilder m_inlines;
    MarkdownBlock m_table;
    int m_lastContainer = 0;
    int m_linesBefore = 0;
};

QList<MarkdownBlock> asWritten(const MarkdownChunk &chunk)
{
    MarkdownBlock block;
    block.text.text = chunk.text.trimmed().toString().replace(u'\n', QChar::LineSeparator);
    block.sourceFrom = chunk.from;
    block.sourceTo = chunk.from + chunk.text.size();
    return {block};
}

} // namespace

QList<MarkdownBlock> parseMarkdown(const MarkdownChunk &chunk)
{
    const Danger danger = dangerOf(chunk.text);
    if (danger.deep)
        return asWritten(chunk);
    const Owned<cmark_node> root = parseTree(prepareMarkdown(chunk), !danger.wide);
    return Flattener(chunk).run(root.get());
}

} // namespace vitrine
