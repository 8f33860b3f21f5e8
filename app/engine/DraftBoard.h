#pragma once

#include "base/Clock.h"
#include "model/Draft.h"
#include "providers/ModelEvent.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <optional>

namespace vitrine {

// What is still growing in one turn: the parts of the answer by slot, the output of running calls by call id.
// Tells of changes at most every 30 ms, and asks for them to be kept at most every 500 ms. Lives on the engine thread.
class DraftBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftBoard)

public:
    DraftBoard(ConversationId conversation, TurnId turn, Clock &clock, QObject *parent = nullptr);

    // Text, reasoning, tool calls and hosted calls grow a draft; other events do nothing here.
    void apply(const ModelEvent &event);
    // The newest preview of a picture that a hosted call is painting.
    void showPicture(int slot, const BlobRef &picture);
    void growOutput(const CallId &call, const QString &toolName, const QString &text);

    // Ends a draft: the finished item takes its id and its start. Absent when nothing grew there.
    std::optional<Draft> take(int slot);
    std::optional<Draft> takeOutput(const CallId &call);
    // Ends all drafts of the answer, in the order of their slots.
    QList<Draft> takeAll();

signals:
    void changed(const vitrine::Draft &draft);
    void keep(const vitrine::Draft &draft);

private:
    Draft &at(int slot, Draft::Kind kind);
    void touch(const ItemId &id);
    void announce();
    void keepChanged();
    const Draft *find(const ItemId &id) const;

    const ConversationId m_conversation;
    const TurnId m_turn;
    Clock &m_clock;
    QMap<int, Draft> m_slots;
    QHash<CallId, Draft> m_outputs;
    QList<ItemId> m_changed;
    QList<ItemId> m_unkept;
    QTimer m_announceTimer;
    QTimer m_keepTimer;
};

} // namespace vitrine
