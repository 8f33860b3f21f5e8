#include "connections/ConnectionTest.h"

#include "providers/models/ModelListReader.h"

#include <QDateTime>
#include <QUrlQuery>

namespace vitrine {

namespace {

constexpr int mostPages = 20;

QUrl withPage(QUrl url, Api api, QUrlQuery query)
{
    if (api == Api::Messages)
        query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
    else if (api == Api::Gemini)
        query.addQueryItem(QStringLiteral("pageSize"), QStringLiteral("1000"));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

} // namespace

QUrl modelListUrl(Api api, const QUrl &baseUrl)
{
    QString path = baseUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    path += api == Api::Messages ? QLatin1String("/v1/models") : api == Api::Gemini ? QLatin1String("/v1beta/models") : QLatin1String("/models");
    QUrl url = baseUrl;
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

HttpHeaders requestHeaders(const Connection &connection)
{
    HttpHeaders headers;
    if (connection.api == Api::Messages)
        headers.append(qMakePair(QByteArray("anthropic-version"), QByteArray("2023-06-01")));
    if (!connection.organization.isEmpty())
        headers.append(qMakePair(QByteArray("OpenAI-Organization"), connection.organization.toUtf8()));
    if (!connection.project.isEmpty())
        headers.append(qMakePair(QByteArray("OpenAI-Project"), connection.project.toUtf8()));
    return headers + connection.headers;
}

ConnectionTest::ConnectionTest(const GetLimits &limits, QObject *parent)
    : QObject(parent), m_limits(limits), m_get(m_network)
{
}

void ConnectionTest::start(const ResolvedConnection &connection, Callback done)
{
    m_target = connection;
    m_done = std::move(done);
    m_report = {};
    m_bytes = 0;
    ask(withPage(modelListUrl(connection.connection.api, connection.connection.baseUrl), connection.connection.api, {}));
}

void ConnectionTest::ask(const QUrl &url)
{
    const Connection &connection = m_target.connection;
    GetRequest request;
    request.url = url;
    request.headers = requestHeaders(connection);
    request.key = m_target.key;
    request.keyHeader = keyHeaderOf(connection);
    request.allowPlainHttp = connection.allowPlainHttp;
    request.proxy = connection.proxy;
    request.limits = m_limits;
    request.limits.bytes = m_limits.bytes - m_bytes;
    m_get.get(request, [this](const Result<GetAnswer> &answer) { take(answer); });
}

void ConnectionTest::take(const Result<GetAnswer> &answer)
{
    if (!answer)
        return end(tl::unexpected(answer.error()));
    const Connection &connection = m_target.connection;
    const QString place = connection.baseUrl.toString(QUrl::FullyEncoded);
    if (answer->status == 404 || answer->status == 405)
        return end(fail(ErrorKind::InvalidRequest, tr("The server answers, but has no list of models at %1; check the base URL.").arg(modelListUrl(connection.api, connection.baseUrl).toString(QUrl::FullyEncoded))));
    if (answer->status < 200 || answer->status >= 300) {
        // Some servers repeat what they were sent.
        QByteArray body = answer->body;
        if (!m_target.key.isEmpty())
            body.replace(m_target.key.secret, "[hidden]");
        return end(tl::unexpected(judgeHttpError(answer->status, answer->headers, body, QDateTime::currentDateTimeUtc()).toError()));
    }
    const Result<ModelListPage> page = readModelList(toString(connection.api), answer->body);
    if (!page)
        return end(fail(ErrorKind::Protocol, tr("%1 answers, but not with a list of models; check the base URL and the protocol.").arg(place)));
    m_bytes += answer->body.size();
    m_report.bodies.append(answer->body);
    for (const ModelInfo &model : page->models)
        m_report.models.append(model.id);
    if (page->nextParameter.isEmpty() || m_report.bodies.size() >= mostPages)
        return end(m_report);
    QUrlQuery next;
    next.addQueryItem(page->nextParameter, QString::fromLatin1(QUrl::toPercentEncoding(page->next)));
    ask(withPage(modelListUrl(connection.api, connection.baseUrl), connection.api, next));
}

void ConnectionTest::end(const Result<ConnectionReport> &result)
{
    Result<ConnectionReport> report = result;
    if (report)
        report->models.removeDuplicates();
    m_target = {};
    if (const Callback done = std::exchange(m_done, nullptr))
        done(report);
}

} // namespace vitrine
