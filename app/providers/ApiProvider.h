#pragma once

#include "providers/ApiCodec.h"
#include "providers/Credential.h"
#include "providers/HttpExchange.h"
#include "providers/Provider.h"
#include "providers/RetryPolicy.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace vitrine {

struct ApiSettings {
    const ApiCodec *codec = nullptr; // of codecFor()
    QString name;      // "openai"
    QUrl baseUrl;      // as the API's official client takes it
    Credential credential;
    HttpHeaders extraHeaders;    // may hold secrets too; treated like the key
    bool allowPlainHttp = false; // http to another machine: only where the user insists
    QString recordFolder;        // of `--record`; empty: nothing is recorded
    QUrl proxy; // http or socks5; empty: as the environment says
    HttpLimits limits;
    RetryPolicy retry;
};

// Any server that speaks one of the APIs. Lives on the engine thread; must outlive its streams.
class ApiProvider final : public Provider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiProvider)

public:
    explicit ApiProvider(const ApiSettings &settings, QObject *parent = nullptr);

    QString name() const override { return m_settings.name; }
    std::unique_ptr<ModelStream> send(const ModelRequest &request) override;

    // What follows is for the streams.
    const ApiSettings &settings() const { return m_settings; }
    QNetworkAccessManager &network() { return m_network; }
    // Parameters that a model was found not to take are left out from then on.
    QStringList droppedParams(const QString &model) const { return m_dropped.value(model); }
    void rememberDropped(const QString &model, const QString &param) { m_dropped[model].append(param); }
    int nextRecording() { return ++m_recordings; }

private:
    ApiSettings m_settings;
    QNetworkAccessManager m_network;
    QHash<QString, QStringList> m_dropped;
    int m_recordings = 0;
};

} // namespace vitrine
