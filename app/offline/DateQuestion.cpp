#include "offline/DateQuestion.h"

#include "offline/Wording.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

const QRegularExpression::PatternOptions anyCase = QRegularExpression::CaseInsensitiveOption;

int monthNumber(const QString &name)
{
    static const QStringList months{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"), QStringLiteral("apr"),
                                    QStringLiteral("may"), QStringLiteral("jun"), QStringLiteral("jul"), QStringLiteral("aug"),
                                    QStringLiteral("sep"), QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    return int(months.indexOf(name.left(3).toLower())) + 1;
}

using ReadDate = std::function<QDate(const QRegularExpressionMatch &)>;

struct DateForm {
    QRegularExpression pattern;
    ReadDate read;
};

QDate dayFirst(int first, int second, int year)
{
    if (first > 12)
        return {year, second, first};
    if (second > 12)
        return {year, first, second};
    return {};
}

const QList<DateForm> &dateForms()
{
    const QString month = QStringLiteral("(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?");
    const auto number = [](const QRegularExpressionMatch &m, int i) { return m.captured(i).toInt(); };
    static const QList<DateForm> forms{
        {QRegularExpression(QStringLiteral("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)")),
         [number](const auto &m) { return QDate(number(m, 1), number(m, 2), number(m, 3)); }},
        {QRegularExpression(QStringLiteral("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号號]?")),
         [number](const auto &m) { return QDate(number(m, 1), number(m, 2), number(m, 3)); }},
        {QRegularExpression(QStringLiteral("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?") + month + QStringLiteral(",?\\s+(\\d{4})(?!\\d)"), anyCase),
         [number](const auto &m) { return QDate(number(m, 3), monthNumber(m.captured(2)), number(m, 1)); }},
        {QRegularExpression(QStringLiteral("\\b") + month + QStringLiteral("\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)"), anyCase),
         [number](const auto &m) { return QDate(number(m, 3), monthNumber(m.captured(1)), number(m, 2)); }},
        {QRegularExpression(QStringLiteral("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)")),
         [number](const auto &m) { return QDate(number(m, 3), number(m, 2), number(m, 1)); }},
        {QRegularExpression(QStringLiteral("(?<![\\d/-])(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})(?!\\d)")),
         [number](const auto &m) { return dayFirst(number(m, 1), number(m, 2), number(m, 3)); }},
    };
    return forms;
}

Computation dateProgram(const QList<QPair<QString, QString>> &parameters, const QString &thought, std::function<QString(const PrintedValues &)> say)
{
    return {thought, pythonProgram({QStringLiteral("dates")}, parameters), std::move(say)};
}

QString weekdayName(const QString &number, const ComputeWording &words)
{
    return words.weekdays.value(std::clamp(number.toInt(), 0, 6));
}

Computation between(const QString &first, const QString &second, const ComputeWording &words)
{
    return dateProgram({{QStringLiteral("TASK"), QStringLiteral("'between'")}, {QStringLiteral("FIRST"), pythonString(first)},
                        {QStringLiteral("SECOND"), pythonString(second)}},
                       words.betweenThought, [&words](const PrintedValues &v) {
                           QString text = words.daysBetween.arg(v.value(QStringLiteral("first")), v.value(QStringLiteral("second")), v.value(QStringLiteral("answer")));
                           if (v.value(QStringLiteral("answer")).toInt() >= 7)
                               text += u' ' + words.spanInParts.arg(v.value(QStringLiteral("weeks")), v.value(QStringLiteral("week_days")),
                                                                    v.value(QStringLiteral("years")), v.value(QStringLiteral("months")),
                                                                    v.value(QStringLiteral("days")));
                           return text;
                       });
}

Computation shift(const QString &first, qint64 amount, const QString &unit, const ComputeWording &words)
{
    return dateProgram({{QStringLiteral("TASK"), QStringLiteral("'shift'")}, {QStringLiteral("FIRST"), pythonString(first)},
                        {QStringLiteral("AMOUNT"), QString::number(amount)}, {QStringLiteral("UNIT"), pythonString(unit)}},
                       words.shiftThought, [&words](const PrintedValues &v) {
                           return words.shiftedDate.arg(v.value(QStringLiteral("answer")), weekdayName(v.value(QStringLiteral("weekday")), words),
                                                        v.value(QStringLiteral("first")));
                       });
}

Computation weekday(const QString &first, const ComputeWording &words)
{
    return dateProgram({{QStringLiteral("TASK"), QStringLiteral("'weekday'")}, {QStringLiteral("FIRST"), pythonString(first)}}, words.weekdayThought,
                       [&words](const PrintedValues &v) {
                           return words.weekdayOf.arg(v.value(QStringLiteral("first")), weekdayName(v.value(QStringLiteral("answer")), words),
                                                      v.value(QStringLiteral("week")), v.value(QStringLiteral("day_of_year")));
                       });
}

std::optional<Computation> readShift(const QString &whole, const QList<FoundDate> &dates, const ComputeWording &words)
{
    // Without the dates themselves, or "1月1日之后" would be a day after something.
    QString question = whole;
    for (const FoundDate &date : dates)
        question.replace(date.start, date.end - date.start, QString(date.end - date.start, u' '));
    static const QRegularExpression english(QStringLiteral("(?<![\\d.])(\\d{1,6})\\s+(day|week|month|year)s?\\s+(after|from|before|prior to|ago|later|earlier)\\b"), anyCase);
    static const QRegularExpression englishIn(QStringLiteral("\\b(?:in|plus|add|\\+)\\s*(\\d{1,6})\\s+(day|week|month|year)s?(?:\\s+time)?\\b()"), anyCase);
    static const QRegularExpression chinese(QStringLiteral("(?<!\\d)(\\d{1,6})\\s*[个個]?(天|日|周|週|星期|月|年)(?:之|以)?(后|後|前)"));
    static const QRegularExpression chineseTurned(QStringLiteral("(?:之|以)?(后|後|前)的?\\s*(\\d{1,6})\\s*[个個]?(天|日|周|週|星期|月|年)"));
    const QString first = dates.isEmpty() ? QStringLiteral("today") : dates.first().iso;
    auto match = english.match(question);
    if (!match.hasMatch())
        match = chinese.match(question);
    QStringList parts = match.hasMatch() ? match.capturedTexts() : QStringList();
    if (const auto turned = chineseTurned.match(question); parts.isEmpty() && turned.hasMatch())
        parts = {turned.captured(), turned.captured(2), turned.captured(3), turned.captured(1)};
    static const QRegularExpression asksDate(QStringLiteral("\\bdate\\b|\\bwhat day\\b|\\bwhen\\b"), anyCase);
    if (const auto in = englishIn.match(question); parts.isEmpty() && in.hasMatch() && (!dates.isEmpty() || question.contains(asksDate)))
        parts = in.capturedTexts();
    if (parts.isEmpty())
        return std::nullopt;
    const QString unit = parts.value(2).toLower();
    const QString direction = parts.value(3).toLower();
    const bool back = direction == u"before" || direction == u"prior to" || direction == u"ago" || direction == u"earlier" || direction == u"前";
    qint64 amount = parts.value(1).toLongLong() * (back ? -1 : 1);
    const bool weeks = unit == u"week" || unit == u"周" || unit == u"週" || unit == u"星期";
    const bool years = unit == u"year" || unit == u"年";
    const bool months = unit == u"month" || unit == u"月";
    if (weeks)
        amount *= 7;
    if (years)
        amount *= 12;
    return shift(first, amount, years || months ? QStringLiteral("months") : QStringLiteral("days"), words);
}

std::optional<Computation> readLeapYear(const QString &question, const ComputeWording &words)
{
    static const QRegularExpression pattern(QStringLiteral("(?:is|was)?\\s*(?<!\\d)(\\d{1,4})\\s*年?\\s*(?:a leap year|leap year|是不是闰年|是不是閏年|是闰年|是閏年|闰年|閏年)"), anyCase);
    const auto match = pattern.match(question);
    if (!match.hasMatch() || match.captured(1).toInt() < 1)
        return std::nullopt;
    const QString year = QString::number(match.captured(1).toInt());
    return dateProgram({{QStringLiteral("TASK"), QStringLiteral("'leap'")}, {QStringLiteral("YEAR"), year}}, words.leapThought,
                       [year, &words](const PrintedValues &v) {
                           return (v.value(QStringLiteral("answer")) == u"yes" ? words.isLeap : words.notLeap).arg(year, v.value(QStringLiteral("february")));
                       });
}

} // namespace

