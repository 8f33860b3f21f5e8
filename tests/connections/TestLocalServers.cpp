#include "connections/LocalServers.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

// Answers each path as a kind of model server does, and every other one with the status `elsewhere`.
class ModelServer
{
public:
    explicit ModelServer(const QHash<QByteArray, QByteArray> &answers, const QByteArray &elsewhere = "404", const QByteArray &name = "uvicorn")
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [=, this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [=] {
                if (!socket->peek(16 * 1024).contains("\r\n\r\n"))
                    return;
                const auto found = answers.constFind(socket->readAll().split(' ').value(1));
                const QByteArray body = found == answers.cend() ? QByteArray("{\"error\":\"Unexpected endpoint\"}") : *found;
                socket->write("HTTP/1.1 " + (found == answers.cend() ? elsewhere : QByteArray("200")) + " -\r\nServer: " + name + "\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

const QByteArray models = "{\"object\":\"list\",\"data\":[{\"id\":\"m1\"},{\"id\":\"m2\"}]}";

QList<LocalServer> find(LocalServers &servers)
{
    std::optional<QList<LocalServer>> got;
    servers.find([&got](const QList<LocalServer> &found) { got = found; });
    if (got || !QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
        qWarning("called at once or never");
    return got.value_or(QList<LocalServer>());
}

} // namespace

class TestLocalServers : public QObject
{
    Q_OBJECT

private slots:
    void eachKindIsRecognised()
    {
        const ModelServer ollama({{"/api/version", "{\"version\":\"0.5.1\"}"}, {"/v1/models", "{\"object\":\"list\",\"data\":null}"}});
        const ModelServer lmStudio({{"/api/v0/models", models}, {"/v1/models", models}}, "200");
        const ModelServer llamaCpp({{"/props", "{\"default_generation_settings\":{},\"build_info\":\"b4000\"}"}, {"/v1/models", models}, {"/api/version", "{\"version\":\"0\"}"}});
        const ModelServer guardedLlamaCpp({{"/v1/models", models}}, "401", "llama.cpp");
        const ModelServer vllm({{"/version", "{\"version\":\"0.9\"}"}, {"/v1/models", models}});
        const ModelServer other({{"/v1/models", models}});
        const ModelServer website({{"/version", "{\"version\":\"9\"}"}}, "200");
        LocalServers servers({ollama.port(), lmStudio.port(), llamaCpp.port(), guardedLlamaCpp.port(), vllm.port(), other.port(), website.port()}, 10s);
        const QList<LocalServer> found = find(servers);
        QStringList kinds;
        for (const LocalServer &server : found)
            kinds.append(toString(server.kind));
        QCOMPARE(kinds.join(QLatin1Char(' ')), QStringLiteral("ollama lmstudio llamacpp llamacpp vllm other"));
        QCOMPARE(found.at(0).title, QStringLiteral("Ollama 0.5.1"));
        QVERIFY(found.at(0).models.isEmpty());
        QCOMPARE(found.at(2).title, QStringLiteral("llama.cpp b4000"));
        QCOMPARE(found.at(4).models, (QStringList{QStringLiteral("m1"), QStringLiteral("m2")}));
        QCOMPARE(found.at(4).baseUrl, QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(vllm.port())));
    }

    void silentPortsDoNotHoldTheOthersUp()
    {
        QTcpServer silent; // takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 nobody = closed.serverPort();
        closed.close();
        const ModelServer vllm({{"/version", "{\"version\":\"0.9\"}"}, {"/v1/models", models}});
        LocalServers servers({silent.serverPort(), nobody, vllm.port()}, 1500ms);
        QElapsedTimer timer;
        timer.start();
        const QList<LocalServer> found = find(servers);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().kind == LocalServer::Kind::Vllm);
    }

    void nothingIsAskedBeforeItIsCalled()
    {
        QTcpServer port;
        QVERIFY(port.listen(QHostAddress::LocalHost));
        LocalServers servers({port.serverPort()}, 100ms);
        QCoreApplication::processEvents();
        QVERIFY(!port.hasPendingConnections());
        QVERIFY(find(servers).isEmpty());
        QVERIFY(port.hasPendingConnections());
    }

    void theSearchMayBeGoneBeforeItsAnswer()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        int calls = 0;
        {
            LocalServers servers({silent.serverPort()}, 60s);
            servers.find([&calls](const QList<LocalServer> &) { ++calls; });
            QVERIFY(QTest::qWaitFor([&silent] { return silent.hasPendingConnections(); }));
        }
        LocalServers after({silent.serverPort()}, 50ms);
        find(after);
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalServers)
#include "TestLocalServers.moc"
