#include "imaging/ImagerClient.h"

#include "imaging/ImagerWire.h"
#include "imaging/ImagerWorker.h"

#include <algorithm>

#include <unistd.h>

namespace vitrine {

namespace {

constexpr int mostHandOuts = 3;

// Nothing after the first failure, then 100 ms, 200 ms ... up to 5 s.
int backOffMs(int failuresInARow)
{
    return failuresInARow < 2 ? 0 : std::min(5000, 100 << std::min(failuresInARow - 2, 10));
}

} // namespace

ImagerClient::ImagerClient(ImagerOptions options, QObject *parent)
    : ImageService(parent)
    , m_options(std::move(options))
{
    m_backOff.setSingleShot(true);
    connect(&m_backOff, &QTimer::timeout, this, &ImagerClient::dispatch);
}

ImagerClient::~ImagerClient()
{
    for (const std::unique_ptr<ImagerWorker> &worker : m_workers)
        worker->disconnect(this);
}

ImageService::RequestId ImagerClient::send(const ImageRequest &request, QObject *context, Callback callback)
{
    const RequestId id = ++m_lastId;
    m_waiting.append({id, request, context, context != nullptr, std::move(callback)});
    QMetaObject::invokeMethod(this, &ImagerClient::dispatch, Qt::QueuedConnection);
    return id;
}

void ImagerClient::cancel(RequestId id)
{
    m_delivering.remove(id);
    m_waiting.removeIf([id](const Pending &pending) { return pending.id == id; });
    for (auto it = m_running.begin(); it != m_running.end(); ++it) {
        if (it->id != id)
            continue;
        ImagerWorker *worker = it.key();
        m_running.erase(it);
        worker->stop();
        return;
    }
}

QList<qint64> ImagerClient::processIds() const
{
    QList<qint64> ids;
    for (const std::unique_ptr<ImagerWorker> &worker : m_workers) {
        if (worker->processId() > 0)
            ids.append(worker->processId());
    }
    return ids;
}

void ImagerClient::dispatch()
{
    while (!m_waiting.isEmpty() && !m_backOff.isActive()) {
        if (m_waiting.first().hasContext && !m_waiting.first().context) {
            m_waiting.removeFirst();
            continue;
        }
        ImagerWorker *worker = freeWorkerFor(m_waiting.first().request.inputPath);
        if (!worker && int(m_workers.size()) >= m_options.maxWorkers)
            return;
        Pending pending = m_waiting.takeFirst();
        const Result<int> picture = imagerwire::openPicture(pending.request.inputPath);
        if (!picture) {
            deliver(pending, tl::unexpected(picture.error()));
            continue;
        }
        hand(std::move(pending), worker, *picture);
        ::close(*picture);
    }
}

void ImagerClient::hand(Pending pending, ImagerWorker *worker, int picture)
{
    if (!worker) {
        const Result<ImagerWorker *> started = startWorker();
        if (!started) {
            deliver(pending, tl::unexpected(started.error()));
            return;
        }
        worker = *started;
    }
    ++pending.handedOut;
    const Done sent = worker->run(pending.id, pending.request, picture, m_options.deadline);
    if (sent)
        m_running.insert(worker, pending);
    else
        deliver(pending, tl::unexpected(sent.error()));
}

// One that has the picture decoded already, else any that is idle.
ImagerWorker *ImagerClient::freeWorkerFor(const QString &path)
{
    ImagerWorker *found = nullptr;
    for (const std::unique_ptr<ImagerWorker> &worker : m_workers) {
        if (!worker->isFree())
            continue;
        if (worker->lastPath() == path)
            return worker.get();
        if (!found)
            found = worker.get();
    }
    return found;
}

Result<ImagerWorker *> ImagerClient::startWorker()
{
    auto worker = std::make_unique<ImagerWorker>(m_options.program, m_options.idle);
    ImagerWorker *raw = worker.get();
    connect(raw, &ImagerWorker::answered, this, [this, raw](const Result<ImageReply> &reply) { answered(raw, reply); });
    connect(raw, &ImagerWorker::ended, this, [this, raw](bool tookRequest, const Error &reason) { ended(raw, tookRequest, reason); });
    if (const Done done = raw->start(); !done)
        return tl::unexpected(done.error());
    m_workers.push_back(std::move(worker));
    return raw;
}

void ImagerClient::answered(ImagerWorker *worker, const Result<ImageReply> &reply)
{
    m_failuresInARow = 0;
    if (m_running.contains(worker))
        deliver(m_running.take(worker), reply);
    dispatch();
}

void ImagerClient::ended(ImagerWorker *worker, bool tookRequest, const Error &reason)
{
    const auto it = std::find_if(m_workers.begin(), m_workers.end(), [&](const auto &candidate) { return candidate.get() == worker; });
    if (it == m_workers.end())
        return;
    // Not deleted here: this is called from inside it.
    it->release()->deleteLater();
    m_workers.erase(it);

    if (m_running.contains(worker)) {
        const Pending pending = m_running.take(worker);
        if (!tookRequest && pending.handedOut < mostHandOuts) {
            m_waiting.prepend(pending);
        } else {
            ++m_failuresInARow;
            deliver(pending, tl::unexpected(reason));
            if (const int wait = backOffMs(m_failuresInARow); wait > 0)
                m_backOff.start(wait);
        }
    }
    dispatch();
}

void ImagerClient::deliver(const Pending &pending, const Result<ImageReply> &reply)
{
    // Later, so that a callback never runs inside send() or inside a worker; until then it can still be cancelled.
    m_delivering.insert(pending.id);
    QObject *receiver = pending.hasContext ? pending.context.data() : this;
    if (!receiver)
        return;
    QMetaObject::invokeMethod(
        receiver,
        [self = QPointer<ImagerClient>(this), id = pending.id, callback = pending.callback, reply] {
            if (self && self->m_delivering.remove(id) && callback)
                callback(reply);
        },
        Qt::QueuedConnection);
}

} // namespace vitrine
