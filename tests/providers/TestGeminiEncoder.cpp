#include "providers/gemini/GeminiEncoder.h"

#include "providers/gemini/GeminiCodec.h"
#include "providers/gemini/GeminiModels.h"
#include "providers/gemini/GeminiParts.h"
#include "support/Quoted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vitrine;

namespace {

const QString second = QStringLiteral("gemini-2.5-flash");
const QString third = QStringLiteral("gemini-3-pro-preview");

ModelRequest asking(const QList<PromptItem> &input, const QString &model = third)
{
    ModelRequest request;
    request.model = model;
    request.input = input;
    return request;
}

QJsonObject encoded(const ModelRequest &request, const ApiDialect &dialect = {})
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(encodeGeminiRequest(request, dialect), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

// "user:text model:functionCall,functionCall user:functionResponse": the shape of the contents.
QString shapeOf(const QJsonObject &body)
{
    QStringList shape;
    const QJsonArray contents = body[QLatin1String("contents")].toArray();
    for (const QJsonValue &content : contents) {
        QStringList kinds;
        const QJsonArray parts = content[QLatin1String("parts")].toArray();
        for (const QJsonValue &part : parts) {
            for (const char *kind : {"text", "inlineData", "functionCall", "functionResponse"}) {
                if (!part[QLatin1String(kind)].isUndefined())
                    kinds.append(QLatin1String(kind));
            }
        }
        shape.append(content[QLatin1String("role")].toString() + QLatin1Char(':') + kinds.join(QLatin1Char(',')));
    }
    return shape.join(QLatin1Char(' '));
}

QJsonValue partAt(const QJsonObject &body, int content, int part)
{
    return body[QLatin1String("contents")][content][QLatin1String("parts")][part];
}

PromptProviderItem provided(const QList<QByteArray> &parts, const QString &callId = {})
{
    return {gemini::toBytes({callId, parts})};
}

PromptToolOutput result(const char *callId, const QString &text)
{
    return {CallId{QString::fromLatin1(callId)}, {text}};
}

const PromptUserMessage question{{QStringLiteral("What does it say?")}};
const PromptPicture picture{"PNG", QStringLiteral("image/png"), {}};

} // namespace

class TestGeminiEncoder : public QObject
{
    Q_OBJECT

private slots:
    void wholeRequest()
    {
        ModelRequest request = asking({PromptUserMessage{{QStringLiteral("Look"), picture}}});
        request.instructions = QStringLiteral("Be exact.");
        request.effort = QStringLiteral("high");
        request.maxOutputTokens = 500;
        request.hostedTools = QStringList{QStringLiteral("web_search"), QStringLiteral("code_interpreter"), QStringLiteral("url_context"), QStringLiteral("file_search")};
        request.tools = {{QStringLiteral("zoom"), QStringLiteral("Zooms."), "{\"type\":\"object\",\"additionalProperties\":false}"}};
        const QByteArray expected = quoted(
            "{'contents':[{'role':'user','parts':[{'text':'Look'},{'inlineData':{'data':'UE5H','mimeType':'image/png'}}]}],"
            "'tools':[{'functionDeclarations':[{'description':'Zooms.','name':'zoom','parametersJsonSchema':{'type':'object','additionalProperties':false}}]},"
            "{'googleSearch':{}},{'codeExecution':{}},{'urlContext':{}}],"
            "'generationConfig':{'maxOutputTokens':500,'thinkingConfig':{'includeThoughts':true,'thinkingLevel':'high'}},"
            "'systemInstruction':{'parts':[{'text':'Be exact.'}]},'toolConfig':{'includeServerSideToolInvocations':true}}");
        QCOMPARE(encodeGeminiRequest(request, {}), expected);
    }

