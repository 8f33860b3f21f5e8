#pragma once

#include "base/Clock.h"
#include "engine/CallDesk.h"
#include "engine/Command.h"
#include "engine/DraftBoard.h"
#include "engine/Journal.h"
#include "engine/TurnState.h"
#include "model/Blobs.h"
#include "model/Conversation.h"
#include "providers/Provider.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace vitrine {

class ConversationContext;
struct LeftOut;
struct ReadAttachments;
class StoreThread;
class ToolBox;

struct TurnParts {
    Clock &clock;
    StoreThread &store;
    Journal &journal;
    BlobStore &blobs;
    ConversationContext &context;
    Provider &provider;
    // What tokens cost, in USD; absent where no price is known. Null: nothing is paid.
    std::function<std::optional<double>(const Usage &)> costOf = {};
};

// Drives one turn from the user's message to its end. Lives on the engine thread.
class TurnRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnRunner)

public:
    // The settings name a model, not its default.
    TurnRunner(const TurnParts &parts, const StartTurn &command, QObject *parent = nullptr);
    ~TurnRunner() override;

    void start();
    void interrupt();
    bool decide(const CallId &call, Decision decision, const QString &words);
    const Turn &turn() const { return m_turn; }
    TurnState state() const { return m_state; }

signals:
    void started(const vitrine::Conversation &conversation, const vitrine::Turn &turn, bool created);
    void refused(const vitrine::Error &error); // nothing was stored
    // Could not be stored (a full disk); shown all the same, with seq 0.
    void unsaved(const vitrine::ItemPtr &item);
    void draftChanged(const vitrine::Draft &draft);
    void exchanged(const vitrine::WireRecord &record);
    void ended();

private:
    bool advance(TurnEvent event);
    void record(const ReadAttachments &read);
    void request();
    void tellLeftOut(const LeftOut &leftOut);
    void take(const ModelEvent &event);
    void takeItem(const ItemDone &done);
    void streamFinished(const Done &result);
    void proceed();
    bool isOverBudget() const;
    void stop(TurnOutcome outcome, const Error &error);
    void keepRemains();
    void finishStopping();
    void end(TurnEnded ending);
    NewItem item(ItemBody body, Provenance provenance, const std::optional<Draft> &draft = {}) const;

    const TurnParts m_parts;
    const StartTurn m_command;
    Turn m_turn;
    TurnState m_state = TurnState::Preparing;
    DraftBoard m_drafts;
    ToolBox *m_tools = nullptr;
    std::unique_ptr<CallDesk> m_calls;
    std::unique_ptr<ModelStream> m_stream;
    std::optional<ResponseEnded> m_answer; // of the newest request, once it is complete
    Usage m_usage;
    std::optional<qint64> m_contextTokens;
    TurnEnded m_ending; // how it ends, once it is stopping
    int m_requests = 0;
    int m_callsBefore = 0;
    int m_uncommitted = 0; // items of the answer on their way to the store
};

} // namespace vitrine
