#include "store/StoreThread.h"

#include <QLoggingCategory>

namespace vitrine {

Q_LOGGING_CATEGORY(logStore, "vitrine.store", QtWarningMsg)

class StoreThread::Private
{
public:
    QThread thread;
    QObject worker; // lives on `thread`; carries the work there
    std::unique_ptr<Store> store;
    StoreReport report;
};

StoreThread::StoreThread()
    : d(std::make_unique<Private>())
{
}

Result<std::unique_ptr<StoreThread>> StoreThread::open(const StoreLocation &location, Clock &clock)
{
    auto store = Store::open(location, clock);
    if (!store)
        return tl::unexpected(store.error());
    std::unique_ptr<StoreThread> result(new StoreThread);
    result->d->store = std::move(*store);
    result->d->report = result->d->store->report();
    result->d->thread.setObjectName(QStringLiteral("store"));
    result->d->worker.moveToThread(&result->d->thread);
    result->d->thread.start();
    return result;
}

StoreThread::~StoreThread()
{
    post([this](Store &) { d->thread.quit(); });
    d->thread.wait();
}

const StoreReport &StoreThread::report() const
{
    return d->report;
}

void StoreThread::run(std::function<Done(Store &)> work)
{
    post([work = std::move(work)](Store &store) {
        if (const Done done = work(store); !done)
            qCWarning(logStore) << done.error().message << done.error().detail;
    });
}

void StoreThread::post(std::function<void(Store &)> work)
{
    QMetaObject::invokeMethod(&d->worker, [this, work = std::move(work)] { work(*d->store); }, Qt::QueuedConnection);
}

StoreReply::StoreReply(QObject *context)
    : m_context(context)
{
    moveToThread(context->thread());
}

void StoreReply::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] {
        if (m_context)
            answer();
        deleteLater();
    }, Qt::QueuedConnection);
}

} // namespace vitrine
