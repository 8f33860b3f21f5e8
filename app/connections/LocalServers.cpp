#include "connections/LocalServers.h"

#include "base/Json.h"
#include "providers/models/ModelListReader.h"

#include <QHash>

#include <utility>
#include <vector>

namespace vitrine {

namespace {

// Each is told apart by a path that the others do not have; all list their models alike.
const QByteArray modelsPath = "/v1/models";
const QByteArray ollamaPath = "/api/version";
const QByteArray lmStudioPath = "/api/v0/models";
const QByteArray llamaCppPath = "/props";
const QByteArray vllmPath = "/version";
const QList<QByteArray> paths{modelsPath, ollamaPath, lmStudioPath, llamaCppPath, vllmPath};

constexpr qint64 largestAnswer = 4 * 1024 * 1024; // llama.cpp's properties hold whole chat templates

struct Replies {
    QHash<QByteArray, QJsonObject> json; // of answers with status 200 only
    bool namesLlamaCpp = false;          // in the header Server
    std::optional<QStringList> models;   // of modelsPath, when that answered with a list
};

std::optional<QStringList> idsIn(const QByteArray &list)
{
    const Result<ModelListPage> page = readModelList(u"chat", list);
    if (!page)
        return std::nullopt;
    QStringList ids;
    for (const ModelInfo &model : page->models)
        ids.append(model.id);
    return ids;
}

QString versionOf(const Replies &replies, const QByteArray &path)
{
    return replies.json.value(path).value(QLatin1String("version")).toString().left(40);
}

// LM Studio answers 200 to every path, so only what is inside counts. Some speak Ollama's protocol too, so that comes after llama.cpp.
std::optional<LocalServer> recognise(const Replies &replies)
{
    using Kind = LocalServer::Kind;
    const QJsonObject props = replies.json.value(llamaCppPath);
    if (replies.namesLlamaCpp || props.value(QLatin1String("default_generation_settings")).isObject())
        return LocalServer{Kind::LlamaCpp, QStringLiteral("llama.cpp ") + props.value(QLatin1String("build_info")).toString().left(40), {}, {}};
    if (replies.json.value(lmStudioPath).value(QLatin1String("data")).isArray())
        return LocalServer{Kind::LmStudio, QStringLiteral("LM Studio"), {}, {}};
    if (const QString version = versionOf(replies, ollamaPath); !version.isEmpty())
        return LocalServer{Kind::Ollama, QStringLiteral("Ollama ") + version, {}, {}};
    if (!replies.models)
        return std::nullopt;
    if (const QString version = versionOf(replies, vllmPath); !version.isEmpty())
        return LocalServer{Kind::Vllm, QStringLiteral("vLLM ") + version, {}, {}};
    return LocalServer{Kind::Other, LocalServers::tr("A server with OpenAI's protocol"), {}, {}};
}

} // namespace

struct LocalServers::Port {
    quint16 number = 0;
    Replies replies;
    std::vector<std::unique_ptr<HttpGet>> gets;
};

QString toString(LocalServer::Kind kind)
{
    switch (kind) {
    case LocalServer::Kind::Ollama:
        return QStringLiteral("ollama");
    case LocalServer::Kind::LlamaCpp:
        return QStringLiteral("llamacpp");
    case LocalServer::Kind::LmStudio:
        return QStringLiteral("lmstudio");
    case LocalServer::Kind::Vllm:
        return QStringLiteral("vllm");
    case LocalServer::Kind::Other:
        break;
    }
    return QStringLiteral("other");
}

LocalServers::LocalServers(QList<quint16> ports, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_ports(std::move(ports)), m_limit(limit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LocalServers::end);
}

LocalServers::~LocalServers() = default;

QList<quint16> LocalServers::usualPorts()
{
    return {11434, 8080, 1234, 8000};
}

void LocalServers::find(Callback done)
{
    m_done = std::move(done);
    m_asked.clear();
    m_open = 0;
    m_timer.start(m_limit);
    for (const quint16 number : std::as_const(m_ports)) {
        auto &port = m_asked[number];
        port = std::make_unique<Port>();
        port->number = number;
        for (const QByteArray &path : paths)
            ask(*port, path);
    }
}

void LocalServers::ask(Port &port, const QByteArray &path)
{
    GetRequest request;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port.number).arg(QString::fromLatin1(path)));
    request.limits = {m_limit, m_limit, largestAnswer};
    port.gets.push_back(std::make_unique<HttpGet>(m_network));
    ++m_open;
    port.gets.back()->get(request, [this, &port, path](const Result<GetAnswer> &answer) {
        if (answer) {
            port.replies.namesLlamaCpp |= headerValue(answer->headers, "server").startsWith("llama.cpp");
            const Result<QJsonObject> json = parseJsonObject(answer->body);
            if (answer->status == 200 && json)
                port.replies.json.insert(path, *json);
            if (answer->status == 200 && path == modelsPath)
                port.replies.models = idsIn(answer->body);
        }
        if (--m_open == 0)
            QMetaObject::invokeMethod(this, &LocalServers::end, Qt::QueuedConnection);
    });
}

void LocalServers::end()
{
    m_timer.stop();
    const Callback done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    QList<LocalServer> found;
    for (const quint16 number : std::as_const(m_ports)) {
        const Replies &replies = m_asked.at(number)->replies;
        std::optional<LocalServer> server = recognise(replies);
        if (!server)
            continue;
        server->title = server->title.trimmed();
        server->baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(number));
        server->models = replies.models.value_or(QStringList());
        found.append(*server);
    }
    m_asked.clear();
    done(found);
}

} // namespace vitrine
