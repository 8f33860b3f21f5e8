#include "providers/ApiProvider.h"

#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QJsonArray>
#include <QTest>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "sk-test-0123456789abcdef0123456789";

struct Answered {
    QList<ModelEvent> events;
    std::optional<Done> result;

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

Answered ask(const QUrl &baseUrl)
{
    ApiSettings settings;
    settings.codec = codecFor(QStringLiteral("chat"));
    settings.name = QStringLiteral("scripted");
    settings.baseUrl = baseUrl;
    settings.credential = Credential(baseUrl, secret, settings.codec->keyHeader());
    settings.limits = {2000ms, 10s, 20s, 60s, 64 * 1024 * 1024, 3};
    settings.retry.firstWaitMs = 5;
    settings.retry.longestWaitMs = 5;
    ApiProvider provider(settings);
    ModelRequest request;
    request.model = QStringLiteral("o4-mini");
    request.maxOutputTokens = 100;
    request.input = {PromptUserMessage{{QStringLiteral("hello")}}};
    Answered outcome;
    const std::unique_ptr<ModelStream> stream = provider.send(request);
    QObject::connect(stream.get(), &ModelStream::event, stream.get(), [&](const ModelEvent &event) { outcome.events.append(event); });
    QObject::connect(stream.get(), &ModelStream::finished, stream.get(), [&](const Done &result) { outcome.result = result; });
    static_cast<void>(QTest::qWaitFor([&] { return outcome.result.has_value(); }, 20000));
    return outcome;
}

const QByteArray answered = quoted("data: {'id':'c','choices':[{'index':0,'delta':{'content':'Grüße'}}]}\n\n"
                                   "data: {'id':'c','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}\n\n"
                                   "data: {'id':'c','choices':[],'usage':{'total_tokens':5}}\n\n");

} // namespace

class TestChatProvider : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A proxy of the machine that runs the tests has no part in them.
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name);
    }

    void answer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with its marker") << answered + "data: [DONE]\n\n";
        QTest::newRow("without it") << answered;
        QTest::newRow("not streamed") << quoted("{'choices':[{'message':{'content':'Grüße'},'finish_reason':'stop'}],'usage':{'total_tokens':5}}");
    }
    void answer()
    {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.answer().head(200).sendInPieces(body, 5).close();
        const Answered outcome = ask(server.url());
        QVERIFY(outcome.result);
        VERIFY_RESULT(*outcome.result);
        QCOMPARE(outcome.text(), QStringLiteral("Grüße"));
        QCOMPARE(std::get<ResponseEnded>(outcome.events.last()).usage.total.value_or(0), 5);

        const ScriptedServer::Request asked = server.requests().value(0);
        QCOMPARE(asked.target, QByteArray("/v1/chat/completions"));
        QCOMPARE(asked.header("authorization"), "Bearer " + secret);
        QCOMPARE(asked.json()[QLatin1String("messages")][0][QLatin1String("content")].toString(), QStringLiteral("hello"));
    }

    void httpErrors()
    {
        ScriptedServer server;
        server.answer().head(401).send(quoted("{'detail':'Invalid API Key'}")).close();
        const Answered refused = ask(server.url());
        QVERIFY(refused.result && !*refused.result);
        QVERIFY(refused.result->error().kind == ErrorKind::Auth);
    }

    void aRefusedParameterIsLeftOut()
    {
        ScriptedServer server;
        server.answer().head(400).send(quoted("{'error':{'message':'no','code':'unsupported_parameter','param':'max_completion_tokens'}}")).close();
        server.answer().head(200).send(answered).close();
        const Answered outcome = ask(server.url());
        QVERIFY(outcome.result && *outcome.result);
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests()[1].json().contains(QLatin1String("max_completion_tokens")));
    }

    void anErrorBeforeTheFirstWordIsTriedAgain()
    {
        ScriptedServer server;
        server.answer().head(200).send("error: " + quoted("{'message':'busy','code':503}") + "\n").close();
        server.answer().head(200).send(answered).close();
        const Answered outcome = ask(server.url());
        QVERIFY(outcome.result && *outcome.result);
        QCOMPARE(outcome.text(), QStringLiteral("Grüße"));
    }
};

QTEST_GUILESS_MAIN(TestChatProvider)
#include "TestChatProvider.moc"
