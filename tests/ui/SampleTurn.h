#pragma once

#include "model/ConversationTree.h"
#include "model/Item.h"

namespace vitrine {

// The items of a short turn about a picture, as the engine appends them.
class SampleTurn
{
public:
    SampleTurn()
    {
        turn.id = {QStringLiteral("T1")};
        turn.conversation = {QStringLiteral("C1")};
        turn.startedAt = at(0);
        turn.provider = QStringLiteral("offline");
    }

    static QDateTime at(qint64 milliseconds) { return QDateTime(QDate(2026, 4, 16), QTime(9, 30), Qt::UTC).addMSecs(milliseconds); }

    ItemPtr item(ItemBody body, qint64 start, qint64 end, const QString &id = {}, Provenance provenance = Provenance::Local)
    {
        auto made = std::make_shared<Item>();
        made->seq = ++m_seq;
        made->id = {id.isEmpty() ? QStringLiteral("I%1").arg(m_seq) : id};
        made->conversation = turn.conversation;
        made->turn = turn.id;
        made->provenance = provenance;
        made->startedAt = at(start);
        made->endedAt = at(end);
        made->body = std::move(body);
        return made;
    }

    static Attachment photo()
    {
        return {QStringLiteral("board.jpg"), {QStringLiteral("aa"), 1234, QStringLiteral("image/jpeg")}, QStringLiteral("img_1"), QSize(200, 300), {}, {}};
    }

    // A question with a picture, a thought, a rotation, a reading, an answer in two pieces, the end.
    QList<ItemPtr> whole()
    {
        ImageStep step;
        step.callId = {QStringLiteral("call_1")};
        step.image = QStringLiteral("img_1.1");
        step.parent = step.root = QStringLiteral("img_1");
        step.op = QStringLiteral("rotate");
        step.params = R"({"degrees":90})";
        step.size = QSize(300, 200);
        step.matrixToRoot = {0, 1, 0, -1, 0, 300, 0, 0, 1};
        step.blob = {QStringLiteral("bb"), 999, QStringLiteral("image/png")};
        ToolOutput rotated;
        rotated.callId = step.callId;
        rotated.text = QStringLiteral("img_1.1: 300x200 (rotation by 90 deg of img_1, lossless).");
        ToolOutput read;
        read.callId = {QStringLiteral("call_2")};
        read.text = QStringLiteral("Text in img_1.1 (300x200): language eng, mean confidence 91, 2 lines, layout page.\n[1,1,9,9] conf 93: Hello\n[1,9,9,19] conf 90: World");
        TurnEnded ended;
        ended.usage.total = 1234;
        return {item(UserMessage{QStringLiteral("What does it say?"), {photo()}}, 0, 0, QStringLiteral("Q"), Provenance::User),
                item(Reasoning{QStringLiteral("It lies on its side."), {}, {}}, 10, 100, QStringLiteral("R1"), Provenance::Provider),
                item(ToolCall{step.callId, QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","auto":true})"), {}}, 100, 100, QStringLiteral("K1"), Provenance::Provider),
                item(step, 500, 500),
                item(rotated, 100, 500),
                item(ToolCall{read.callId, QStringLiteral("image_detect_text"), QStringLiteral(R"({"image":"img_1.1"})"), {}}, 500, 500, QStringLiteral("K2"), Provenance::Provider),
                item(read, 500, 1500),
                item(AgentMessage{QStringLiteral("Hello 😀"), false, {}, {}, {}}, 1500, 1600, QStringLiteral("A1"), Provenance::Provider),
                item(AgentMessage{QStringLiteral("World"), false, {}, {{0, 5}}, {}}, 1600, 1700, QStringLiteral("A2"), Provenance::Provider),
                item(ended, 1700, 1700)};
    }

    Turn turn;

private:
    qint64 m_seq = 0;
};

} // namespace vitrine
