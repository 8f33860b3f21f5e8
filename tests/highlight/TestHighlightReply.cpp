#include "highlight/HighlightReply.h"
#include "support/TestPrint.h"

using namespace vitrine;

class TestHighlightReply : public QObject
{
    Q_OBJECT

private slots:
    void readsHello();
    void refusesOtherHellos_data();
    void refusesOtherHellos();
    void readsRuns();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();
};

void TestHighlightReply::readsHello()
{
    const auto hello = parseHello(R"({"protocol":1,"engine":"x","styles":["Normal","Keyword"],"languages":["C++"]})");
    VERIFY_RESULT(hello);
    QCOMPARE(hello->styles, (QStringList{"Normal", "Keyword"}));
    QCOMPARE(hello->languages, QStringList{"C++"});
}

void TestHighlightReply::refusesOtherHellos_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("Segmentation fault");
    QTest::newRow("newer") << QByteArray(R"({"protocol":2,"styles":["Normal"]})");
    QTest::newRow("text as number") << QByteArray(R"({"protocol":"1","styles":["Normal"]})");
    QTest::newRow("no styles") << QByteArray(R"({"protocol":1})");
    QTest::newRow("a style that is no name") << QByteArray(R"({"protocol":1,"styles":["Normal",5]})");
    QTest::newRow("too many styles") << QByteArray(R"({"protocol":1,"styles":[)" + QByteArray("\"x\",").repeated(64) + "\"x\"]}");
    QTest::newRow("a name without end") << QByteArray(R"({"protocol":1,"styles":[")" + QByteArray(1000, 'x') + "\"]}");
}

void TestHighlightReply::refusesOtherHellos()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseHello(line));
}

void TestHighlightReply::readsRuns()
{
    const auto answer = parseAnswer(R"({"id":7,"runs":[[0,3,1],[3,2,4],[9,1,0]]})", 7, 10, 5);
    VERIFY_RESULT(answer);
    QCOMPARE(answer->runs.size(), 3);
    QCOMPARE(answer->runs[1].start, 3);
    QCOMPARE(answer->runs[1].length, 2);
    QCOMPARE(answer->runs[1].style, 4);
    QVERIFY(parseAnswer(R"({"id":7,"again":true})", 7, 10, 5)->again);
    QVERIFY(parseAnswer(R"({"id":7,"runs":[]})", 7, 0, 5)->runs.isEmpty());
}

void TestHighlightReply::refusesOtherAnswers_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto runs = [](const char *list) { return QByteArray(R"({"id":7,"runs":)") + list + '}'; };
    QTest::newRow("no JSON") << QByteArray("[[0,1,1]]");
    QTest::newRow("another request") << QByteArray(R"({"id":6,"runs":[]})");
    QTest::newRow("no id") << QByteArray(R"({"runs":[]})");
    QTest::newRow("no runs") << QByteArray(R"({"id":7})");
    QTest::newRow("runs are text") << runs("\"<b>\"");
    QTest::newRow("a run is a number") << runs("[1]");
    QTest::newRow("two numbers") << runs("[[0,1]]");
    QTest::newRow("four numbers") << runs("[[0,1,1,1]]");
    QTest::newRow("negative start") << runs("[[-1,1,1]]");
    QTest::newRow("negative length") << runs("[[5,-1,1]]");
    QTest::newRow("no length") << runs("[[5,0,1]]");
    QTest::newRow("behind the end") << runs("[[8,3,1]]");
    QTest::newRow("starts behind the end") << runs("[[11,1,1]]");
    QTest::newRow("overflow") << runs("[[5,9223372036854775807,1]]");
    QTest::newRow("out of order") << runs("[[5,1,1],[0,1,1]]");
    QTest::newRow("overlap") << runs("[[0,3,1],[2,1,1]]");
    QTest::newRow("unknown style") << runs("[[0,1,5]]");
    QTest::newRow("negative style") << runs("[[0,1,-1]]");
    QTest::newRow("half a number") << runs("[[0.5,1,1]]");
    QTest::newRow("text") << runs("[[\"0\",1,1]]");
}

void TestHighlightReply::refusesOtherAnswers()
{
    QFETCH(QByteArray, line);
    const auto answer = parseAnswer(line, 7, 10, 5);
    QVERIFY(!answer);
    QCOMPARE(toString(answer.error().kind), QStringLiteral("protocol"));
}

QTEST_GUILESS_MAIN(TestHighlightReply)
#include "TestHighlightReply.moc"
