#include "providers/ApiProvider.h"

#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslServer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "sk-test-0123456789abcdef0123456789";

// Listens to one stream until it ends.
class Listener : public QObject
{
public:
    explicit Listener(std::unique_ptr<ModelStream> source) : stream(std::move(source))
    {
        connect(stream.get(), &ModelStream::event, this, [this](const ModelEvent &event) { events.append(event); });
        connect(stream.get(), &ModelStream::waiting, this, [this](const QString &notice) { notices.append(notice); });
        connect(stream.get(), &ModelStream::finished, this, [this](const Done &result) {
            ++ends;
            outcome = result;
        });
    }
    bool wait(int milliseconds = 20000) { return QTest::qWaitFor([this] { return ends > 0; }, milliseconds); }
    QString text() const
    {
        QString all;
        for (const ModelEvent &event : events) {
            if (const auto *delta = std::get_if<TextDelta>(&event))
                all += delta->text;
        }
        return all;
    }
    bool complete() const { return outcome && !events.isEmpty() && std::holds_alternative<ResponseEnded>(events.last()); }
    QString kind() const { return outcome ? QStringLiteral("none") : toString(outcome.error().kind); }

    std::unique_ptr<ModelStream> stream;
    QList<ModelEvent> events;
    QStringList notices;
    Done outcome;
    int ends = 0;
};

// Quick in everything, so that a test need not wait.
ApiSettings settingsFor(const QUrl &baseUrl)
{
    ApiSettings settings;
    settings.codec = codecFor(QStringLiteral("responses"));
    settings.name = QStringLiteral("scripted");
    settings.baseUrl = baseUrl;
    settings.credential = Credential(baseUrl, secret);
    settings.limits = {2000ms, 10s, 20s, 60s, 64 * 1024 * 1024, 3};
    settings.retry.firstWaitMs = 5;
    settings.retry.longestWaitMs = 5;
    return settings;
}

ModelRequest request(const QString &model = QStringLiteral("o4-mini"))
{
    ModelRequest made;
    made.model = model;
    made.input = {PromptUserMessage{{QStringLiteral("hello")}}};
    return made;
}

const QByteArray firstPiece = quoted("data: {'type':'response.created','response':{'id':'r'}}\n\n"
                                     "data: {'type':'response.output_text.delta','output_index':0,'content_index':0,'delta':'half'}\n\n");

// What the body of an unsupported parameter looks like.
QByteArray unsupported(const QByteArray &param)
{
    return quoted("{'error':{'message':'Unsupported parameter.','type':'invalid_request_error','code':'unsupported_parameter','param':'" + param + "'}}");
}

} // namespace

