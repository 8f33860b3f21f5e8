#pragma once

#include "imaging/ImageService.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace vitrine {

class ImagerWorker;

struct ImagerOptions {
    QString program; // absolute path of vitrine-imager
    int maxWorkers = 2;
    std::chrono::milliseconds deadline{60'000}; // of one request, from the moment a worker has it
    std::chrono::milliseconds idle{60'000};     // after which an unused worker is ended
};

// ImageService over `vitrine-imager` processes. Lives on one thread that never waits for them. Requests that are open when the
// client is destroyed are dropped without a callback; no process outlives it.
class ImagerClient final : public ImageService
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagerClient)

public:
    explicit ImagerClient(ImagerOptions options, QObject *parent = nullptr);
    ~ImagerClient() override;

    RequestId send(const ImageRequest &request, QObject *context, Callback callback) override;
    void cancel(RequestId id) override;

    // Of the workers that run now.
    QList<qint64> processIds() const;

private:
    struct Pending {
        RequestId id = 0;
        ImageRequest request;
        QPointer<QObject> context;
        bool hasContext = false;
        Callback callback;
        int handedOut = 0; // to workers that ended before they took it
    };

    void dispatch();
    ImagerWorker *freeWorkerFor(const QString &path);
    Result<ImagerWorker *> startWorker();
    void hand(Pending pending, ImagerWorker *worker, int picture);
    void answered(ImagerWorker *worker, const Result<ImageReply> &reply);
    void ended(ImagerWorker *worker, bool tookRequest, const Error &reason);
    void deliver(const Pending &pending, const Result<ImageReply> &reply);

    ImagerOptions m_options;
    RequestId m_lastId = 0;
    QList<Pending> m_waiting;
    QHash<ImagerWorker *, Pending> m_running;
    QSet<RequestId> m_delivering;
    std::vector<std::unique_ptr<ImagerWorker>> m_workers;
    QTimer m_backOff;
    int m_failuresInARow = 0;
};

} // namespace vitrine
