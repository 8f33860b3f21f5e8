#include "highlight/HighlightReply.h"

#include "base/Json.h"
#include "highlighter/HighlightProtocol.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr qsizetype maxStyles = 64;
constexpr qsizetype maxLanguages = 2000;
constexpr qsizetype maxNameLength = 64;

// For the log only; no user sees it.
tl::unexpected<Error> malformed(const char *what)
{
    return fail(ErrorKind::Protocol, QStringLiteral("The highlighter's reply is malformed: %1.").arg(QLatin1String(what)));
}

QStringList names(const QJsonValue &value, qsizetype limit)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &name : array) {
        if (list.size() < limit && name.isString() && name.toString().size() <= maxNameLength)
            list.append(name.toString());
    }
    return list;
}

// A whole number of 0 or more, else -1.
qint64 number(const QJsonValue &value)
{
    return value.isDouble() ? std::max<qint64>(-1, value.toInteger(-1)) : -1;
}

} // namespace

Result<HighlightHello> parseHello(const QByteArray &line)
{
    const Result<QJsonObject> object = parseJsonObject(line);
    if (!object)
        return malformed("the hello is no JSON object");
    if (number(object->value(QLatin1String("protocol"))) != highlight::protocolVersion)
        return malformed("another protocol version");
    const HighlightHello hello{names(object->value(QLatin1String("styles")), maxStyles), names(object->value(QLatin1String("languages")), maxLanguages)};
    if (hello.styles.size() != object->value(QLatin1String("styles")).toArray().size() || hello.styles.isEmpty())
        return malformed("bad style names");
    return hello;
}

Result<HighlightAnswer> parseAnswer(const QByteArray &line, qint64 id, qsizetype textLength, qsizetype styles)
{
    const Result<QJsonObject> object = parseJsonObject(line);
    if (!object)
        return malformed("no JSON object");
    if (number(object->value(QLatin1String("id"))) != id)
        return malformed("it answers another request");
    if (object->value(QLatin1String("again")).toBool())
        return HighlightAnswer{true, {}};
    const QJsonValue list = object->value(QLatin1String("runs"));
    if (!list.isArray())
        return malformed("there are no runs");
    HighlightAnswer answer;
    const QJsonArray runs = list.toArray();
    answer.runs.reserve(runs.size());
    qsizetype end = 0;
    for (const QJsonValue &value : runs) {
        const QJsonArray triple = value.toArray();
        const qint64 start = number(triple.at(0));
        const qint64 length = number(triple.at(1));
        const qint64 style = number(triple.at(2));
        // Compared without a sum, which hostile numbers would overflow.
        if (triple.size() != 3 || start < end || start > textLength || length < 1 || length > textLength - start || style < 0 || style >= styles)
            return malformed("a run is outside the text, out of order or of no known style");
        end = start + length;
        answer.runs.append({start, length, int(style)});
    }
    return answer;
}

} // namespace vitrine
