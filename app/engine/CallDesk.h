#pragma once

#include "engine/ApprovalPolicy.h"
#include "engine/DraftBoard.h"
#include "engine/Journal.h"
#include "engine/ToolBox.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace vitrine {

// Carries the calls of one turn: judges each, asks where it must, runs them side by side, writes their pictures and outputs
// into the journal. Log before act: a call starts only after its ToolCall item (and its approval) is committed.
// Lives on the engine thread.
class CallDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallDesk)

public:
    CallDesk(ConversationId conversation, TurnId turn, ApprovalMode mode, Journal &journal, ToolBox &tools, DraftBoard &drafts, Clock &clock,
             QObject *parent = nullptr);
    ~CallDesk() override;

    // Commits the call and takes it from there. `item` holds a ToolCall body.
    void take(NewItem item);
    // The user's answer to an ApprovalRequest; false when this call waits for none. For Edited, `words` are the new arguments;
    // for Declined they go to the model.
    bool decide(const CallId &call, Decision decision, const QString &words);
    // Ends every running or waiting call; each gets an output that says so.
    void cancelAll();

    bool isIdle() const { return m_calls.empty(); }
    int callCount() const { return m_count; }
    // The newest round ended with a call that was not allowed.
    bool endedInDenial() const { return m_denied; }

signals:
    void idle();                                // no call is open any more, all outputs are committed
    void failed(const vitrine::Error &error);   // the journal cannot be written

private:
    struct Call;
    void judge(Call &call);
    void ask(Call &call);
    void run(Call &call);
    void finish(const CallId &id, const ToolResult &result);
    void close(const CallId &id);
    void append(ItemBody body, Durability durability, Provenance provenance, QDateTime startedAt, Journal::Committed committed);

    const ConversationId m_conversation;
    const TurnId m_turn;
    ApprovalPolicy m_policy;
    Journal &m_journal;
    ToolBox &m_tools;
    DraftBoard &m_drafts;
    Clock &m_clock;
    QHash<CallId, std::shared_ptr<Call>> m_calls;
    int m_count = 0;
    bool m_denied = false;
    bool m_cancelling = false;
};

} // namespace vitrine
