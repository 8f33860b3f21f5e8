#include "offline/Computation.h"

#include <QFile>
#include <QRegularExpression>

namespace vitrine {

QString pythonProgram(const QStringList &names, const QList<QPair<QString, QString>> &parameters)
{
    QString code;
    for (const auto &[key, value] : parameters)
        code += key + QStringLiteral(" = ") + value + u'\n';
    for (const QString &name : names) {
        QFile file(QStringLiteral(":/offline/%1.py").arg(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened); // compiled in
        Q_UNUSED(opened)
        code += QString::fromUtf8(file.readAll());
    }
    return code;
}

QString pythonString(const QString &text)
{
    QString literal = QStringLiteral("'");
    for (const uint c : text.toUcs4()) {
        if (c == U'\'' || c == U'\\')
            literal += u'\\' + QString(QChar(c));
        else if (c == U'\n')
            literal += QStringLiteral("\\n");
        else if (QChar::isPrint(c) && QChar::category(c) != QChar::Other_Format && (c == U' ' || !QChar::isSpace(c)))
            literal += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        else
            literal += QStringLiteral("\\U%1").arg(c, 8, 16, QLatin1Char('0'));
    }
    return literal + u'\'';
}

PrintedValues printedValues(const QString &output)
{
    static const QRegularExpression line(QStringLiteral("^([a-z_0-9]+): (.*)$"), QRegularExpression::MultilineOption);
    PrintedValues values;
    for (auto it = line.globalMatch(output); it.hasNext();) {
        const auto match = it.next();
        if (!values.contains(match.captured(1)))
            values.insert(match.captured(1), match.captured(2).trimmed());
    }
    return values;
}

QString complaintOf(const QString &output)
{
    constexpr qsizetype longest = 300;
    static const QRegularExpression exception(QStringLiteral("^(?:[A-Za-z_.]*(?:Error|Exception|Interrupt|Exit|Warning)): .+$"), QRegularExpression::MultilineOption);
    QString found;
    for (auto it = exception.globalMatch(output); it.hasNext();)
        found = it.next().captured();
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    return (found.isEmpty() && !lines.isEmpty() ? lines.last() : found).trimmed().left(longest);
}

namespace {

qsizetype mostTicksInARow(const QString &text)
{
    static const QRegularExpression ticks(QStringLiteral("`+"));
    qsizetype longest = 0;
    for (auto it = ticks.globalMatch(text); it.hasNext();)
        longest = qMax(longest, it.next().capturedLength());
    return longest;
}

} // namespace

QString codeBlock(const QString &text)
{
    const QString fence(qMax<qsizetype>(3, mostTicksInARow(text) + 1), u'`');
    return fence + u'\n' + text + u'\n' + fence;
}

QString inlineCode(const QString &text)
{
    const QString fence(mostTicksInARow(text) + 1, u'`');
    const QString flat = QString(text).replace(u'\n', u' ');
    const bool pad = flat.startsWith(u'`') || flat.endsWith(u'`');
    return fence + (pad ? QStringLiteral(" ") : QString()) + flat + (pad ? QStringLiteral(" ") : QString()) + fence;
}

} // namespace vitrine
