#include "support/ScriptedServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

namespace vitrine {

Script &Script::head(int status, const Headers &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    bool typed = false;
    for (const auto &[name, value] : headers) {
        text += name + ": " + value + "\r\n";
        typed = typed || name.compare("content-type", Qt::CaseInsensitive) == 0;
    }
    if (!typed)
        text += "Content-Type: text/event-stream; charset=utf-8\r\n";
    return send(text + "Connection: close\r\n\r\n");
}

Script &Script::send(const QByteArray &bytes)
{
    m_steps.push_back({Kind::Send, bytes});
    return *this;
}

Script &Script::sendInPieces(const QByteArray &bytes, qsizetype size)
{
    for (qsizetype at = 0; at < bytes.size(); at += size)
        send(bytes.mid(at, size));
    return *this;
}

Script &Script::wait(int milliseconds)
{
    m_steps.push_back({Kind::Wait, {}, milliseconds});
    return *this;
}

Script &Script::hold()
{
    m_steps.push_back({Kind::Hold, {}});
    return *this;
}

Script &Script::close()
{
    m_steps.push_back({Kind::Close, {}});
    return *this;
}

Script &Script::reset()
{
    m_steps.push_back({Kind::Reset, {}});
    return *this;
}

struct ScriptedServer::Connection {
    QTcpSocket *socket = nullptr;
    QByteArray received;
    std::deque<Script::Step> steps;
    bool answering = false;
    bool holding = false;
    bool busy = false; // a write or a wait is under way
};

ScriptedServer::ScriptedServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on 127.0.0.1");
}

ScriptedServer::~ScriptedServer()
{
    for (const auto &connection : m_connections)
        connection->socket->disconnect(this);
}

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

Script &ScriptedServer::answer()
{
    m_scripts.push_back(std::make_unique<Script>());
    return *m_scripts.back();
}

void ScriptedServer::release()
{
    const auto connections = m_connections;
    for (const auto &connection : connections) {
        if (std::exchange(connection->holding, false))
            advance(connection);
    }
}

void ScriptedServer::stopListening()
{
    m_server.close();
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        socket->setParent(this);
        m_connections.push_back(connection);
        ++m_open;
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this, connection] {
            if (connection->socket->bytesToWrite() == 0 && std::exchange(connection->busy, false))
                advance(connection);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, connection] {
            --m_open;
            connection->steps.clear();
            emit disconnected();
        });
    }
}

