#include "scenes/Scene.h"

#include "MainWindow.h"
#include "PaneHost.h"
#include "images/ImagesPanel.h"
#include "page/ConversationPage.h"
#include "panel/RightPanel.h"
#include "presenter/Words.h"
#include "scenes/MemoryBackend.h"
#include "scenes/SceneConnections.h"
#include "scenes/SceneScript.h"

namespace vitrine {

SceneClock::SceneClock()
    : m_now(QDateTime(QDate::currentDate(), QTime(9, 41)).toUTC())
{
}

QStringList sceneNames()
{
    return {QStringLiteral("empty"),         QStringLiteral("whiteboard-answer"), QStringLiteral("streaming"), QStringLiteral("timeline-open"),
            QStringLiteral("image-lineage"), QStringLiteral("error"),             QStringLiteral("approval"),  QStringLiteral("picture"),
            QStringLiteral("connect"),       QStringLiteral("connect-form"),      QStringLiteral("connect-models")};
}

void prepareScene(const QString &name, MemoryBackend &backend, SceneClock &clock)
{
    addSceneLibrary(backend, clock);
    if (name.startsWith(QLatin1String("connect")))
        return addSceneConnections(backend.connections());
    if (name == QLatin1String("empty"))
        return;
    SceneScript script(backend, clock);
    if (name == QLatin1String("error"))
        script.playFailure();
    else if (name != QLatin1String("streaming") && name != QLatin1String("approval"))
        script.playWhiteboard();
}

void playScene(const QString &name, MemoryBackend &backend, SceneClock &clock, MainWindow &window)
{
    if (name == QLatin1String("empty"))
        return;
    if (name.startsWith(QLatin1String("connect")))
        return playConnectScene(name, window);
    window.openConversation(sceneConversation());
    const auto shownStep = [&window](const QString &tool) {
        QString id;
        for (const Step &step : window.page().presenter().timeline().steps()) {
            if (step.name == tool)
                id = step.id;
        }
        return id;
    };
    // The conversation is there after one turn of the event loop.
    QMetaObject::invokeMethod(
        &window,
        [&backend, &clock, &window, name, shownStep] {
            SceneScript script(backend, clock);
            if (name == QLatin1String("streaming"))
                script.playStreaming();
            else if (name == QLatin1String("approval"))
                script.playApproval();
            else if (name == QLatin1String("timeline-open")) {
                window.panes().setShown(PaneHost::Side::Panel, true);
                window.panel().showStep(shownStep(QStringLiteral("image_detect_text")));
            } else if (name == QLatin1String("image-lineage")) {
                window.panes().setShown(PaneHost::Side::Panel, true);
                window.panel().showPicture(QStringLiteral("img_1.4"));
            } else if (name == QLatin1String("picture")) {
                window.openPicture(QStringLiteral("img_1.3"));
            }
        },
        Qt::QueuedConnection);
}

} // namespace vitrine
