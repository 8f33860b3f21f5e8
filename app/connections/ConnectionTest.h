#pragma once

#include "connections/Connections.h"
#include "connections/HttpGet.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>

#include <functional>

namespace vitrine {

struct ConnectionReport {
    QList<QByteArray> bodies; // the pages of the model list as they came
    QStringList models;       // ids, in the server's order, each once
};

// Tests a connection with one cheap call: the list of its models, all pages (8 MB and 20 pages at most). Nothing is charged for it.
// Lives on one thread. One test at a time; `done` is called later and once, not after this object is gone.
class ConnectionTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)

public:
    using Callback = std::function<void(const Result<ConnectionReport> &)>;

    explicit ConnectionTest(const GetLimits &limits = {}, QObject *parent = nullptr);

    void start(const ResolvedConnection &connection, Callback done);

private:
    void ask(const QUrl &url);
    void take(const Result<GetAnswer> &answer);
    void end(const Result<ConnectionReport> &result);

    GetLimits m_limits;
    QNetworkAccessManager m_network;
    HttpGet m_get;
    ResolvedConnection m_target;
    ConnectionReport m_report;
    Callback m_done;
    qint64 m_bytes = 0;
};

// Where the models of a connection are listed: <base>/models, <base>/v1/models (messages) or <base>/v1beta/models (gemini).
QUrl modelListUrl(Api api, const QUrl &baseUrl);
// The headers that every request of the connection carries, but for the key: its own, organization, project, anthropic-version.
HttpHeaders requestHeaders(const Connection &connection);

} // namespace vitrine
