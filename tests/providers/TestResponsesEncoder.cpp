#include "providers/openai/ResponsesEncoder.h"

#include "providers/openai/ReasoningModels.h"
#include "support/Quoted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vitrine;

namespace {

ModelRequest asking(const QList<PromptItem> &input, const QString &model = QStringLiteral("o4-mini"))
{
    ModelRequest request;
    request.model = model;
    request.input = input;
    return request;
}

QJsonObject encoded(const ModelRequest &request, const ApiDialect &dialect = {})
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(encodeResponsesRequest(request, dialect), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

QStringList typesOf(const QJsonObject &body)
{
    QStringList types;
    const QJsonArray input = body[QLatin1String("input")].toArray();
    for (const QJsonValue &item : input)
        types.append(item[QLatin1String("type")].toString() + QLatin1Char(item[QLatin1String("id")].isString() ? '#' : ' '));
    return types;
}

PromptProviderItem provided(const char *json)
{
    return {quoted(json)};
}

const PromptUserMessage question{{QStringLiteral("What does it say?")}};

} // namespace

class TestResponsesEncoder : public QObject
{
    Q_OBJECT

private slots:
    void wholeRequest()
    {
        ModelRequest request = asking({PromptUserMessage{{QStringLiteral("Look"), PromptPicture{"PNG", QStringLiteral("image/png"), QStringLiteral("high")}}}});
        request.instructions = QStringLiteral("Be exact.");
        request.effort = QStringLiteral("high");
        request.tools = {{QStringLiteral("image_zoom"), QStringLiteral("Zooms."), "{\"type\":\"object\"}"}};
        const QByteArray expected = quoted(
            "{'include':['reasoning.encrypted_content'],'instructions':'Be exact.','model':'o4-mini','parallel_tool_calls':true,"
            "'reasoning':{'effort':'high','summary':'auto'},'store':false,'stream':true,"
            "'input':[{'content':[{'text':'Look','type':'input_text'},{'detail':'high','image_url':'data:image/png;base64,UE5H','type':'input_image'}],"
            "'role':'user','type':'message'}],"
            "'tools':[{'description':'Zooms.','name':'image_zoom','strict':false,'type':'function','parameters':{'type':'object'}}]}");
        QCOMPARE(encodeResponsesRequest(request, {}), expected);
    }

    void onlyOpenAiIsAskedToLeaveOutThePadding()
    {
        QVERIFY(!encoded(asking({question})).contains(QLatin1String("stream_options")));
        QCOMPARE(encoded(asking({question}), {true, {}})[QLatin1String("stream_options")].toObject(), (QJsonObject{{QStringLiteral("include_obfuscation"), false}}));
    }

    void providerItemsGoBackByteForByte()
    {
        const QByteArray reasoning = quoted("{ 'type':'reasoning','z':1.50,'summary':[], 'id':'rs_1','encrypted_content':'gAAA\\/' }");
        const QByteArray call = quoted("{'type':'function_call','id':'fc_1','call_id':'c1','name':'f','arguments':'{}'}");
        const QByteArray body = encodeResponsesRequest(asking({question, PromptProviderItem{reasoning}, PromptProviderItem{call},
                                                               PromptToolOutput{CallId{QStringLiteral("c1")}, {QStringLiteral("done")}}}), {});
        QVERIFY(body.contains(reasoning + ',' + call + ','));
    }

    void reasoningThatCannotStandAloneIsLeftOut()
    {
        // No blob: the id would be looked up where nothing is stored. The items of its group lose their ids with it.
        const QJsonObject body = encoded(asking({question, provided("{'type':'reasoning','id':'rs_1','summary':[]}"),
                                                 provided("{'type':'message','id':'msg_1','role':'assistant','content':[{'type':'output_text','text':'a'}]}"),
                                                 question, provided("{'type':'message','id':'msg_2','role':'assistant','content':[]}")}));
        QCOMPARE(typesOf(body), (QStringList{"message ", "message ", "message ", "message#"}));
    }

