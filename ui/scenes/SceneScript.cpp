#include "scenes/SceneScript.h"

#include "scenes/MemoryBackend.h"
#include "scenes/Scene.h"
#include "scenes/ScenePictures.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SceneScript)
};

constexpr auto boardText = "## Launch plan, week 14\n\n"
                           "1. Import of old files works again\n"
                           "2. Drag and drop until Friday\n"
                           "3. Start in less than 150 ms\n"
                           "4. Ask Mira for the new icons\n\n"
                           "**Review:** Tuesday 10:30, room 204\n\n"
                           "**Budget left:** 3,450 EUR\n\n";

constexpr auto readText = "Text in img_1.3 (1568x1068): language eng, mean confidence 93, 9 lines, layout page. Boxes are px of img_1.3 as sent.\n"
                          "[144,98,842,176] conf 95: Launch plan, week 14\n\n"
                          "[166,284,1052,340] conf 94: 1. Import of old files works again\n"
                          "[164,384,902,440] conf 95: 2. Drag and drop until Friday\n"
                          "[164,484,852,540] conf 94: 3. Start in less than 150 ms\n"
                          "[164,584,912,640] conf 93: 4. Ask Mira for the new icons\n\n"
                          "[144,734,1062,792] conf 91: Review: Tuesday 10:30, room 204\n"
                          "[144,854,762,912] conf 92: Budget left: 3,450 EUR\n\n"
                          "[1216,342,1356,396] conf 90: photo\n"
                          "[1246,594,1348,640] conf 91: text\n";

} // namespace

ConversationId sceneConversation()
{
    return {QStringLiteral("01SCENE0000000000000000000")};
}

void addSceneLibrary(MemoryBackend &backend, SceneClock &clock)
{
    const auto add = [&](const QString &id, const QString &title, qint64 hoursAgo, bool pinned) {
        Conversation conversation;
        conversation.id = {id};
        conversation.title = title;
        conversation.createdAt = conversation.updatedAt = clock.now().addSecs(-3600 * hoursAgo);
        conversation.pinned = pinned;
        backend.add(conversation);
    };
    add(QStringLiteral("A"), Tr::tr("Reading the lab notebook"), 90, true);
    add(QStringLiteral("B"), Tr::tr("Sales of the first quarter"), 2, false);
    add(QStringLiteral("C"), Tr::tr("How many days until the solstice?"), 5, false);
    add(QStringLiteral("D"), Tr::tr("Menu of the station restaurant"), 30, false);
    add(QStringLiteral("E"), Tr::tr("SHA-256 of the release file"), 51, false);
    add(QStringLiteral("F"), Tr::tr("Outliers in the temperature log"), 75, false);
}

SceneScript::SceneScript(MemoryBackend &backend, SceneClock &clock)
    : m_backend(backend)
    , m_clock(clock)
{
    Conversation conversation;
    conversation.id = sceneConversation();
    conversation.title = Tr::tr("What does the whiteboard say?");
    conversation.createdAt = conversation.updatedAt = clock.now();
    bool known = false;
    for (const Conversation &one : backend.library())
        known = known || one.id == conversation.id;
    if (!known)
        backend.add(conversation);
}

void SceneScript::begin(const QString &text, const QList<Attachment> &attachments)
{
    m_turn.id = {QStringLiteral("01TURN00000000000000000000")};
    m_turn.conversation = sceneConversation();
    m_turn.startedAt = m_clock.now();
    m_turn.provider = QStringLiteral("offline");
    for (const Conversation &conversation : m_backend.library()) {
        if (conversation.id == m_turn.conversation)
            m_backend.beginTurn(conversation, m_turn, false);
    }
    m_backend.append(m_turn, UserMessage{text, attachments}, m_clock.now(), m_clock.now(), Provenance::User);
}

void SceneScript::think(const QString &text, qint64 milliseconds)
{
    const QDateTime start = m_clock.now();
    m_clock.advance(milliseconds);
    m_backend.append(m_turn, Reasoning{text, {}, {}}, start, m_clock.now(), Provenance::Provider);
}

CallId SceneScript::call(const QString &name, const QString &arguments, qint64 milliseconds)
{
    const CallId id{QStringLiteral("call_%1").arg(++m_calls)};
    m_callStarted = m_clock.now();
    m_backend.append(m_turn, ToolCall{id, name, arguments, {}}, m_clock.now(), m_clock.now(), Provenance::Provider, {QStringLiteral("01CALL%1").arg(m_calls)});
    m_clock.advance(milliseconds);
    return id;
}

void SceneScript::show(const CallId &call, ImageStep picture)
{
    picture.callId = call;
    m_backend.append(m_turn, picture, m_clock.now(), m_clock.now());
}

