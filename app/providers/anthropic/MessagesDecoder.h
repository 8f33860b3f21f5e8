#pragma once

#include "providers/ApiCodec.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QPair>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vitrine {

// Tokens as the API counts them: `input` is what was neither read from the cache nor written to it.
struct MessagesUsage {
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cached;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> thinking; // part of the output

    bool operator==(const MessagesUsage &) const = default;
};

// What the events said, beside what they mean: for the trace and for `vitrine decode`.
struct MessagesFacts {
    QMap<QString, int> eventTypes;
    QStringList blocks;                    // the types of the content blocks
    QList<QPair<QString, QString>> hosted; // type and name of the blocks that stand for calls the provider ran
    qint64 signatureLength = 0;            // of all signatures together
    int redacted = 0;                      // blocks of thoughts that are encrypted
    int citations = 0;
    MessagesUsage usage; // message_start merged with message_delta
    QString stopReason;  // "end_turn"; empty: none came
    bool stopped = false; // message_stop came
    QString error;        // the message of an error inside the stream, whole
};

// Turns the events of one streamed answer of the Messages API into ModelEvents. Pure; one object an answer.
//
// An item carries the content blocks as they have to go back, so that all the items of an answer together are its blocks in their order:
//  - text blocks that stand side by side are one message (citations split an answer into many);
//  - a call that the provider ran and its result are one HostedCall, passed on when the result is there. If something stands between the
//    two, the block of the call goes with that.
class MessagesDecoder final : public AnswerDecoder
{
public:
    // `idStart`: what ids begin with that are made for calls which came without one; empty: something that no other answer has.
    explicit MessagesDecoder(const QString &idStart = {}) : m_idStart(idStart) {}

    void take(const SseEvent &event, QList<ModelEvent> &out) override;
    void takeWhole(const QByteArray &json, QList<ModelEvent> &out) override;
    Done finish(const QByteArray &oddLine, QList<ModelEvent> &out) override;
    bool ended() const override { return m_ended; }
    bool hasContent() const override { return m_hasContent; }

    const MessagesFacts &facts() const { return m_facts; }
    // All that was said, and all that was thought.
    QString text() const { return joined("text"); }
    QString reasoning() const { return joined("thinking"); }

private:
    struct Block {
        int slot = 0;
        QString type;
        QByteArray raw; // of content_block_start
        CallId callId;
        QString name;
        QString text; // of text, thinking and compaction
        QString signature;
        QString arguments; // as they came, in pieces
        QList<QByteArray> citations;
        bool done = false;
        bool answered = false; // a hosted call whose result came
    };
    // Text blocks side by side, until something else follows.
    struct Run {
        int slot = -1; // none
        AgentMessage message;
        qsizetype codePoints = 0;
        QList<QByteArray> blocks;
    };
    struct Incoming {
        QString type;
        QJsonObject json;
        QByteArray raw;
    };

    void takeIncoming(const Incoming &event, QList<ModelEvent> &out);
    void takeStart(const Incoming &event, QList<ModelEvent> &out);
    void takeDelta(const Incoming &event, QList<ModelEvent> &out);
    void takeMessageDelta(const QJsonObject &json);
    void takeError(const QJsonObject &json);
    void noteMessage(const QJsonObject &message, QList<ModelEvent> &out);
    void noteUsage(const QJsonObject &usage);

    int openBlock(qint64 index, const QJsonObject &content, const QByteArray &raw, QList<ModelEvent> &out);
    int openMissing(qint64 index, const QString &deltaType, QList<ModelEvent> &out);
    void announce(int number, QList<ModelEvent> &out);
    bool grow(int number, const QString &type, const Incoming &event, QList<ModelEvent> &out);
    void closeBlock(int number);

    enum class End { None, Whole, Cut };
    void advance(End end, QList<ModelEvent> &out);
    bool passOn(int number, End end, QList<ModelEvent> &out);
    bool passCall(int number, End end, QList<ModelEvent> &out);
    void passResult(const Block &block, QList<ModelEvent> &out);
    void addToRun(const Block &block);
    void closeRun(QList<ModelEvent> &out);
    void passOpenCalls(QList<ModelEvent> &out);
    void passRefusal(QList<ModelEvent> &out);
    void end(QList<ModelEvent> &out);

    bool wasCutOff() const;
    QByteArray takeCarried(const QList<QByteArray> &own);
    QString joined(const char *type) const;
    CallId freeId(const QString &wanted, int number);
    static QString argumentsOf(const Block &block);
    static QByteArray finalRaw(const Block &block);

    QString m_idStart;
    QString m_messageId;
    QString m_model;
    std::vector<Block> m_blocks;
    QHash<qint64, int> m_latest; // block by its index
    QHash<QString, int> m_uses;  // block of a hosted call by its id
    QSet<QString> m_callIds;
    size_t m_next = 0; // the first block that was not passed on yet
    Run m_run;
    QList<QByteArray> m_carried; // blocks that go with the next item
    QJsonObject m_stopDetails;
    MessagesFacts m_facts;
    std::optional<Error> m_error;
    bool m_started = false;
    bool m_hasContent = false;
    bool m_refused = false; // a message was passed on that says so
    bool m_ended = false;
};

} // namespace vitrine
