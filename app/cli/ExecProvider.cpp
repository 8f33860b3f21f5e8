#include "cli/ExecProvider.h"

#include "connections/ConnectionFile.h"
#include "connections/ConnectionPresets.h"
#include "connections/KeyText.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ExecCommand {
    Q_DECLARE_TR_FUNCTIONS(ExecCommand)
};

Result<ProviderConfig> fromPreset(const ConnectionPreset &preset, EnvironmentKeys &keys)
{
    const Connection connection = connectionFrom(preset);
    ProviderConfig config;
    config.name = preset.id;
    config.api = toString(preset.api);
    config.baseUrl = connection.baseUrl;
    config.defaultModel = preset.defaultModel;
    if (preset.keyVariable.isEmpty())
        return config;
    const Result<QByteArray> key = cleanKey(keys.value(preset.keyVariable));
    if (!key)
        return fail(ErrorKind::Auth, ExecCommand::tr("%1 is not connected: put its key into %2, or connect it with vitrine providers add %3.").arg(preset.title, preset.keyVariable, preset.id));
    config.key = *key;
    return config;
}

} // namespace

Done chooseProvider(ExecOptions &options, const Profile &profile, EnvironmentKeys &keys)
{
    const QString name = options.settings.provider;
    if (options.provider || name == QLatin1String("offline"))
        return {};
    const Result<ConnectionList> saved = ConnectionFile(profile).load();
    if (!saved)
        return tl::unexpected(saved.error());
    if (name.isEmpty()) {
        if (!saved->connections.isEmpty())
            options.settings.provider = saved->connections.first().name;
        return {};
    }
    if (saved->find(name))
        return {};
    const std::optional<ConnectionPreset> preset = presetById(name);
    if (!preset || needsBaseUrl(*preset))
        return noSuchConnection(name);
    const Result<ProviderConfig> config = fromPreset(*preset, keys);
    if (!config)
        return tl::unexpected(config.error());
    options.provider = *config;
    return {};
}

} // namespace vitrine