void SceneScript::output(const CallId &call, const QString &text, Outcome outcome)
{
    ToolOutput body;
    body.callId = call;
    body.outcome = outcome;
    body.text = text;
    body.givenBytes = body.totalBytes = text.toUtf8().size();
    m_backend.append(m_turn, body, m_callStarted, m_clock.now());
}

void SceneScript::readSteps(const ScenePictures &pictures)
{
    begin(Tr::tr("What does it say?"), {pictures.photo});
    m_clock.advance(40);
    CallId id = call(QStringLiteral("image_info"), QStringLiteral(R"({"image":"img_1"})"), 160);
    output(id, QStringLiteral("size: 1420x1900\nestimated rotation: 90\nsharpness: good"));
    think(Tr::tr("The text runs from bottom to top, so I turn the picture first."), 60);
    id = call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","auto":true})"), 620);
    show(id, pictures.turned);
    output(id, QStringLiteral("img_1.1: 1900x1420 (rotation by 90 deg of img_1, lossless, found by osd). In img_1: corners [0,1900,0,0,1420,0,1420,1900]."));
    think(Tr::tr("I see the frame of a board seen from the side. I straighten it along its outline."), 50);
    id = call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_1.1","auto":true})"), 410);
    show(id, pictures.straightened);
    output(id, QStringLiteral("img_1.2: 1568x1068 (perspective [205,165,1735,95,1665,1275,255,1215] of img_1.1, outline score 0.94)."));
    id = call(QStringLiteral("image_enhance"), QStringLiteral(R"({"image":"img_1.2","ops":[{"op":"flatten"},{"op":"clahe"}]})"), 300);
    show(id, pictures.enhanced);
    output(id, QStringLiteral("img_1.3: 1568x1068 (enhance flatten, clahe of img_1.2)."));
    id = call(QStringLiteral("image_detect_text"), QStringLiteral(R"({"image":"img_1.3"})"), 1150);
    output(id, QString::fromUtf8(readText));
    think(Tr::tr("The last two lines were read with less certainty. I look at them enlarged."), 40);
    id = call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_1.3","bbox":[110,690,1110,950]})"), 180);
    show(id, pictures.zoomed);
    output(id, QStringLiteral("img_1.4: 1000x260 (crop [110,690,1110,950] of img_1.3, x1.00)."));
}

void SceneScript::playWhiteboard()
{
    readSteps(drawScenePictures(m_backend.store()));
    const QDateTime start = m_clock.now();
    m_clock.advance(350);
    AgentMessage answer;
    answer.text = QString::fromUtf8(boardText) + Tr::tr("Beside the list two boxes are joined by an arrow: *photo* → *text*.");
    m_backend.append(m_turn, answer, start, m_clock.now(), Provenance::Provider);
    end(TurnOutcome::Completed);
}

void SceneScript::playStreaming()
{
    readSteps(drawScenePictures(m_backend.store()));
    Draft draft;
    draft.id = {QStringLiteral("01DRAFT")};
    draft.conversation = m_turn.conversation;
    draft.turn = m_turn.id;
    draft.kind = Draft::Kind::Message;
    draft.startedAt = m_clock.now();
    m_clock.advance(200);
    draft.text = QString::fromUtf8(boardText).left(110);
    emit m_backend.draftChanged(draft);
}

void SceneScript::playFailure()
{
    const ScenePictures pictures = drawScenePictures(m_backend.store());
    begin(Tr::tr("What does it say?"), {pictures.photo});
    m_clock.advance(40);
    CallId id = call(QStringLiteral("image_info"), QStringLiteral(R"({"image":"img_1"})"), 160);
    output(id, QStringLiteral("size: 1420x1900\nestimated rotation: 90"));
    id = call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_1","auto":true})"), 380);
    output(id, QStringLiteral("No page outline found (best score 0.18). Give corners as [x1,y1,..,x4,y4] or use image_zoom."), Outcome::Error);
    end(TurnOutcome::Failed, Tr::tr("The assistant closed the connection in the middle of its answer. Try again."), QStringLiteral("network"));
}

void SceneScript::playApproval()
{
    begin(Tr::tr("Run the tests of this project."), {});
    think(Tr::tr("I run the test suite first to see what fails."), 300);
    const CallId id = call(QStringLiteral("shell"), QStringLiteral(R"({"command":"ctest --preset dev --output-on-failure"})"), 20);
    m_backend.append(m_turn, ApprovalRequest{id, QStringLiteral("ctest --preset dev --output-on-failure \u202E && rm -r build")}, m_clock.now(), m_clock.now());
}

void SceneScript::end(TurnOutcome outcome, const QString &reason, const QString &kind)
{
    TurnEnded ended;
    ended.outcome = outcome;
    ended.reason = reason;
    ended.errorKind = kind;
    ended.retryable = outcome == TurnOutcome::Failed;
    m_backend.append(m_turn, ended, m_clock.now(), m_clock.now());
    m_backend.endTurn(m_turn);
}

} // namespace vitrine
