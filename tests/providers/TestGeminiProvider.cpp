// The Gemini API over HTTP; what holds for all APIs is in TestApiProvider.

#include "providers/ApiProvider.h"

#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QTest>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "AIza-test-0123456789abcdef0123456789";

struct Answer {
    QList<ModelEvent> events;
    Done outcome;
    bool finished = false;

    QString text() const
    {
        QString all;
        for (const ModelEvent &event : events) {
            if (const auto *delta = std::get_if<TextDelta>(&event))
                all += delta->text;
        }
        return all;
    }
};

// Sends one request and waits for the end of its answer.
Answer ask(const QUrl &baseUrl)
{
    ApiSettings settings;
    settings.codec = codecFor(QStringLiteral("gemini"));
    settings.name = QStringLiteral("scripted");
    settings.baseUrl = baseUrl;
    settings.credential = Credential(baseUrl, secret, settings.codec->keyHeader());
    settings.limits = {2000ms, 10s, 20s, 60s, 64 * 1024 * 1024, 3};
    settings.retry.firstWaitMs = 5;
    settings.retry.longestWaitMs = 5;
    ApiProvider provider(settings);
    ModelRequest request;
    request.model = QStringLiteral("gemini-3-flash-preview");
    request.input = {PromptUserMessage{{QStringLiteral("hello")}}};
    Answer answer;
    const std::unique_ptr<ModelStream> stream = provider.send(request);
    QObject::connect(stream.get(), &ModelStream::event, stream.get(), [&answer](const ModelEvent &event) { answer.events.append(event); });
    QObject::connect(stream.get(), &ModelStream::finished, stream.get(), [&answer](const Done &result) {
        answer.outcome = result;
        answer.finished = true;
    });
    if (!QTest::qWaitFor([&answer] { return answer.finished; }, 20000))
        answer.outcome = fail(ErrorKind::Timeout, QStringLiteral("the test waited in vain"));
    return answer;
}

const QByteArray first = quoted("{'candidates':[{'content':{'parts':[{'text':'Grüße '}],'role':'model'}}],'responseId':'r'}");
const QByteArray last = quoted("{'candidates':[{'content':{'parts':[{'text':'🎨'}],'role':'model'},'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':3,'totalTokenCount':5}}");

QByteArray sse(const QByteArray &chunk)
{
    return "data: " + chunk + "\r\n\r\n";
}

} // namespace

class TestGeminiProvider : public QObject
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
        server.answer().head(200).sendInPieces(sse(first) + sse(last), 3).close();
        const Answer answer = ask(server.url(QString()));
        VERIFY_RESULT(answer.outcome);
        QCOMPARE(answer.text(), QStringLiteral("Grüße 🎨"));
        QVERIFY(std::holds_alternative<ResponseEnded>(answer.events.last()));
        QCOMPARE(std::get<ResponseEnded>(answer.events.last()).usage.total.value_or(0), 5);

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request &asked = server.requests()[0];
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.target, QByteArray("/v1beta/models/gemini-3-flash-preview:streamGenerateContent?alt=sse"));
        QCOMPARE(asked.header("x-goog-api-key"), secret);
        QVERIFY(asked.header("authorization").isEmpty());
        QCOMPARE(asked.json()[QLatin1String("contents")][0][QLatin1String("parts")][0][QLatin1String("text")].toString(), QStringLiteral("hello"));
    }

    void cutAnswer()
    {
        ScriptedServer server;
        server.answer().head(200).send(sse(first)).close();
        const Answer answer = ask(server.url());
        QVERIFY(!answer.outcome);
        QCOMPARE(toString(answer.outcome.error().kind), QStringLiteral("protocol"));
        QCOMPARE(server.requests().size(), 1); // something was seen already: not asked again
    }

    void anArrayFromAGatewayThatForgetsTheQuery()
    {
        ScriptedServer server;
        server.answer().head(200, {{"Content-Type", "application/json"}}).send("[" + first + "\n,\n" + last + "]").close();
        const Answer answer = ask(server.url());
        VERIFY_RESULT(answer.outcome);
        QCOMPARE(answer.text(), QStringLiteral("Grüße 🎨"));
    }

    void httpError()
    {
        ScriptedServer server;
        server.answer().head(400, {{"Content-Type", "application/json"}})
            .send(quoted("{'error':{'code':400,'message':'API key not valid. Please pass a valid API key.','status':'INVALID_ARGUMENT'}}")).close();
        const Answer answer = ask(server.url());
        QVERIFY(!answer.outcome);
        QCOMPARE(toString(answer.outcome.error().kind), QStringLiteral("auth"));
        QCOMPARE(server.requests().size(), 1);
    }

    void anOverloadedProviderIsAskedAgain()
    {
        const QByteArray overloaded = quoted("{'error':{'code':503,'message':'The model is overloaded.','status':'UNAVAILABLE'}}");
        ScriptedServer server;
        server.answer().head(503).send(overloaded).close();
        server.answer().head(200).send(sse(overloaded)).close(); // the same inside of a stream
        server.answer().head(200).send(sse(first) + sse(last)).close();
        const Answer answer = ask(server.url());
        VERIFY_RESULT(answer.outcome);
        QCOMPARE(server.requests().size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestGeminiProvider)
#include "TestGeminiProvider.moc"
