#include "providers/openai/ChatThoughts.h"

namespace vitrine {

namespace {

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

// What is said later wins, except that null takes nothing back.
void mergeOthers(const QJsonObject &from, std::initializer_list<const char *> without, QJsonObject &into)
{
    for (auto it = from.begin(); it != from.end(); ++it) {
        bool kept = !it.value().isNull() || !into.contains(it.key());
        for (const char *key : without)
            kept = kept && it.key() != QLatin1String(key);
        if (kept)
            into[it.key()] = it.value();
    }
}

} // namespace

QString ChatThoughts::take(const QJsonObject &delta)
{
    const QString content = stringIn(delta, "reasoning_content");
    const QString reasoning = stringIn(delta, "reasoning");
    m_reasoningContent += content;
    m_reasoning += reasoning;
    QString details;
    const QJsonArray list = delta.value(QLatin1String("reasoning_details")).toArray();
    for (const QJsonValue &detail : list) {
        if (detail.isObject())
            details += takeDetail(detail.toObject());
    }
    const QString &news = !content.isEmpty() ? content : !reasoning.isEmpty() ? reasoning : details;
    m_text += news;
    return news;
}

QString ChatThoughts::takePart(const QJsonObject &part)
{
    const QJsonValue thinking = part.value(QLatin1String("thinking"));
    QString news = thinking.toString();
    const QJsonArray pieces = thinking.toArray();
    for (const QJsonValue &piece : pieces)
        news += stringIn(piece.toObject(), "text");
    mergeOthers(part, {"thinking", "type"}, m_thinkingOthers);
    m_thinking += news;
    m_text += news;
    return news;
}

QString ChatThoughts::takeDetail(const QJsonObject &detail)
{
    Detail &kept = detailFor(detail);
    mergeOthers(detail, {"text", "summary"}, kept.others);
    const QString text = stringIn(detail, "text");
    const QString summary = stringIn(detail, "summary");
    kept.text += text;
    kept.summary += summary;
    return text + summary;
}

// Pieces of one detail have its index and type. What is encrypted always comes whole.
ChatThoughts::Detail &ChatThoughts::detailFor(const QJsonObject &detail)
{
    const QString type = stringIn(detail, "type");
    const QJsonValue index = detail.value(QLatin1String("index"));
    const std::pair<qint64, QString> key{index.isDouble() ? index.toInteger() : -1, type};
    const auto known = m_detailAt.constFind(key);
    if (known != m_detailAt.constEnd() && detail.value(QLatin1String("data")).isUndefined())
        return m_details[*known];
    m_detailAt.insert(key, m_details.size());
    return m_details.emplace_back();
}

QJsonObject ChatThoughts::fields() const
{
    QJsonObject fields;
    if (!m_thinking.isEmpty()) {
        QJsonObject part = m_thinkingOthers;
        part[QStringLiteral("type")] = QStringLiteral("thinking");
        part[QStringLiteral("thinking")] = QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), m_thinking}}};
        fields[QStringLiteral("content")] = QJsonArray{part};
    }
    if (!m_reasoningContent.isEmpty())
        fields[QStringLiteral("reasoning_content")] = m_reasoningContent;
    QJsonArray details;
    for (const Detail &detail : m_details) {
        QJsonObject json = detail.others;
        if (!detail.text.isEmpty())
            json[QStringLiteral("text")] = detail.text;
        if (!detail.summary.isEmpty())
            json[QStringLiteral("summary")] = detail.summary;
        details.append(json);
    }
    // The details say what `reasoning` says, and more.
    if (!details.isEmpty())
        fields[QStringLiteral("reasoning_details")] = details;
    else if (m_reasoningContent.isEmpty() && !m_reasoning.isEmpty())
        fields[QStringLiteral("reasoning")] = m_reasoning;
    return fields;
}

} // namespace vitrine
