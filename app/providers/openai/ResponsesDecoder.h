#pragma once

#include "providers/ApiCodec.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace vitrine {

// What the events said, beside what they mean: for the trace and for `vitrine decode`.
struct ResponsesFacts {
    QMap<QString, int> eventTypes;
    QSet<QString> responseIds;
    QMap<QString, int> finalAnnotations; // by type, of the finished messages
    int annotations = 0;                 // citations announced while the text streamed
    int partialPictures = 0;
    int encryptedReasoningItems = 0;
    std::optional<qint64> firstSequence;
    std::optional<qint64> lastSequence;
    bool gapless = true;
    QString status; // of the terminal event, "completed"; empty: none came
    QString reason; // "max_output_tokens"
    QString error;  // the message of an error inside the stream, whole
};

// Turns the events of one streamed answer of the Responses API into ModelEvents. Pure; one object an answer.
//
// What grows is known by its (output_index, content_index), never by item_id: GitHub Copilot changes ids in mid-stream.
// `output_item.done` is authoritative and is passed on in the order of output_index, for OpenRouter finishes a message before the
// reasoning that led to it, and items have to be sent back in their order. Numbers, strings and objects of the wrong type read as absent.
class ResponsesDecoder final : public AnswerDecoder
{
public:
    void take(const SseEvent &event, QList<ModelEvent> &out) override;
    void takeWhole(const QByteArray &json, QList<ModelEvent> &out) override;
    Done finish(const QByteArray &oddLine, QList<ModelEvent> &out) override;
    bool ended() const override { return m_ended; }
    bool hasContent() const override { return m_hasContent; }

    const ResponsesFacts &facts() const { return m_facts; }
    // The deltas as they came, in the order of (output_index, content_index).
    enum class Channel { Text, Refusal, Summary, Thoughts };
    QString deltas(std::initializer_list<Channel> channels) const;
    int partsWithDeltas(std::initializer_list<Channel> channels) const;

private:
    using PartKey = std::pair<qint64, Channel>; // content_index or summary_index
    struct Slot {
        qint64 outputIndex = 0;
        QString type; // of the item
        CallId callId;
        QString name;
        QString arguments;
        bool argumentsDone = false;
        QMap<PartKey, QString> deltas;
        std::optional<PartKey> lastThought; // the part of the reasoning that was shown last
        std::optional<ItemBody> body;       // of output_item.done
        QList<ProducedFile> files;          // likewise
    };
    struct Incoming {
        QString type;
        QJsonObject json;
        QByteArray raw;
    };

    void takeIncoming(const Incoming &event, QList<ModelEvent> &out);
    bool takeLifecycle(const Incoming &event, QList<ModelEvent> &out);
    bool takeItem(const Incoming &event, QList<ModelEvent> &out);
    bool takePiece(const Incoming &event, QList<ModelEvent> &out);
    bool takeArguments(const Incoming &event, QList<ModelEvent> &out);
    bool takeHosted(const Incoming &event, QList<ModelEvent> &out);
    void takeError(const QJsonObject &json);
    void noteResponse(const QJsonObject &response, QList<ModelEvent> &out);
    void countSequence(const QJsonObject &json);
    void end(const QString &type, const QJsonObject &response, QByteArrayView raw, QList<ModelEvent> &out);

    int openSlot(qint64 outputIndex, const QString &type);
    int slotOf(const QJsonObject &json, const char *type);
    void itemAdded(qint64 outputIndex, const QJsonObject &item, QList<ModelEvent> &out);
    void itemDone(qint64 outputIndex, const QJsonObject &item, const QByteArray &raw, QList<ModelEvent> &out);
    void show(int slot, PartKey key, const QString &text, QList<ModelEvent> &out);
    void noteFinalItem(const QJsonObject &item);
    void emitDone(QList<ModelEvent> &out);
    void emitRest(QList<ModelEvent> &out);
    std::optional<ItemBody> bodyFromDeltas(const Slot &slot) const;
    static QString joined(const Slot &slot, Channel channel, const char *separator);

    std::vector<Slot> m_slots;
    QHash<qint64, int> m_latest;                   // slot by output_index
    std::set<std::pair<qint64, int>> m_unfinished; // output_index and slot of items that were not passed on yet
    QSet<QString> m_callIds;                       // of finished calls: a repeated one must not run twice
    ResponsesFacts m_facts;
    std::optional<Error> m_error; // of an `error` event; response.failed may follow
    bool m_started = false;
    bool m_hasContent = false;
    bool m_ended = false;
};

} // namespace vitrine
