#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <utility>
#include <vector>

namespace vitrine {

// What a model thought, in any of the spellings that servers have for it: reasoning_content, reasoning, reasoning_details and parts of type
// "thinking" among the content. OpenRouter sends the same text in two of them, so a chunk is read in one spelling, but kept in all.
class ChatThoughts
{
public:
    // `delta`: of a chunk, or the message of a whole answer. Returns what is new to read.
    QString take(const QJsonObject &delta);
    // A part {"type": "thinking", "thinking": [{"type": "text", "text"}] or "text"}.
    QString takePart(const QJsonObject &part);

    bool isEmpty() const { return m_text.isEmpty() && m_details.empty(); }
    // Details may still get a signature after the answer has begun.
    bool mayGrowLater() const { return !m_details.empty(); }
    const QString &text() const { return m_text; }
    // The fields of the assistant's message in which it all goes back.
    QJsonObject fields() const;

private:
    struct Detail {
        QJsonObject others; // type, index, signature, data ...
        QString text;
        QString summary;
    };
    QString takeDetail(const QJsonObject &detail);
    Detail &detailFor(const QJsonObject &detail);

    QString m_text;
    QString m_reasoningContent;
    QString m_reasoning;
    QString m_thinking;
    QJsonObject m_thinkingOthers;
    std::vector<Detail> m_details;
    QMap<std::pair<qint64, QString>, size_t> m_detailAt; // by index and type
};

} // namespace vitrine
