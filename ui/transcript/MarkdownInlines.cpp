#include "transcript/MarkdownInlines.h"

#include "transcript/MarkdownMath.h"
#include "transcript/MarkdownPrepare.h"
#include "transcript/SafeLink.h"

#include <QCoreApplication>

#include <cmark-gfm.h>

#include <cstring>

namespace vitrine {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar pad(0x202F); // narrow no-break space

QString literalOf(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

bool isLineBreakTag(const QString &html)
{
    const QString tag = html.toLower().remove(u' ');
    return tag == u"<br>" || tag == u"<br/>";
}

QString shortened(const QString &address)
{
    constexpr qsizetype longest = 120;
    return address.size() <= longest ? address : address.first(longest) + u'…';
}

// "[^1]" within prose becomes a small "1"; the definition stands where it was written.
RichText withFootnotes(const RichText &rich)
{
    if (!rich.text.contains(u"[^"))
        return rich;
    RichText out;
    out.links = rich.links;
    const auto copyText = [&](qsizetype from, qsizetype to) {
        const qsizetype target = out.text.size();
        out.text += QStringView(rich.text).mid(from, to - from);
        return int(target);
    };
    qsizetype run = 0;
    qsizetype at = 0;
    const auto copyProse = [&](qsizetype to) {
        while (at < to) {
            const qsizetype open = rich.text.indexOf(u"[^", at);
            const qsizetype close = open < 0 ? -1 : rich.text.indexOf(u']', open);
            const bool note = open >= 0 && close > open + 2 && close < to && close - open < 34
                && !QStringView(rich.text).mid(open, close - open).contains(u' ');
            if (!note) {
                copyText(at, to);
                at = to;
                break;
            }
            copyText(at, open);
            const int start = copyText(open + 2, close);
            out.runs.append({start, int(close - open - 2), Superscript, -1});
            at = close + 1;
        }
    };
    for (; run < rich.runs.size(); ++run) {
        InlineRun copy = rich.runs.at(run);
        copyProse(copy.start);
        at = copy.start + copy.length;
        copy.start = copyText(copy.start, at);
        out.runs.append(copy);
    }
    copyProse(rich.text.size());
    return out;
}

} // namespace

void InlineBuilder::begin()
{
    *this = {};
}

RichText InlineBuilder::take()
{
    RichText rich = withFootnotes(m_rich);
    *this = {};
    return rich;
}

void InlineBuilder::visit(cmark_node *node, bool enter)
{
    const cmark_node_type type = cmark_node_get_type(node);
    const auto toggle = [&](InlineFlag flag) { m_flags = quint16(enter ? m_flags | flag : m_flags & ~flag); };
    if (type == CMARK_NODE_IMAGE) {
        m_pictureDepth += enter ? 1 : -1;
        if (!enter && m_pictureDepth == 0)
            appendPicture(restoreProse(QString::fromUtf8(cmark_node_get_url(node))));
    } else if (type == CMARK_NODE_TEXT) {
        appendProse(literalOf(node));
    } else if (type == CMARK_NODE_CODE) {
        appendCode(literalOf(node));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        // As chat is written, a line's end is meant. Prose of models is not wrapped by hand.
        append(QString(QChar(QChar::LineSeparator)), m_flags);
    } else if (type == CMARK_NODE_HTML_INLINE) {
        const QString html = literalOf(node);
        append(isLineBreakTag(html) ? QString(QChar(QChar::LineSeparator)) : restoreCode(html), m_flags);
    } else if (type == CMARK_NODE_STRONG) {
        toggle(Bold);
    } else if (type == CMARK_NODE_EMPH) {
        toggle(Italic);
    } else if (type == CMARK_NODE_LINK) {
        if (enter)
            enterLink(restoreProse(QString::fromUtf8(cmark_node_get_url(node))));
        else
            m_link = -1;
    } else if (std::strcmp(cmark_node_get_type_string(node), "strikethrough") == 0) {
        toggle(Strike);
    }
}

void InlineBuilder::enterLink(const QString &address)
{
    if (!safeLink(address))
        return;
    m_rich.links.append(address.trimmed());
    m_link = int(m_rich.links.size()) - 1;
}

void InlineBuilder::appendProse(const QString &text)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        const QChar c = end ? QChar() : text.at(at);
        if (!end && c != QChar(mark::unsureFrom) && c != QChar(mark::unsureTo))
            continue;
        append(restoreProse(text.mid(from, at - from)), m_flags);
        from = at + 1;
        if (!end)
            m_unsure = c == QChar(mark::unsureFrom);
    }
}

void InlineBuilder::append(QStringView text, quint16 flags)
{
    if (text.isEmpty())
        return;
    if (m_pictureDepth > 0) {
        m_pictureWords += text;
        return;
    }
    if (m_unsure)
        flags |= Unsure;
    const int start = int(m_rich.text.size());
    m_rich.text += text;
    if (flags == 0 && m_link < 0)
        return;
    if (!m_rich.runs.isEmpty()) {
        InlineRun &last = m_rich.runs.last();
        if (last.start + last.length == start && last.flags == flags && last.link == m_link) {
            last.length += int(text.size());
            return;
        }
    }
    m_rich.runs.append({start, int(text.size()), flags, m_link});
}

void InlineBuilder::appendCode(const QString &literal)
{
    if (literal.startsWith(QChar(mark::math))) {
        append(restoreCode(literal.mid(1)), quint16(m_flags | Math));
        return;
    }
    const bool unsure = m_unsure || literal.contains(QChar(mark::unsureFrom));
    if (m_pictureDepth > 0) {
        append(restoreCode(literal), 0);
        return;
    }
    const quint16 flags = quint16(m_flags | InlineCode);
    const bool before = std::exchange(m_unsure, unsure);
    append(QString(pad), quint16(flags | Padding));
    append(restoreCode(literal), flags);
    append(QString(pad), quint16(flags | Padding));
    m_unsure = before && !literal.contains(QChar(mark::unsureTo));
}

void InlineBuilder::appendPicture(const QString &address)
{
    const QString words = std::exchange(m_pictureWords, {}).trimmed();
    const QString where = words.isEmpty() ? shortened(address) : words + u" · "_s + shortened(address);
    const int outer = m_link;
    if (outer < 0)
        enterLink(address);
    append(QString(pad), quint16(NotLoaded | Padding));
    append(QCoreApplication::translate("MarkdownBlocks", "Picture not loaded: %1").arg(where), NotLoaded);
    append(QString(pad), quint16(NotLoaded | Padding));
    m_link = outer;
}

} // namespace vitrine
