#include "engine/ProviderCatalog.h"

#include "offline/OfflineServer.h"
#include "providers/openai/ResponsesProvider.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

const QString offlineName = QStringLiteral("offline");

std::unique_ptr<Provider> createProvider(const ProviderConfig &config)
{
    ResponsesSettings settings;
    settings.name = config.name;
    settings.baseUrl = config.baseUrl;
    settings.credential = Credential(config.baseUrl, config.key);
    settings.extraHeaders = config.headers;
    settings.recordFolder = config.recordFolder;
    return std::make_unique<ResponsesProvider>(settings);
}

} // namespace

ProviderCatalog::ProviderCatalog(const Clock &clock)
    : m_clock(clock)
{
}

ProviderCatalog::~ProviderCatalog() = default;

void ProviderCatalog::add(const ProviderConfig &config)
{
    m_configs.insert(config.name, config);
    m_providers.erase(config.name);
}

Result<ProviderConfig> ProviderCatalog::configFor(const QString &name)
{
    if (name != offlineName) {
        const auto found = m_configs.constFind(name);
        if (found == m_configs.cend())
            return fail(ErrorKind::InvalidRequest, QCoreApplication::translate("ProviderCatalog", "No provider is named \"%1\"; connect it first, or use the offline assistant.").arg(name));
        return *found;
    }
    if (!m_offline) {
        auto server = std::make_unique<OfflineServer>(m_clock);
        if (const Done listening = server->listen(); !listening)
            return tl::unexpected(listening.error());
        m_offline = std::move(server);
    }
    return ProviderConfig{offlineName, QStringLiteral("responses"), m_offline->baseUrl(), m_offline->token(), OfflineServer::modelName(), {}, {}};
}

Result<Provider *> ProviderCatalog::find(const QString &wanted)
{
    const QString name = wanted.isEmpty() ? offlineName : wanted;
    const auto known = m_providers.find(name);
    if (known != m_providers.end())
        return known->second.get();
    const Result<ProviderConfig> config = configFor(name);
    if (!config)
        return tl::unexpected(config.error());
    return m_providers.emplace(name, createProvider(*config)).first->second.get();
}

QString ProviderCatalog::defaultModel(const QString &name) const
{
    if (name.isEmpty() || name == offlineName)
        return OfflineServer::modelName();
    return m_configs.value(name).defaultModel;
}

} // namespace vitrine
