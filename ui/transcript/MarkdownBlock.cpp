#include "transcript/MarkdownBlock.h"

namespace vitrine {

using namespace Qt::StringLiterals;

QString RichText::plain(qsizetype from, qsizetype to) const
{
    if (to < 0)
        to = text.size();
    QString out;
    qsizetype at = from;
    for (const InlineRun &run : runs) {
        if (!(run.flags & Padding) || run.start < at || run.start >= to)
            continue;
        out += QStringView(text).mid(at, run.start - at);
        at = run.start + run.length;
    }
    if (at < to)
        out += QStringView(text).mid(at, to - at);
    return out.replace(QChar::LineSeparator, u'\n');
}

static QString dumpText(const RichText &rich)
{
    static constexpr struct {
        InlineFlag flag;
        const char *name;
    } names[] = {{Bold, "b"},         {Italic, "i"},       {InlineCode, "code"}, {Strike, "s"},       {Math, "math"},
                 {NotLoaded, "pic"}, {Superscript, "sup"}, {Unsure, "unsure"}};
    QString out;
    qsizetype at = 0;
    const auto plainPart = [&](qsizetype to) { out += QStringView(rich.text).mid(at, to - at); };
    for (const InlineRun &run : rich.runs) {
        plainPart(run.start);
        at = run.start + run.length;
        if (run.flags & Padding)
            continue;
        QStringList marks;
        for (const auto &name : names) {
            if (run.flags & name.flag)
                marks.append(QLatin1String(name.name));
        }
        if (run.link >= 0)
            marks.append(u"a="_s + rich.links.at(run.link));
        out += u'{' + marks.join(u' ') + u':' + rich.text.mid(run.start, run.length) + u'}';
    }
    plainPart(rich.text.size());
    return out.replace(QChar::LineSeparator, u"\\n"_s);
}

static QString dumpRows(const MarkdownBlock &block)
{
    QStringList rows;
    for (const QList<RichText> &row : block.rows) {
        QStringList cells;
        for (const RichText &cell : row)
            cells.append(dumpText(cell));
        rows.append(cells.join(u" | "));
    }
    return rows.join(u" // ");
}

QString dumpBlock(const MarkdownBlock &block)
{
    QString out;
    for (const BlockContainer &container : block.containers) {
        if (container.kind == BlockContainer::Kind::Quote)
            out += u"> ";
        else
            out += container.first ? container.marker + u' ' : QStringLiteral("  ");
    }
    switch (block.kind) {
    case MarkdownBlock::Kind::Paragraph:
        return out + (block.gap == MarkdownBlock::Gap::None ? u"P+ "_s : u"P "_s) + dumpText(block.text);
    case MarkdownBlock::Kind::Heading:
        return out + QStringLiteral("H%1 ").arg(block.level) + dumpText(block.text);
    case MarkdownBlock::Kind::Code:
        return out + u"CODE("_s + block.language + u") "_s + QString(block.code).replace(u'\n', u"\\n"_s);
    case MarkdownBlock::Kind::Math:
        return out + u"MATH "_s + QString(block.code).replace(u'\n', u"\\n"_s);
    case MarkdownBlock::Kind::Table:
        return out + u"TABLE "_s + dumpRows(block);
    case MarkdownBlock::Kind::Rule:
        return out + u"RULE"_s;
    }
    return out;
}

} // namespace vitrine
