#include "base/Logging.h"

#include <QTest>

using namespace vitrine;

class TestLogging : public QObject
{
    Q_OBJECT

private slots:
    void hidesCredentials_data();
    void hidesCredentials();
    void leavesTheRest_data();
    void leavesTheRest();
};

void TestLogging::hidesCredentials_data()
{
    QTest::addColumn<QString>("text");
    // The secret is always 5ecret...5ecret.
    QTest::newRow("bearer") << "Authorization: Bearer 5ecret.abc-DEF_1235ecret";
    QTest::newRow("basic") << "authorization: Basic 5ecretdXNlcjpwYXNz5ecret";
    QTest::newRow("bare header") << "Authorization: 5ecret1235ecret";
    QTest::newRow("x-api-key") << "x-api-key: 5ecret1235ecret";
    QTest::newRow("google header") << "X-Goog-Api-Key:5ecret1235ecret";
    QTest::newRow("json header") << R"({"Authorization":"Bearer 5ecret1235ecret","a":1})";
    QTest::newRow("json field") << R"({"api_key": "5ecret1235ecret"})";
    QTest::newRow("environment") << "OPENAI_API_KEY=5ecret1235ecret";
    QTest::newRow("query") << "https://example.org/v1?a=1&key=5ecret1235ecret&b=2";
    QTest::newRow("token in query") << "http://127.0.0.1:1234/?token=5ecret1235ecret";
    QTest::newRow("user in address") << "https://me:5ecret1235ecret@example.org/x";
    QTest::newRow("openai") << "Incorrect key provided: sk-proj-5ecretabcdefghijklmnop5ecret.";
    QTest::newRow("anthropic") << "(sk-ant-api03-5ecretabcdefghijklmnop5ecret)";
    QTest::newRow("google") << "AIzaSy5ecretabcdefghijklmnop5ecret";
    QTest::newRow("several") << "sk-5ecretabcdefghijklmnop5ecret and Authorization: Bearer 5ecret1235ecret";
}

void TestLogging::hidesCredentials()
{
    QFETCH(QString, text);
    const QString result = redacted(text);
    QVERIFY2(!result.contains(QLatin1String("5ecret")), qPrintable(result));
    QVERIFY2(result.contains(QLatin1String("[hidden]")), qPrintable(result));
}

void TestLogging::leavesTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << "The key to authorization is a token of trust.";
    QTest::newRow("long name") << "sketch_of_the_whiteboard_in_room_4.png";
    QTest::newRow("option") << "--skip-git-check and task-management-for-everybody";
    QTest::newRow("address") << "https://example.org/?q=monkey&page=2";
    QTest::newRow("hash") << "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
}

void TestLogging::leavesTheRest()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

QTEST_GUILESS_MAIN(TestLogging)
#include "TestLogging.moc"
