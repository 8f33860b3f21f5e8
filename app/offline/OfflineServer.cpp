#include "offline/OfflineServer.h"

#include "base/Json.h"
#include "offline/GuardedListener.h"
#include "offline/HttpDialect.h"
#include "offline/Planner.h"
#include "offline/RequestGuard.h"
#include "offline/ResponseEvents.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRandomGenerator>

#include <array>

namespace vitrine {

namespace {

QByteArray createToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return "vo-" + QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void writeJson(QHttpServerResponder &responder, const QJsonObject &object, int status = 200)
{
    responder.write(toJson(object), "application/json", QHttpServerResponder::StatusCode(status));
}

void writeError(QHttpServerResponder &responder, const ApiError &error)
{
    writeJson(responder, error.body(), error.status);
}

ApiError invalid(const QString &message, const QString &param = {}, const QString &code = {})
{
    return {400, QStringLiteral("invalid_request_error"), code, message, param};
}

// What must be right before the planner sees a request.
std::optional<ApiError> fault(const QJsonObject &request)
{
    const QString model = request.value(u"model").toString();
    if (model.isEmpty())
        return invalid(QStringLiteral("Missing required parameter: 'model'."), QStringLiteral("model"), QStringLiteral("missing_required_parameter"));
    if (model != OfflineServer::modelName())
        return invalid(QStringLiteral("The model '%1' does not exist here; the only one is '%2'.").arg(model.left(100), OfflineServer::modelName()),
                       QStringLiteral("model"), QStringLiteral("model_not_found"));
    const QJsonValue input = request.value(u"input");
    if (!input.isString() && !input.isArray())
        return invalid(QStringLiteral("Missing required parameter: 'input' (text or a list of items)."), QStringLiteral("input"),
                       QStringLiteral("missing_required_parameter"));
    const QJsonValue stream = request.value(u"stream");
    if (!stream.isUndefined() && !stream.isNull() && !stream.isBool())
        return invalid(QStringLiteral("Invalid type for 'stream': expected a boolean."), QStringLiteral("stream"), QStringLiteral("invalid_type"));
    if (request.value(u"previous_response_id").isString())
        return invalid(QStringLiteral("This server stores nothing: send the whole conversation as 'input'."),
                       QStringLiteral("previous_response_id"), QStringLiteral("unsupported_parameter"));
    return std::nullopt;
}

} // namespace

class OfflineServer::Private
{
public:
    explicit Private(const Clock &now) : clock(now)
    {
        using Method = QHttpServerRequest::Method;
        server.route(QStringLiteral("/v1/responses"), Method::Post, [this](const QHttpServerRequest &request, ResponderArgument responder) {
            if (admits(request, responder))
                respond(request.body(), responder);
        });
        server.route(QStringLiteral("/v1/models"), Method::Get, [this](const QHttpServerRequest &request, ResponderArgument responder) {
            if (admits(request, responder))
                writeJson(responder, {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), QJsonArray{model()}}});
        });
        setMissingHandler(server, [this](const QHttpServerRequest &request, ResponderArgument responder) {
            if (admits(request, responder))
                writeError(responder, {404, QStringLiteral("invalid_request_error"), QStringLiteral("unknown_url"),
                                       QStringLiteral("Nothing is served there. There are POST /v1/responses and GET /v1/models."), {}});
        });
    }

    QJsonObject model() const
    {
        return {{QStringLiteral("id"), modelName()}, {QStringLiteral("object"), QStringLiteral("model")},
                {QStringLiteral("created"), started}, {QStringLiteral("owned_by"), QStringLiteral("vitrine")}};
    }

    bool admits(const QHttpServerRequest &request, QHttpServerResponder &responder) const
    {
        const auto refused = refusal(headersOf(request), listener->serverPort(), token);
        if (refused)
            writeError(responder, *refused);
        return !refused;
    }

    void respond(const QByteArray &body, QHttpServerResponder &responder)
    {
        const Result<QJsonObject> request = parseJsonObject(body);
        if (!request)
            return writeError(responder, invalid(QStringLiteral("The request is not valid JSON. %1").arg(request.error().message)));
        if (const auto found = fault(*request))
            return writeError(responder, *found);
        const PlanStep step = planNextStep(*request);
        const QByteArray seed = idSeed + QByteArray::number(++answers);
        const ResponseEvents events = responseEvents(*request, step, seed, clock.now().toSecsSinceEpoch());
        if (!request->value(u"stream").toBool())
            return writeJson(responder, events.response);
        writeEvents(responder, events.frames);
    }

    const Clock &clock;
    QHttpServer server;
    GuardedListener *listener = nullptr; // the server's
    QByteArray token = createToken();
    QByteArray idSeed = createToken();
    qint64 started = clock.now().toSecsSinceEpoch();
    quint64 answers = 0;
};

QString OfflineServer::modelName()
{
    return QStringLiteral("vitrine-offline");
}

OfflineServer::OfflineServer(const Clock &clock, QObject *parent) : QObject(parent), d(std::make_unique<Private>(clock)) {}

OfflineServer::~OfflineServer() = default;

Done OfflineServer::listen(quint16 port)
{
    auto listener = std::make_unique<GuardedListener>(maxRequestBytes);
    if (!listener->listen(QHostAddress::LocalHost, port))
        return fail(ErrorKind::Network, tr("The offline assistant cannot listen on 127.0.0.1 port %1: %2. Choose another port.")
                                            .arg(QString::number(port), listener->errorString()));
    d->listener = listener.release();
    static_cast<void>(d->server.bind(d->listener));
    return {};
}

quint16 OfflineServer::port() const
{
    return d->listener ? d->listener->serverPort() : quint16(0);
}

QUrl OfflineServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port()));
}

QByteArray OfflineServer::token() const
{
    return d->token;
}

} // namespace vitrine
