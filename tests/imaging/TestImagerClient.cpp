#include "imaging/ImagerClient.h"
#include "support/ImagerCalls.h"
#include "support/TestPrint.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

QString fixture(const char *name) { return QStringLiteral(VITRINE_FIXTURES "/images/") + QLatin1String(name); }
QString program() { return QStringLiteral(VITRINE_BIN "/vitrine-imager"); }

ImageRequest request(const QString &op, const QString &path, const QJsonObject &params = {})
{
    ImageRequest made;
    made.op = op;
    made.params = params;
    made.inputPath = path;
    return made;
}

// Takes seconds: 8 megapixels of small print.
ImageRequest longRequest() { return request(QStringLiteral("detect_text"), fixture("magazine_page.tif")); }

bool isAlive(qint64 pid) { return ::kill(pid_t(pid), 0) == 0; }

bool isOneSentence(const QString &message) { return message.size() > 10 && message.endsWith(u'.') && !message.contains(u'\n'); }

} // namespace

class TestImagerClient : public QObject
{
    Q_OBJECT

private slots:
    void answersOnceAndLater()
    {
        ImagerClient client({program()});
        QVERIFY(client.processIds().isEmpty()); // nothing runs before the first need
        int calls = 0;
        QJsonObject values;
        client.send(request(QStringLiteral("probe"), fixture("exif_Landscape_6.jpg")), this, [&](const Result<ImageReply> &reply) {
            ++calls;
            VERIFY_RESULT(reply);
            values = reply->values;
        });
        QCOMPARE(calls, 0);
        QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 20'000);
        QCOMPARE(values.value(QLatin1String("format")).toString(), QStringLiteral("jpeg"));
        QCOMPARE(values.value(QLatin1String("size")).toArray(), QJsonArray({1800, 1200}));
        QCOMPARE(values.value(QLatin1String("stored_size")).toArray(), QJsonArray({1200, 1800}));
        QCOMPARE(values.value(QLatin1String("exif_orientation")).toInt(), 6);
        QCOMPARE(client.processIds().size(), 1);
    }

    void carriesPicturesAndLargeAnswers()
    {
        ImagerClient client({program()});
        const auto picture = callImager(client, QStringLiteral("render"), fixture("exif_Portrait_3.jpg"),
                                        {{QStringLiteral("sent"), QJsonObject{{QStringLiteral("max_side"), 600}}}});
        VERIFY_RESULT(picture);
        QCOMPARE(picture->mime, QStringLiteral("image/jpeg"));
        QVERIFY(picture->picture.startsWith("\xff\xd8\xff"));
        QCOMPARE(picture->values.value(QLatin1String("sent_size")).toArray(), QJsonArray({400, 600}));
        QVERIFY(picture->sent.startsWith("\xff\xd8\xff"));
        QVERIFY(picture->sent.size() < picture->picture.size());

        // 650 words with their boxes do not fit into one packet.
        const auto text = callImager(client, QStringLiteral("detect_text"), fixture("magazine_page.tif"));
        VERIFY_RESULT(text);
        QVERIFY(QJsonDocument(text->values).toJson(QJsonDocument::Compact).size() > 16 * 1024);
    }

    void sentIsTheSameWhenThePictureFits()
    {
        ImagerClient client({program()});
        const auto reply = callImager(client, QStringLiteral("render"), fixture("qr_0.webp"), {{QStringLiteral("sent"), QJsonObject{{QStringLiteral("max_side"), 600}}}});
        VERIFY_RESULT(reply);
        QVERIFY(!reply->picture.isEmpty());
        QCOMPARE(reply->sent, reply->picture);
        QCOMPARE(reply->sentMime, reply->mime);
    }

