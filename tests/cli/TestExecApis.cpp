#include "providers/ApiCodec.h"
#include "support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

const QByteArray canary = "test-key-canary-0815";
const QString streams = QStringLiteral(VITRINE_FIXTURES "/streams/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

// The shortest whole answer of an API: it says "Done.".
QByteArray plainAnswer(const QString &api)
{
    if (api == QLatin1String("chat"))
        return data(R"({"choices":[{"index":0,"delta":{"content":"Done."},"finish_reason":"stop"}]})") + data("[DONE]");
    if (api == QLatin1String("messages")) {
        return data(R"({"type":"message_start","message":{"id":"m","usage":{"input_tokens":1,"output_tokens":1}}})")
            + data(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")
            + data(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Done."}})") + data(R"({"type":"content_block_stop","index":0})")
            + data(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}})") + data(R"({"type":"message_stop"})");
    }
    if (api == QLatin1String("gemini"))
        return data(R"({"candidates":[{"content":{"role":"model","parts":[{"text":"Done."}]},"finishReason":"STOP"}]})");
    return ScriptedServer::responsesText(QStringLiteral("Done."));
}

// The beginning of that answer: all of its text, and no end.
QByteArray partOf(const QString &api, const QByteArray &whole)
{
    if (api == QLatin1String("gemini"))
        return data(R"({"candidates":[{"content":{"role":"model","parts":[{"text":"Done."}]}}]})");
    if (api == QLatin1String("chat"))
        return data(R"({"choices":[{"index":0,"delta":{"content":"Done."}}]})");
    if (api == QLatin1String("responses")) {
        return data(R"({"type":"response.created","response":{"id":"r"}})") + data(R"({"type":"response.output_item.added","output_index":0,"item":{"type":"message","content":[]}})")
            + data(R"({"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Done."})");
    }
    return whole.left(whole.indexOf("\n\n", whole.indexOf("Done.")) + 2);
}

// What a proxy or another server may make of a stream.
enum class Shape { Plain, Crlf, KeepAlives };

QByteArray shaped(QByteArray stream, Shape shape)
{
    if (shape == Shape::Crlf && !stream.contains("\r\n"))
        stream.replace("\n", "\r\n");
    else if (shape == Shape::KeepAlives)
        stream.replace("\n\n", "\n\n: still here\n\n");
    return stream;
}

struct Run {
    int status = -1;
    QList<QJsonObject> lines;
    QByteArray errors;

    QJsonObject result() const { return lines.isEmpty() ? QJsonObject() : lines.last(); }
    QList<QJsonObject> items(const QString &kind) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &line : lines) {
            if (line["kind"].toString() == kind)
                found.append(line);
        }
        return found;
    }
};

} // namespace

// Whole turns in every API: real recordings over HTTP, in small pieces, with what proxies make of them.
class TestExecApis : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;

    Run exec(const ScriptedServer &server, const QString &api, const QStringList &more = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("VITRINE_PROFILE"), m_profile.path());
        environment.insert(QStringLiteral("TEST_KEY"), QString::fromLatin1(canary));
        process.setProcessEnvironment(environment);
        const bool bareHost = api == QLatin1String("messages") || api == QLatin1String("gemini");
        process.start(QStringLiteral(VITRINE_BIN "/vitrine"),
                      QStringList{QStringLiteral("exec"), QStringLiteral("--json"), QStringLiteral("--api"), api, QStringLiteral("--base-url"), server.url(bareHost ? QString() : QStringLiteral("/v1")).toString(),
                                  QStringLiteral("--model"), QStringLiteral("some-model"), QStringLiteral("--key-env"), QStringLiteral("TEST_KEY"), QStringLiteral("hi")}
                          + more);
        process.closeWriteChannel();
        Run run;
        if (QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 90'000) && process.exitStatus() == QProcess::NormalExit)
            run.status = process.exitCode();
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                run.lines.append(QJsonDocument::fromJson(line).object());
        }
        run.errors = process.readAllStandardError();
        return run;
    }

    static QList<QJsonObject> recordings()
    {
        QList<QJsonObject> all;
        const QJsonArray entries = QJsonDocument::fromJson(contentOf(streams + QStringLiteral("index.json"))).object()["streams"].toArray();
        for (const QJsonValue &entry : entries) {
            // A response that goes on from an earlier one is no turn of its own.
            if (apiNames().contains(entry["api"].toString()) && !entry["name"].toString().contains(QLatin1String("background")))
                all.append(entry.toObject());
        }
        return all;
    }