class TestApiProvider : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A proxy of the machine that runs the tests has no part in them.
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name);
    }

    void answer()
    {
        ScriptedServer server;
        server.answer().head(200).sendInPieces(ScriptedServer::responsesText(QStringLiteral("Grüße 🎨")), 3).close();
        ApiSettings settings = settingsFor(server.url());
        settings.extraHeaders = {{"X-Team", "blue"}};
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QCOMPARE(listener.ends, 0);
        QVERIFY(listener.wait());
        VERIFY_RESULT(listener.outcome);
        QVERIFY(listener.complete());
        QCOMPARE(listener.text(), QStringLiteral("Grüße 🎨"));
        const auto ended = std::get<ResponseEnded>(listener.events.last());
        QCOMPARE(ended.usage.total.value_or(0), 15);

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request &asked = server.requests()[0];
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.target, QByteArray("/v1/responses"));
        QCOMPARE(asked.header("authorization"), "Bearer " + secret);
        QCOMPARE(asked.header("x-team"), QByteArray("blue"));
        QCOMPARE(asked.json()[QLatin1String("store")].toBool(true), false);
        QVERIFY(asked.header("cookie").isEmpty());
    }

    void eachTryIsShownWithoutTheKey()
    {
        ScriptedServer server;
        server.answer().head(503).send("{\"error\":{\"message\":\"busy, " + secret + "\"}}").close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiSettings settings = settingsFor(server.url());
        settings.extraHeaders = {{"X-Team", "blue secret"}};
        ApiProvider provider(settings);
        std::unique_ptr<ModelStream> stream = provider.send(request());
        QList<WireRecord> records;
        connect(stream.get(), &ModelStream::exchanged, this, [&records](const WireRecord &record) { records.append(record); });
        Listener listener(std::move(stream));
        QVERIFY(listener.wait());
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].status, 503);
        QVERIFY(!records[0].error.isEmpty());
        QVERIFY(records[0].response.contains("busy, [hidden]"));
        QCOMPARE(records[1].status, 200);
        QVERIFY(records[1].error.isEmpty());
        QVERIFY(records[1].request.contains("o4-mini"));
        QCOMPARE(records[1].usage.total.value_or(0), 15);
        QCOMPARE(records[1].responseBytes, qint64(records[1].response.size()));
        for (const auto &[name, value] : records[1].requestHeaders)
            QVERIFY2(!value.contains("blue"), name.constData());
    }

    void filesOfContainersAreFetchedAtOnce()
    {
        const QJsonObject cited{{"type", "container_file_citation"}, {"container_id", "cntr_1"}, {"file_id", "cfile_1"}, {"filename", "plot.csv"}, {"start_index", 0}, {"end_index", 1}};
        QJsonObject gone = cited;
        gone["file_id"] = QStringLiteral("cfile_2");
        gone["filename"] = QStringLiteral("gone.csv");
        QJsonObject elsewhere = cited;
        elsewhere["file_id"] = QStringLiteral("../../../secrets");
        const QJsonObject message{{"type", "message"}, {"id", "m"}, {"role", "assistant"},
                                  {"content", QJsonArray{QJsonObject{{"type", "output_text"}, {"text", "Here."}, {"annotations", QJsonArray{cited, gone, elsewhere, cited}}}}}};
        ScriptedServer server;
        server.answer().head(200).send(ScriptedServer::sse({QJsonObject{{"type", "response.output_item.done"}, {"output_index", 0}, {"item", message}},
                                                           QJsonObject{{"type", "response.completed"}, {"response", QJsonObject{{"id", "r"}, {"status", "completed"}, {"output", QJsonArray{message}}}}}}));
        server.answer().head(200, {{"Content-Type", "text/csv"}}).send("a,b\n1,2\n").close();
        server.answer().head(404).send("{}").close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        VERIFY_RESULT(listener.outcome);
        QVERIFY(listener.complete());
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(server.requests()[1].method, QByteArray("GET"));
        QCOMPARE(server.requests()[1].target, QByteArray("/v1/containers/cntr_1/files/cfile_1/content"));
        QCOMPARE(server.requests()[1].header("authorization"), "Bearer " + secret);
        QList<ItemDone> items;
        for (const ModelEvent &event : listener.events) {
            if (const auto *done = std::get_if<ItemDone>(&event))
                items.append(*done);
        }
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[1].files.size(), 1);
        QCOMPARE(items[1].files[0].bytes, QByteArray("a,b\n1,2\n"));
        QVERIFY(std::get<HostedCall>(items[1].body).output.contains(QStringLiteral("gone.csv")));
    }

    void slashAtTheEndOfTheAddress()
    {
        ScriptedServer server;
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiProvider provider(settingsFor(server.url(QStringLiteral("/v1/"))));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(server.requests().value(0).target, QByteArray("/v1/responses"));
    }

    void theAnswerEndsWithItsTerminalEvent()
    {
        // A server that keeps the connection open is not waited for.
        ScriptedServer server;
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x")));
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void cutAfterText_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void cutAfterText()
    {
        QFETCH(bool, reset);
        ScriptedServer server;
        Script &script = server.answer().head(200, {{"Content-Length", "100000"}}).send(firstPiece + "data: {\"type\":\"resp");
        reset ? script.wait(50).reset() : script.close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.text(), QStringLiteral("half"));
        QVERIFY(!listener.outcome);
        QVERIFY(listener.outcome.error().retryable);
        QCOMPARE(listener.ends, 1);
        QCOMPARE(server.requests().size(), 1); // what was seen is not asked for again
    }

    void cleanEndBeforeTheTerminalEvent()
    {
        ScriptedServer server;
        server.answer().head(200).send(firstPiece).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("protocol"));
        QVERIFY(listener.outcome.error().message.contains(QLatin1String("before it was complete")));
        QCOMPARE(server.requests().size(), 1);
    }

    void cutBeforeAnythingIsRepeated()
    {
        ScriptedServer server;
        server.answer().head(200).close();
        server.answer().head(200).send(quoted("data: {'type':'response.created','response':{'id':'r'}}\n\n")).close();
        server.answer().head(200).send(quoted("data: {'type':'error','code':'server_error','message':'Oops'}\n\n")).close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("ok"))).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        VERIFY_RESULT(listener.outcome);
        QCOMPARE(listener.text(), QStringLiteral("ok"));
        QCOMPARE(server.requests().size(), 4);
        QCOMPARE(listener.notices.size(), 3);
    }

    void errorInsideTheStream_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("requests");
        QTest::newRow("after text") << firstPiece + quoted("data: {'type':'error','code':'server_error','message':'Oops'}\n\n") << "server" << 1;
        QTest::newRow("quota") << quoted("event: error\ndata: {'type':'error','error':{'code':'insufficient_quota','message':'Pay'}}\n\n") << "quota" << 1;
        QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>Sign in</html>") << "protocol" << 1;
        QTest::newRow("plain text") << QByteArray("Hello, this is the time server.\n") << "protocol" << 1;
        QTest::newRow("other json") << QByteArray("{\"choices\":[]}") << "protocol" << 1;
        QTest::newRow("json error") << quoted("{'error':{'message':'bad key','code':'invalid_api_key'}}") << "auth" << 1;
        QTest::newRow("json error, passing") << QByteArray("{\"error\":\"overheated\"}") << "server" << 4;
        QTest::newRow("empty") << QByteArray() << "protocol" << 4;
        QTest::newRow("bare line") << quoted("error: {'code':500,'message':'no slot'}\n") << "server" << 4;
    }
    void errorInsideTheStream()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        QFETCH(int, requests);
        ScriptedServer server;
        for (int i = 0; i < requests; ++i)
            server.answer().head(200, {{"Content-Type", "text/html"}}).send(body).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), kind);
        QCOMPARE(server.requests().size(), requests);
        QCOMPARE(server.unexpected(), 0);
    }

    void wrongContentTypeIsForgiven()
    {
        ScriptedServer server;
        server.answer().head(200, {{"Content-Type", "application/octet-stream"}}).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
    }

    void failedAnswer()
    {
        ScriptedServer server;
        server.answer().head(200).send(quoted("data: {'type':'response.failed','response':{'error':{'code':'invalid_prompt','message':'No'}}}\n\n")).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
        QVERIFY(std::get<ResponseEnded>(listener.events.last()).finish == FinishReason::Failed);
    }

    void neverRepeated_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        QTest::newRow("400") << 400 << "invalid_request";
        QTest::newRow("401") << 401 << "auth";
        QTest::newRow("403") << 403 << "permission";
        QTest::newRow("404") << 404 << "invalid_request";
        QTest::newRow("413") << 413 << "invalid_request";
    }
    void neverRepeated()
    {
        QFETCH(int, status);
        QFETCH(QString, kind);
        ScriptedServer server;
        server.answer().head(status, {{"WWW-Authenticate", "Basic realm=x"}}).send("{\"error\":{\"message\":\"You sent " + secret + ".\"}}").close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), kind);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(!listener.outcome.error().message.contains(QLatin1String(secret)));
        QVERIFY(!listener.outcome.error().detail.contains(QLatin1String(secret)));
    }

    void serverFaultsAreRepeatedFourTimes_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {500, 502, 503, 529, 429, 409, 408})
            QTest::newRow(QByteArray::number(status).constData()) << status;
    }
    void serverFaultsAreRepeatedFourTimes()
    {
        QFETCH(int, status);
        ScriptedServer server;
        for (int i = 0; i < 4; ++i)
            server.answer().head(status).send("no").close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(!listener.outcome);
        QCOMPARE(server.requests().size(), 4);
        QCOMPARE(listener.notices.size(), 3);
        QVERIFY(listener.notices[0].contains(QLatin1String("try 2 of 4")));
    }

    void theServersWaitIsKept()
    {
        ScriptedServer server;
        server.answer().head(429, {{"Retry-After-Ms", "300"}, {"Retry-After", "0"}}).send("{}").close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiProvider provider(settingsFor(server.url()));
        QElapsedTimer timer;
        timer.start();
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
        QVERIFY(timer.elapsed() >= 290);
    }

    void waits()
    {
        const RetryPolicy policy;
        QCOMPARE(policy.waitMs(1, std::nullopt), 1000);
        QCOMPARE(policy.waitMs(2, std::nullopt), 2000);
        QCOMPARE(policy.waitMs(3, std::nullopt), 4000);
        QCOMPARE(policy.waitMs(9, std::nullopt), 8000);
        QCOMPARE(policy.waitMs(1, 60000), 60000);
        QCOMPARE(policy.waitMs(1, 60001), 1000); // longer than we wait
        QCOMPARE(policy.waitMs(1, 0), 0);
        RetryPolicy jittered;
        jittered.random = [] { return 1.0; };
        QCOMPARE(jittered.waitMs(1, std::nullopt), 750);
    }

    void quotaIsNotWaitedFor()
    {
        ScriptedServer server;
        server.answer().head(429, {{"Retry-After", "1"}}).send(quoted("{'error':{'code':'insufficient_quota','message':'Pay'}}")).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("quota"));
        QCOMPARE(server.requests().size(), 1);
    }

    void unsupportedParameterIsLeftOutOnceAndForAll()
    {
        ScriptedServer server;
        server.answer().head(400).send(unsupported("reasoning.summary")).close();
        server.answer().head(400).send(unsupported("include[0]")).close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("y"))).close();
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("z"))).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener first(provider.send(request()));
        QVERIFY(first.wait());
        QVERIFY(first.complete());
        QCOMPARE(first.notices.size(), 2);
        QVERIFY(first.notices[0].contains(QLatin1String("reasoning.summary")));
        Listener second(provider.send(request()));
        QVERIFY(second.wait());
        Listener other(provider.send(request(QStringLiteral("o3"))));
        QVERIFY(other.wait());
        QCOMPARE(server.requests().size(), 5);
        QVERIFY(server.requests()[0].json().contains(QLatin1String("reasoning")));
        QVERIFY(!server.requests()[1].json().contains(QLatin1String("reasoning")));
        QVERIFY(!server.requests()[2].json().contains(QLatin1String("include")));
        QVERIFY(!server.requests()[3].json().contains(QLatin1String("reasoning")));
        QVERIFY(server.requests()[4].json().contains(QLatin1String("reasoning")));
    }

    void parameterThatWasNotSentIsAnError()
    {
        ScriptedServer server;
        server.answer().head(400).send(unsupported("temperature")).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("unsupported_parameter"));
        QVERIFY(!listener.outcome.error().retryable);
        QCOMPARE(server.requests().size(), 1);
    }

    void organisationThatMayNotStream()
    {
        ScriptedServer server;
        server.answer().head(400).send(quoted("{'error':{'message':'Your organization must be verified to stream this model.','param':'stream','code':'unsupported_value'}}")).close();
        server.answer().head(200, {{"Content-Type", "application/json"}})
            .send(quoted("{'id':'r','object':'response','status':'completed','output':[{'type':'message','content':[{'type':'output_text','text':'whole'}]}]}")).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
        QVERIFY(!server.requests()[1].json().contains(QLatin1String("stream")));
        const auto done = std::get<ItemDone>(listener.events[listener.events.size() - 2]);
        QCOMPARE(std::get<AgentMessage>(done.body).text, QStringLiteral("whole"));
    }

    void stallIsToldAndEnded()
    {
        ScriptedServer server;
        server.answer().head(200).send(firstPiece).hold();
        ApiSettings settings = settingsFor(server.url());
        settings.limits.notice = 100ms;
        settings.limits.silence = 450ms;
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("timeout"));
        QCOMPARE(listener.text(), QStringLiteral("half"));
        QVERIFY(!listener.notices.isEmpty());
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void slowHeader()
    {
        ScriptedServer server;
        server.answer().send("HTTP/1.1 200 OK\r\nX-Sl").hold();
        ApiSettings settings = settingsFor(server.url());
        settings.limits.silence = 300ms;
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("timeout"));
        QCOMPARE(server.requests().size(), 1);
    }

    void keepAlivesCountForModelsThatReason_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("complete");
        QTest::newRow("reasons") << "o3" << true;
        QTest::newRow("does not") << "gpt-4o" << false;
    }
    void keepAlivesCountForModelsThatReason()
    {
        QFETCH(QString, model);
        QFETCH(bool, complete);
        ScriptedServer server;
        Script &script = server.answer().head(200);
        for (int i = 0; i < 25; ++i)
            script.send(i % 2 ? QByteArray(": still thinking\n\n") : quoted("data: {'type':'keepalive','sequence_number':1}\n\n")).wait(60);
        script.send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiSettings settings = settingsFor(server.url());
        settings.limits.silence = 700ms;
        ApiProvider provider(settings);
        Listener listener(provider.send(request(model)));
        QVERIFY(listener.wait());
        QCOMPARE(listener.complete(), complete);
        QCOMPARE(listener.kind(), complete ? QStringLiteral("none") : QStringLiteral("timeout"));
    }

    void stopEndsAtOnce()
    {
        ScriptedServer server;
        server.answer().head(200).send(firstPiece).hold();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QTRY_COMPARE(listener.text(), QStringLiteral("half"));
        QElapsedTimer timer;
        timer.start();
        listener.stream->abort();
        QCOMPARE(listener.ends, 0); // not from inside of abort()
        QVERIFY(listener.wait());
        QVERIFY(timer.elapsed() < 200);
        QCOMPARE(listener.kind(), QStringLiteral("cancelled"));
        QTRY_COMPARE(server.openConnections(), 0);
        listener.stream->abort();
        QCoreApplication::processEvents();
        QCOMPARE(listener.ends, 1);
    }

    void stopBeforeItBeginsAndWhileItWaits()
    {
        ScriptedServer server;
        ApiSettings settings = settingsFor(server.url());
        settings.retry.firstWaitMs = settings.retry.longestWaitMs = 60000;
        ApiProvider provider(settings);
        Listener early(provider.send(request()));
        early.stream->abort();
        QVERIFY(early.wait());
        QCOMPARE(early.kind(), QStringLiteral("cancelled"));
        QCOMPARE(server.requests().size(), 0);

        server.answer().head(500).close();
        Listener waiting(provider.send(request()));
        QTRY_COMPARE(waiting.notices.size(), 1);
        waiting.stream->abort();
        QVERIFY(waiting.wait(1000));
        QCOMPARE(server.requests().size(), 1);
    }

    void deletedByWhoListens_data()
    {
        QTest::addColumn<bool>("atTheEnd");
        QTest::newRow("at an event") << false;
        QTest::newRow("at the end") << true;
    }
    void deletedByWhoListens()
    {
        QFETCH(bool, atTheEnd);
        ScriptedServer server;
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiProvider provider(settingsFor(server.url()));
        std::unique_ptr<ModelStream> stream = provider.send(request());
        bool deleted = false;
        const auto remove = [&] {
            stream.reset();
            deleted = true;
        };
        if (atTheEnd)
            connect(stream.get(), &ModelStream::finished, this, remove);
        else
            connect(stream.get(), &ModelStream::event, this, remove);
        QTRY_VERIFY(deleted);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void tooLarge()
    {
        ScriptedServer server;
        Script &script = server.answer().head(200).send(firstPiece);
        for (int i = 0; i < 64; ++i)
            script.send(QByteArray(64 * 1024, ':'));
        script.hold();
        ApiSettings settings = settingsFor(server.url());
        settings.limits.bytes = 1024 * 1024;
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("protocol"));
        QVERIFY(listener.outcome.error().message.contains(QLatin1String("1 MB")));
        QCOMPARE(server.requests().size(), 1);
    }

    void packedAnswerIsNotUnpacked()
    {
        ScriptedServer server;
        server.answer().head(200, {{"Content-Encoding", "gzip"}}).send(QByteArray::fromHex("1f8b08000000000000ff")).hold();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("protocol"));
        QCOMPARE(server.requests()[0].header("accept-encoding"), QByteArray("identity"));
    }

    void redirectKeepsTheKeyAtHome()
    {
        ScriptedServer server;
        ScriptedServer other;
        server.answer().head(307, {{"Location", "/moved/responses"}}).close();
        server.answer().head(308, {{"Location", other.url(QStringLiteral("/elsewhere")).toEncoded()}}).close();
        other.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiSettings settings = settingsFor(server.url());
        settings.extraHeaders = {{"X-Api-Key", "also secret"}};
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QVERIFY(listener.complete());
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[1].target, QByteArray("/moved/responses"));
        QCOMPARE(server.requests()[1].header("authorization"), "Bearer " + secret);
        QCOMPARE(server.requests()[1].body, server.requests()[0].body);
        QCOMPARE(other.requests().size(), 1);
        QVERIFY(other.requests()[0].header("authorization").isEmpty());
        QVERIFY(other.requests()[0].header("x-api-key").isEmpty());
    }

    void redirectsEnd()
    {
        ScriptedServer server;
        for (int i = 0; i < 8; ++i)
            server.answer().head(307, {{"Location", "/" + QByteArray::number(i)}}).close();
        ApiProvider provider(settingsFor(server.url()));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("protocol"));
        QCOMPARE(server.requests().size(), 4);
    }

    void addressesThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("kind");
        QTest::newRow("plain http") << "http://192.0.2.1/v1" << "tls";
        QTest::newRow("unknown host") << "https://x.invalid/v1" << "network";
        QTest::newRow("refused") << "http://127.0.0.1:1/v1" << "network";
        QTest::newRow("no address") << "" << "invalid_request";
        QTest::newRow("file") << "file:///etc/passwd" << "invalid_request";
    }
    void addressesThatCannotBeUsed()
    {
        QFETCH(QString, address);
        QFETCH(QString, kind);
        ApiSettings settings = settingsFor(QUrl(address));
        settings.limits.connect = 15s;
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), kind);
        QVERIFY(listener.notices.isEmpty()); // said at once, not after four tries
    }

    void connectThatIsNeverAnswered()
    {
        // A full backlog: the kernel lets further connections wait.
        const int listening = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(bind(listening, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(listen(listening, 0), 0);
        socklen_t size = sizeof address;
        getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size);
        std::vector<int> fillers;
        for (int i = 0; i < 3; ++i) {
            fillers.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            ::connect(fillers.back(), reinterpret_cast<sockaddr *>(&address), sizeof address);
        }
        ApiSettings settings = settingsFor(QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(ntohs(address.sin_port))));
        settings.limits.connect = 400ms;
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("timeout"));
        for (const int filler : fillers)
            ::close(filler);
        ::close(listening);
    }

    void selfSignedIsRefused()
    {
        QFile certificate(QStringLiteral(VITRINE_FIXTURES "/tls/self-signed.pem"));
        QFile key(QStringLiteral(VITRINE_FIXTURES "/tls/self-signed.key"));
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate.readAll()));
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        QObject::connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, this, [&received, socket] { received += socket->readAll(); });
        });
        ApiProvider provider(settingsFor(QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(server.serverPort()))));
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        QCOMPARE(listener.kind(), QStringLiteral("tls"));
        QVERIFY(received.isEmpty());
    }

    void recordingHoldsNoKey()
    {
        QTemporaryDir folder;
        ScriptedServer server;
        server.answer().head(200, {{"X-Echo", "Bearer " + secret}}).send(": " + secret + "\n" + ScriptedServer::responsesText(QStringLiteral("x"))).close();
        ApiSettings settings = settingsFor(server.url());
        settings.recordFolder = folder.filePath(QStringLiteral("deep/er"));
        ApiProvider provider(settings);
        Listener listener(provider.send(request()));
        QVERIFY(listener.wait());
        const QDir dir(settings.recordFolder);
        QCOMPARE(dir.entryList(QDir::Files, QDir::Name), (QStringList{QStringLiteral("001.head.txt"), QStringLiteral("001.request.json"), QStringLiteral("001.sse")}));
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
        }
        QFile stream(dir.filePath(QStringLiteral("001.sse")));
        QVERIFY(stream.open(QIODevice::ReadOnly));
        QVERIFY(stream.readAll().endsWith(ScriptedServer::responsesText(QStringLiteral("x"))));
    }
};

QTEST_GUILESS_MAIN(TestApiProvider)
#include "TestApiProvider.moc"
