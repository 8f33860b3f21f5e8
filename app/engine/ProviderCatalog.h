#pragma once

#include "base/Error.h"
#include "providers/Credential.h"
#include "providers/Provider.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vitrine {

class Clock;
class OfflineServer;

// How a provider is reached. The key never leaves memory.
struct ProviderConfig {
    QString name;         // as turns name it
    QString api;          // of apiNames(): "responses"
    QUrl baseUrl;         // what that API's official client takes: ending in /v1 for OpenAI-like servers, else the bare host
    QByteArray key;       // empty: none is sent
    QString defaultModel;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::optional<KeyHeader> keyHeader; // absent: the API's own
    QString recordFolder; // not empty: the raw answers are kept there, redacted
    bool allowPlainHttp = false; // http to another machine
    QUrl proxy; // empty: as the environment says

    bool operator==(const ProviderConfig &) const = default;
};

// The providers that turns can name. The offline assistant is always there; its server starts at the first need.
// Lives on the engine thread.
class ProviderCatalog final
{
    Q_DISABLE_COPY_MOVE(ProviderCatalog)

public:
    explicit ProviderCatalog(const Clock &clock);
    ~ProviderCatalog();

    // Running turns keep the provider of the same name that they began with.
    void add(const ProviderConfig &config);
    bool isKnown(const QString &name) const;
    // An empty name is the offline assistant.
    Result<Provider *> find(const QString &name);
    QString defaultModel(const QString &name) const;

private:
    Result<ProviderConfig> configFor(const QString &name);

    const Clock &m_clock;
    QHash<QString, ProviderConfig> m_configs;
    std::map<QString, std::unique_ptr<Provider>> m_providers;
    std::vector<std::unique_ptr<Provider>> m_replaced; // a turn may still use them
    std::unique_ptr<OfflineServer> m_offline;
};

} // namespace vitrine