private slots:
    void recordedTurns_data()
    {
        QTest::addColumn<QJsonObject>("entry");
        QTest::addColumn<int>("shape");
        const QList<QJsonObject> all = recordings();
        QVERIFY(all.size() >= 20);
        for (qsizetype i = 0; i < all.size(); ++i) {
            const int shape = int(i % 3);
            QTest::addRow("%s, shape %d", qPrintable(all[i]["name"].toString()), shape) << all[i] << shape;
        }
    }
    void recordedTurns()
    {
        QFETCH(QJsonObject, entry);
        QFETCH(int, shape);
        const QString api = entry["api"].toString();
        const QJsonObject expected = entry["expected"].toObject();
        const QByteArray stream = shaped(contentOf(streams + entry["file"].toString()), Shape(shape));
        QVERIFY(!stream.isEmpty());
        ScriptedServer server;
        server.answer().head(200).sendInPieces(stream, std::max<qsizetype>(7, stream.size() / 250)).close();
        const QJsonArray calls = expected["tool_calls"].toArray();
        if (!calls.isEmpty())
            server.answer().head(200).send(plainAnswer(api)).close();
        const Run run = exec(server, api);

        const bool fails = expected["finish"].toString() == QLatin1String("failed") || !expected["error"].isNull();
        const bool incomplete = expected["finish"].toString().startsWith(QLatin1String("incomplete")) || expected["finish"].toString() == QLatin1String("length");
        QVERIFY2(run.status == (incomplete ? 3 : fails ? 1 : 0), run.errors.constData());
        QCOMPARE(run.result()["tool_calls"].toInt(), int(calls.size()));
        QCOMPARE(run.items(QStringLiteral("tool_output")).size(), calls.size());
        // Files that the answer names are fetched besides; this server has none.
        QList<ScriptedServer::Request> questions;
        std::copy_if(server.requests().begin(), server.requests().end(), std::back_inserter(questions), [](const auto &request) { return request.method == "POST"; });
        QCOMPARE(questions.size(), calls.isEmpty() ? 1 : 2);
        if (!calls.isEmpty())
            QCOMPARE(run.items(QStringLiteral("agent_message")).last()["text"].toString(), QStringLiteral("Done."));
        const QJsonObject said = expected[expected.contains(QLatin1String("final_text")) ? QLatin1String("final_text") : QLatin1String("text")].toObject();
        if (!fails && !said.isEmpty() && !expected.contains(QLatin1String("refusal_shown"))) {
            QString text;
            for (const QJsonObject &message : run.items(QStringLiteral("agent_message")))
                text += message["text"].toString();
            if (!calls.isEmpty())
                text.chop(5); // the second answer
            if (said["chars"].toInt() > 0)
                QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex()), said["sha256"].toString());
        }
        // Every call was answered, by its own id.
        if (api != QLatin1String("gemini")) {
            for (const QJsonValue &call : calls)
                QVERIFY(questions.last().body.contains(call["call_id"].toString().toUtf8()));
        }
    }

    void theKeyGoesWhereTheApiWantsIt_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        for (const QString &api : apiNames()) {
            const QByteArray header = api == QLatin1String("messages") ? "x-api-key" : api == QLatin1String("gemini") ? "x-goog-api-key" : "authorization";
            QTest::newRow(qPrintable(api)) << header << (header == "authorization" ? "Bearer " + canary : canary);
        }
    }
    void theKeyGoesWhereTheApiWantsIt()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        const QString api = QString::fromLatin1(QTest::currentDataTag());
        ScriptedServer server;
        server.answer().head(200).send(plainAnswer(api)).close();
        QCOMPARE(exec(server, api).result()["text"].toString(), QStringLiteral("Done."));
        const auto &request = server.requests().last();
        QCOMPARE(request.header(header), value);
        QVERIFY(!request.target.contains(canary));
        for (const QByteArray &other : {QByteArray("authorization"), QByteArray("x-api-key"), QByteArray("x-goog-api-key")})
            QVERIFY(other == header || request.header(other).isEmpty());
    }

    void faultsAreToldInOneSentence_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<QString>("fault");
        for (const QString &api : apiNames()) {
            for (const char *fault : {"cut", "401", "429 then fine", "html"})
                QTest::addRow("%s, %s", qPrintable(api), fault) << api << QString::fromLatin1(fault);
        }
    }
    void faultsAreToldInOneSentence()
    {
        QFETCH(QString, api);
        QFETCH(QString, fault);
        ScriptedServer server;
        const QByteArray whole = plainAnswer(api);
        if (fault == QLatin1String("cut")) {
            // The text is there and was seen, so that it is not asked for again.
            server.answer().head(200).send(partOf(api, whole)).close();
        } else if (fault == QLatin1String("401")) {
            server.answer().head(401).send("{\"error\":{\"message\":\"bad key " + canary + "\",\"type\":\"authentication_error\"}}").close();
        } else if (fault == QLatin1String("html")) {
            server.answer().head(200).send("<html><body>Log in</body></html>").close();
        } else {
            server.answer().head(429, {{"Retry-After", "0"}}).send(R"({"error":{"message":"slow down","type":"rate_limit_error"}})").close();
            server.answer().head(200).send(whole).close();
        }
        const Run run = exec(server, api);
        const bool mends = fault.startsWith(QLatin1String("429"));
        QCOMPARE(run.status, mends ? 0 : 1);
        if (mends) {
            QCOMPARE(run.result()["text"].toString(), QStringLiteral("Done."));
            QCOMPARE(server.requests().size(), 2);
        } else {
            const QString message = run.result()["error"].toObject()["message"].toString();
            QVERIFY(message.size() > 20 && message.endsWith(QLatin1Char('.')));
            QVERIFY2(!message.contains(QString::fromLatin1(canary)) && !run.errors.contains(canary), qPrintable(message));
        }
        if (fault == QLatin1String("cut")) {
            QCOMPARE(server.requests().size(), 1);
            QCOMPARE(run.items(QStringLiteral("agent_message")).value(0)["text"].toString(), QStringLiteral("Done."));
        }
    }
};

QTEST_GUILESS_MAIN(TestExecApis)
#include "TestExecApis.moc"
