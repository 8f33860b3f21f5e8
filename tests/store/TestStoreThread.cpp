#include "StoreFixture.h"
#include "store/StoreThread.h"

#include <QAbstractEventDispatcher>

#include <atomic>

using namespace vitrine;

class TestStoreThread : public QObject
{
    Q_OBJECT

private slots:
    void answersInOrderOnTheCallersThread();
    void finishesItsWorkBeforeItEnds();
    void isSilentWhenTheReceiverIsGone();
    void answersFromManyThreadsWhileReceiversDie();
};

static Done beginTurn(Store &store, const Profile &profile)
{
    const Done done = store.createConversation(profile.newConversation());
    return done ? store.startTurn(profile.newTurn()) : done;
}

void TestStoreThread::answersInOrderOnTheCallersThread()
{
    Profile profile;
    const auto thread = StoreThread::open({profile.folder()}, profile.clock);
    VERIFY_RESULT(thread);
    (*thread)->run([&](Store &store) { return beginTurn(store, profile); });
    QList<qint64> answers;
    for (int i = 0; i < 200; ++i) {
        const Item item = profile.newItem(Notice{});
        (*thread)->run<Result<ItemPtr>>([item](Store &store) { return store.append(item, Durability::Stream); }, this,
                                        [&answers, this](const Result<ItemPtr> &result) {
                                            QCOMPARE(QThread::currentThread(), this->thread());
                                            VERIFY_RESULT(result);
                                            answers.append((*result)->seq);
                                        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 200, 20000);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(answers[i], i + 1);
}

void TestStoreThread::finishesItsWorkBeforeItEnds()
{
    Profile profile;
    {
        const auto thread = StoreThread::open({profile.folder()}, profile.clock);
        VERIFY_RESULT(thread);
        (*thread)->run([&](Store &store) { return beginTurn(store, profile); });
        for (int i = 0; i < 300; ++i) {
            const Item item = profile.newItem(Notice{});
            (*thread)->run([item](Store &store) -> Done {
                const auto done = store.append(item, Durability::Stream);
                return done ? Done() : tl::unexpected(done.error());
            });
        }
    }
    QCOMPARE((*profile.open())->tree(profile.conversation)->lastSeq(), 300);
}

void TestStoreThread::isSilentWhenTheReceiverIsGone()
{
    Profile profile;
    const auto thread = StoreThread::open({profile.folder()}, profile.clock);
    VERIFY_RESULT(thread);
    bool wrongCall = false;
    auto receiver = std::make_unique<QObject>();
    (*thread)->run<int>([](Store &) { return 1; }, receiver.get(), [&](int) { wrongCall = true; });
    receiver.reset();
    int after = 0;
    (*thread)->run<int>([](Store &) { return 2; }, this, [&](int value) { after = value; });
    QTRY_COMPARE(after, 2);
    QVERIFY(!wrongCall);
}

// For the sanitizers: an answer must never reach an object that is just being destroyed on its own thread.
void TestStoreThread::answersFromManyThreadsWhileReceiversDie()
{
    Profile profile;
    const auto store = StoreThread::open({profile.folder()}, profile.clock);
    VERIFY_RESULT(store);
    std::atomic<int> answered = 0;
    QThread threads[3];
    QObject workers[3];
    for (int i = 0; i < 3; ++i) {
        workers[i].moveToThread(&threads[i]);
        threads[i].start();
    }
    for (int round = 0; round < 300; ++round) {
        for (QObject &worker : workers) {
            QMetaObject::invokeMethod(&worker, [&] {
                auto *receiver = new QObject;
                (*store)->run<int>([](Store &) { return 1; }, receiver, [&](int value) { answered += value; });
                receiver->deleteLater();
                (*store)->run<int>([](Store &) { return 1; }, QAbstractEventDispatcher::instance(), [&](int value) { answered += value; });
            }, Qt::QueuedConnection);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(answered >= 900, 20000);
    for (QThread &thread : threads) {
        thread.quit();
        thread.wait();
    }
}

QTEST_GUILESS_MAIN(TestStoreThread)
#include "TestStoreThread.moc"
