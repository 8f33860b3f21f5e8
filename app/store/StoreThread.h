#pragma once

#include "store/Store.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace vitrine {

// Owns a Store on a thread of its own. Work runs there in the order in which it was given; the answer comes back on the
// thread of `context`, unless that object is gone by then. Callable from any thread.
class StoreThread final
{
    Q_DISABLE_COPY_MOVE(StoreThread)

public:
    static Result<std::unique_ptr<StoreThread>> open(const StoreLocation &location, Clock &clock);
    // Finishes all the work it was given, then closes the store.
    ~StoreThread();

    template<class T>
    void run(std::function<T(Store &)> work, QObject *context, std::function<void(T)> done)
    {
        QPointer<QObject> guard(context);
        post([work = std::move(work), guard, done = std::move(done)](Store &store) {
            T result = work(store);
            if (guard)
                QMetaObject::invokeMethod(guard.data(), [done, result = std::move(result)]() mutable { done(std::move(result)); }, Qt::QueuedConnection);
        });
    }
    // Work whose result nobody waits for; a failure is logged.
    void run(std::function<Done(Store &)> work);

private:
    void post(std::function<void(Store &)> work);

    StoreThread();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vitrine
