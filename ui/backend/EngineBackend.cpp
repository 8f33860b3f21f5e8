#include "backend/EngineBackend.h"

#include "backend/EngineConnections.h"
#include "engine/Engine.h"
#include "engine/Runtime.h"
#include "imaging/ImagerClient.h"
#include "store/FileBlobStore.h"
#include "store/StoreThread.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace vitrine {

Result<std::unique_ptr<EngineBackend>> EngineBackend::create(const Profile &profile, Clock &clock, EnvironmentKeys keys)
{
    auto blobs = FileBlobStore::open(profile.blobFolder);
    if (!blobs)
        return tl::unexpected(blobs.error());
    return std::unique_ptr<EngineBackend>(new EngineBackend(profile, clock, std::move(keys), std::move(*blobs)));
}

EngineBackend::EngineBackend(Profile profile, Clock &clock, EnvironmentKeys keys, std::unique_ptr<FileBlobStore> blobs)
    : m_profile(std::move(profile))
    , m_clock(clock)
    , m_keys(std::move(keys))
    , m_blobs(std::move(blobs))
    , m_images(std::make_unique<ImagerClient>(ImagerOptions{helperProgram(QStringLiteral("vitrine-imager"))}))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_connections = std::make_unique<EngineConnections>([this](std::function<void(Runtime &)> action) {
        whenOpen([this, action = std::move(action)] {
            QMetaObject::invokeMethod(m_onEngineThread, [this, action] { action(*m_runtime); }, Qt::QueuedConnection);
        });
    });
}

EngineBackend::~EngineBackend()
{
    if (m_onEngineThread) {
        // The engine ends its turns and processes on its own thread, before the store closes.
        QMetaObject::invokeMethod(
            m_onEngineThread,
            [this] {
                m_runtime.reset();
                QThread::currentThread()->quit();
            },
            Qt::QueuedConnection);
    }
    m_thread.wait();
    delete m_onEngineThread;
}

void EngineBackend::start()
{
    if (std::exchange(m_started, true))
        return;
    // Opening may wait for another process or mend a damaged file; the window does not wait with it.
    QPointer<EngineBackend> self(this);
    QThreadPool::globalInstance()->start([self, folder = m_profile.dataFolder, clock = &m_clock] {
        auto store = std::make_shared<Result<std::unique_ptr<StoreThread>>>(StoreThread::open({folder}, *clock));
        QMetaObject::invokeMethod(
            qApp,
            [self, store] {
                if (self)
                    self->opened(store);
            },
            Qt::QueuedConnection);
    });
}

void EngineBackend::opened(std::shared_ptr<Result<std::unique_ptr<StoreThread>>> store)
{
    if (!*store) {
        m_broken = store->error();
        m_waiting.clear();
        emit failed(*m_broken);
        return;
    }
    m_store = std::move(**store);
    startEngine();
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &action : waiting)
        action();
    emit ready();
}

void EngineBackend::startEngine()
{
    m_onEngineThread = new QObject;
    m_onEngineThread->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_onEngineThread,
        [this] {
            m_runtime = Runtime::create(m_profile, m_clock, *m_store, *m_blobs, std::exchange(m_keys, {}));
            Engine &engine = m_runtime->engine();
            connect(&engine, &Engine::turnStarted, this, &Backend::turnStarted);
            connect(&engine, &Engine::itemAppended, this, &Backend::itemAppended);
            connect(&engine, &Engine::draftChanged, this, &Backend::draftChanged);
            connect(&engine, &Engine::exchanged, this, &Backend::exchanged);
            connect(&engine, &Engine::turnEnded, this, &Backend::turnEnded);
            connect(&engine, &Engine::turnRefused, this, &Backend::turnRefused);
        },
        Qt::QueuedConnection);
}

void EngineBackend::whenOpen(std::function<void()> action)
{
    if (m_store)
        action();
    else if (!m_broken)
        m_waiting.append(std::move(action));
}

void EngineBackend::startTurn(const StartTurn &command)
{
    if (m_broken) {
        QTimer::singleShot(0, this, [this, turn = command.turn] { emit turnRefused(turn, *m_broken); });
        return;
    }
    whenOpen([this, command] {
        QMetaObject::invokeMethod(m_onEngineThread, [this, command] { m_runtime->engine().startTurn(command); }, Qt::QueuedConnection);
    });
}

void EngineBackend::interrupt(const TurnId &turn)
{
    whenOpen([this, turn] {
        QMetaObject::invokeMethod(m_onEngineThread, [this, turn] { m_runtime->engine().interrupt(turn); }, Qt::QueuedConnection);
    });
}

void EngineBackend::decide(const CallId &call, Decision decision, const QString &words)
{
    whenOpen([this, call, decision, words] {
        QMetaObject::invokeMethod(m_onEngineThread, [this, call, decision, words] { m_runtime->engine().decide(call, decision, words); }, Qt::QueuedConnection);
    });
}

void EngineBackend::warmUp()
{
    whenOpen([this] {
        QMetaObject::invokeMethod(m_onEngineThread, [this] { m_runtime->engine().warmUp(); }, Qt::QueuedConnection);
    });
}

void EngineBackend::listConversations(QObject *context, Answer<QList<Conversation>> answer)
{
    whenOpen([this, guard = QPointer<QObject>(context), answer] {
        if (guard)
            m_store->run<Result<QList<Conversation>>>([](Store &store) { return store.conversations(); }, guard, answer);
    });
}

void EngineBackend::openConversation(const ConversationId &id, QObject *context, Answer<ConversationTree> answer)
{
    whenOpen([this, id, guard = QPointer<QObject>(context), answer] {
        if (guard)
            m_store->run<Result<ConversationTree>>([id](Store &store) { return store.tree(id); }, guard, answer);
    });
}

void EngineBackend::change(std::function<Done(Store &)> work)
{
    whenOpen([this, work] {
        m_store->run<Done>(work, this, [this](const Done &done) {
            if (!done)
                emit failed(done.error());
        });
    });
}

void EngineBackend::rename(const ConversationId &id, const QString &title)
{
    change([id, title](Store &store) { return store.rename(id, title); });
}

void EngineBackend::setPinned(const ConversationId &id, bool pinned)
{
    change([id, pinned](Store &store) { return store.setPinned(id, pinned); });
}

void EngineBackend::setDeleted(const ConversationId &id, bool deleted)
{
    change([id, deleted](Store &store) { return store.setDeleted(id, deleted); });
}

const BlobReader &EngineBackend::blobs() const
{
    return *m_blobs;
}

ConnectionBackend &EngineBackend::connections()
{
    return *m_connections;
}

ImageService &EngineBackend::images()
{
    return *m_images;
}

} // namespace vitrine
