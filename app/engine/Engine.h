#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "engine/Command.h"
#include "engine/ProviderCatalog.h"
#include "model/Approval.h"
#include "model/Blobs.h"
#include "model/Conversation.h"
#include "model/Draft.h"
#include "model/Item.h"

#include <QObject>

#include <functional>
#include <memory>

namespace vitrine {

class ConversationContext;
class ImageService;
class Provider;
class StoreThread;

// What the engine works with; everything outlives it.
struct EngineParts {
    Clock &clock;
    StoreThread &store;
    BlobStore &blobs;
    ImageService &images;
    QString workFolders;   // each conversation's private work and upload folders are made under here
    // Null: the real ones. The seams at which tests put in their own.
    std::function<std::unique_ptr<ConversationContext>(const ConversationId &)> makeContext = {};
    std::function<Result<Provider *>(const TurnSettings &)> findProvider = {};
    QString cacheFolder = {}; // empty: nothing is kept for later sessions
    // How a provider is reached that was not added: looked up anew for each turn, so that a changed connection counts. Null: there is none.
    using Resolved = std::function<void(const Result<ProviderConfig> &)>;
    std::function<void(const QString &name, QObject *context, Resolved done)> resolveProvider = {};
};

// Commands in, items out. Lives on the engine thread; all slots must be called there (by a queued connection or invokeMethod).
// Any number of conversations may have a turn running.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    explicit Engine(const EngineParts &parts, QObject *parent = nullptr);
    ~Engine() override;

    // A provider that turns may name from now on; one of the same name is replaced.
    void addProvider(const ProviderConfig &config);

public slots:
    void startTurn(const vitrine::StartTurn &command);
    // Ends the turn's request, tools and their processes within 200 ms.
    void interrupt(const vitrine::TurnId &turn);
    // Answers an ApprovalRequest. `words` go to the model when declined; `edited` is the new text when edited.
    void decide(const vitrine::CallId &call, vitrine::Decision decision, const QString &words);
    // A file was dropped or Python switched on: start what is slow to start.
    void warmUp();

signals:
    // The turn is stored; its conversation is new when `created`.
    void turnStarted(const vitrine::Conversation &conversation, const vitrine::Turn &turn, bool created);
    void itemAppended(const vitrine::ItemPtr &item); // committed already
    void draftChanged(const vitrine::Draft &draft);  // at most every 30 ms for each draft
    // A request of the turn is over: what went over the wire.
    void exchanged(const vitrine::TurnId &turn, const vitrine::WireRecord &record);
    // The last thing heard of a turn; its TurnEnded item came before.
    void turnEnded(const vitrine::ConversationId &conversation, const vitrine::TurnId &turn);
    // The turn could not even start (unreadable file, full disk ...): nothing was stored, the input is still the caller's.
    void turnRefused(const vitrine::TurnId &turn, const vitrine::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vitrine