    void partsGoBackByteForByteAndInOneContent()
    {
        const QByteArray thought = quoted("{ 'thought':true,'text':'Hm','z':1.50 }");
        const QByteArray call = quoted("{'functionCall':{'name':'f','args':{'b': 1.0}},'thoughtSignature':'s\\/'}");
        const QByteArray again = quoted("{'functionCall':{'name':'f','args':{},'id':'api'}}");
        const QByteArray empty = quoted("{'text':'','thoughtSignature':'t'}");
        const QByteArray body = encodeGeminiRequest(asking({question, provided({thought}), provided({call}, QStringLiteral("call_1")),
                                                            provided({again, quoted("{'text':''}"), empty}, QStringLiteral("api")), result("call_1", QStringLiteral("a")),
                                                            result("api", QStringLiteral("b"))}), {});
        QVERIFY2(body.contains("\"role\":\"model\",\"parts\":[" + thought + ',' + call + ',' + again + ',' + empty + "]}"), body.constData());
        QVERIFY(body.contains(quoted("'parts':[{'functionResponse':{'name':'f','response':{'output':'a'}}},"
                                     "{'functionResponse':{'id':'api','name':'f','response':{'output':'b'}}}]}")));
    }

    void resultsComeInTheOrderOfTheirCalls()
    {
        // Without ids the order is all there is to tell them apart.
        const QByteArray call = quoted("{'functionCall':{'name':'f','args':{}},'thoughtSignature':'s'}");
        const QJsonObject body = encoded(asking({question, provided({call}, QStringLiteral("one")), provided({call}, QStringLiteral("two")), result("two", QStringLiteral("2")),
                                                 result("one", QStringLiteral("1")), question}));
        QCOMPARE(shapeOf(body), QStringLiteral("user:text model:functionCall,functionCall user:functionResponse,functionResponse,text"));
        QCOMPARE(partAt(body, 2, 0)[QLatin1String("functionResponse")][QLatin1String("response")][QLatin1String("output")].toString(), QStringLiteral("1"));
    }

    void rolesTakeTurns()
    {
        const PromptToolCall call{CallId{QStringLiteral("c")}, QStringLiteral("f"), QStringLiteral("{\"a\":1}")};
        const QJsonObject body = encoded(asking({question, question, PromptAgentMessage{QStringLiteral("Hm")}, PromptAgentMessage{{}}, call, result("c", QStringLiteral("x")),
                                                 PromptAgentMessage{QStringLiteral("So")}}));
        QCOMPARE(shapeOf(body), QStringLiteral("user:text,text model:text,functionCall user:functionResponse model:text"));
        QCOMPARE(partAt(body, 1, 1)[QLatin1String("functionCall")].toObject(),
                 QJsonDocument::fromJson(quoted("{'name':'f','args':{'a':1}}")).object()); // no id that Gemini did not give
    }

    void callsOfOthersCarryThePlaceholder()
    {
        const PromptToolCall foreign{CallId{QStringLiteral("a")}, QStringLiteral("f"), QStringLiteral("free text")};
        const PromptToolCall more{CallId{QStringLiteral("b")}, QStringLiteral("g"), {}};
        const QList<PromptItem> input = {question, foreign, more, result("a", {}), result("b", {}), provided({quoted("{'functionCall':{'name':'h','args':{}},'thoughtSignature':''}")}, QStringLiteral("c")),
                                         result("c", {})};
        const QJsonObject body = encoded(asking(input));
        const QString placeholder = QStringLiteral("skip_thought_signature_validator");
        QCOMPARE(partAt(body, 1, 0)[QLatin1String("thoughtSignature")].toString(), placeholder);
        QVERIFY(partAt(body, 1, 1)[QLatin1String("thoughtSignature")].isUndefined()); // only the first of a step
        QCOMPARE(partAt(body, 3, 0)[QLatin1String("thoughtSignature")].toString(), placeholder);
        QCOMPARE(partAt(body, 1, 0)[QLatin1String("functionCall")][QLatin1String("args")][QLatin1String("input")].toString(), QStringLiteral("free text"));
        // Gemini 2 knows nothing of it.
        QVERIFY(!encodeGeminiRequest(asking(input, second), {}).contains("skip_thought"));
    }

