#include "engine/ProviderCatalog.h"

#include "offline/OfflineServer.h"
#include "providers/ApiProvider.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

const QString offlineName = QStringLiteral("offline");

Result<std::unique_ptr<Provider>> createProvider(const ProviderConfig &config)
{
    ApiSettings settings;
    settings.codec = codecFor(config.api);
    if (!settings.codec)
        return fail(ErrorKind::InvalidRequest, QCoreApplication::translate("ProviderCatalog", "There is no API \"%1\"; it is one of %2.").arg(config.api, apiNames().join(QStringLiteral(", "))));
    settings.name = config.name;
    settings.baseUrl = config.baseUrl;
    settings.credential = Credential(config.baseUrl, config.key, config.keyHeader.value_or(settings.codec->keyHeader()));
    settings.extraHeaders = config.headers;
    settings.recordFolder = config.recordFolder;
    settings.allowPlainHttp = config.allowPlainHttp;
    settings.proxy = config.proxy;
    return std::make_unique<ApiProvider>(settings);
}

} // namespace

ProviderCatalog::ProviderCatalog(const Clock &clock)
    : m_clock(clock)
{
}

ProviderCatalog::~ProviderCatalog() = default;

void ProviderCatalog::add(const ProviderConfig &config)
{
    const auto known = m_configs.constFind(config.name);
    if (known != m_configs.cend() && *known == config)
        return;
    m_configs.insert(config.name, config);
    if (const auto provider = m_providers.find(config.name); provider != m_providers.end()) {
        m_replaced.push_back(std::move(provider->second));
        m_providers.erase(provider);
    }
}

bool ProviderCatalog::isKnown(const QString &name) const
{
    return name.isEmpty() || name == offlineName || m_configs.contains(name);
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
    return ProviderConfig{offlineName, QStringLiteral("responses"), m_offline->baseUrl(), m_offline->token(), OfflineServer::modelName(), {}, {}, {}, false, {}};
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
    Result<std::unique_ptr<Provider>> provider = createProvider(*config);
    if (!provider)
        return tl::unexpected(provider.error());
    return m_providers.emplace(name, std::move(*provider)).first->second.get();
}

QString ProviderCatalog::defaultModel(const QString &name) const
{
    if (name.isEmpty() || name == offlineName)
        return OfflineServer::modelName();
    return m_configs.value(name).defaultModel;
}

} // namespace vitrine
