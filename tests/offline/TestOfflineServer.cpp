#include "offline/OfflineServer.h"

#include "support/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

namespace vitrine {

class TestOfflineServer final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void streams();
    void answersWhole();
    void listsItsModel();
    void refuses_data();
    void refuses();
    void rejectsBadRequests_data();
    void rejectsBadRequests();
    void servesMany();
    void survivesClientsThatLeave();
    void cutsWhatIsTooLarge();
    void survivesWhatIsNoHttp();
    void saysThatThePortIsTaken();

private:
    QNetworkRequest request(const QString &path) const;
    QNetworkReply *post(const QJsonObject &body, const QString &path = QStringLiteral("/v1/responses"));
    QByteArray raw(const QByteArray &bytes);

    FakeClock m_clock;
    std::unique_ptr<OfflineServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

namespace {

QJsonObject question(const QString &text, bool stream)
{
    return {{"model", OfflineServer::modelName()}, {"input", text}, {"stream", stream}};
}

QList<QJsonObject> eventsOf(const QByteArray &body)
{
    QList<QJsonObject> events;
    for (const QByteArray &frame : QByteArray(body).replace("\n\n", "\x01").split('\x01')) {
        if (frame.isEmpty())
            continue;
        const QList<QByteArray> lines = frame.split('\n');
        const QJsonObject event = QJsonDocument::fromJson(lines.value(1).mid(6)).object();
        if (lines.size() != 2 || lines.at(0) != "event: " + event.value(u"type").toString().toUtf8())
            return {};
        events.append(event);
    }
    return events;
}

void wait(QNetworkReply *reply)
{
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20000);
}

} // namespace

void TestOfflineServer::init()
{
    m_server = std::make_unique<OfflineServer>(m_clock);
    QVERIFY(m_server->listen());
    m_network = std::make_unique<QNetworkAccessManager>();
}

void TestOfflineServer::cleanup()
{
    m_network.reset();
    m_server.reset();
}

QNetworkRequest TestOfflineServer::request(const QString &path) const
{
    QUrl url = m_server->baseUrl();
    url.setPath(path);
    QNetworkRequest result(url);
    result.setRawHeader("Authorization", "Bearer " + m_server->token());
    result.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return result;
}

QNetworkReply *TestOfflineServer::post(const QJsonObject &body, const QString &path)
{
    return m_network->post(request(path), QJsonDocument(body).toJson());
}

// What comes back for bytes sent as they are, until the server closes or goes quiet.
QByteArray TestOfflineServer::raw(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server->port());
    QSignalSpy connected(&socket, &QTcpSocket::connected);
    if (!connected.wait())
        return {};
    socket.write(bytes);
    QSignalSpy ready(&socket, &QTcpSocket::readyRead);
    ready.wait(5000);
    while (ready.wait(200)) { }
    return socket.readAll();
}

