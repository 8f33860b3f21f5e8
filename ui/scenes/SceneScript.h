#pragma once

#include "model/Conversation.h"
#include "model/Item.h"

#include <QString>

namespace vitrine {

class MemoryBackend;
class SceneClock;
struct ScenePictures;

// Other conversations, for the sidebar.
void addSceneLibrary(MemoryBackend &backend, SceneClock &clock);
ConversationId sceneConversation();

// Plays the engine: the items of a turn, one after the other.
class SceneScript final
{
public:
    SceneScript(MemoryBackend &backend, SceneClock &clock);

    void playWhiteboard(); // whole
    void playStreaming();  // up to the middle of the answer
    void playFailure();    // the server goes away
    void playApproval();   // waits for an answer

private:
    void begin(const QString &text, const QList<Attachment> &attachments);
    void think(const QString &text, qint64 milliseconds);
    CallId call(const QString &name, const QString &arguments, qint64 milliseconds);
    void show(const CallId &call, ImageStep picture);
    void output(const CallId &call, const QString &text, Outcome outcome = Outcome::Ok);
    void readSteps(const ScenePictures &pictures);
    void end(TurnOutcome outcome, const QString &reason = {}, const QString &kind = {});

    MemoryBackend &m_backend;
    SceneClock &m_clock;
    Turn m_turn;
    int m_calls = 0;
    QDateTime m_callStarted;
};

} // namespace vitrine
