#include "providers/anthropic/MessagesEncoder.h"

#include "providers/anthropic/ClaudeModels.h"
#include "providers/anthropic/MessagesBlocks.h"
#include "providers/anthropic/MessagesCodec.h"
#include "providers/anthropic/MessagesDecoder.h"
#include "support/Quoted.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vitrine;

namespace {

ModelRequest asking(const QList<PromptItem> &input, const char *model = "claude-sonnet-4-5")
{
    ModelRequest request;
    request.model = QLatin1String(model);
    request.input = input;
    return request;
}

QJsonObject encoded(const ModelRequest &request, const ApiDialect &dialect = {true, {}})
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(encodeMessagesRequest(request, dialect), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

// "user: text image | assistant: thinking tool_use" of the messages.
QString shapeOf(const QJsonObject &body)
{
    QStringList shape;
    const QJsonArray messages = body[QLatin1String("messages")].toArray();
    for (const QJsonValue &message : messages) {
        QString line = message[QLatin1String("role")].toString() + QLatin1Char(':');
        const QJsonArray content = message[QLatin1String("content")].toArray();
        for (const QJsonValue &block : content)
            line += QLatin1Char(' ') + block[QLatin1String("type")].toString();
        shape.append(line);
    }
    return shape.join(QStringLiteral(" | "));
}

PromptProviderItem provided(const QList<const char *> &blocks, const char *model = "claude-sonnet-4-5-20250929")
{
    messages::Envelope envelope{QLatin1String(model), {}};
    for (const char *block : blocks)
        envelope.blocks.append(quoted(block));
    return {messages::wrapped(envelope)};
}

PromptToolOutput output(const char *id, const QList<PromptPart> &parts = {QStringLiteral("done")})
{
    return {CallId{QLatin1String(id)}, parts};
}

PromptToolCall foreignCall(const char *id, const char *arguments = "{}")
{
    return {CallId{QLatin1String(id)}, QStringLiteral("f"), QLatin1String(arguments)};
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(quoted(json)).object();
}

const PromptUserMessage question{{QStringLiteral("What does it say?")}};
const char *const thought = "{'type':'thinking','thinking':'Hm','signature':'EqQ='}";
const char *const call = "{'type':'tool_use','id':'toolu_1','name':'f','input':{ 'a':1.50 }}";

} // namespace

class TestMessagesEncoder : public QObject
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
            "{'max_tokens':32000,'model':'claude-sonnet-4-5','stream':true,'thinking':{'budget_tokens':20000,'type':'enabled'},"
            "'system':[{'text':'Be exact.','type':'text','cache_control':{'type':'ephemeral'}}],"
            "'tools':[{'description':'Zooms.','name':'image_zoom','input_schema':{'type':'object'},'cache_control':{'type':'ephemeral'}}],"
            "'messages':[{'role':'user','content':[{'text':'Look','type':'text'},"
            "{'source':{'data':'UE5H','media_type':'image/png','type':'base64'},'type':'image','cache_control':{'type':'ephemeral'}}]}]}");
        QCOMPARE(encodeMessagesRequest(request, {}), expected);
    }

    // What the decoder made of a recording is sent back as it came.
    void recordedAnswerGoesBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shape");
        const QString texts = QStringLiteral(" text").repeated(19);
        QTest::newRow("thinking") << "thinking-tool" << "user: text | assistant: thinking tool_use | user: tool_result";
        QTest::newRow("web search") << "web-search" << "user: text | assistant: server_tool_use web_search_tool_result" + texts + " | user: text";
        QTest::newRow("code") << "code-execution" << "user: text | assistant: text server_tool_use text_editor_code_execution_tool_result text server_tool_use "
                                                     "bash_code_execution_tool_result text | user: text";
    }
    void recordedAnswerGoesBack()
    {
        QFETCH(QString, name);
        QFETCH(QString, shape);
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/anthropic/%1.sse").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        SseParser parser;
        QList<SseEvent> stream;
        parser.feed(file.readAll(), stream);
        MessagesDecoder decoder;
        QList<ModelEvent> events;
        for (const SseEvent &event : stream)
            decoder.take(event, events);
        QList<PromptItem> input{question};
        PromptItem next = question;
        for (const ModelEvent &event : events) {
            const auto *done = std::get_if<ItemDone>(&event);
            if (!done)
                continue;
            if (const auto *asked = std::get_if<ToolCall>(&done->body))
                next = PromptToolOutput{asked->callId, {QStringLiteral("done")}};
            std::visit(
                [&](const auto &body) {
                    if constexpr (requires { body.providerItem; })
                        input.append(PromptProviderItem{body.providerItem});
                },
                done->body);
        }
        input.append(next);
        QCOMPARE(shapeOf(encoded(asking(input))), shape);
    }

    void blocksGoBackByteForByte()
    {
        const QByteArray body = encodeMessagesRequest(asking({question, provided({thought}), provided({call}), output("toolu_1")}), {true, {}});
        QVERIFY(body.contains(quoted(thought) + ',' + quoted(call) + "]}"));
    }

    void resultsStandFirstWhereverTheyCome()
    {
        const QJsonObject body = encoded(asking({question, provided({thought, call}), foreignCall("b"), PromptUserMessage{{QStringLiteral("Hurry")}}, output("b"),
                                                 output("toolu_1", {QStringLiteral("see"), PromptPicture{"J", QStringLiteral("image/jpeg"), {}}}), question}));
        QCOMPARE(shapeOf(body), QStringLiteral("user: text | assistant: thinking tool_use tool_use | user: tool_result tool_result text text"));
        const QJsonValue first = body[QLatin1String("messages")][2][QLatin1String("content")][0];
        QCOMPARE(first[QLatin1String("tool_use_id")].toString(), QStringLiteral("toolu_1"));
        QCOMPARE(first[QLatin1String("content")][1][QLatin1String("source")].toObject(), object("{'type':'base64','media_type':'image/jpeg','data':'Sg=='}"));
    }

    void idsThatOccurAgain()
    {
        const QJsonObject body = encoded(asking({question, foreignCall("c0"), output("c0", {QStringLiteral("one")}), foreignCall("c0"), output("c0", {QStringLiteral("two")})}));
        QCOMPARE(shapeOf(body), QStringLiteral("user: text | assistant: tool_use | user: tool_result | assistant: tool_use | user: tool_result"));
        QCOMPARE(body[QLatin1String("messages")][4][QLatin1String("content")][0][QLatin1String("content")][0][QLatin1String("text")].toString(), QStringLiteral("two"));
    }

    void callsOfOthers()
    {
        const QJsonObject body = encoded(asking({question, foreignCall("call:1|x", "{broken"), output("call:1|x")}));
        const QJsonValue asked = body[QLatin1String("messages")][1][QLatin1String("content")][0];
        QCOMPARE(asked[QLatin1String("id")].toString(), QStringLiteral("call_1_x"));
        QVERIFY(asked[QLatin1String("input")].isObject());
        QCOMPARE(body[QLatin1String("messages")][2][QLatin1String("content")][0][QLatin1String("tool_use_id")].toString(), QStringLiteral("call_1_x"));
        // What other codecs made, and results without a call, say nothing here.
        QCOMPARE(shapeOf(encoded(asking({question, PromptProviderItem{"{\"type\":\"message\"}"}, output("nobody")}))), QStringLiteral("user: text"));
    }

    void emptyTextsAreLeftOut()
    {
        QCOMPARE(shapeOf(encoded(asking({question, PromptAgentMessage{QStringLiteral(" \n")}, PromptUserMessage{{QString(), QStringLiteral("x")}}}))), QStringLiteral("user: text text"));
        // Between other texts the API takes white space back as it sent it.
        const char *const blank = "{'type':'text','text':' '}";
        const char *const words = "{'type':'text','text':'a'}";
        QCOMPARE(shapeOf(encoded(asking({question, provided({words, blank, words}), question}))), QStringLiteral("user: text | assistant: text text text | user: text"));
        QCOMPARE(shapeOf(encoded(asking({question, provided({blank}), question}))), QStringLiteral("user: text text"));
    }

    void tornCallsOfTheProvider()
    {
        const char *const use = "{'type':'server_tool_use','id':'s','name':'web_search','input':{}}";
        const char *const result = "{'type':'web_search_tool_result','tool_use_id':'s','content':[]}";
        const char *const words = "{'type':'text','text':'a'}";
        // Paused: the model goes on with the open call.
        QCOMPARE(shapeOf(encoded(asking({question, provided({words}), provided({use})}))), QStringLiteral("user: text | assistant: text server_tool_use"));
        QCOMPARE(shapeOf(encoded(asking({question, provided({use}), provided({result})}))), QStringLiteral("user: text | assistant: server_tool_use web_search_tool_result"));
        QCOMPARE(shapeOf(encoded(asking({question, provided({words, use}), question}))), QStringLiteral("user: text | assistant: text | user: text"));
        QCOMPARE(shapeOf(encoded(asking({question, provided({result, words}), question}))), QStringLiteral("user: text | assistant: text | user: text"));
    }

    void thoughtsThatCannotGoBack()
    {
        const char *const words = "{'type':'text','text':'a'}";
        const QList<PromptItem> input{question, provided({"{'type':'thinking','thinking':'Hm','signature':''}", words}), question};
        QCOMPARE(shapeOf(encoded(asking(input))), QStringLiteral("user: text | assistant: text | user: text"));
        // Others do not sign them, but want them back.
        QCOMPARE(shapeOf(encoded(asking(input, "deepseek-chat"), {})), QStringLiteral("user: text | assistant: thinking text | user: text"));
        // From 5.5 on a model reads its own only.
        const QList<PromptItem> signedInput{question, provided({thought, words}, "claude-sonnet-5"), question};
        QCOMPARE(shapeOf(encoded(asking(signedInput, "claude-sonnet-5-5"))), QStringLiteral("user: text | assistant: text | user: text"));
        QCOMPARE(shapeOf(encoded(asking(signedInput, "claude-opus-4-8"))), QStringLiteral("user: text | assistant: thinking text | user: text"));
    }

    void noThinkingWhereCallsLackTheirThoughts()
    {
        ModelRequest request = asking({question, foreignCall("c"), output("c")});
        request.effort = QStringLiteral("high");
        QVERIFY(!encoded(request).contains(QLatin1String("thinking")));
        request.input = {question, provided({thought, call}), output("toolu_1")};
        QVERIFY(encoded(request).contains(QLatin1String("thinking")));
        // Only the calls that wait for the next answer count.
        request.input = {question, foreignCall("c"), output("c"), PromptAgentMessage{QStringLiteral("So.")}, question};
        QVERIFY(encoded(request).contains(QLatin1String("thinking")));
    }

    void thinking_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("effort");
        QTest::addColumn<QJsonObject>("thinking");
        QTest::addColumn<QString>("outputEffort");
        const QJsonObject nothing;
        const QJsonObject summarized = object("{'type':'adaptive','display':'summarized'}");
        QTest::newRow("3.5") << "claude-3-5-haiku-20241022" << "high" << nothing << "";
        QTest::newRow("3.7") << "claude-3-7-sonnet-latest" << "low" << object("{'type':'enabled','budget_tokens':4096}") << "";
        QTest::newRow("4.5 default") << "claude-opus-4-5" << "" << nothing << "";
        QTest::newRow("4.5 none") << "claude-opus-4-5" << "none" << nothing << "";
        QTest::newRow("4.5 max") << "claude-opus-4-5" << "max" << object("{'type':'enabled','budget_tokens':27904}") << "";
        QTest::newRow("4.6") << "claude-opus-4-6" << "xhigh" << summarized << "high";
        QTest::newRow("4.7") << "anthropic/claude-opus-4.7" << "xhigh" << summarized << "xhigh";
        QTest::newRow("4.7 none") << "claude-opus-4-7" << "none" << nothing << "";
        QTest::newRow("5") << "claude-sonnet-5" << "minimal" << summarized << "low";
        QTest::newRow("5 default") << "claude-sonnet-5" << "" << summarized << "";
        QTest::newRow("5 none") << "claude-sonnet-5" << "none" << object("{'type':'disabled'}") << "";
        QTest::newRow("5.5 none") << "claude-sonnet-5-5" << "none" << object("{'type':'between_tools'}") << "";
        QTest::newRow("always") << "claude-opus-5-5" << "none" << summarized << "low";
        QTest::newRow("another's") << "glm-5" << "medium" << object("{'type':'enabled','budget_tokens':10000}") << "";
        QTest::newRow("another's default") << "glm-5" << "" << nothing << "";
    }
    void thinking()
    {
        QFETCH(QString, model);
        QFETCH(QString, effort);
        QFETCH(QJsonObject, thinking);
        QFETCH(QString, outputEffort);
        ModelRequest request = asking({question});
        request.model = model;
        request.effort = effort;
        const QJsonObject body = encoded(request);
        QCOMPARE(body[QLatin1String("thinking")].toObject(), thinking);
        QCOMPARE(body[QLatin1String("output_config")][QLatin1String("effort")].toString(), outputEffort);
        QVERIFY(!body.contains(QLatin1String("temperature")));
    }

    void budgetFitsIntoTheLimit()
    {
        ModelRequest request = asking({question});
        request.effort = QStringLiteral("high");
        for (int limit : {1, 1024, 1025, 2000, 5000, 100000}) {
            request.maxOutputTokens = limit;
            const QJsonObject body = encoded(request);
            QCOMPARE(body[QLatin1String("max_tokens")].toInt(), limit);
            const QJsonValue budget = body[QLatin1String("thinking")][QLatin1String("budget_tokens")];
            if (limit <= 1024)
                QVERIFY(budget.isUndefined());
            else
                QVERIFY(budget.toInt() >= 1024 && budget.toInt() < limit);
        }
    }

    void hostedTools()
    {
        ModelRequest request = asking({question});
        request.hostedTools = {QStringLiteral("web_search"), QStringLiteral("code_interpreter"), QStringLiteral("image_generation")};
        const QJsonArray tools = encoded(request)[QLatin1String("tools")].toArray();
        QCOMPARE(tools.size(), 2);
        QCOMPARE(tools[0].toObject(), object("{'type':'web_search_20250305','name':'web_search'}"));
        QCOMPARE(tools[1][QLatin1String("name")].toString(), QStringLiteral("code_execution"));
        QVERIFY(tools[1].toObject().contains(QLatin1String("cache_control")));
        QCOMPARE(betaFeatures(request), QByteArray("code-execution-2025-08-25"));
        // A tool of ours by that name goes first.
        request.tools = {{QStringLiteral("web_search"), {}, "{}"}};
        QCOMPARE(encoded(request)[QLatin1String("tools")].toArray().size(), 2);
    }

    void schemasKeepTheirOrder()
    {
        ModelRequest request = asking({question});
        request.tools = {{QStringLiteral("f"), {}, "{\"z\": {\"b\":1,\"a\":2},\n\"a\":\"two  spaces\"}"}, {QStringLiteral("g"), {}, "not json"}};
        QVERIFY(encodeMessagesRequest(request, {}).contains("{\"z\": {\"b\":1,\"a\":2},\n\"a\":\"two  spaces\"}"));
        QCOMPARE(encoded(request)[QLatin1String("tools")].toArray().size(), 2);
    }

    void atMostFourPlacesToCache()
    {
        ModelRequest request = asking({question, provided({thought, call}), output("toolu_1"), provided({"{'type':'text','text':'a'}"}), question});
        request.instructions = QStringLiteral("x");
        request.tools = {{QStringLiteral("f"), {}, "{}"}, {QStringLiteral("g"), {}, "{}"}};
        QCOMPARE(encodeMessagesRequest(request, {}).count("cache_control"), 3);
    }

    void droppedParameters()
    {
        ModelRequest request = asking({question}, "claude-opus-4-7");
        request.effort = QStringLiteral("high");
        QCOMPARE(encoded(request, {true, {QStringLiteral("thinking.display")}})[QLatin1String("thinking")].toObject(), object("{'type':'adaptive'}"));
        QVERIFY(!encoded(request, {true, {QStringLiteral("thinking.type")}}).contains(QLatin1String("thinking")));
        QVERIFY(!encoded(request, {true, {QStringLiteral("output_config.effort")}}).contains(QLatin1String("output_config")));
        QVERIFY(canDropMessagesParam(request, {}, QStringLiteral("output_config.effort")));
        QVERIFY(!canDropMessagesParam(request, {false, {QStringLiteral("thinking")}}, QStringLiteral("thinking")));
        QVERIFY(!canDropMessagesParam(request, {}, QStringLiteral("temperature"))); // never sent
        QVERIFY(!canDropMessagesParam(request, {}, QStringLiteral("max_tokens")));
    }

    void modelNames()
    {
        const auto is = [](const char *name, const char *family, int version) {
            return claudeModel(QLatin1String(name)) == ClaudeModel{QLatin1String(family), version};
        };
        QVERIFY(is("claude-sonnet-4-20250514", "sonnet", 400));
        QVERIFY(is("claude-sonnet-4-5-20250929", "sonnet", 405));
        QVERIFY(is("us.anthropic.claude-opus-4-1-20250805-v1:0", "opus", 401));
        QVERIFY(is("anthropic/claude-haiku-4.5", "haiku", 405));
        QVERIFY(is("claude-3-5-sonnet-20241022", "sonnet", 305));
        QVERIFY(is("claude-3-opus-20240229", "opus", 300));
        QVERIFY(is("claude-mythos-preview", "mythos", 500));
        QVERIFY(is("gpt-5", "", 0));
    }

    void addresses()
    {
        const MessagesCodec codec;
        const QString wanted = QStringLiteral("https://h.example/x/v1/messages");
        for (const char *base : {"https://h.example/x", "https://h.example/x/", "https://h.example/x/v1", "https://h.example/x/v1/"})
            QCOMPARE(codec.endpoint(QUrl(QLatin1String(base)), {}).toString(), wanted);
        QCOMPARE(codec.endpoint(QUrl(QStringLiteral("https://api.anthropic.com")), {}).toString(), QStringLiteral("https://api.anthropic.com/v1/messages"));
    }
};

QTEST_GUILESS_MAIN(TestMessagesEncoder)
#include "TestMessagesEncoder.moc"