    void picturesOfATool()
    {
        const QList<PromptItem> input = {question,
                                         PromptToolCall{CallId{QStringLiteral("a")}, QStringLiteral("zoom"), {}},
                                         PromptToolCall{CallId{QStringLiteral("b")}, QStringLiteral("zoom"), {}},
                                         PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("done"), QStringLiteral("img_2"), picture}},
                                         result("b", QStringLiteral("no"))};
        const QJsonObject nested = encoded(asking(input));
        QCOMPARE(shapeOf(nested), QStringLiteral("user:text model:functionCall,functionCall user:functionResponse,functionResponse"));
        const QJsonValue response = partAt(nested, 2, 0)[QLatin1String("functionResponse")];
        QCOMPARE(response[QLatin1String("response")][QLatin1String("output")].toString(), QStringLiteral("done\nimg_2"));
        QCOMPARE(response[QLatin1String("parts")][0][QLatin1String("inlineData")][QLatin1String("data")].toString(), QStringLiteral("UE5H"));
        const QJsonObject beside = encoded(asking(input, second));
        QCOMPARE(shapeOf(beside), QStringLiteral("user:text model:functionCall,functionCall user:functionResponse,functionResponse,text,inlineData"));
    }

    void whatDoesNotBelongIsLeftOut()
    {
        const QJsonObject body = encoded(asking({question, PromptProviderItem{quoted("{'type':'function_call','call_id':'c','name':'f','arguments':'{}'}")},
                                                 PromptProviderItem{"no json"}, provided({"3", quoted("{'text':'mine'}")}), result("c", QStringLiteral("orphan"))}));
        QCOMPARE(shapeOf(body), QStringLiteral("user:text model:text"));
    }

    void thinking_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("effort");
        QTest::addColumn<QByteArray>("config");
        const auto row = [](const char *model, const char *effort, const char *config) {
            QTest::addRow("%s %s", model, effort) << QString::fromLatin1(model) << QString::fromLatin1(effort) << quoted(config);
        };
        row("gemini-2.5-pro", "", "{'includeThoughts':true}");
        row("gemini-2.5-pro", "none", "{'includeThoughts':true,'thinkingBudget':128}");
        row("gemini-2.5-pro", "max", "{'includeThoughts':true,'thinkingBudget':32768}");
        row("models/gemini-2.5-flash", "none", "{'thinkingBudget':0}");
        row("gemini-2.5-flash", "medium", "{'includeThoughts':true,'thinkingBudget':8192}");
        row("gemini-2.5-flash", "xhigh", "{'includeThoughts':true,'thinkingBudget':24576}");
        row("gemini-2.5-flash-lite", "", "{}");
        row("gemini-2.5-flash-lite", "low", "{'includeThoughts':true,'thinkingBudget':1024}");
        row("gemini-2.5-flash-image", "high", "{}");
        row("gemini-2.0-flash", "high", "{}");
        row("gemini-3-pro-preview", "medium", "{'includeThoughts':true,'thinkingLevel':'high'}");
        row("gemini-3.1-pro-preview", "medium", "{'includeThoughts':true,'thinkingLevel':'medium'}");
        row("gemini-3.1-pro-preview", "minimal", "{'includeThoughts':true,'thinkingLevel':'low'}");
        row("gemini-3-flash-preview", "none", "{'includeThoughts':true,'thinkingLevel':'minimal'}");
        row("gemini-3.7-flash", "none", "{'includeThoughts':true,'thinkingLevel':'low'}");
        row("gemini-flash-latest", "low", "{'includeThoughts':true,'thinkingLevel':'low'}");
        row("gemini-3-pro-image-preview", "high", "{'includeThoughts':true}");
        row("tunedModels/mine", "high", "{}");
    }
    void thinking()
    {
        QFETCH(QString, model);
        QFETCH(QString, effort);
        QFETCH(QByteArray, config);
        ModelRequest request = asking({question}, model);
        request.effort = effort;
        const QJsonObject sent = encoded(request)[QLatin1String("generationConfig")][QLatin1String("thinkingConfig")].toObject();
        QCOMPARE(QJsonDocument(sent).toJson(QJsonDocument::Compact), config);
        request.reasoningSummary = false;
        QVERIFY(!encodeGeminiRequest(request, {}).contains("includeThoughts"));
    }

    void toolsThatTheModelCannotTake()
    {
        ModelRequest request = asking({question}, second);
        request.hostedTools = QStringList{QStringLiteral("web_search")};
        QCOMPARE(encoded(request)[QLatin1String("tools")].toArray().size(), 1);
        // Before Gemini 3 they exclude each other.
        request.tools = {{QStringLiteral("f"), {}, "not json"}};
        const QJsonObject body = encoded(request);
        QCOMPARE(body[QLatin1String("tools")].toArray().size(), 1);
        QCOMPARE(body[QLatin1String("tools")][0][QLatin1String("functionDeclarations")][0][QLatin1String("parametersJsonSchema")][QLatin1String("type")].toString(), QStringLiteral("object"));
        QVERIFY(!body.contains(QLatin1String("toolConfig")));

        request.model = QStringLiteral("gemini-2.5-flash-image");
        const QJsonObject painter = encoded(request);
        QVERIFY(!painter.contains(QLatin1String("tools")));
        QCOMPARE(painter[QLatin1String("generationConfig")][QLatin1String("responseModalities")].toArray().size(), 2);
    }

    void aModelWithoutInstructionsReadsThemFirst()
    {
        ModelRequest request = asking({question}, QStringLiteral("gemma-3-27b-it"));
        request.instructions = QStringLiteral("Be exact.");
        const QJsonObject body = encoded(request);
        QVERIFY(!body.contains(QLatin1String("systemInstruction")));
        QCOMPARE(partAt(body, 0, 0)[QLatin1String("text")].toString(), QStringLiteral("Be exact."));
        QCOMPARE(shapeOf(body), QStringLiteral("user:text,text"));
    }

    void droppedParams()
    {
        ModelRequest request = asking({question});
        request.effort = QStringLiteral("low");
        request.instructions = QStringLiteral("Be exact.");
        const ApiDialect dropped{false, {QStringLiteral("generationConfig.thinkingConfig.thinkingLevel")}};
        QCOMPARE(encoded(request, dropped)[QLatin1String("generationConfig")][QLatin1String("thinkingConfig")].toObject().keys(), QStringList{QStringLiteral("includeThoughts")});
        QVERIFY(canDropGeminiParam(request, {}, QStringLiteral("generationConfig.thinkingConfig.thinkingLevel")));
        QVERIFY(!canDropGeminiParam(request, dropped, QStringLiteral("generationConfig.thinkingConfig.thinkingLevel")));
        QVERIFY(!canDropGeminiParam(request, {}, QStringLiteral("systemInstruction")));
        QVERIFY(!canDropGeminiParam(request, {}, QStringLiteral("contents")));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("address");
        const QString host = QStringLiteral("https://generativelanguage.googleapis.com");
        const QString usual = host + QStringLiteral("/v1beta/models/m:streamGenerateContent?alt=sse");
        QTest::newRow("bare") << host << QStringLiteral("m") << usual;
        QTest::newRow("slash") << host + QStringLiteral("/") << QStringLiteral("m") << usual;
        QTest::newRow("version") << host + QStringLiteral("/v1beta") << QStringLiteral("m") << usual;
        QTest::newRow("version and slash") << host + QStringLiteral("/v1beta/") << QStringLiteral("models/m") << usual;
        QTest::newRow("v1") << host + QStringLiteral("/v1") << QStringLiteral("m") << host + QStringLiteral("/v1/models/m:streamGenerateContent?alt=sse");
        QTest::newRow("tuned") << host << QStringLiteral("tunedModels/x") << host + QStringLiteral("/v1beta/tunedModels/x:streamGenerateContent?alt=sse");
        QTest::newRow("gateway") << QStringLiteral("http://gate/v1/team/google?key=k") << QStringLiteral("m")
                                 << QStringLiteral("http://gate/v1/team/google/v1beta/models/m:streamGenerateContent?key=k&alt=sse");
        QTest::newRow("vertex") << QStringLiteral("https://aiplatform.googleapis.com/v1/publishers/google") << QStringLiteral("m")
                                << QStringLiteral("https://aiplatform.googleapis.com/v1/publishers/google/models/m:streamGenerateContent?alt=sse");
    }
    void addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, model);
        QFETCH(QString, address);
        QCOMPARE(GeminiCodec().endpoint(QUrl(base), asking({}, model)).toString(), address);
    }

    void mayThink()
    {
        QVERIFY(GeminiCodec().mayThink(asking({}, third)));
        QVERIFY(GeminiCodec().mayThink(asking({}, QStringLiteral("something-new"))));
        QVERIFY(!GeminiCodec().mayThink(asking({}, QStringLiteral("gemini-2.0-flash"))));
    }
};

QTEST_GUILESS_MAIN(TestGeminiEncoder)
#include "TestGeminiEncoder.moc"
