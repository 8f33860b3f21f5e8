#include "offline/TimeQuestion.h"

#include "offline/DateQuestion.h"
#include "offline/TimeZones.h"
#include "offline/Wording.h"

#include <QRegularExpression>
#include <QTime>

#include <algorithm>

namespace vitrine {

namespace {

const QRegularExpression::PatternOptions anyCase = QRegularExpression::CaseInsensitiveOption;

struct ClockTime {
    QTime time;
    qsizetype at = 0;
};

std::optional<ClockTime> findTime(const QString &text)
{
    static const QRegularExpression western(QStringLiteral("(?<![\\d:.])(\\d{1,2})(?:[:.](\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?|o'clock|h\\b)?(?![\\d:])"), anyCase);
    static const QRegularExpression chinese(QStringLiteral("(上午|下午|晚上|早上|凌晨|中午)?\\s*(\\d{1,2})\\s*[点點]\\s*(?:(半)|(\\d{1,2})\\s*分?)?"));
    if (const auto match = chinese.match(text); match.hasMatch()) {
        int hour = match.captured(2).toInt();
        const bool afternoon = match.captured(1) == u"下午" || match.captured(1) == u"晚上";
        hour += afternoon && hour < 12 ? 12 : 0;
        const QTime time(hour, match.captured(3).isEmpty() ? match.captured(4).toInt() : 30);
        if (time.isValid())
            return ClockTime{time, match.capturedStart()};
    }
    for (auto it = western.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString half = match.captured(3).left(1).toLower();
        if (match.captured(2).isEmpty() && match.captured(3).isEmpty())
            continue; // a bare number is no time
        int hour = match.captured(1).toInt();
        if ((half == u"a" || half == u"p") && (hour < 1 || hour > 12))
            continue;
        if (half == u"p" || half == u"a")
            hour = hour % 12 + (half == u"p" ? 12 : 0);
        const QTime time(hour, match.captured(2).toInt());
        if (time.isValid())
            return ClockTime{time, match.capturedStart()};
    }
    if (text.contains(QRegularExpression(QStringLiteral("\\bnoon\\b|正午"), anyCase)))
        return ClockTime{QTime(12, 0), text.indexOf(QRegularExpression(QStringLiteral("\\bnoon\\b|正午"), anyCase))};
    if (text.contains(QRegularExpression(QStringLiteral("\\bmidnight\\b|午夜"), anyCase)))
        return ClockTime{QTime(0, 0), text.indexOf(QRegularExpression(QStringLiteral("\\bmidnight\\b|午夜"), anyCase))};
    return std::nullopt;
}

QString place(const QString &question, const Place &found)
{
    return question.mid(found.start, found.end - found.start);
}

QString offset(const QString &printed) // +0900
{
    return QStringLiteral("UTC") + (printed.size() == 5 ? printed.left(3) + u':' + printed.mid(3) : printed);
}

Computation zoneProgram(const QString &source, const QString &target, const QTime &time, const QString &date, const QString &thought,
                        std::function<QString(const PrintedValues &)> say)
{
    return {thought,
            pythonProgram({QStringLiteral("zones")}, {{QStringLiteral("SOURCE"), pythonString(source)},
                                                    {QStringLiteral("TARGET"), pythonString(target)},
                                                    {QStringLiteral("HOUR"), QString::number(time.hour())},
                                                    {QStringLiteral("MINUTE"), QString::number(time.minute())},
                                                    {QStringLiteral("DATE"), pythonString(date)}}),
            std::move(say)};
}

Computation converted(const QString &question, const Place &from, const Place &to, const QTime &time, const ComputeWording &words)
{
    const QList<FoundDate> dates = findDates(question);
    const QString date = dates.isEmpty() || dates.first().iso == u"today" ? QString() : dates.first().iso;
    return zoneProgram(from.zone, to.zone, time, date, words.zoneThought,
                       [fromName = place(question, from), toName = place(question, to), &words](const PrintedValues &v) {
                           const int days = v.value(QStringLiteral("days_apart")).toInt();
                           const QString day = days > 0 ? words.nextDay : days < 0 ? words.dayBefore : QString();
                           return words.convertedTime.arg(v.value(QStringLiteral("source_time")), fromName, v.value(QStringLiteral("source_date")),
                                                          v.value(QStringLiteral("answer")), toName, day,
                                                          offset(v.value(QStringLiteral("source_offset"))), offset(v.value(QStringLiteral("offset"))));
                       });
}

Computation now(const QString &zone, const QString &name, const ComputeWording &words)
{
    return zoneProgram({}, zone, {0, 0}, {}, words.nowThought, [name, &words](const PrintedValues &v) {
        const QString weekday = words.weekdays.value(std::clamp(v.value(QStringLiteral("weekday")).toInt(), 0, 6));
        return (name.isEmpty() ? words.timeNow : words.timeNowIn)
            .arg(v.value(QStringLiteral("answer")), weekday, v.value(QStringLiteral("date")), offset(v.value(QStringLiteral("offset"))), name);
    });
}

} // namespace

std::optional<Computation> readTimeQuestion(const QString &question, const Wording &wording)
{
    const ComputeWording &words = wording.compute;
    const QList<Place> places = findPlaces(question);
    static const QRegularExpression asks(QStringLiteral("\\btime\\b|\\bclock\\b|\\bconvert\\b|\\bam\\b|\\bpm\\b|几点|幾點|时间|時間|多少点"), anyCase);
    const std::optional<ClockTime> time = findTime(question);
    if (time && places.size() >= 2) {
        // "what time is it in Tokyo when it is 15:00 in Berlin": the place after the time is the one it belongs to.
        // But "Berlin 15:00 in Tokyo" and "柏林 15:00 是东京几点" have the place right before its time.
        const bool between = places.at(0).end <= time->at && places.at(1).start > time->at;
        const QString gap = question.mid(places.at(0).end, time->at - places.at(0).end);
        static const QRegularExpression joined(QStringLiteral("^(?:\\s|,|，|的|时间|時間|time|at)*$"), anyCase);
        const bool targetFirst = between && !gap.contains(joined);
        return converted(question, places.at(targetFirst ? 1 : 0), places.at(targetFirst ? 0 : 1), time->time, words);
    }
    static const QRegularExpression current(QStringLiteral("\\bwhat(?:'s| is)?(?: the)?(?: current)? time\\b|\\bcurrent time\\b|\\btime is it\\b|\\btime now\\b|(?:现在|現在).*(?:几点|幾點|时间|時間)|几点了|幾點了"), anyCase);
    if (!time && places.size() == 1 && question.contains(asks))
        return now(places.first().zone, place(question, places.first()), words);
    if (!time && places.isEmpty() && question.size() <= 60 && question.contains(current))
        return now({}, {}, words);
    return std::nullopt;
}

} // namespace vitrine