void ScriptedServer::read(const std::shared_ptr<Connection> &connection)
{
    connection->received += connection->socket->readAll();
    const qsizetype end = connection->received.indexOf("\r\n\r\n");
    if (end < 0 || connection->answering)
        return;
    Request request;
    QList<QByteArray> lines = connection->received.first(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (connection->received.size() < end + 4 + length)
        return;
    request.body = connection->received.mid(end + 4, length);
    connection->answering = true;
    m_requests.append(request);
    const int index = static_cast<int>(m_requests.size()) - 1;
    if (m_nextScript < m_scripts.size()) {
        connection->steps = m_scripts[m_nextScript++]->m_steps;
    } else {
        ++m_unexpected;
        Script script;
        script.head(500, {{"Content-Type", "text/plain"}}).send("no script").close();
        connection->steps = script.m_steps;
    }
    emit requestReceived(index);
    advance(connection);
}

void ScriptedServer::advance(const std::shared_ptr<Connection> &connection)
{
    while (!connection->steps.empty() && !connection->busy && !connection->holding) {
        const Script::Step step = connection->steps.front();
        connection->steps.pop_front();
        switch (step.kind) {
        case Script::Kind::Send:
            connection->busy = !step.bytes.isEmpty();
            connection->socket->write(step.bytes);
            break;
        case Script::Kind::Wait:
            connection->busy = true;
            QTimer::singleShot(step.milliseconds, this, [this, connection] {
                connection->busy = false;
                advance(connection);
            });
            break;
        case Script::Kind::Hold:
            connection->holding = true;
            break;
        case Script::Kind::Close:
            connection->socket->disconnectFromHost();
            return;
        case Script::Kind::Reset:
            connection->socket->abort();
            return;
        }
    }
}

QByteArray ScriptedServer::Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject ScriptedServer::Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray ScriptedServer::sse(const QList<QJsonObject> &events)
{
    QByteArray stream;
    for (const QJsonObject &event : events) {
        stream += "event: " + event.value(QLatin1String("type")).toString().toUtf8() + "\ndata: "
            + QJsonDocument(event).toJson(QJsonDocument::Compact) + "\n\n";
    }
    return stream;
}

namespace {

QJsonObject response(const char *status, const QJsonArray &output)
{
    QJsonObject usage{{QStringLiteral("input_tokens"), 10},
                      {QStringLiteral("input_tokens_details"), QJsonObject{{QStringLiteral("cached_tokens"), 4}}},
                      {QStringLiteral("output_tokens"), 5},
                      {QStringLiteral("output_tokens_details"), QJsonObject{{QStringLiteral("reasoning_tokens"), 2}}},
                      {QStringLiteral("total_tokens"), 15}};
    return {{QStringLiteral("id"), QStringLiteral("resp_scripted")},
            {QStringLiteral("object"), QStringLiteral("response")},
            {QStringLiteral("model"), QStringLiteral("scripted-model")},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("output"), output},
            {QStringLiteral("usage"), output.isEmpty() ? QJsonValue() : QJsonValue(usage)}};
}

QJsonObject eventOf(const char *type, const QJsonObject &fields)
{
    QJsonObject json = fields;
    json[QStringLiteral("type")] = QLatin1String(type);
    return json;
}

// A response with one item.
QByteArray answerWith(const QJsonObject &item, const QList<QJsonObject> &pieces)
{
    QJsonObject begun = item;
    begun[QStringLiteral("status")] = QStringLiteral("in_progress");
    if (begun.contains(QLatin1String("content")))
        begun[QStringLiteral("content")] = QJsonArray();
    if (begun.contains(QLatin1String("arguments")))
        begun[QStringLiteral("arguments")] = QString();
    QList<QJsonObject> events{eventOf("response.created", {{QStringLiteral("response"), response("in_progress", {})}}),
                              eventOf("response.output_item.added", {{QStringLiteral("output_index"), 0}, {QStringLiteral("item"), begun}})};
    events += pieces;
    events += eventOf("response.output_item.done", {{QStringLiteral("output_index"), 0}, {QStringLiteral("item"), item}});
    events += eventOf("response.completed", {{QStringLiteral("response"), response("completed", QJsonArray{item})}});
    for (qsizetype i = 0; i < events.size(); ++i)
        events[i][QStringLiteral("sequence_number")] = i;
    return ScriptedServer::sse(events);
}

} // namespace

QByteArray ScriptedServer::responsesText(const QString &text)
{
    const QJsonObject part{{QStringLiteral("type"), QStringLiteral("output_text")},
                           {QStringLiteral("text"), text},
                           {QStringLiteral("annotations"), QJsonArray()}};
    const QJsonObject item{{QStringLiteral("type"), QStringLiteral("message")},
                           {QStringLiteral("id"), QStringLiteral("msg_1")},
                           {QStringLiteral("role"), QStringLiteral("assistant")},
                           {QStringLiteral("status"), QStringLiteral("completed")},
                           {QStringLiteral("content"), QJsonArray{part}}};
    return answerWith(item, {eventOf("response.output_text.delta", {{QStringLiteral("output_index"), 0}, {QStringLiteral("content_index"), 0}, {QStringLiteral("delta"), text}})});
}

QByteArray ScriptedServer::responsesCall(const QString &callId, const QString &callName, const QJsonObject &arguments)
{
    const QString text = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    const QJsonObject item{{QStringLiteral("type"), QStringLiteral("function_call")},
                           {QStringLiteral("id"), QStringLiteral("fc_1")},
                           {QStringLiteral("call_id"), callId},
                           {QStringLiteral("name"), callName},
                           {QStringLiteral("status"), QStringLiteral("completed")},
                           {QStringLiteral("arguments"), text}};
    return answerWith(item, {eventOf("response.function_call_arguments.delta", {{QStringLiteral("output_index"), 0}, {QStringLiteral("delta"), text}})});
}

} // namespace vitrine
