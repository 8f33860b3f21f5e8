#pragma once

#include "providers/ApiCodec.h"
#include "providers/openai/ChatCalls.h"
#include "providers/openai/ChatThoughts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace vitrine {

// What the chunks said, beside what they mean: for the trace and for `vitrine decode`.
struct ChatFacts {
    QString text;      // all pieces of the channel, joined
    QString reasoning;
    QString refusal;
    int chunks = 0;
    int chunksWithoutChoice = 0;
    int signatures = 0;        // entries of reasoning_details that carry one
    int annotations = 0;       // citations among the deltas
    qsizetype addresses = 0;   // in the last list of citations beside the choices
    QString finish;            // finish_reason; empty: none came
    bool doneMarker = false;
    QString error;             // the message of an error inside the stream, whole
    Usage usage;               // as the server counts
    QSet<QString> madeIds;     // of calls to which the server gave none
};

// Turns the chunks of one answer of Chat Completions into ModelEvents, as OpenAI sends them and as the many servers do that came after it.
//
// The end is the [DONE] that most of them send; a finish_reason before the stream's end will do as well, for some never send it. Choices
// other than the first are not looked at. Items are passed on at the end, because details of the reasoning and the signatures that belong
// to it may come after the text; only thoughts that cannot grow any more are passed on as soon as the answer begins.
class ChatDecoder final : public AnswerDecoder
{
public:
    void take(const SseEvent &event, QList<ModelEvent> &out) override;
    void takeWhole(const QByteArray &json, QList<ModelEvent> &out) override;
    Done finish(const QByteArray &oddLine, QList<ModelEvent> &out) override;
    bool ended() const override { return m_ended; }
    bool hasContent() const override { return m_hasContent; }

    const ChatFacts &facts() const { return m_facts; }

private:
    void takeChunk(const QJsonObject &chunk, const SseEvent &event, QList<ModelEvent> &out);
    void takeChoice(const QJsonObject &choice, QList<ModelEvent> &out);
    void takeMessage(const QJsonObject &message, QList<ModelEvent> &out);
    void takeContent(const QJsonValue &content, QList<ModelEvent> &out);
    void takeUsage(const QJsonObject &chunk);
    void takePicture(const QJsonObject &part);
    void takeError(const QJsonObject &json);
    void start(const QJsonObject &chunk, QList<ModelEvent> &out);

    void showText(const QString &text, QList<ModelEvent> &out);
    void showRefusal(const QString &text, QList<ModelEvent> &out);
    void showThoughts(const QString &text, QList<ModelEvent> &out);
    void passThoughts(std::optional<qint64> tokens, QList<ModelEvent> &out);
    void passItems(bool cut, QList<ModelEvent> &out);
    void end(QList<ModelEvent> &out);
    Usage usage() const;
    AgentMessage message() const;
    int openSlot() { return m_slots++; }

    ChatThoughts m_thoughts;
    ChatCalls m_calls;
    QList<ProducedFile> m_pictures;
    QJsonArray m_annotations;
    QJsonArray m_addresses;     // `citations` beside the choices
    QJsonArray m_searchResults;
    QJsonObject m_messageExtra; // extra_content with a signature of Gemini
    ChatFacts m_facts;
    std::optional<Error> m_error;
    std::optional<int> m_thoughtSlot;
    std::optional<int> m_messageSlot;
    int m_slots = 0;
    bool m_passedThoughts = false; // once, early
    bool m_anyMessage = false;
    bool m_started = false;
    bool m_hasContent = false;
    bool m_ended = false;
};

} // namespace vitrine
