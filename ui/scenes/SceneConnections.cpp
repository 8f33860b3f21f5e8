#include "scenes/SceneConnections.h"

#include "MainWindow.h"
#include "connect/ConnectChoices.h"
#include "connect/ConnectForm.h"
#include "connect/ConnectPage.h"
#include "connect/KeyField.h"
#include "connections/ConnectionPresets.h"
#include "scenes/MemoryConnections.h"

#include <QLineEdit>

namespace vitrine {

namespace {

ModelInfo model(const QString &id, const QString &name, qint64 context, double input, double output, bool reasons)
{
    ModelInfo made;
    made.id = id;
    made.name = name;
    made.contextTokens = context;
    made.prices.input = input;
    made.prices.output = output;
    made.pictures = made.tools = true;
    made.reasons = reasons;
    return made;
}

QList<ModelInfo> openAiModels()
{
    return {model(QStringLiteral("o3"), QStringLiteral("o3"), 200'000, 2, 8, true), model(QStringLiteral("o4-mini"), QStringLiteral("o4-mini"), 200'000, 1.1, 4.4, true),
            model(QStringLiteral("o3-pro"), QStringLiteral("o3-pro"), 200'000, 20, 80, true), model(QStringLiteral("gpt-4.1"), QStringLiteral("GPT-4.1"), 1'047'576, 2, 8, false),
            model(QStringLiteral("gpt-4.1-mini"), QStringLiteral("GPT-4.1 mini"), 1'047'576, 0.4, 1.6, false)};
}

ConnectedModels connected(const QString &preset, const KeyPlace &key, const QList<ModelInfo> &models)
{
    ConnectedModels made{connectionFrom(*presetById(preset)), models, {}};
    made.connection.key = key;
    return made;
}

} // namespace

void addSceneConnections(MemoryConnections &connections)
{
    connections.put(connected(QStringLiteral("openai"), {KeySource::Keyring, {}, {}, QStringLiteral("gnome-keyring-d"), {}}, openAiModels()));
    connections.put(connected(QStringLiteral("anthropic"), {KeySource::File, {}, {}, {}, {}},
                              {model(QStringLiteral("claude-sonnet-4-5"), QStringLiteral("Claude Sonnet 4.5"), 200'000, 3, 15, true),
                               model(QStringLiteral("claude-opus-4-1"), QStringLiteral("Claude Opus 4.1"), 200'000, 15, 75, true)}));
    connections.localServers = {{LocalServer::Kind::Ollama,
                                 QStringLiteral("Ollama 0.12.3"),
                                 QUrl(QStringLiteral("http://127.0.0.1:11434/v1")),
                                 {QStringLiteral("qwen3:8b"), QStringLiteral("gemma3:4b"), QStringLiteral("llava:7b")}}};
    connections.answers.insert(QStringLiteral("openai"), openAiModels());
}

void playConnectScene(const QString &name, MainWindow &window)
{
    ConnectPage &page = window.openConnectPage();
    if (name == QLatin1String("connect"))
        return;
    // Once the list and the keyring have answered.
    QMetaObject::invokeMethod(
        &page,
        [&page, name] {
            emit page.choices().presetChosen(QStringLiteral("openai"));
            page.form().findChild<KeyField *>()->edit().setText(QStringLiteral("not-a-key"));
            if (name == QLatin1String("connect-models"))
                emit page.form().submitted();
        },
        Qt::QueuedConnection);
}

} // namespace vitrine
