#include "base/Json.h"
#include "support/TestPrint.h"

using namespace vitrine;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void writesOneLine();
    void saysWhereItStops();
    void wantsAnObject();
};

void TestJson::writesOneLine()
{
    const QByteArray line = toJson(QJsonObject{{"text", "a\nb\u2028\"c\""}, {"list", QJsonArray{1, QJsonValue()}}});
    QVERIFY(!line.contains('\n'));
    QCOMPARE(parseJsonObject(line)->value(u"text").toString(), QStringLiteral("a\nb\u2028\"c\""));
    QCOMPARE(toJson(QJsonArray{1, true}), QByteArray("[1,true]"));
}

void TestJson::saysWhereItStops()
{
    const auto broken = parseJsonObject(R"({"a": 1, "b": })");
    QVERIFY(!broken);
    QCOMPARE(toString(broken.error().kind), QStringLiteral("invalid_request"));
    QVERIFY2(broken.error().message.contains(QLatin1String("at byte 1")), qPrintable(broken.error().message));
    for (const QByteArray &text : {QByteArray(), QByteArray("{"), QByteArray("{} {}"), QByteArray("\xff\xfe{}"), QByteArray("[").repeated(100000)})
        QVERIFY(!parseJsonObject(text));
}

void TestJson::wantsAnObject()
{
    for (const char *text : {"[]", "[{}]"}) {
        const auto value = parseJsonObject(text);
        QVERIFY(!value);
        QVERIFY(value.error().message.contains(QLatin1String("object")));
    }
    VERIFY_RESULT(parseJsonObject(" {} \n"));
}

QTEST_GUILESS_MAIN(TestJson)
#include "TestJson.moc"