void TestOfflineServer::streams()
{
    QNetworkReply *reply = post(question(QStringLiteral("hello"), true));
    wait(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(reply->header(QNetworkRequest::ContentTypeHeader).toString().startsWith(QStringLiteral("text/event-stream")));
    const QList<QJsonObject> events = eventsOf(reply->readAll());
    QVERIFY(events.size() > 8);
    QString text;
    for (qsizetype i = 0; i < events.size(); ++i) {
        QCOMPARE(events.at(i).value(u"sequence_number").toInt(-1), int(i));
        if (events.at(i).value(u"type").toString() == u"response.output_text.delta")
            text += events.at(i).value(u"delta").toString();
    }
    QCOMPARE(events.first().value(u"type").toString(), QStringLiteral("response.created"));
    QCOMPARE(events.last().value(u"type").toString(), QStringLiteral("response.completed"));
    const QJsonObject response = events.last().value(u"response").toObject();
    const QJsonObject message = response.value(u"output").toArray().last().toObject();
    QCOMPARE(message.value(u"content").toArray().first().toObject().value(u"text").toString(), text);
    QVERIFY(response.value(u"usage").toObject().value(u"total_tokens").toInt() > 0);
}

void TestOfflineServer::answersWhole()
{
    QNetworkReply *reply = post(question(QStringLiteral("hello"), false));
    wait(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    const QJsonObject response = QJsonDocument::fromJson(reply->readAll()).object();
    QCOMPARE(response.value(u"object").toString(), QStringLiteral("response"));
    QCOMPARE(response.value(u"status").toString(), QStringLiteral("completed"));
    QCOMPARE(response.value(u"created_at").toInteger(), m_clock.now().toSecsSinceEpoch());
}

void TestOfflineServer::listsItsModel()
{
    QNetworkReply *reply = m_network->get(request(QStringLiteral("/v1/models")));
    wait(reply);
    const QJsonObject list = QJsonDocument::fromJson(reply->readAll()).object();
    QCOMPARE(list.value(u"data").toArray().first().toObject().value(u"id").toString(), OfflineServer::modelName());
}

void TestOfflineServer::refuses_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const char *headers, const char *status) { QTest::newRow(name) << QByteArray(headers) << QByteArray(status); };
    row("all right", "Host: 127.0.0.1:PORT\r\nAuthorization: Bearer TOKEN\r\n", "200");
    row("localhost", "Host: localhost:PORT\r\nAuthorization: bearer TOKEN\r\n", "200");
    row("own origin", "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nAuthorization: Bearer TOKEN\r\n", "200");
    row("no token", "Host: 127.0.0.1:PORT\r\n", "401");
    row("wrong token", "Host: 127.0.0.1:PORT\r\nAuthorization: Bearer vo-wrong\r\n", "401");
    row("longer token", "Host: 127.0.0.1:PORT\r\nAuthorization: Bearer TOKENx\r\n", "401");
    row("other scheme", "Host: 127.0.0.1:PORT\r\nAuthorization: Basic TOKEN\r\n", "401");
    row("two tokens", "Host: 127.0.0.1:PORT\r\nAuthorization: Bearer x\r\nAuthorization: Bearer TOKEN\r\n", "401");
    row("rebound name", "Host: evil.example:PORT\r\nAuthorization: Bearer TOKEN\r\n", "403");
    row("no port", "Host: 127.0.0.1\r\nAuthorization: Bearer TOKEN\r\n", "403");
    row("prefix", "Host: 127.0.0.1:PORT.evil.example\r\nAuthorization: Bearer TOKEN\r\n", "403");
    row("no host", "Authorization: Bearer TOKEN\r\n", "403");
    row("foreign origin", "Host: 127.0.0.1:PORT\r\nOrigin: https://evil.example\r\nAuthorization: Bearer TOKEN\r\n", "403");
    row("null origin", "Host: 127.0.0.1:PORT\r\nOrigin: null\r\nAuthorization: Bearer TOKEN\r\n", "403");
}

void TestOfflineServer::refuses()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, status);
    headers.replace("PORT", QByteArray::number(m_server->port())).replace("TOKEN", m_server->token());
    for (const QByteArray path : {"/v1/models", "/elsewhere"}) {
        const QByteArray answer = raw("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
        // What is not served must not be told apart by who may not ask.
        const QByteArray expected = path == "/elsewhere" && status == "200" ? QByteArray("404") : status;
        QVERIFY2(answer.startsWith("HTTP/1.1 " + expected), answer.constData());
        QVERIFY(status == "200" || answer.contains("\"error\":{"));
    }
}

void TestOfflineServer::rejectsBadRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << QByteArray("{\"model\":") << QString();
    QTest::newRow("an array") << QByteArray("[1]") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("deep") << QByteArray(5000, '[') << QString();
    QTest::newRow("no model") << QByteArray(R"({"input":"x"})") << QStringLiteral("missing_required_parameter");
    QTest::newRow("other model") << QByteArray(R"({"model":"gpt-5","input":"x"})") << QStringLiteral("model_not_found");
    QTest::newRow("no input") << QByteArray(R"({"model":"vitrine-offline"})") << QStringLiteral("missing_required_parameter");
    QTest::newRow("input a number") << QByteArray(R"({"model":"vitrine-offline","input":7})") << QStringLiteral("missing_required_parameter");
    QTest::newRow("stream a text") << QByteArray(R"({"model":"vitrine-offline","input":"x","stream":"yes"})") << QStringLiteral("invalid_type");
    QTest::newRow("stored answer") << QByteArray(R"({"model":"vitrine-offline","input":"x","previous_response_id":"resp_1"})")
                                   << QStringLiteral("unsupported_parameter");
}

