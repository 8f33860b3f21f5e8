#include "tools/Arguments.h"

#include "support/TestPrint.h"

#include <QJsonDocument>
#include <QTest>

using namespace vitrine;

namespace {

using Type = ArgumentSpec::Type;

ArgumentSpec spec(const char *name, Type type, const char *form = "")
{
    ArgumentSpec result;
    result.name = QString::fromLatin1(name);
    result.type = type;
    result.description = QStringLiteral("what it is");
    result.form = QString::fromLatin1(form);
    return result;
}

QList<ArgumentSpec> specs()
{
    ArgumentSpec image = spec("image", Type::Text, "\"img_1\"");
    image.required = true;
    ArgumentSpec box = spec("bbox", Type::Numbers, "[x1,y1,x2,y2]");
    box.count = 4;
    ArgumentSpec axis = spec("axis", Type::Choice);
    axis.choices = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    ArgumentSpec upscale = spec("upscale", Type::NumberOrAuto);
    upscale.minimum = 1;
    upscale.maximum = 8;
    ArgumentSpec degrees = spec("degrees", Type::Number);
    degrees.minimum = -360;
    degrees.maximum = 360;
    ArgumentSpec ops = spec("ops", Type::Objects, "[{\"op\":\"auto\"}]");
    ops.items = {{"type", "object"}};
    return {image, box, axis, upscale, degrees, spec("expand", Type::Flag), ops};
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void whatDoesNotFitIsOneSentence_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << "" << "image_x needs \"image\": a string like \"img_1\".";
        QTest::newRow("null") << R"({"image":null})" << "image_x needs \"image\": a string like \"img_1\".";
        QTest::newRow("an array") << "[1]" << "The arguments of image_x must be one JSON object.";
        QTest::newRow("unknown key") << R"({"image":"a","box":[1]})" << "Unknown argument \"box\"; image_x takes image, bbox, axis, upscale, degrees, expand, ops.";
        QTest::newRow("text as number") << R"({"image":1})" << "\"image\" must be a string like \"img_1\", not 1.";
        QTest::newRow("number as text") << R"({"image":"a","degrees":"90"})" << "\"degrees\" must be a number from -360 to 360, not \"90\".";
        QTest::newRow("out of range") << R"({"image":"a","degrees":361})" << "\"degrees\" must be a number from -360 to 360, not 361.";
        QTest::newRow("too much") << R"({"image":"a","upscale":9})" << "\"upscale\" must be a number from 1 to 8 or \"auto\", not 9.";
        QTest::newRow("other word") << R"({"image":"a","upscale":"big"})" << "\"upscale\" must be a number from 1 to 8 or \"auto\", not \"big\".";
        QTest::newRow("no choice") << R"({"image":"a","axis":"d"})" << "\"axis\" must be \"a\", \"b\" or \"c\", not \"d\".";
        QTest::newRow("flag as text") << R"({"image":"a","expand":"yes"})" << "\"expand\" must be true or false, not \"yes\".";
        QTest::newRow("three numbers") << R"({"image":"a","bbox":[1,2,3]})" << "\"bbox\" must be an array of 4 numbers [x1,y1,x2,y2], not [1,2,3].";
        QTest::newRow("text among numbers") << R"({"image":"a","bbox":[1,2,3,"4"]})" << "\"bbox\" must be an array of 4 numbers [x1,y1,x2,y2], not [1,2,3,\"4\"].";
        QTest::newRow("huge") << R"({"image":"a","bbox":[1,2,3,1e300]})" << "bbox holds 1e+300, which is no place in a picture.";
        QTest::newRow("ops of words") << R"({"image":"a","ops":["auto"]})" << "\"ops\" must be an array of objects like [{\"op\":\"auto\"}], not [\"auto\"].";
        QTest::newRow("no ops") << R"({"image":"a","ops":[]})" << "\"ops\" must be an array of objects like [{\"op\":\"auto\"}], not [].";
    }
    void whatDoesNotFitIsOneSentence()
    {
        QFETCH(QString, json);
        const Result<Arguments> arguments = Arguments::parse(QStringLiteral("image_x"), specs(), json);
        QVERIFY(!arguments);
        QTEST(arguments.error().message, "message");
        QVERIFY(arguments.error().audience == Audience::Model);
    }

