#include "offline/TableQuestion.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

QString functionOf(const QString &question)
{
    struct Row {
        const char *function;
        const char *pattern;
    };
    // The first that is found counts: "how many different" before "how many".
    static constexpr Row rows[] = {
        {"mean", "\\b(?:average|mean|avg)\\b|平均|均值"},
        {"median", "\\bmedian\\b|中位数|中位數"},
        {"std", "\\bstandard deviation\\b|\\bstd ?dev\\b|标准差|標準差"},
        {"unique", "\\b(?:how many|number of|count(?: the)?|count of) (?:different|distinct|unique)\\b|\\b(?:distinct|unique) (?:values?|count)\\b|多少种|多少種|几种|幾種|不同的"},
        {"sum", "\\b(?:sum|total|overall|altogether)\\b|总和|總和|合计|合計|总计|總計|一共|总共|總共"},
        {"max", "\\b(?:max|maximum|highest|largest|greatest|biggest|most expensive|top)\\b|最大|最高|最多"},
        {"min", "\\b(?:min|minimum|lowest|smallest|least|cheapest)\\b|最小|最低|最少"},
        {"rows", "\\b(?:how many|count|number of)\\b|多少行|多少条|多少條|多少筆|幾筆|筆數|行数|行數|条数|條數|数量|數量|多少个|多少個"},
    };
    for (const Row &row : rows) {
        if (question.contains(QRegularExpression(QString::fromUtf8(row.pattern), anyCase)))
            return QString::fromLatin1(row.function);
    }
    return {};
}

struct Mention {
    qsizetype at = -1;
    const TableColumn *column = nullptr;
};

QString plain(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral("[_\\-.]+"));
    return QString(text).toLower().replace(marks, QStringLiteral(" ")).simplified();
}

// Columns that the question names, also in the plural, in its order; longer names first so that "unit price" is not read as "price".
QList<Mention> mentions(const QString &question, const QList<TableColumn> &columns)
{
    QList<const TableColumn *> byLength;
    for (const TableColumn &column : columns)
        byLength.append(&column);
    std::stable_sort(byLength.begin(), byLength.end(), [](auto *a, auto *b) { return a->name.size() > b->name.size(); });
    QString text = plain(question);
    QList<Mention> found;
    for (const TableColumn *column : byLength) {
        const QString name = plain(column->name);
        if (name.isEmpty())
            continue;
        const bool ascii = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x250; });
        QString pattern = QRegularExpression::escape(name);
        if (ascii)
            pattern = QStringLiteral("(?<![\\p{L}\\d])%1(?:s|es)?(?![\\p{L}\\d])").arg(name.endsWith(u'y') ? QStringLiteral("(?:%1|%2ies)").arg(pattern, QRegularExpression::escape(name.chopped(1))) : pattern);
        const auto match = QRegularExpression(pattern).match(text);
        if (!match.hasMatch())
            continue;
        found.append({match.capturedStart(), column});
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    std::sort(found.begin(), found.end(), [](const Mention &a, const Mention &b) { return a.at < b.at; });
    return found;
}

bool isNumeric(const TableColumn &column)
{
    return column.type == u"number" || column.type == u"integer";
}

} // namespace

std::optional<TableQuestion> readTableQuestion(const QString &question, const QList<TableColumn> &columns)
{
    TableQuestion result;
    result.function = functionOf(question);
    if (result.function.isEmpty())
        return std::nullopt;
    const QList<Mention> named = mentions(question, columns);
    const QString text = plain(question);
    static const QRegularExpression by(QStringLiteral("\\b(?:by|per|for each|for every|in each|of each|grouped by|group by|across)\\b|每个|每個|各个|各個|各|按|每"), anyCase);
    const auto grouping = by.match(text);
    for (const Mention &mention : named) {
        const bool afterBy = grouping.hasMatch() && mention.at >= grouping.capturedEnd() && mention.at <= grouping.capturedEnd() + 4;
        const bool chineseGroup = afterBy && text.at(grouping.capturedStart()).unicode() > 0x2E80;
        if (afterBy && result.group.isEmpty() && (chineseGroup || !isNumeric(*mention.column) || named.size() > 1))
            result.group = mention.column->name;
        else if (result.column.isEmpty() && (isNumeric(*mention.column) || result.function == u"unique"))
            result.column = mention.column->name;
        else if (result.which.isEmpty())
            result.which = mention.column->name;
    }
    if (result.function == u"rows") {
        static const QRegularExpression rows(QStringLiteral("\\brows?\\b|\\bentries\\b|\\brecords?\\b|\\blines?\\b|行|条|條|多少筆|幾筆|筆數|记录|記錄|紀錄"), anyCase);
        result.column.clear();
        // "how many cities": the values of a column are counted, not the rows.
        if (result.group.isEmpty() && !result.which.isEmpty() && !text.contains(rows))
            return TableQuestion{QStringLiteral("unique"), result.which, {}, {}};
        result.which.clear();
        return !result.group.isEmpty() || text.contains(rows) ? std::optional(result) : std::nullopt;
    }
    // "which city has the highest price": the row with it, named by the city.
    if (result.function != u"max" && result.function != u"min")
        result.which.clear();
    return result.column.isEmpty() ? std::nullopt : std::optional(result);
}

} // namespace vitrine
