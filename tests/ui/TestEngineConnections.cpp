#include "backend/ConnectionBackend.h"
#include "backend/EngineBackend.h"

#include "base/Clock.h"
#include "base/Profile.h"
#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

const QByteArray canary = "window-key-canary-2718";
const Script::Headers json{{"Content-Type", "application/json"}};

} // namespace

// From a key that is typed to an answer, as the window does it: the real engine, a real server on the loopback.
class TestEngineConnections : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<EngineBackend> m_backend;

    template<class T>
    std::optional<Result<T>> wait(std::function<void(ConnectionBackend::Answer<T>)> ask)
    {
        std::optional<Result<T>> got;
        ask([&got](const Result<T> &result) { got.emplace(result); });
        if (got.has_value() || !QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return std::nullopt;
        return got;
    }

private slots:
    void init()
    {
        qputenv("VITRINE_PROFILE", m_folder.path().toUtf8() + '/' + QTest::currentTestFunction());
        const Result<Profile> profile = openProfile();
        VERIFY_RESULT(profile);
        auto backend = EngineBackend::create(*profile, m_clock);
        VERIFY_RESULT(backend);
        m_backend = std::move(*backend);
        m_backend->start();
    }
    void cleanup() { m_backend.reset(); }

    void fromAKeyToAnAnswer()
    {
        ScriptedServer server;
        const QByteArray list = quoted("{'data':[{'id':'qwen3:8b'},{'id':'llava:7b'}]}");
        server.answer().head(200, json).send(list).close(); // the attempt
        server.answer().head(200, json).send(list).close(); // after it was saved
        server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("Hello."))).close();
        ConnectionBackend &connections = m_backend->connections();
        Connection connection;
        connection.name = QStringLiteral("mine");
        connection.baseUrl = server.url();
        NewKey key;
        key.source = KeySource::Session;
        key.typed = " " + canary + "\n";

        const auto tried = wait<ConnectedModels>([&](auto answer) { connections.attempt(connection, key, this, answer); });
        QVERIFY(tried && *tried);
        QCOMPARE((*tried)->models.size(), 2);
        QCOMPARE(server.requests()[0].header("authorization"), "Bearer " + canary);
        int changes = 0;
        connect(&connections, &ConnectionBackend::changed, this, [&changes] { ++changes; });
        const auto saved = wait<ConnectedModels>([&](auto answer) { connections.save(connection, key, this, answer); });
        QVERIFY(saved && *saved);
        QTRY_COMPARE(changes, 1);
        const auto all = wait<QList<ConnectedModels>>([&](auto answer) { connections.list(this, answer); });
        QVERIFY(all && *all);
        QCOMPARE((*all)->size(), 1);
        QCOMPARE((*all)->first().models.size(), 2);

        QString said;
        bool ended = false;
        QList<WireRecord> records;
        connect(m_backend.get(), &Backend::itemAppended, this, [&said](const ItemPtr &item) {
            if (const auto *message = std::get_if<AgentMessage>(&item->body))
                said = message->text;
        });
        connect(m_backend.get(), &Backend::turnEnded, this, [&ended] { ended = true; });
        connect(m_backend.get(), &Backend::exchanged, this, [&records](const TurnId &, const WireRecord &record) { records.append(record); });
        StartTurn turn;
        turn.turn = TurnId::create(1);
        turn.newConversation = ConversationId::create(1);
        turn.input.text = QStringLiteral("hi");
        turn.settings.provider = QStringLiteral("mine");
        turn.settings.model = QStringLiteral("qwen3:8b");
        m_backend->startTurn(turn);
        QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
        QCOMPARE(said, QStringLiteral("Hello."));
        QCOMPARE(server.requests().last().header("authorization"), "Bearer " + canary);
        QCOMPARE(records.size(), 1);
        QVERIFY(!records.first().request.contains(canary) && !records.first().response.contains(canary));

        // The key is nowhere in the profile.
        m_backend.reset();
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(canary) && !content.contains(canary.toBase64()), qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen >= 3);
    }

    void aConnectionThatIsGoneIsSaid()
    {
        QString refusal;
        connect(m_backend.get(), &Backend::turnRefused, this, [&refusal](const TurnId &, const Error &error) { refusal = error.message; });
        StartTurn turn;
        turn.turn = TurnId::create(1);
        turn.newConversation = ConversationId::create(1);
        turn.input.text = QStringLiteral("hi");
        turn.settings.provider = QStringLiteral("gone");
        m_backend->startTurn(turn);
        QTRY_VERIFY_WITH_TIMEOUT(refusal.contains(QStringLiteral("gone")), 20'000);
    }

    void aWrongKeySavesNothing()
    {
        ScriptedServer server;
        server.answer().head(401, json).send(quoted("{'error':{'message':'Incorrect API key provided','code':'invalid_api_key'}}")).close();
        Connection connection;
        connection.name = QStringLiteral("mine");
        connection.baseUrl = server.url();
        NewKey key;
        key.source = KeySource::Session;
        key.typed = canary;
        const auto tried = wait<ConnectedModels>([&](auto answer) { m_backend->connections().attempt(connection, key, this, answer); });
        QVERIFY(tried && !*tried);
        QVERIFY(tried->error().kind == ErrorKind::Auth);
        QVERIFY(!tried->error().message.contains(QString::fromLatin1(canary)));
        const auto all = wait<QList<ConnectedModels>>([&](auto answer) { m_backend->connections().list(this, answer); });
        QVERIFY(all && *all && (*all)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEngineConnections)
#include "TestEngineConnections.moc"
