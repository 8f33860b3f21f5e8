#pragma once

#include "base/Clock.h"
#include "model/Conversation.h"
#include "model/Draft.h"
#include "presenter/Step.h"
#include "presenter/Thumbnails.h"
#include "transcript/TranscriptEntry.h"

#include <QHash>
#include <QList>

namespace vitrine {

// One turn: gathers its items and drafts into steps and transcript entries. A plain class; interface thread.
class TurnPresenter final
{
    Q_DISABLE_COPY_MOVE(TurnPresenter)

public:
    explicit TurnPresenter(const Turn &turn);

    const Turn &turn() const { return m_turn; }
    bool isRunning() const { return !m_ended && !m_closed; }
    bool hasMessage() const { return m_message.has_value(); }
    const std::optional<UserMessage> &message() const { return m_message; }
    const std::optional<TurnEnded> &ended() const { return m_ended; }
    const QList<Step> &steps() const { return m_steps; }

    void add(const Item &item);
    void setDraft(const Draft &draft);
    void setCost(std::optional<double> dollars) { m_cost = dollars; }
    void close(); // no TurnEnded came, and none will

    // In the order in which they stand: the question, the answer, then what went wrong.
    QList<TranscriptEntry> entries(const QDateTime &now, Thumbnails &thumbnails) const;
    bool shows(const QString &sha256) const;

private:
    struct Piece { // of the answer's text
        ItemId id;
        QString text;
        QList<TextSpan> unsure;
        bool growing = false;
    };

    Step &step(const ItemId &id, Step::Kind kind, const QDateTime &startedAt);
    Step *stepOfCall(const CallId &call);
    void addCall(const Item &item, const ToolCall &call);
    void addOutput(const Item &item, const ToolOutput &output);
    void addPicture(const ImageStep &picture);
    void setPiece(const Piece &piece);
    void describe(Step &step);
    void stopOpenSteps(StepPhase phase, const QDateTime &at);
    TranscriptEntry question(Thumbnails &thumbnails) const;
    TranscriptEntry answer(const QDateTime &now, Thumbnails &thumbnails) const;
    TranscriptActivity activity(const QDateTime &now, Thumbnails &thumbnails) const;
    std::optional<TranscriptEntry> ending() const;
    QString footer() const;

    Turn m_turn;
    std::optional<UserMessage> m_message;
    QList<Piece> m_pieces;
    QList<Step> m_steps;
    QHash<CallId, QString> m_stepOfCall;
    QHash<QString, QString> m_rawArguments;
    QHash<QString, QByteArray> m_hostedArguments;
    QList<TranscriptEntry> m_notices;
    std::optional<TurnEnded> m_ended;
    std::optional<double> m_cost; // USD; absent: not known
    QDateTime m_startedAt;
    QDateTime m_endedAt;
    bool m_closed = false;
};

} // namespace vitrine
