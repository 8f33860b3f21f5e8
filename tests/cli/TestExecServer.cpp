#include "support/ScriptedServer.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace vitrine;

namespace {

const QByteArray canary = "test-key-canary-4711";

} // namespace

// `vitrine exec` against a server that behaves and misbehaves as it is told.
class TestExecServer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;
    ScriptedServer m_server;
    std::unique_ptr<QProcess> m_process;

    void start(const QStringList &more)
    {
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("VITRINE_PROFILE"), m_profile.path());
        environment.insert(QStringLiteral("TEST_KEY"), QString::fromLatin1(canary));
        m_process->setProcessEnvironment(environment);
        m_process->start(QStringLiteral(VITRINE_BIN "/vitrine"),
                         QStringList{QStringLiteral("exec"), QStringLiteral("--json"), QStringLiteral("--api"), QStringLiteral("responses"), QStringLiteral("--base-url"),
                                     m_server.url().toString(), QStringLiteral("--model"), QStringLiteral("o4-mini"), QStringLiteral("--key-env"), QStringLiteral("TEST_KEY")}
                             + more);
        m_process->closeWriteChannel();
    }
    int status()
    {
        const bool ended = QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, 60'000);
        return ended && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    QList<QJsonObject> lines()
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : m_process->readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }
    static QJsonObject input(const ScriptedServer::Request &request, const QString &type)
    {
        for (const QJsonValue &item : request.json()["input"].toArray()) {
            if (item["type"].toString() == type)
                return item.toObject();
        }
        return {};
    }
    static QByteArray beginning(const QString &text)
    {
        return ScriptedServer::sse({QJsonObject{{"type", "response.created"}, {"sequence_number", 0}, {"response", QJsonObject{{"id", "r"}, {"model", "o4-mini"}}}},
                                    QJsonObject{{"type", "response.output_item.added"}, {"sequence_number", 1}, {"output_index", 0}, {"item", QJsonObject{{"type", "message"}, {"id", "m"}, {"role", "assistant"}, {"content", QJsonArray()}}}},
                                    QJsonObject{{"type", "response.output_text.delta"}, {"sequence_number", 2}, {"output_index", 0}, {"content_index", 0}, {"item_id", "m"}, {"delta", text}}});
    }

