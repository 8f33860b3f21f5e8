#include "connections/ConnectionTest.h"

#include "support/Quoted.h"
#include "support/ScriptedServer.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray secret = "test-key-canary-4711";
const Script::Headers json{{"Content-Type", "application/json"}};

ResolvedConnection target(Api api, const QUrl &baseUrl)
{
    ResolvedConnection made;
    made.connection.name = QStringLiteral("scripted");
    made.connection.api = api;
    made.connection.baseUrl = baseUrl;
    made.key = {endpointOf(baseUrl), secret};
    return made;
}

} // namespace

// One cheap call against servers that behave and misbehave.
class TestConnectionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;

    static Result<ConnectionReport> run(const ResolvedConnection &connection, const GetLimits &limits = {2000ms, 3000ms, 100 * 1024})
    {
        ConnectionTest test(limits);
        std::optional<Result<ConnectionReport>> got;
        test.start(connection, [&got](const Result<ConnectionReport> &report) { got = report; });
        if (got || !QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return fail(ErrorKind::Bug, QStringLiteral("called at once or never"));
        return *got;
    }

private slots:
    void init() { m_server = std::make_unique<ScriptedServer>(); }

    void anOpenAiLikeServer()
    {
        m_server->answer().head(200, json).send(quoted("{'object':'list','data':[{'id':'o3'},{'id':'o4-mini'},{'id':7},5,{'id':'o3'}]}")).close();
        ResolvedConnection connection = target(Api::Responses, m_server->url());
        connection.connection.organization = QStringLiteral("org-1");
        connection.connection.project = QStringLiteral("proj-1");
        connection.connection.headers = {{"X-Title", "Vitrine"}};
        const Result<ConnectionReport> report = run(connection);
        QVERIFY(report);
        QCOMPARE(report->models, (QStringList{QStringLiteral("o3"), QStringLiteral("o4-mini")}));
        QCOMPARE(report->bodies.size(), 1);
        const auto &request = m_server->requests().first();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, QByteArray("/v1/models"));
        QCOMPARE(request.header("authorization"), "Bearer " + secret);
        QCOMPARE(request.header("openai-organization"), QByteArray("org-1"));
        QCOMPARE(request.header("openai-project"), QByteArray("proj-1"));
        QCOMPARE(request.header("x-title"), QByteArray("Vitrine"));
    }

    void anthropicInPages()
    {
        m_server->answer().head(200, json).send(quoted("{'data':[{'id':'claude-a'}],'has_more':true,'last_id':'claude-a&x'}")).close();
        m_server->answer().head(200, json).send(quoted("{'data':[{'id':'claude-b'}],'has_more':false,'last_id':'claude-b'}")).close();
        const Result<ConnectionReport> report = run(target(Api::Messages, m_server->url(QStringLiteral("/"))));
        QVERIFY(report);
        QCOMPARE(report->models, (QStringList{QStringLiteral("claude-a"), QStringLiteral("claude-b")}));
        QCOMPARE(report->bodies.size(), 2);
        QCOMPARE(m_server->requests().at(0).target, QByteArray("/v1/models?limit=1000"));
        QCOMPARE(m_server->requests().at(1).target, QByteArray("/v1/models?after_id=claude-a%26x&limit=1000"));
        QCOMPARE(m_server->requests().at(1).header("x-api-key"), secret);
        QCOMPARE(m_server->requests().at(1).header("anthropic-version"), QByteArray("2023-06-01"));
        QVERIFY(m_server->requests().at(1).header("authorization").isEmpty());
    }

    void geminiInPages()
    {
        m_server->answer().head(200, json).send(quoted("{'models':[{'name':'models/gemini-a','supportedGenerationMethods':['generateContent']}],'nextPageToken':'t/1+='}")).close();
        m_server->answer().head(200, json).send(quoted("{'models':[{'name':'models/gemini-b','supportedGenerationMethods':['generateContent']}]}")).close();
        const Result<ConnectionReport> report = run(target(Api::Gemini, m_server->url(QString())));
        QVERIFY(report);
        QCOMPARE(report->models, (QStringList{QStringLiteral("gemini-a"), QStringLiteral("gemini-b")}));
        QCOMPARE(m_server->requests().at(1).target, QByteArray("/v1beta/models?pageToken=t%2F1%2B%3D&pageSize=1000"));
        QCOMPARE(m_server->requests().at(0).header("x-goog-api-key"), secret);
    }

    void pagesWithoutEnd()
    {
        for (int i = 0; i < 30; ++i)
            m_server->answer().head(200, json).send(quoted("{'models':[{'name':'m'}],'nextPageToken':'again'}")).close();
        const Result<ConnectionReport> report = run(target(Api::Gemini, m_server->url(QString())));
        QVERIFY(report);
        QCOMPARE(m_server->requests().size(), 20);
    }

    void theKeyMayGoIntoAHeaderOfItsOwn()
    {
        m_server->answer().head(200, json).send("{\"data\":[]}").close();
        ResolvedConnection connection = target(Api::Responses, m_server->url());
        connection.connection.keyHeader = QStringLiteral("api-key");
        QVERIFY(run(connection));
        QCOMPARE(m_server->requests().first().header("api-key"), secret);
        QVERIFY(m_server->requests().first().header("authorization").isEmpty());
    }

    void whatGoesWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::newRow("wrong key") << 401 << quoted("{'error':{'message':'Incorrect API key provided: test-key-canary-4711','code':'invalid_api_key'}}") << "auth";
        QTest::newRow("overloaded") << 529 << quoted("{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}") << "overloaded";
        QTest::newRow("no list") << 404 << QByteArray("404 page not found") << "invalid_request";
        QTest::newRow("a web page") << 200 << QByteArray("<html>Welcome") << "protocol";
        QTest::newRow("another JSON") << 200 << QByteArray("{\"hello\":1}") << "protocol";
        QTest::newRow("not an object") << 200 << QByteArray("7") << "protocol";
        QTest::newRow("deep") << 200 << QByteArray(50'000, '[') << "protocol";
        QTest::newRow("huge") << 200 << "{\"data\":[]," + QByteArray(200 * 1024, ' ') + "}" << "protocol";
    }

    void whatGoesWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        m_server->answer().head(status, json).send(body).close();
        const Result<ConnectionReport> report = run(target(Api::Chat, m_server->url()));
        QVERIFY(!report);
        QCOMPARE(toString(report.error().kind), kind);
        QVERIFY(!report.error().message.isEmpty());
        QVERIFY(!(report.error().message + report.error().detail).toUtf8().contains(secret));
    }

    void aServerThatSaysNothing()
    {
        m_server->answer().hold();
        const Result<ConnectionReport> report = run(target(Api::Chat, m_server->url()), {2000ms, 200ms, 1000});
        QVERIFY(!report);
        QVERIFY(report.error().kind == ErrorKind::Timeout);
    }

    void nobodyListens()
    {
        const QUrl url = m_server->url();
        m_server->stopListening();
        const Result<ConnectionReport> report = run(target(Api::Chat, url));
        QVERIFY(!report);
        QVERIFY(report.error().kind == ErrorKind::Network);
        QVERIFY(report.error().message.contains(QStringLiteral("127.0.0.1")));
    }

    void aRedirectWithinTheServerIsFollowed()
    {
        m_server->answer().head(308, {{"Location", "/v2/models"}}).close();
        m_server->answer().head(200, json).send("{\"data\":[{\"id\":\"m\"}]}").close();
        QVERIFY(run(target(Api::Chat, m_server->url())));
        QCOMPARE(m_server->requests().last().target, QByteArray("/v2/models"));
        QCOMPARE(m_server->requests().last().header("authorization"), "Bearer " + secret);
    }

    void aRedirectToAnotherServerIsNot()
    {
        ScriptedServer other;
        m_server->answer().head(302, {{"Location", other.url().toEncoded()}}).close();
        const Result<ConnectionReport> report = run(target(Api::Chat, m_server->url()));
        QVERIFY(!report);
        QVERIFY(report.error().kind == ErrorKind::Protocol);
        QVERIFY(other.requests().isEmpty());
    }

    void aKeyForAnotherPlaceIsNotSent()
    {
        m_server->answer().head(200, json).send("{\"data\":[]}").close();
        ResolvedConnection connection = target(Api::Chat, m_server->url());
        connection.key.endpoint = QStringLiteral("https://a.example:443");
        QVERIFY(run(connection));
        QVERIFY(m_server->requests().first().header("authorization").isEmpty());
    }

    void plainHttpToAnotherMachineIsRefused()
    {
        const Result<ConnectionReport> report = run(target(Api::Chat, QUrl(QStringLiteral("http://192.0.2.1/v1"))));
        QVERIFY(!report);
        QVERIFY(report.error().kind == ErrorKind::Tls);
    }

    void anUnknownCertificateIsRefused()
    {
        QSslServer server;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        QFile key(QStringLiteral(VITRINE_FIXTURES "/tls/self-signed.key"));
        QVERIFY(key.open(QIODevice::ReadOnly));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(QStringLiteral(VITRINE_FIXTURES "/tls/self-signed.pem")));
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Result<ConnectionReport> report = run(target(Api::Chat, QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(server.serverPort()))));
        QVERIFY(!report);
        QVERIFY2(report.error().kind == ErrorKind::Tls, qPrintable(report.error().message));
    }

    void theTestMayBeGoneBeforeItsAnswer()
    {
        m_server->answer().hold();
        int calls = 0;
        {
            ConnectionTest test;
            test.start(target(Api::Chat, m_server->url()), [&calls](const Result<ConnectionReport> &) { ++calls; });
            QVERIFY(QTest::qWaitFor([this] { return !m_server->requests().isEmpty(); }));
        }
        QVERIFY(QTest::qWaitFor([this] { return m_server->openConnections() == 0; }));
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "TestConnectionTest.moc"