QList<FoundDate> findDates(const QString &text)
{
    QList<FoundDate> found;
    const auto free = [&found](qsizetype start, qsizetype end) {
        return std::none_of(found.begin(), found.end(), [=](const FoundDate &d) { return start < d.end && d.start < end; });
    };
    for (const DateForm &form : dateForms()) {
        for (auto it = form.pattern.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const QDate date = form.read(match);
            if (date.isValid() && free(match.capturedStart(), match.capturedEnd()))
                found.append({date.toString(Qt::ISODate), match.capturedStart(), match.capturedEnd()});
        }
    }
    static const QRegularExpression today(QStringLiteral("\\b(?:today|now)\\b|今天|今日|现在|現在"), anyCase);
    for (auto it = today.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        found.append({QStringLiteral("today"), match.capturedStart(), match.capturedEnd()});
    }
    std::sort(found.begin(), found.end(), [](const FoundDate &a, const FoundDate &b) { return a.start < b.start; });
    return found;
}

std::optional<Computation> readDateQuestion(const QString &question, const Wording &wording)
{
    const ComputeWording &words = wording.compute;
    const QList<FoundDate> dates = findDates(question);
    static const QRegularExpression span(QStringLiteral("\\bbetween\\b|\\bfrom\\b|\\bsince\\b|\\buntil\\b|\\btill\\b|\\bto\\b|\\bhow (?:many|long)\\b|\\bdifference\\b|\\bdays?\\b|相差|之间|之間|多少天|几天|幾天|到|至|距|隔"),
                                         anyCase);
    static const QRegularExpression onlyDay(QStringLiteral("\\bwhat day\\b|\\bwhich day\\b|\\bweek ?day\\b|\\bday of (?:the )?week\\b|星期几|星期幾|周几|週幾|礼拜几|禮拜幾"), anyCase);
    if (const auto leap = readLeapYear(question, words))
        return leap;
    if (const auto moved = readShift(question, dates, words))
        return moved;
    if (dates.size() >= 2 && question.contains(span))
        return between(dates.at(0).iso, dates.at(1).iso, words);
    if (dates.size() == 1 && question.contains(onlyDay))
        return weekday(dates.first().iso, words);
    static const QRegularExpression count(QStringLiteral("\\bhow (?:many days|long|many weeks)\\b|\\bdays (?:until|till|to|since)\\b|多少天|几天|幾天"), anyCase);
    if (dates.size() == 1 && dates.first().iso != u"today" && question.contains(count))
        return between(QStringLiteral("today"), dates.first().iso, words);
    static const QRegularExpression today(QStringLiteral("\\b(?:what|which) (?:day|date) is (?:it )?today\\b|\\b(?:what is |what's )?(?:today's date|the date today)\\b|"
                                                         "今天(?:是)?(?:几号|幾號|几月几[日号]|幾月幾[日號]|什么日子|什麼日子|的?日期)"), anyCase);
    if (question.contains(today))
        return weekday(QStringLiteral("today"), words);
    return std::nullopt;
}

} // namespace vitrine
