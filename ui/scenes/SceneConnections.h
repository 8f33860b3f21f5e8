#pragma once

#include <QString>

namespace vitrine {

class MainWindow;
class MemoryConnections;

// Two connections, one local server that is not connected yet, and an OpenAI that answers.
void addSceneConnections(MemoryConnections &connections);
// "connect", "connect-form", "connect-models": the page at its three steps.
void playConnectScene(const QString &name, MainWindow &window);

} // namespace vitrine