void TestOfflineServer::rejectsBadRequests()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QNetworkReply *reply = m_network->post(request(QStringLiteral("/v1/responses")), body);
    wait(reply);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 400);
    const QJsonObject error = QJsonDocument::fromJson(reply->readAll()).object().value(u"error").toObject();
    QCOMPARE(error.value(u"type").toString(), QStringLiteral("invalid_request_error"));
    QCOMPARE(error.value(u"code").toString(), code);
    QVERIFY(!error.value(u"message").toString().isEmpty());
}

void TestOfflineServer::servesMany()
{
    QList<QNetworkReply *> replies;
    QList<std::shared_ptr<QNetworkAccessManager>> managers; // one alone opens six connections at most
    for (int i = 0; i < 20; ++i) {
        managers.append(std::make_shared<QNetworkAccessManager>());
        replies.append(managers.last()->post(request(QStringLiteral("/v1/responses")), QJsonDocument(question(QStringLiteral("hello"), true)).toJson()));
    }
    QSet<QString> ids;
    for (QNetworkReply *reply : replies) {
        wait(reply);
        const QList<QJsonObject> events = eventsOf(reply->readAll());
        QVERIFY(!events.isEmpty());
        QCOMPARE(events.last().value(u"type").toString(), QStringLiteral("response.completed"));
        ids.insert(events.last().value(u"response").toObject().value(u"id").toString());
    }
    QCOMPARE(ids.size(), 20);
}

void TestOfflineServer::survivesClientsThatLeave()
{
    const QByteArray body = QJsonDocument(question(QStringLiteral("hello"), true)).toJson();
    const QByteArray head = "POST /v1/responses HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\nAuthorization: Bearer " + m_server->token()
                            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    for (int i = 0; i < 30; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_server->port());
        QSignalSpy connected(&socket, &QTcpSocket::connected);
        QVERIFY(connected.wait());
        // Some leave in the request, some in the answer.
        socket.write(i % 3 == 0 ? head + body.left(5) : head + body);
        QSignalSpy ready(&socket, &QTcpSocket::readyRead);
        if (i % 3 == 1)
            ready.wait(2000);
        else
            socket.flush();
        socket.abort();
    }
    QNetworkReply *reply = post(question(QStringLiteral("hello"), true));
    wait(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void TestOfflineServer::cutsWhatIsTooLarge()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server->port());
    QSignalSpy connected(&socket, &QTcpSocket::connected);
    QVERIFY(connected.wait());
    socket.write("POST /v1/responses HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\nContent-Length: 99999999999\r\n\r\n");
    const QByteArray block(1 << 20, ' ');
    qint64 sent = 0;
    while (socket.state() == QAbstractSocket::ConnectedState && sent < 2 * OfflineServer::maxRequestBytes) {
        sent += socket.write(block);
        QTRY_VERIFY(socket.bytesToWrite() < block.size() || socket.state() != QAbstractSocket::ConnectedState);
    }
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(sent < OfflineServer::maxRequestBytes + (16 << 20));

    QNetworkReply *reply = post(question(QString(40 << 20, u'x'), false)); // large, but within the limit
    wait(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void TestOfflineServer::survivesWhatIsNoHttp()
{
    for (const QByteArray &bytes : {QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7), QByteArray("GET"), QByteArray("NONSENSE / HTTP/9\r\n\r\n"), QByteArray(300000, 'A'),
                                    QByteArray("GET / HTTP/1.1\r\n") + QByteArray(200000, 'h') + ": x\r\n\r\n"})
        raw(bytes);
    QNetworkReply *reply = post(question(QStringLiteral("hello"), false));
    wait(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

void TestOfflineServer::saysThatThePortIsTaken()
{
    OfflineServer second(m_clock);
    const Done done = second.listen(m_server->port());
    QVERIFY(!done);
    QVERIFY(done.error().kind == ErrorKind::Network);
    QVERIFY(done.error().message.contains(QString::number(m_server->port())));
    QVERIFY(second.token() != m_server->token());
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestOfflineServer)
#include "TestOfflineServer.moc"
