#pragma once

#include "store/Store.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace vitrine {

// Carries one answer to the thread of its receiver. An object of its own, because only that thread can tell whether the
// receiver is still there: looked at from the store's thread, it could go between the look and the call.
class StoreReply final : public QObject
{
public:
    explicit StoreReply(QObject *context);
    // Calls `answer` on the context's thread unless the context is gone, then removes itself. Once only.
    void deliver(std::function<void()> answer);

private:
    QPointer<QObject> m_context;
};

// Owns a Store on a thread of its own. Work runs there in the order in which it was given; the answer comes back on the
// thread of `context`, unless that object is gone by then. Callable from any thread.
class StoreThread final
{
    Q_DISABLE_COPY_MOVE(StoreThread)

public:
    // Opens the store on the caller's thread, so that a failure is known at once: milliseconds, up to five seconds when
    // another process is just opening it, longer only when a damaged file is recovered.
    static Result<std::unique_ptr<StoreThread>> open(const StoreLocation &location, Clock &clock);
    // Finishes all the work it was given, then closes the store. Answers that are on their way are still delivered.
    ~StoreThread();

    const StoreReport &report() const;

    // `context` is alive when this is called and belongs to the thread that it is to be called back on.
    template<class T>
    void run(std::function<T(Store &)> work, QObject *context, std::function<void(T)> done)
    {
        auto *reply = new StoreReply(context);
        post([work = std::move(work), reply, done = std::move(done)](Store &store) {
            reply->deliver([done, result = work(store)] { done(result); });
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
