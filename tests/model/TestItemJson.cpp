#include "base/Json.h"
#include "model/ItemJson.h"
#include "support/SampleItems.h"
#include "support/TestPrint.h"

using namespace vitrine;

class TestItemJson : public QObject
{
    Q_OBJECT

private slots:
    void storesEveryKindWithoutLoss();
    void storesEmptyBodies();
    void refusesWhatIsIncomplete();
    void ignoresFieldsOfLaterVersions();
    void hasTheKeysOfTheContract_data();
    void hasTheKeysOfTheContract();
    void givesTimesAndNullsAsTheContractSays();
};

static Item itemOf(const ItemBody &body)
{
    const QDateTime start(QDate(2026, 4, 16), QTime(9, 30, 0, 123), Qt::UTC);
    return {7, {QStringLiteral("item")}, {QStringLiteral("conversation")}, {QStringLiteral("turn")}, ItemStatus::Interrupted, Provenance::User, start, start.addMSecs(1), body};
}

// Through the text, as the store does it.
static Result<ItemBody> stored(const ItemBody &body)
{
    const auto json = parseJsonObject(toJson(toStoredJson(body)));
    return json ? bodyFromStoredJson(kindOf(body), *json) : Result<ItemBody>(tl::unexpected(json.error()));
}

void TestItemJson::storesEveryKindWithoutLoss()
{
    QCOMPARE(sampleBodies().size(), qsizetype(std::variant_size_v<ItemBody>));
    for (const ItemBody &body : sampleBodies()) {
        const auto back = stored(body);
        VERIFY_RESULT(back);
        QVERIFY2(*back == body, qPrintable(kindOf(body)));
    }
}

void TestItemJson::storesEmptyBodies()
{
    const QList<ItemBody> bodies{UserMessage{}, AgentMessage{}, Reasoning{}, ToolCall{}, ToolOutput{}, HostedCall{}, ImageStep{}, ApprovalRequest{}, ApprovalDecision{}, Notice{}, TurnEnded{}};
    for (const ItemBody &body : bodies) {
        const auto back = stored(body);
        VERIFY_RESULT(back);
        QVERIFY2(kindOf(*back) == kindOf(body) && (std::holds_alternative<ImageStep>(body) || *back == body), qPrintable(kindOf(body)));
    }
}

void TestItemJson::refusesWhatIsIncomplete()
{
    for (const ItemBody &body : sampleBodies()) {
        const auto empty = bodyFromStoredJson(kindOf(body), {});
        QVERIFY2(!empty, qPrintable(kindOf(body)));
        QCOMPARE(toString(empty.error().kind), QStringLiteral("storage"));
    }
    QVERIFY(!bodyFromStoredJson(QStringLiteral("teleport"), {{"text", "x"}}));
    QVERIFY(!bodyFromStoredJson(QStringLiteral("notice"), {{"level", "purple"}, {"text", "x"}}));
    QVERIFY(!bodyFromStoredJson(QStringLiteral("notice"), {{"level", "info"}, {"text", 5}}));
}

void TestItemJson::ignoresFieldsOfLaterVersions()
{
    QJsonObject json = toStoredJson(Notice{NoticeLevel::Info, QStringLiteral("x")});
    json["mood"] = QJsonArray{1, 2};
    QVERIFY(*bodyFromStoredJson(QStringLiteral("notice"), json) == ItemBody(Notice{NoticeLevel::Info, QStringLiteral("x")}));
}

void TestItemJson::hasTheKeysOfTheContract_data()
{
    QTest::addColumn<QString>("keys");
    QTest::newRow("user_message") << "text attachments";
    QTest::newRow("agent_message") << "text citations unsure";
    QTest::newRow("reasoning") << "text tokens";
    QTest::newRow("tool_call") << "call_id name arguments";
    QTest::newRow("tool_output") << "call_id outcome exit text given_bytes total_bytes artifacts";
    QTest::newRow("hosted_call") << "call_type arguments outcome output artifacts"; // its `type` is taken by "item"
    QTest::newRow("image_step") << "call_id image parent root op params size matrix_to_root corners confidence sha256 path";
    QTest::newRow("approval_request") << "call_id what decision";
    QTest::newRow("approval_decision") << "call_id what decision";
    QTest::newRow("notice") << "level text";
    QTest::newRow("turn_ended") << "outcome";
}

void TestItemJson::hasTheKeysOfTheContract()
{
    QFETCH(QString, keys);
    const QString kind = QString::fromLatin1(QTest::currentDataTag());
    QStringList expected = QStringLiteral("type seq id conversation turn kind status provenance started_at ended_at ").append(keys).split(u' ');
    expected.sort();
    for (const ItemBody &body : sampleBodies()) {
        if (kindOf(body) != kind)
            continue;
        const QJsonObject line = toContractJson(itemOf(body), [](const BlobRef &) { return QStringLiteral("/a/path"); });
        QCOMPARE(line.keys(), expected);
        QCOMPARE(line["type"].toString(), QStringLiteral("item"));
        QCOMPARE(line["kind"].toString(), kind);
        QVERIFY(!toJson(line).contains('\n'));
        return;
    }
    QFAIL("no sample of this kind");
}

void TestItemJson::givesTimesAndNullsAsTheContractSays()
{
    const auto noPath = [](const BlobRef &) { return QString(); };
    const QJsonObject line = toContractJson(itemOf(Reasoning{}), noPath);
    QCOMPARE(line["started_at"].toString(), QStringLiteral("2026-04-16T09:30:00.123Z"));
    QCOMPARE(line["seq"].toInt(), 7);
    QCOMPARE(line["status"].toString(), QStringLiteral("interrupted"));
    QCOMPARE(line["provenance"].toString(), QStringLiteral("user"));
    QVERIFY(line["tokens"].isNull());
    const QJsonObject step = toContractJson(itemOf(ImageStep{}), noPath);
    QVERIFY(step["corners"].isNull());
    QVERIFY(step["confidence"].isNull());
    QCOMPARE(step["matrix_to_root"].toArray().size(), 9);
    QVERIFY(toContractJson(itemOf(ToolOutput{}), noPath)["exit"].isNull());
    QCOMPARE(toJsonObject(Usage{1, {}, 3, {}, {}}), (QJsonObject{{"input", 1}, {"cached", QJsonValue()}, {"output", 3}, {"reasoning", QJsonValue()}, {"total", QJsonValue()}}));
}

QTEST_GUILESS_MAIN(TestItemJson)
#include "TestItemJson.moc"
