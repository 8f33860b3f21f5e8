#include "providers/openai/ChatCitations.h"

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace vitrine::chat {

namespace {

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

// Of the UTF-16 units of `text`, asked for in rising order.
class CodePoints
{
public:
    explicit CodePoints(const QString &text) : m_text(text) {}
    qsizetype before(qsizetype unit)
    {
        for (; m_unit < unit; ++m_unit)
            m_seen += !m_text[m_unit].isLowSurrogate();
        return m_seen;
    }

private:
    const QString &m_text;
    qsizetype m_unit = 0;
    qsizetype m_seen = 0;
};

} // namespace

Citation citationFrom(const QJsonObject &annotation, qsizetype textLength)
{
    const QJsonValue inner = annotation.value(QLatin1String("url_citation"));
    const QJsonObject from = inner.isObject() ? inner.toObject() : annotation;
    Citation citation;
    citation.url = stringIn(from, "url");
    citation.title = stringIn(from, "title");
    citation.start = std::clamp<qint64>(from.value(QLatin1String("start_index")).toInteger(), 0, textLength);
    citation.end = std::clamp<qint64>(from.value(QLatin1String("end_index")).toInteger(), citation.start, textLength);
    return citation;
}

QList<Citation> numberedCitations(const QString &text, const QJsonArray &addresses, const QJsonArray &results)
{
    QHash<QString, QString> titles;
    for (const QJsonValue &result : results)
        titles.insert(stringIn(result.toObject(), "url"), stringIn(result.toObject(), "title"));
    QList<Citation> citations;
    QList<bool> named(addresses.size(), false);
    CodePoints points(text);
    static const QRegularExpression mark(QStringLiteral(R"(\[([0-9]{1,4})\])"));
    QRegularExpressionMatchIterator marks = mark.globalMatch(text);
    while (marks.hasNext()) {
        const QRegularExpressionMatch match = marks.next();
        const qsizetype number = match.capturedView(1).toInt() - 1;
        if (number < 0 || number >= addresses.size())
            continue;
        named[number] = true;
        const QString url = addresses[number].toString();
        const qsizetype start = points.before(match.capturedStart());
        citations.append({url, titles.value(url), start, points.before(match.capturedEnd())});
    }
    const qsizetype end = points.before(text.size());
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QString url = addresses[i].toString();
        if (!named[i] && !url.isEmpty())
            citations.append({url, titles.value(url), end, end});
    }
    return citations;
}

} // namespace vitrine::chat
