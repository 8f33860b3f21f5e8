// The Messages API over HTTP.

#include "providers/ApiProvider.h"

#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QFile>
#include <QTest>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "sk-ant-test-0123456789abcdef";

ApiSettings settingsFor(const QUrl &baseUrl)
{
    ApiSettings settings;
    settings.codec = codecFor(QStringLiteral("messages"));
    settings.name = QStringLiteral("scripted");
    settings.baseUrl = baseUrl;
    settings.credential = Credential(baseUrl, secret, settings.codec->keyHeader());
    settings.limits = {2000ms, 10s, 20s, 60s, 64 * 1024 * 1024, 3};
    settings.retry.firstWaitMs = 5;
    settings.retry.longestWaitMs = 5;
    return settings;
}

struct Answer {
    QList<ModelEvent> events;
    Done outcome;
    bool ended = false;
};

Answer ask(ApiProvider &provider)
{
    ModelRequest request;
    request.model = QStringLiteral("claude-sonnet-4-5");
    request.input = {PromptUserMessage{{QStringLiteral("hello")}}};
    Answer answer;
    const std::unique_ptr<ModelStream> stream = provider.send(request);
    QObject::connect(stream.get(), &ModelStream::event, stream.get(), [&](const ModelEvent &event) { answer.events.append(event); });
    QObject::connect(stream.get(), &ModelStream::finished, stream.get(), [&](const Done &result) {
        answer.ended = true;
        answer.outcome = result;
    });
    answer.ended = QTest::qWaitFor([&] { return answer.ended; }, 20000);
    return answer;
}

} // namespace

class TestMessagesProvider : public QObject
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
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/anthropic/tool-no-args.sse"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        ScriptedServer server;
        server.answer().head(200).sendInPieces(file.readAll(), 50).close();
        ApiProvider provider(settingsFor(server.url(QString())));
        const Answer got = ask(provider);
        QVERIFY(got.ended);
        VERIFY_RESULT(got.outcome);
        QVERIFY(!got.events.isEmpty() && std::holds_alternative<ResponseEnded>(got.events.last()));
        QCOMPARE(std::get<ResponseEnded>(got.events.last()).usage.total.value_or(0), 613);
        const auto calls = std::count_if(got.events.begin(), got.events.end(), [](const ModelEvent &event) {
            const auto *done = std::get_if<ItemDone>(&event);
            return done && std::holds_alternative<ToolCall>(done->body);
        });
        QCOMPARE(calls, 1);

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request &asked = server.requests()[0];
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.target, QByteArray("/v1/messages"));
        QCOMPARE(asked.header("x-api-key"), secret);
        QVERIFY(asked.header("authorization").isEmpty());
        QCOMPARE(asked.header("anthropic-version"), QByteArray("2023-06-01"));
        QVERIFY(asked.json()[QLatin1String("stream")].toBool());
    }

    void httpError()
    {
        ScriptedServer server;
        server.answer().head(400, {{"Content-Type", "application/json"}})
            .send(quoted("{'type':'error','error':{'type':'invalid_request_error','message':'prompt is too long: 300000 tokens > 200000 maximum'}}")).close();
        ApiProvider provider(settingsFor(server.url()));
        const Answer got = ask(provider);
        QVERIFY(got.ended);
        QVERIFY(!got.outcome);
        QVERIFY(got.outcome.error().kind == ErrorKind::ContextLength);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests()[0].target, QByteArray("/v1/messages"));
    }

    void overloadedBeforeAnythingWasSaid()
    {
        ScriptedServer server;
        server.answer().head(200).send(quoted("event: error\ndata: {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}\n\n")).close();
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/anthropic/tool-no-args.sse"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        server.answer().head(200).send(file.readAll()).close();
        ApiProvider provider(settingsFor(server.url()));
        const Answer got = ask(provider);
        VERIFY_RESULT(got.outcome);
        QCOMPARE(server.requests().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestMessagesProvider)
#include "TestMessagesProvider.moc"