    void badFilesEndInOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << QStringLiteral("/nonexistent/picture.png");
        QTest::newRow("empty path") << QString();
        QTest::newRow("folder") << QStringLiteral("/tmp");
        QTest::newRow("device") << QStringLiteral("/dev/zero");
        QTest::newRow("text") << QStringLiteral(VITRINE_FIXTURES "/images/index.json");
    }
    void badFilesEndInOneSentence()
    {
        QFETCH(QString, path);
        ImagerClient client({program()});
        const auto reply = callImager(client, QStringLiteral("analyse"), path);
        QVERIFY(!reply);
        QVERIFY2(isOneSentence(reply.error().message), qPrintable(reply.error().message));
        QVERIFY(reply.error().kind == ErrorKind::Io);
    }

    void aPipeDoesNotBlock()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        ImagerClient client({program()});
        const auto reply = callImager(client, QStringLiteral("probe"), pipe);
        QVERIFY(!reply);
        QVERIFY(reply.error().kind == ErrorKind::Io);
    }

    void wrongRequestsEndInOneSentence()
    {
        ImagerClient client({program()});
        const auto unknown = callImager(client, QStringLiteral("paint"), fixture("qr_0.webp"));
        QVERIFY(!unknown);
        QVERIFY(unknown.error().kind == ErrorKind::InvalidRequest);
        const auto tooLong = callImager(client, QStringLiteral("probe"), fixture("qr_0.webp"), {{QStringLiteral("filler"), QString(70'000, u'x')}});
        QVERIFY(!tooLong);
        QVERIFY(isOneSentence(tooLong.error().message));
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QCOMPARE(client.processIds().size(), 1); // and none of it cost a process
    }

    void aKilledWorkerFailsOnlyItsRequest()
    {
        ImagerClient client({program()});
        std::optional<Result<ImageReply>> lost;
        std::optional<Result<ImageReply>> kept;
        client.send(longRequest(), this, [&](const Result<ImageReply> &reply) { lost = reply; });
        QTRY_COMPARE_WITH_TIMEOUT(client.processIds().size(), 1, 20'000);
        const qint64 victim = client.processIds().first();
        client.send(request(QStringLiteral("detect_text"), fixture("phototest_180.png")), this, [&](const Result<ImageReply> &reply) { kept = reply; });
        QTRY_COMPARE_WITH_TIMEOUT(client.processIds().size(), 2, 20'000);
        ::kill(pid_t(victim), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(lost && kept, 60'000);
        QVERIFY(!lost->has_value());
        QVERIFY2(isOneSentence(lost->error().message), qPrintable(lost->error().message));
        QVERIFY(lost->error().retryable);
        VERIFY_RESULT(*kept);
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
    }

    void anIdleWorkerThatDiedIsReplacedSilently()
    {
        ImagerClient client({program()});
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        const qint64 victim = client.processIds().first();
        ::kill(pid_t(victim), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(client.processIds().isEmpty(), 20'000);
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QVERIFY(client.processIds().first() != victim);
    }

    void aHungWorkerMissesItsDeadline()
    {
        ImagerClient client({program(), 1, 1500ms, 60s});
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        const qint64 hung = client.processIds().first();
        ::kill(pid_t(hung), SIGSTOP);
        const auto reply = callImager(client, QStringLiteral("probe"), fixture("qr_0.webp"));
        QVERIFY(!reply);
        QVERIFY(reply.error().kind == ErrorKind::Timeout);
        QVERIFY(isOneSentence(reply.error().message));
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(hung), 20'000);
    }

    void cancelEndsARunningRequest()
    {
        ImagerClient client({program()});
        bool called = false;
        const auto id = client.send(longRequest(), this, [&](const Result<ImageReply> &) { called = true; });
        QTRY_COMPARE_WITH_TIMEOUT(client.processIds().size(), 1, 20'000);
        const qint64 pid = client.processIds().first();
        client.cancel(id);
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 20'000);
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QVERIFY(!called);
    }

    void cancelDropsAWaitingRequest()
    {
        ImagerClient client({program()});
        bool called = false;
        const auto id = client.send(request(QStringLiteral("probe"), fixture("qr_0.webp")), this, [&](const Result<ImageReply> &) { called = true; });
        client.cancel(id);
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QVERIFY(!called);
    }

    void aDeadContextIsNotCalled()
    {
        ImagerClient client({program()});
        bool called = false;
        auto context = std::make_unique<QObject>();
        client.send(request(QStringLiteral("probe"), fixture("qr_0.webp")), context.get(), [&](const Result<ImageReply> &) { called = true; });
        context.reset();
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        QVERIFY(!called);
    }

    void anIdleWorkerIsEnded()
    {
        ImagerClient client({program(), 2, 60s, 300ms});
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
        const qint64 pid = client.processIds().first();
        QTRY_VERIFY_WITH_TIMEOUT(client.processIds().isEmpty(), 20'000);
        QVERIFY(!isAlive(pid));
        VERIFY_RESULT(callImager(client, QStringLiteral("probe"), fixture("qr_0.webp")));
    }

    void manyRequestsShareTwoWorkers()
    {
        ImagerClient client({program()});
        int right = 0;
        int answered = 0;
        qsizetype mostWorkers = 0;
        constexpr int count = 60;
        for (int i = 0; i < count; ++i) {
            const bool first = i % 2 == 0;
            client.send(request(QStringLiteral("probe"), fixture(first ? "qr_0.webp" : "text_straight.png")), this, [&, first](const Result<ImageReply> &reply) {
                ++answered;
                mostWorkers = std::max(mostWorkers, client.processIds().size());
                right += reply && reply->values.value(QLatin1String("size")).toArray() == (first ? QJsonArray{358, 310} : QJsonArray{556, 257});
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, count, 60'000);
        QCOMPARE(right, count);
        QVERIFY(mostWorkers >= 1 && mostWorkers <= 2);
    }

    void aMissingProgramIsNamed()
    {
        ImagerClient client({QStringLiteral("/nonexistent/vitrine-imager")});
        const auto reply = callImager(client, QStringLiteral("probe"), fixture("qr_0.webp"));
        QVERIFY(!reply);
        QVERIFY(reply.error().message.contains(QLatin1String("vitrine-imager")));
    }

    void aProgramThatEndsAtOnceIsGivenUp()
    {
        ImagerClient client({QStringLiteral("/bin/true")});
        const auto reply = callImager(client, QStringLiteral("probe"), fixture("qr_0.webp"));
        QVERIFY(!reply);
        QVERIFY(isOneSentence(reply.error().message));
    }

    void nothingIsLeftAfterDestruction()
    {
        auto client = std::make_unique<ImagerClient>(ImagerOptions{program()});
        client->send(longRequest(), this, [](const Result<ImageReply> &) {});
        client->send(request(QStringLiteral("detect_text"), fixture("text_straight.png")), this, [](const Result<ImageReply> &) {});
        QTRY_COMPARE_WITH_TIMEOUT(client->processIds().size(), 2, 20'000);
        const QList<qint64> pids = client->processIds();
        client.reset();
        for (qint64 pid : pids)
            QVERIFY(!isAlive(pid));
    }
};

QTEST_GUILESS_MAIN(TestImagerClient)
#include "TestImagerClient.moc"