    void whatIsNoJsonIsToldWithItsPlace_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("cut") << R"({"image":"img_1")";
        QTest::newRow("words") << "zoom in please";
        QTest::newRow("infinite") << R"({"image":"a","bbox":[1,2,3,1e999]})";
        QTest::newRow("not a number") << R"({"image":"a","bbox":[1,2,3,NaN]})";
    }
    void whatIsNoJsonIsToldWithItsPlace()
    {
        QFETCH(QString, json);
        const Result<Arguments> arguments = Arguments::parse(QStringLiteral("image_x"), specs(), json);
        QVERIFY(!arguments);
        const QString message = arguments.error().message;
        QVERIFY2(message.startsWith(QStringLiteral("The arguments of image_x are not JSON (")), qPrintable(message));
        QVERIFY2(message.contains(QStringLiteral(" at byte ")) && message.endsWith(QStringLiteral("); send one JSON object.")), qPrintable(message));
    }

    void longNonsenseIsCutShort()
    {
        const QString json = QStringLiteral("{\"image\":\"a\",\"axis\":\"%1\"}").arg(QString(5000, u'x'));
        QVERIFY(Arguments::parse(QStringLiteral("image_x"), specs(), json).error().message.size() < 120);
        const QString key = QStringLiteral("{\"image\":\"a\",\"%1\":1}").arg(QString(5000, u'x'));
        QVERIFY(Arguments::parse(QStringLiteral("image_x"), specs(), key).error().message.size() < 160);
    }

    void valuesComeThrough()
    {
        const Result<Arguments> arguments = Arguments::parse(QStringLiteral("image_x"), specs(), QStringLiteral(R"({"image":"img_1","bbox":[1,2.5,3,4],"upscale":"auto","degrees":-3.2,"expand":false,"axis":null})"));
        VERIFY_RESULT(arguments);
        QCOMPARE(arguments->text(QStringLiteral("image")), QStringLiteral("img_1"));
        QCOMPARE(arguments->numbers(QStringLiteral("bbox")), (QList<double>{1, 2.5, 3, 4}));
        QVERIFY(!arguments->number(QStringLiteral("upscale")));
        QCOMPARE(arguments->number(QStringLiteral("degrees")).value(), -3.2);
        QCOMPARE(arguments->flag(QStringLiteral("expand"), true), false);
        QVERIFY(!arguments->has(QStringLiteral("axis")));
    }

    void theSchemaSaysWhatIsChecked()
    {
        const QJsonObject schema = QJsonDocument::fromJson(schemaOf(specs())).object();
        QCOMPARE(schema["type"].toString(), QStringLiteral("object"));
        QCOMPARE(schema["additionalProperties"], QJsonValue(false));
        QCOMPARE(schema["required"].toArray(), QJsonArray{"image"});
        const QJsonObject properties = schema["properties"].toObject();
        QCOMPARE(properties.size(), specs().size());
        QCOMPARE(properties["bbox"], QJsonValue(QJsonObject{{"type", "array"}, {"items", QJsonObject{{"type", "number"}}}, {"minItems", 4}, {"maxItems", 4}, {"description", "what it is"}}));
        QCOMPARE(properties["axis"].toObject()["enum"].toArray(), (QJsonArray{"a", "b", "c"}));
        QCOMPARE(properties["upscale"].toObject()["anyOf"].toArray().size(), 2);
    }

    void numbersAreWrittenAsAPersonWould()
    {
        QCOMPARE(numberText(12), QStringLiteral("12"));
        QCOMPARE(numberText(0.5), QStringLiteral("0.5"));
        QCOMPARE(numberText(-0.00000001), QStringLiteral("0"));
        QCOMPARE(numberText(33.3333, 1), QStringLiteral("33.3"));
        QCOMPARE(listText({120, 40.04, 376.5}, 1), QStringLiteral("[120,40,376.5]"));
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "TestArguments.moc"