private slots:
    void theAnswerAndItsKey()
    {
        m_server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("Hello there."))).close();
        start({QStringLiteral("hi")});
        QCOMPARE(status(), 0);
        const QList<QJsonObject> all = lines();
        QCOMPARE(all.last()["text"].toString(), QStringLiteral("Hello there."));
        const auto &request = m_server.requests().last();
        QCOMPARE(request.header("authorization"), "Bearer " + canary);
        QCOMPARE(request.json()["model"].toString(), QStringLiteral("o4-mini"));
        QCOMPARE(request.json()["store"].toBool(true), false);
    }

    void aPictureToolsResultGoesBackAsAPicture()
    {
        m_server.answer().head(200).send(ScriptedServer::responsesCall(QStringLiteral("call_a"), QStringLiteral("image_zoom"), {{"image", "img_1"}, {"bbox", QJsonArray{10, 10, 110, 90}}})).close();
        m_server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("Seen."))).close();
        start({QStringLiteral("--image"), QStringLiteral(VITRINE_FIXTURES "/images/text_straight.png"), QStringLiteral("look")});
        QCOMPARE(status(), 0);
        const QList<QJsonObject> all = lines();
        QCOMPARE(all.last()["tool_calls"].toInt(), 1);
        const QJsonObject output = input(m_server.requests().last(), QStringLiteral("function_call_output"));
        QCOMPARE(output["call_id"].toString(), QStringLiteral("call_a"));
        QStringList types;
        for (const QJsonValue &part : output["output"].toArray())
            types.append(part["type"].toString());
        QCOMPARE(types, (QStringList{QStringLiteral("input_text"), QStringLiteral("input_image")}));
    }

    void wrongCallsAreAnsweredInOneSentence()
    {
        m_server.answer().head(200).send(ScriptedServer::responsesCall(QStringLiteral("call_b"), QStringLiteral("launch_missiles"), {})).close();
        m_server.answer().head(200).send(ScriptedServer::responsesCall(QStringLiteral("call_c"), QStringLiteral("image_zoom"), {{"image", "img_9"}, {"bbox", QJsonArray{1, 2, 3, 4}}})).close();
        m_server.answer().head(200).send(ScriptedServer::responsesText(QStringLiteral("I give up."))).close();
        start({QStringLiteral("go")});
        QCOMPARE(status(), 0);
        QString outputs;
        for (const QJsonObject &line : lines()) {
            if (line["kind"].toString() == QLatin1String("tool_output"))
                outputs += line["text"].toString() + QLatin1Char('\n');
        }
        QVERIFY2(outputs.contains(QStringLiteral("Unknown tool \"launch_missiles\"")), qPrintable(outputs));
        QVERIFY2(outputs.contains(QStringLiteral("Unknown image \"img_9\"")), qPrintable(outputs));
    }

    void aServerThatClosesInMidEventLosesNothing()
    {
        m_server.answer().head(200).send(beginning(QStringLiteral("The first half")) + "event: response.output_text.delta\ndata: {\"type\":\"respon").close();
        start({QStringLiteral("tell me")});
        QCOMPARE(status(), 1);
        const QList<QJsonObject> all = lines();
        const QJsonObject result = all.last();
        QCOMPARE(result["status"].toString(), QStringLiteral("failed"));
        QCOMPARE(result["text"].toString(), QStringLiteral("The first half"));
        QVERIFY(result["error"]["retryable"].toBool());
        bool kept = false;
        for (const QJsonObject &line : all)
            kept |= line["kind"].toString() == QLatin1String("agent_message") && line["status"].toString() == QLatin1String("interrupted");
        QVERIFY(kept);
        QCOMPARE(m_process->readAllStandardError().trimmed().count('\n'), 0);
    }

    void aStopEndsAtOnceAndKeepsWhatCame()
    {
        m_server.answer().head(200).send(beginning(QStringLiteral("Half of"))).hold();
        const auto before = m_server.requests().size();
        start({QStringLiteral("tell me more")});
        QTRY_COMPARE_WITH_TIMEOUT(m_server.requests().size(), before + 1, 30'000);
        // The draft is on its way; it is what the stop must not lose.
        QTRY_VERIFY_WITH_TIMEOUT(m_server.openConnections() == 1, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(m_process->bytesAvailable() > 0, 10'000);
        ::kill(pid_t(m_process->processId()), SIGINT);
        QCOMPARE(status(), 3);
        const QList<QJsonObject> all = lines();
        QCOMPARE(all.last()["status"].toString(), QStringLiteral("interrupted"));
        m_server.release();
    }

    void whatIsNoAnswerIsSaid_data()
    {
        QTest::addColumn<int>("http");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::newRow("bad key") << 401 << QByteArray(R"({"error":{"message":"Incorrect API key provided: test-key-canary-4711.","type":"invalid_request_error","code":"invalid_api_key"}})") << QStringLiteral("auth");
        QTest::newRow("unknown model") << 404 << QByteArray(R"({"error":{"message":"The model does not exist.","type":"invalid_request_error","code":"model_not_found"}})") << QStringLiteral("unknown_model");
        QTest::newRow("a web page") << 200 << QByteArray("<html><body>Please log in</body></html>") << QStringLiteral("protocol");
    }
    void whatIsNoAnswerIsSaid()
    {
        QFETCH(int, http);
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        m_server.answer().head(http, {{"Content-Type", http == 200 ? "text/html" : "application/json"}}).send(body).close();
        start({QStringLiteral("hi")});
        QCOMPARE(status(), 1);
        const QJsonObject result = lines().last();
        QCOMPARE(result["error"]["kind"].toString(), kind);
        QVERIFY(!result["error"]["message"].toString().isEmpty());
        QVERIFY(!result["error"]["message"].toString().contains(QString::fromLatin1(canary)));
    }

    void anAnswerThatWasCutByItsLimitIsIncomplete()
    {
        QByteArray stream = ScriptedServer::responsesText(QStringLiteral("Long"));
        stream.replace("response.completed", "response.incomplete");
        stream.replace("\"status\":\"completed\"", "\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"}");
        m_server.answer().head(200).send(stream).close();
        start({QStringLiteral("hi")});
        QCOMPARE(status(), 3);
        const QJsonObject result = lines().last();
        QCOMPARE(result["status"].toString(), QStringLiteral("incomplete"));
        QVERIFY(result["error"].isNull());
    }

    // Last: all of the above has gone through this profile.
    void theKeyIsNowhereOnDisk()
    {
        int files = 0;
        QDirIterator all(m_profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(canary), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(canary.toBase64()), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
        QCOMPARE(m_server.unexpected(), 0);
    }
};

QTEST_GUILESS_MAIN(TestExecServer)
#include "TestExecServer.moc"