    void rawThoughtsGoBack()
    {
        const QJsonObject body = encoded(asking({question, provided("{'type':'reasoning','id':'rs_1','summary':[],'content':[{'type':'reasoning_text','text':'hm'}]}"),
                                                 provided("{'type':'message','id':'msg_1','role':'assistant','content':[]}")}));
        QCOMPARE(typesOf(body), (QStringList{"message ", "reasoning#", "message#"}));
    }

    void reasoningWithoutAFollowerIsLeftOut()
    {
        const char *blob = "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'x'}";
        QCOMPARE(typesOf(encoded(asking({question, provided(blob)}))), (QStringList{"message "}));
        QCOMPARE(typesOf(encoded(asking({question, provided(blob), question}))), (QStringList{"message ", "message "}));
        const PromptToolCall call{CallId{QStringLiteral("c")}, QStringLiteral("f"), {}};
        QCOMPARE(typesOf(encoded(asking({question, provided(blob), provided(blob), call}))), (QStringList{"message ", "reasoning#", "reasoning#", "function_call "}));
    }

    void toolOutputs()
    {
        const CallId id{QStringLiteral("c1")};
        const auto outputOf = [&](const QList<PromptPart> &parts) {
            return encoded(asking({PromptToolCall{id, QStringLiteral("f"), QStringLiteral("{}")}, PromptToolOutput{id, parts}}))[QLatin1String("input")][1];
        };
        QCOMPARE(outputOf({QStringLiteral("text")})[QLatin1String("output")].toString(), QStringLiteral("text"));
        const QJsonArray parts = outputOf({QStringLiteral("text"), PromptPicture{"J", QStringLiteral("image/jpeg"), {}}})[QLatin1String("output")].toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0][QLatin1String("type")].toString(), QStringLiteral("input_text"));
        QCOMPARE(parts[1][QLatin1String("image_url")].toString(), QStringLiteral("data:image/jpeg;base64,Sg=="));
        QCOMPARE(parts[1][QLatin1String("detail")].toString(), QStringLiteral("auto"));
    }

    void customCallsAreAnsweredInTheirOwnKind()
    {
        const QJsonObject body = encoded(asking({question, provided("{'type':'custom_tool_call','call_id':'c1','name':'sql','input':'SELECT'}"),
                                                 PromptToolOutput{CallId{QStringLiteral("c1")}, {QStringLiteral("1")}}}));
        QCOMPARE(typesOf(body).last(), QStringLiteral("custom_tool_call_output "));
    }

    void answersOfOthers()
    {
        const QJsonValue item = encoded(asking({PromptAgentMessage{QStringLiteral("hello")}}))[QLatin1String("input")][0];
        QCOMPARE(item[QLatin1String("role")].toString(), QStringLiteral("assistant"));
        QCOMPARE(item[QLatin1String("content")].toString(), QStringLiteral("hello"));
    }

    void schemasKeepTheirOrder()
    {
        ModelRequest request = asking({question});
        request.tools = {{QStringLiteral("f"), {}, "{\"z\": {\"b\":1,\"a\":2},\n\"a\":\"two  spaces\"}"}, {QStringLiteral("g"), {}, "not json"}};
        const QByteArray body = encodeResponsesRequest(request, {});
        QVERIFY(body.contains("{\"z\": {\"b\":1,\"a\":2},\n\"a\":\"two  spaces\"}"));
        QCOMPARE(encoded(request)[QLatin1String("tools")].toArray().size(), 2);
    }

    void reasoningSettings_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("effort");
        QTest::addColumn<bool>("summary");
        QTest::addColumn<QJsonObject>("reasoning");
        QTest::addColumn<bool>("blob");
        const auto object = [](const char *json) { return QJsonDocument::fromJson(quoted(json)).object(); };
        QTest::newRow("o3") << "o3" << "" << true << object("{'summary':'auto'}") << true;
        QTest::newRow("o3 without summary") << "o3" << "low" << false << object("{'effort':'low'}") << true;
        QTest::newRow("gpt-4o") << "gpt-4o" << "" << true << QJsonObject() << false;
        QTest::newRow("unknown") << "llama" << "" << true << QJsonObject() << true;
        QTest::newRow("unknown with effort") << "llama" << "high" << true << object("{'effort':'high','summary':'auto'}") << true;
        QTest::newRow("alias") << "o4-mini-high" << "" << true << object("{'effort':'high','summary':'auto'}") << true;
    }
    void reasoningSettings()
    {
        QFETCH(QString, model);
        QFETCH(QString, effort);
        QFETCH(bool, summary);
        QFETCH(QJsonObject, reasoning);
        QFETCH(bool, blob);
        ModelRequest request = asking({question}, model);
        request.effort = effort;
        request.reasoningSummary = summary;
        const QJsonObject body = encoded(request);
        QCOMPARE(body[QLatin1String("reasoning")].toObject(), reasoning);
        QCOMPARE(body.contains(QLatin1String("include")), blob);
    }

    void droppedParameters()
    {
        ModelRequest request = asking({question});
        request.effort = QStringLiteral("high");
        QCOMPARE(encoded(request, {false, {QStringLiteral("reasoning.summary")}})[QLatin1String("reasoning")].toObject(),
                 (QJsonObject{{QStringLiteral("effort"), QStringLiteral("high")}}));
        QVERIFY(!encoded(request, {false, {QStringLiteral("reasoning.summary"), QStringLiteral("reasoning.effort")}}).contains(QLatin1String("reasoning")));
        QVERIFY(!encoded(request, {true, {QStringLiteral("stream")}}).contains(QLatin1String("stream_options")));
        QVERIFY(canDropParam(request, {}, QStringLiteral("include")));
        QVERIFY(!canDropParam(request, {}, QStringLiteral("temperature"))); // never sent
        QVERIFY(!canDropParam(request, {false, {QStringLiteral("include")}}, QStringLiteral("include")));
        QVERIFY(!canDropParam(request, {}, QStringLiteral("model")));
    }

    void hostedToolsComeWithTheirOutputs()
    {
        ModelRequest request = asking({question});
        request.hostedTools = QStringList{QStringLiteral("web_search"), QStringLiteral("code_interpreter"), QStringLiteral("telepathy")};
        request.verbosity = QStringLiteral("low");
        request.maxOutputTokens = 900;
        const QJsonObject json = encoded(request);
        QCOMPARE(json["tools"].toArray().size(), 2);
        QCOMPARE(json["tools"][0]["type"].toString(), QStringLiteral("web_search"));
        QCOMPARE(json["tools"][1]["container"]["type"].toString(), QStringLiteral("auto"));
        QVERIFY(json["include"].toArray().contains(QStringLiteral("code_interpreter_call.outputs")));
        QVERIFY(json["include"].toArray().contains(QStringLiteral("web_search_call.action.sources")));
        QCOMPARE(json["text"]["verbosity"].toString(), QStringLiteral("low"));
        QCOMPARE(json["max_output_tokens"].toInt(), 900);
    }

    void modelNames()
    {
        for (const char *name : {"o1", "o3", "o4-mini", "gpt-5", "gpt-5.3-codex", "openai/o3-pro", "gpt-oss-20b", "codex-mini-latest"})
            QVERIFY2(modelReasons(QLatin1String(name)) == Reasons::Yes, name);
        for (const char *name : {"gpt-4o", "gpt-4.1-mini", "gpt-3.5-turbo", "gpt-5-chat-latest", "chatgpt-4o-latest"})
            QVERIFY2(modelReasons(QLatin1String(name)) == Reasons::No, name);
        for (const char *name : {"llama3", "offline", "", "qwen3"})
            QVERIFY2(modelReasons(QLatin1String(name)) == Reasons::Unknown, name);
        QVERIFY((resolveModel(QStringLiteral("o4-mini-high"), QStringLiteral("low")) == ModelAndEffort{QStringLiteral("o4-mini"), QStringLiteral("low")}));
        QVERIFY((resolveModel(QStringLiteral("my-model-high"), {}) == ModelAndEffort{QStringLiteral("my-model-high"), {}}));
    }
};

QTEST_GUILESS_MAIN(TestResponsesEncoder)
#include "TestResponsesEncoder.moc"
