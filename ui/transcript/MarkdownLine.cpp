#include "transcript/MarkdownLine.h"

#include <algorithm>

namespace vitrine {

namespace {

struct Indent {
    int columns = 0;
    qsizetype chars = 0;
};

Indent indentOf(QStringView line)
{
    Indent indent;
    for (const QChar c : line) {
        if (c == u' ')
            ++indent.columns;
        else if (c == u'\t')
            indent.columns += 4 - indent.columns % 4;
        else
            break;
        ++indent.chars;
    }
    return indent;
}

qsizetype runOf(QStringView text, QChar c)
{
    qsizetype n = 0;
    while (n < text.size() && text.at(n) == c)
        ++n;
    return n;
}

bool isRule(QStringView text)
{
    const QChar c = text.front();
    if (c != u'*' && c != u'-' && c != u'_' && c != u'=')
        return false;
    qsizetype marks = 0;
    for (const QChar other : text) {
        if (other == c)
            ++marks;
        else if (other != u' ' && other != u'\t')
            return false;
    }
    // Two or one of "-" and "=" underline a heading too, but only unbroken.
    if (c == u'=' || (c == u'-' && marks < 3 && marks > 1))
        return text.trimmed().size() == marks;
    return marks >= 3;
}

bool isHeading(QStringView text)
{
    const qsizetype marks = runOf(text, u'#');
    return marks >= 1 && marks <= 6 && (marks == text.size() || text.at(marks) == u' ' || text.at(marks) == u'\t');
}

bool isFence(QStringView text)
{
    const QChar c = text.front();
    if ((c != u'`' && c != u'~') || runOf(text, c) < 3)
        return false;
    return c == u'~' || !text.mid(runOf(text, c)).contains(u'`');
}

bool isMath(QStringView text)
{
    if (text.startsWith(u"$$"))
        return !text.mid(2).contains(u"$$");
    return text.startsWith(u"\\[") && !text.contains(u"\\]");
}

bool isFootnote(QStringView text)
{
    if (!text.startsWith(u"[^"))
        return false;
    const qsizetype end = text.indexOf(u"]:");
    return end > 2 && end < 64 && !text.first(end).contains(u' ');
}

// Reads "- x", "12) x"; returns false when it is none.
bool readItem(QStringView text, MarkdownLine &line)
{
    qsizetype width = 0;
    if (text.front() == u'-' || text.front() == u'*' || text.front() == u'+') {
        line.kind = MarkdownLine::Kind::Bullet;
        line.marker = text.front();
        width = 1;
    } else {
        while (width < std::min<qsizetype>(text.size(), 9) && text.at(width) >= u'0' && text.at(width) <= u'9')
            line.number = line.number * 10 + text.at(width++).digitValue();
        if (width == 0 || width >= text.size() || (text.at(width) != u'.' && text.at(width) != u')'))
            return false;
        line.kind = MarkdownLine::Kind::Ordered;
        line.marker = text.at(width++);
    }
    const QStringView rest = text.mid(width);
    if (!rest.isEmpty() && rest.front() != u' ' && rest.front() != u'\t')
        return false;
    const Indent gap = indentOf(rest);
    line.bare = gap.chars == rest.size();
    // More than four columns begin indented code within the item, one column after the marker.
    const int room = line.bare || gap.columns > 4 ? 1 : gap.columns;
    line.contentIndent = line.indent + int(width) + room;
    return true;
}

} // namespace

MarkdownLine readLine(QStringView whole)
{
    MarkdownLine line;
    const Indent indent = indentOf(whole);
    line.indent = indent.columns;
    const QStringView text = whole.mid(indent.chars);
    if (text.isEmpty()) {
        line.kind = MarkdownLine::Kind::Blank;
        return line;
    }
    if (indent.columns >= 4) {
        line.kind = MarkdownLine::Kind::Indented;
        return line;
    }
    if (isFence(text)) {
        line.kind = MarkdownLine::Kind::Fence;
        line.marker = text.front();
        line.markerLength = int(runOf(text, text.front()));
    } else if (isHeading(text)) {
        line.kind = MarkdownLine::Kind::Heading;
    } else if (isRule(text)) {
        line.kind = MarkdownLine::Kind::Rule;
    } else if (text.front() == u'>') {
        line.kind = MarkdownLine::Kind::Quote;
    } else if (text.front() == u'<') {
        line.kind = MarkdownLine::Kind::Html;
    } else if (isMath(text)) {
        line.kind = MarkdownLine::Kind::Math;
    } else if (isFootnote(text)) {
        line.kind = MarkdownLine::Kind::Footnote;
    } else if (!readItem(text, line)) {
        line.kind = MarkdownLine::Kind::Text;
    }
    return line;
}

bool closesFence(QStringView line, const MarkdownLine &opening)
{
    const Indent indent = indentOf(line);
    if (indent.columns >= 4)
        return false;
    const QStringView text = line.mid(indent.chars);
    const qsizetype marks = runOf(text, opening.marker);
    return marks >= opening.markerLength && text.mid(marks).trimmed().isEmpty();
}

bool mayCloseFence(QStringView line, const MarkdownLine &opening)
{
    const Indent indent = indentOf(line);
    const QStringView text = line.mid(indent.chars);
    return indent.columns < 4 && !text.isEmpty() && text.mid(runOf(text, opening.marker)).trimmed().isEmpty();
}

bool looksLikeTableRule(QStringView line)
{
    bool dash = false;
    bool pipe = false;
    for (const QChar c : line) {
        dash = dash || c == u'-';
        pipe = pipe || c == u'|';
        if (c != u'-' && c != u'|' && c != u':' && c != u' ' && c != u'\t')
            return false;
    }
    return dash && pipe;
}

} // namespace vitrine
