#pragma once

#include "backend/Backend.h"
#include "base/Clock.h"
#include "base/Profile.h"
#include "connections/EnvironmentKeys.h"

#include <QList>
#include <QThread>

#include <memory>

namespace vitrine {

class FileBlobStore;
class EngineConnections;
class ImagerClient;
class Runtime;
class Store;
class StoreThread;

// The real backend: the store on its thread, the engine on its own, and the window's own client of the imager. Opening is put off
// until start(), so that the window can be painted first; what is asked for before then waits.
class EngineBackend final : public Backend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineBackend)

public:
    // Error Io or Storage when the profile's blobs cannot be kept.
    // `keys`: what was taken from the environment.
    static Result<std::unique_ptr<EngineBackend>> create(const Profile &profile, Clock &clock, EnvironmentKeys keys = {});
    ~EngineBackend() override;

    void start();

    void startTurn(const StartTurn &command) override;
    void interrupt(const TurnId &turn) override;
    void decide(const CallId &call, Decision decision, const QString &words) override;
    void warmUp() override;
    void listConversations(QObject *context, Answer<QList<Conversation>> answer) override;
    void openConversation(const ConversationId &id, QObject *context, Answer<ConversationTree> answer) override;
    void rename(const ConversationId &id, const QString &title) override;
    void setPinned(const ConversationId &id, bool pinned) override;
    void setDeleted(const ConversationId &id, bool deleted) override;
    const BlobReader &blobs() const override;
    ImageService &images() override;
    ConnectionBackend &connections() override;

signals:
    void ready();

private:
    EngineBackend(Profile profile, Clock &clock, EnvironmentKeys keys, std::unique_ptr<FileBlobStore> blobs);
    void opened(std::shared_ptr<Result<std::unique_ptr<StoreThread>>> store);
    void startEngine();
    // Now, or when the store is open. Dropped when it could not be opened, which was told by failed().
    void whenOpen(std::function<void()> action);
    void change(std::function<Done(Store &)> work);

    Profile m_profile;
    Clock &m_clock;
    EnvironmentKeys m_keys; // until the engine takes them
    std::unique_ptr<FileBlobStore> m_blobs;
    std::unique_ptr<ImagerClient> m_images;
    std::unique_ptr<EngineConnections> m_connections;
    std::unique_ptr<StoreThread> m_store;
    QThread m_thread;
    QObject *m_onEngineThread = nullptr; // lives there; carries calls over
    std::unique_ptr<Runtime> m_runtime;  // touched on the engine thread only
    QList<std::function<void()>> m_waiting;
    std::optional<Error> m_broken;
    bool m_started = false;
};

} // namespace vitrine
