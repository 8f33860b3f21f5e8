#pragma once

#include "base/Clock.h"

#include <QString>
#include <QStringList>

namespace vitrine {

class MainWindow;
class MemoryBackend;

// Time that stands still, so that two pictures of one scene are alike.
class SceneClock final : public Clock
{
public:
    SceneClock();
    QDateTime now() const override { return m_now; }
    qint64 monotonicMs() const override { return 0; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

private:
    QDateTime m_now;
};

QStringList sceneNames();
// Fills the backend before the window is made.
void prepareScene(const QString &name, MemoryBackend &backend, SceneClock &clock);
// Plays what is live and opens what the scene shows, once the window is there.
void playScene(const QString &name, MemoryBackend &backend, SceneClock &clock, MainWindow &window);

} // namespace vitrine
