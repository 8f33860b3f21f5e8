#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace vitrine {

// What one request is answered with, step by step. Nothing is added: what is not sent here is not sent, so that broken answers can be made.
//
//     server.answer().head(200).send("data: {\"type\"").hold();            // ... test looks, then server.release()
//     server.answer().head(429, {{"Retry-After", "1"}}).send("{}").close();
//
class Script
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    // Status line and headers; "Connection: close" and, unless given, "Content-Type: text/event-stream". The body ends when the connection does.
    Script &head(int status, const Headers &headers = {});
    Script &send(const QByteArray &bytes);
    // The same bytes in pieces of `size`, each its own write after the one before has gone out.
    Script &sendInPieces(const QByteArray &bytes, qsizetype size);
    Script &wait(int milliseconds);
    Script &hold();  // until ScriptedServer::release()
    Script &close(); // after what was sent has gone out
    Script &reset(); // at once, as if the cable was pulled
    // A script that does not close keeps the connection open for ever.

private:
    friend class ScriptedServer;
    enum class Kind { Send, Wait, Hold, Close, Reset };
    struct Step {
        Kind kind;
        QByteArray bytes;
        int milliseconds = 0;
    };
    std::deque<Step> m_steps;
};

// An HTTP server on 127.0.0.1 that answers as it is told and remembers what it was asked. Scripts are used in the order of requests;
// a request for which there is none gets a 500 with "no script" and counts as unexpected.
class ScriptedServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    struct Request {
        QByteArray method;
        QByteArray target; // "/v1/responses"
        QList<QPair<QByteArray, QByteArray>> headers;
        QByteArray body;

        QByteArray header(QByteArrayView name) const; // whatever the case; empty when absent
        QJsonObject json() const;                     // the body
    };

    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override;

    QUrl url(const QString &path = QStringLiteral("/v1")) const; // http://127.0.0.1:PORT/v1
    Script &answer();                                              // the script for the next request that has none
    void release();                                                // lets all scripts that hold go on
    void stopListening();                                          // new connections are refused

    const QList<Request> &requests() const { return m_requests; }
    int unexpected() const { return m_unexpected; }
    int openConnections() const { return m_open; }

    // "event: TYPE\ndata: JSON\n\n" for each object, TYPE being its "type".
    static QByteArray sse(const QList<QJsonObject> &events);
    // A whole answer of the Responses API that says `text`; with a function call instead when `callName` is given.
    static QByteArray responsesText(const QString &text);
    static QByteArray responsesCall(const QString &callId, const QString &callName, const QJsonObject &arguments);

signals:
    void requestReceived(int index); // into requests(); the body has arrived
    void disconnected();             // a client went away or was closed

private:
    struct Connection;
    void accept();
    void read(const std::shared_ptr<Connection> &connection);
    void advance(const std::shared_ptr<Connection> &connection);

    QTcpServer m_server;
    std::deque<std::unique_ptr<Script>> m_scripts;
    std::vector<std::shared_ptr<Connection>> m_connections;
    QList<Request> m_requests;
    size_t m_nextScript = 0;
    int m_unexpected = 0;
    int m_open = 0;
};

} // namespace vitrine
