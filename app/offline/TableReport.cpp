#include "offline/TableReport.h"

#include "offline/Computation.h"
#include "offline/TextLayout.h"
#include "offline/Wording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace vitrine {

namespace {

// Fit for a cell of a Markdown table and for a sentence; names and values come from the file and are nobody's markup.
QString cell(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.append(escapedMarkdown(word).replace(u'|', QStringLiteral("\\|")));
    return words.join(u' ');
}

QString text(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QStringList texts(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(cell(value.toString()));
    return list;
}

QString typeName(const QString &type, const TableWording &words)
{
    const QHash<QString, QString> names{{QStringLiteral("number"), words.typeNumber}, {QStringLiteral("integer"), words.typeInteger},
                                        {QStringLiteral("date"), words.typeDate}, {QStringLiteral("boolean"), words.typeBoolean},
                                        {QStringLiteral("category"), words.typeCategory}, {QStringLiteral("text"), words.typeText},
                                        {QStringLiteral("empty"), words.typeEmpty}};
    return names.value(type, type);
}

QString separatorName(const QString &separator, const TableWording &words)
{
    return separator == u"\t" ? words.tab : QStringLiteral("`%1`").arg(separator);
}

QString rangeOf(const QJsonObject &column, const TableWording &words)
{
    if (column.contains(u"mean"))
        return words.numberRange.arg(text(column, "min"), text(column, "max"), text(column, "mean"), text(column, "median"));
    if (column.contains(u"min"))
        return words.dateRange.arg(text(column, "min"), text(column, "max"));
    QStringList parts;
    const QJsonArray top = column.value(u"top").toArray();
    for (const QJsonValue &value : top) {
        const QJsonArray pair = value.toArray();
        const qint64 count = pair.at(1).toInteger();
        parts.append(cell(pair.at(0).toString()) + (count > 1 ? QStringLiteral(" (%1)").arg(count) : QString()));
    }
    const bool more = column.value(u"unique").toInt() > top.size();
    return parts.join(words.listSeparator) + (more ? QStringLiteral(" …") : QString());
}

QString head(const QJsonObject &profile, const TableWording &words)
{
    QStringList how{text(profile, "format").toUpper()};
    if (profile.value(u"separator").isString())
        how.append(words.separator.arg(separatorName(text(profile, "separator"), words)));
    if (profile.contains(u"sheet"))
        how.append(words.sheet.arg(cell(text(profile, "sheet"))));
    if (profile.contains(u"encoding"))
        how.append(text(profile, "encoding").toUpper());
    if (profile.value(u"decimal_comma").toBool())
        how.append(words.decimalComma);
    return words.head.arg(inlineCode(text(profile, "file")), text(profile, "rows"), text(profile, "column_count"), how.join(words.listSeparator));
}

QString columnTable(const QJsonObject &profile, const TableWording &words)
{
    const QJsonArray columns = profile.value(u"columns").toArray();
    QStringList rows{QStringLiteral("| %1 | %2 | %3 | %4 |").arg(words.column, words.type, words.missing, words.values), QStringLiteral("| --- | --- | ---: | --- |")};
    for (const QJsonValue &value : columns) {
        const QJsonObject column = value.toObject();
        rows.append(QStringLiteral("| %1 | %2 | %3 | %4 |").arg(cell(text(column, "name")), typeName(text(column, "type"), words), text(column, "missing"), rangeOf(column, words)));
    }
    QString table = rows.join(u'\n');
    const int total = profile.value(u"column_count").toInt();
    if (total > columns.size())
        table += QStringLiteral("\n\n") + words.moreColumns.arg(total - columns.size());
    return table;
}

void addList(QStringList &parts, const QString &title, const QStringList &items)
{
    if (!items.isEmpty())
        parts.append(title + QStringLiteral("\n\n- ") + items.join(QStringLiteral("\n- ")));
}

QStringList remarks(const QJsonObject &profile, const TableWording &words)
{
    QStringList items;
    if (profile.value(u"sampled").toBool())
        items.append(words.sampled);
    if (profile.contains(u"header") && !profile.value(u"header").toBool())
        items.append(words.noHeader);
    if (const qint64 bad = profile.value(u"bad_lines").toInteger(); bad > 0)
        items.append(words.badLines.arg(bad));
    if (const qint64 same = profile.value(u"duplicates").toInteger(); same > 0)
        items.append(words.duplicates.arg(same));
    const QStringList sheets = texts(profile.value(u"sheets").toArray());
    if (sheets.size() > 1)
        items.append(words.otherSheets.arg(sheets.join(words.listSeparator)));
    for (const QJsonValue &value : profile.value(u"columns").toArray()) {
        const QJsonObject column = value.toObject();
        const QString name = cell(text(column, "name"));
        if (const qint64 unfit = column.value(u"unfit").toInteger(); unfit > 0)
            items.append(words.unfit.arg(name, QString::number(unfit)));
        const QJsonObject outliers = column.value(u"outliers").toObject();
        if (!outliers.isEmpty())
            items.append((text(outliers, "count") == u"1" ? words.oneOutlier : words.outliers).arg(name, text(outliers, "count"), texts(outliers.value(u"examples").toArray()).join(words.listSeparator)));
    }
    return items;
}

QStringList relationsOf(const QJsonObject &profile, const TableWording &words)
{
    QStringList items;
    for (const QJsonValue &value : profile.value(u"relations").toArray()) {
        const QJsonObject relation = value.toObject();
        const QString a = cell(text(relation, "a"));
        const QString b = cell(text(relation, "b"));
        if (text(relation, "kind") == u"numbers") {
            const QString r = text(relation, "r");
            items.append((r.startsWith(u'-') ? words.opposite : words.together).arg(a, b, r, text(relation, "rows")));
        } else {
            const QJsonArray high = relation.value(u"high").toArray();
            const QJsonArray low = relation.value(u"low").toArray();
            items.append(words.differs.arg(b, a, cell(high.at(0).toString()), high.at(1).toString(), cell(low.at(0).toString()), low.at(1).toString(), text(relation, "share")));
        }
    }
    return items;
}

QString problemText(const QJsonObject &profile, const TableWording &words)
{
    const QString file = inlineCode(text(profile, "file"));
    const QString problem = text(profile, "problem");
    if (problem == u"empty")
        return words.empty.arg(file);
    if (problem == u"no_rows")
        return words.noRows.arg(file, text(profile, "column_count"));
    if (problem == u"no_table")
        return words.noTable.arg(file);
    if (problem == u"old_excel")
        return words.oldExcel.arg(file);
    if (problem == u"binary")
        return words.binary.arg(file);
    if (problem == u"memory")
        return words.tooLarge.arg(file);
    return words.unreadable.arg(inlineCode(text(profile, "reason")));
}

} // namespace

QString tableReport(const QJsonObject &profile, const TableWording &words)
{
    if (profile.contains(u"problem"))
        return problemText(profile, words);
    QStringList parts{head(profile, words), columnTable(profile, words)};
    addList(parts, words.remarks, remarks(profile, words));
    addList(parts, words.relations, relationsOf(profile, words));
    QStringList charts;
    for (const QJsonValue &value : profile.value(u"charts").toArray())
        charts.append(words.chart.arg(cell(text(value.toObject(), "title")), inlineCode(text(value.toObject(), "file"))));
    addList(parts, words.charts, charts);
    return parts.join(QStringLiteral("\n\n"));
}

QString aggregateReport(const QJsonObject &aggregate, const TableWording &words)
{
    if (aggregate.contains(u"problem"))
        return words.questionFailed.arg(inlineCode(text(aggregate, "problem")));
    const QHash<QString, QString> functions{{QStringLiteral("mean"), words.mean}, {QStringLiteral("sum"), words.sum}, {QStringLiteral("max"), words.maximum},
                                            {QStringLiteral("min"), words.minimum}, {QStringLiteral("median"), words.median}, {QStringLiteral("std"), words.deviation},
                                            {QStringLiteral("unique"), words.unique}, {QStringLiteral("rows"), words.rowCount}};
    const QString function = functions.value(text(aggregate, "function"));
    const QString column = cell(text(aggregate, "column"));
    const QString what = column.isEmpty() ? function : words.functionOf.arg(function, column);
    if (!aggregate.contains(u"groups")) {
        QString answer = words.single.arg(what, text(aggregate, "value"), text(aggregate, "rows"));
        const QStringList where = texts(aggregate.value(u"where").toArray());
        if (!where.isEmpty())
            answer += words.sentenceSpace + words.where.arg(cell(text(aggregate, "which")), where.join(words.listSeparator));
        return answer;
    }
    const QString group = cell(text(aggregate, "group"));
    QStringList rows{words.grouped.arg(what, group, text(aggregate, "rows")), {}, QStringLiteral("| %1 | %2 |").arg(group, what), QStringLiteral("| --- | ---: |")};
    const QJsonArray groups = aggregate.value(u"groups").toArray();
    for (const QJsonValue &value : groups)
        rows.append(QStringLiteral("| %1 | %2 |").arg(cell(value.toArray().at(0).toString()), value.toArray().at(1).toString()));
    if (const int total = aggregate.value(u"groups_total").toInt(); total > groups.size())
        rows += {QString(), words.moreGroups.arg(total - groups.size())};
    return rows.join(u'\n');
}

QJsonObject printedObject(const QString &output, const QString &key)
{
    for (const QString &line : output.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!trimmed.startsWith(u'{'))
            continue;
        const QJsonObject object = QJsonDocument::fromJson(trimmed.toUtf8()).object();
        if (object.contains(key))
            return object;
    }
    return {};
}

} // namespace vitrine
