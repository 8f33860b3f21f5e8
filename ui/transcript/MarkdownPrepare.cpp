#include "transcript/MarkdownPrepare.h"

#include "transcript/MarkdownLine.h"
#include "transcript/MarkdownMath.h"

#include <algorithm>

namespace vitrine {

using namespace Qt::StringLiterals;

namespace {

// CommonMark closes emphasis only where a word ends, so "**重点：**内容" stays raw: the colon is punctuation and no space follows.
// A character that cmark takes for punctuation, on the other side of the asterisks, makes it see the end. Nobody writes this one:
// U+10A7F, Old South Arabian numeric indicator.
constexpr QStringView helper = u"\U00010A7F";

bool isCjk(QChar c)
{
    const char16_t u = c.unicode();
    const bool range = (u >= 0x2E80 && u <= 0x9FFF) || (u >= 0xAC00 && u <= 0xD7AF) || (u >= 0xF900 && u <= 0xFAFF)
        || (u >= 0xFF10 && u <= 0xFFDC);
    return (range && !c.isPunct()) || c.isSurrogate();
}

void appendRun(QString &out, QStringView line, qsizetype from, qsizetype to)
{
    const QChar before = from > 0 ? line.at(from - 1) : QChar();
    const QChar after = to < line.size() ? line.at(to) : QChar();
    if (isCjk(before) && after.isPunct())
        out += helper;
    out += line.mid(from, to - from);
    if (before.isPunct() && isCjk(after))
        out += helper;
}

char16_t bracketMark(QChar c)
{
    switch (c.unicode()) {
    case u'(':
        return mark::openParen;
    case u')':
        return mark::closeParen;
    case u'[':
        return mark::openBracket;
    case u']':
        return mark::closeBracket;
    default:
        return 0;
    }
}

void appendLine(QString &out, QStringView line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line.at(at);
        if (c == u'\\' && at + 1 < line.size()) {
            const char16_t bracket = bracketMark(line.at(at + 1));
            if (bracket)
                out += QChar(bracket);
            else
                out += line.mid(at, 2);
            ++at;
        } else if (c == u'*') {
            const qsizetype from = at;
            while (at + 1 < line.size() && line.at(at + 1) == u'*')
                ++at;
            appendRun(out, line, from, at + 1);
        } else {
            out += c;
        }
    }
}

// Where a line's own text begins, behind "> ", "- ", "## ": a stand-in before these would hide them.
qsizetype textStart(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && QStringView(u" \t>#*+-0123456789.)[]x").contains(line.at(at)))
        ++at;
    if (at < line.size() && line.at(at) == u'|')
        return at + 1; // cells
    while (at > 0 && !line.at(at - 1).isSpace())
        --at; // "3.5" is text
    return at;
}

// `line` with the stand-ins of the unsure stretches that touch it.
QString withUnsure(QStringView line, qsizetype lineFrom, const QList<UnsureSpan> &spans)
{
    QString out;
    qsizetype at = 0;
    const qsizetype start = textStart(line);
    for (const UnsureSpan &span : spans) {
        const qsizetype from = std::max({span.from - lineFrom, start, at});
        const qsizetype to = std::min(span.to - lineFrom, line.size());
        if (from >= to)
            continue;
        out += line.mid(at, from - at);
        out += QChar(mark::unsureFrom);
        out += line.mid(from, to - from);
        out += QChar(mark::unsureTo);
        at = to;
    }
    return out + line.mid(at).toString();
}

// A fence may stand in quotes and items; good enough to leave TeX's brackets in it alone, and restoreCode mends the rest.
QStringView withoutContainers(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && QStringView(u" \t>*+-0123456789.)").contains(line.at(at)))
        ++at;
    return line.mid(at);
}

QString restore(const QString &text, bool code)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c.unicode() >= mark::openParen && c.unicode() <= mark::closeBracket) {
            if (code)
                out += u'\\';
            out += QStringView(u"()[]").at(c.unicode() - 1);
        } else if (c == helper.front() && at + 1 < text.size() && text.at(at + 1) == helper.back()) {
            ++at;
        } else if (c != QChar(mark::guard) && c != QChar(mark::unsureFrom) && c != QChar(mark::unsureTo)) {
            out += c;
        }
    }
    return out;
}

} // namespace

QByteArray prepareMarkdown(const MarkdownChunk &chunk)
{
    QString out;
    out.reserve(chunk.text.size() + 32);
    // Before the text: behind it, a fence that is still open would take them for code.
    if (!chunk.definitions.isEmpty())
        out += chunk.definitions + u"\n\n"_s;
    if (chunk.continues)
        out += QChar(mark::guard);
    bool inFence = false;
    MarkdownLine fence;
    const bool plainEmphasis = chunk.text.contains(helper);
    for (qsizetype from = 0; from <= chunk.text.size();) {
        qsizetype to = chunk.text.indexOf(u'\n', from);
        if (to < 0)
            to = chunk.text.size();
        const QStringView line = chunk.text.mid(from, to - from);
        const QStringView inner = withoutContainers(line);
        const MarkdownLine begins = readLine(inner);
        if (inFence ? closesFence(inner, fence) : begins.kind == MarkdownLine::Kind::Fence) {
            inFence = !inFence;
            fence = begins;
            out += line;
        } else if (inFence || plainEmphasis) {
            out += line;
        } else {
            // A stand-in between a table's header and its rows would make text of the whole table.
            const bool mayMark = !chunk.unsure.isEmpty() && !looksLikeTableRule(line) && !looksLikeTableRule(inner);
            appendLine(out, mayMark ? QStringView(withUnsure(line, from, chunk.unsure)) : line);
        }
        if (to < chunk.text.size())
            out += u'\n';
        from = to + 1;
    }
    return out.toUtf8();
}

QString restoreProse(const QString &text)
{
    return restore(text, false);
}

QString restoreCode(const QString &text)
{
    return restore(text, true);
}

} // namespace vitrine
