#include "providers/openai/ChatEncoder.h"

#include "providers/openai/ChatDecoder.h"
#include "support/Quoted.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vitrine;

namespace {

ModelRequest asking(const QList<PromptItem> &input, const QString &model = QStringLiteral("gpt-4o"))
{
    ModelRequest request;
    request.model = model;
    request.input = input;
    return request;
}

QJsonObject encoded(const ModelRequest &request, const ApiDialect &dialect = {})
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(encodeChatRequest(request, dialect), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

QJsonArray messages(const QList<PromptItem> &input, const QString &model = QStringLiteral("gpt-4o"), const ApiDialect &dialect = {})
{
    return encoded(asking(input, model), dialect)[QLatin1String("messages")].toArray();
}

QStringList rolesOf(const QJsonArray &messages)
{
    QStringList roles;
    for (const QJsonValue &message : messages)
        roles.append(message[QLatin1String("role")].toString());
    return roles;
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(quoted(json)).object();
}

// The items that a decoder makes of one chunk, as they come back in the next request.
QList<PromptItem> decoded(const QByteArray &stream)
{
    SseParser parser;
    ChatDecoder decoder;
    QList<SseEvent> events;
    parser.feed(stream, events);
    parser.finish(events);
    QList<ModelEvent> out;
    for (const SseEvent &event : events)
        decoder.take(event, out);
    static_cast<void>(decoder.finish({}, out));
    QList<PromptItem> items;
    for (const ModelEvent &event : out) {
        const auto *done = std::get_if<ItemDone>(&event);
        if (!done)
            continue;
        std::visit(Overload{[&](const Reasoning &body) { items.append(PromptProviderItem{body.providerItem}); },
                            [&](const AgentMessage &body) { items.append(PromptProviderItem{body.providerItem}); },
                            [&](const ToolCall &body) { items.append(PromptProviderItem{body.providerItem}); },
                            [](const auto &) {}},
                   done->body);
    }
    return items;
}

QList<PromptItem> decodedDelta(const char *delta)
{
    return decoded("data: {\"choices\":[{\"finish_reason\":\"stop\",\"delta\":" + quoted(delta) + "}]}\n\n");
}

QByteArray recording(const char *name)
{
    QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PromptToolCall call(const char *id)
{
    return {CallId{QLatin1String(id)}, QStringLiteral("zoom"), QStringLiteral("{}")};
}

const PromptUserMessage question{{QStringLiteral("What does it say?")}};
const PromptPicture picture{"PNG", QStringLiteral("image/png"), QStringLiteral("original")};

} // namespace

class TestChatEncoder : public QObject
{
    Q_OBJECT

private slots:
    void wholeRequest()
    {
        ModelRequest request = asking({PromptUserMessage{{QStringLiteral("Look"), picture}}}, QStringLiteral("o4-mini-high"));
        request.instructions = QStringLiteral("Be exact.");
        request.maxOutputTokens = 500;
        request.tools = {{QStringLiteral("image_zoom"), QStringLiteral("Zooms."), "{\"type\":\"object\"}"}};
        const QByteArray expected = quoted(
            "{'max_completion_tokens':500,'model':'o4-mini','reasoning_effort':'high','store':false,'stream':true,"
            "'stream_options':{'include_obfuscation':false,'include_usage':true},"
            "'messages':[{'content':'Be exact.','role':'developer'},"
            "{'content':[{'text':'Look','type':'text'},{'image_url':{'detail':'high','url':'data:image/png;base64,UE5H'},'type':'image_url'}],'role':'user'}],"
            "'tools':[{'type':'function','function':{'description':'Zooms.','name':'image_zoom','parameters':{'type':'object'}}}]}");
        QCOMPARE(encodeChatRequest(request, {true, {}}), expected);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("official");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("tokens");
        QTest::addColumn<bool>("effort");
        QTest::addColumn<bool>("parallel");
        QTest::addColumn<bool>("asksForUsage");
        const QString newer = QStringLiteral("max_completion_tokens");
        const QString older = QStringLiteral("max_tokens");
        QTest::newRow("gpt-4o") << "gpt-4o" << true << "system" << newer << false << true << true;
        QTest::newRow("o3") << "o3" << true << "developer" << newer << true << false << true;
        QTest::newRow("gpt-5") << "gpt-5-mini" << true << "system" << newer << true << true << true;
        QTest::newRow("o3 elsewhere") << "openai/o3" << false << "system" << newer << true << false << true;
        QTest::newRow("o1-mini") << "o1-mini" << true << "user" << newer << true << false << true;
        QTest::newRow("gpt-oss") << "openai/gpt-oss-20b" << false << "system" << older << true << false << true;
        QTest::newRow("llama") << "llama3" << false << "system" << older << false << false << true;
        QTest::newRow("Gemini") << "gemini-2.5-flash" << false << "system" << older << true << false << true;
        // It refuses stream_options (422 "Extra inputs are not permitted").
        QTest::newRow("Mistral") << "mistral-large-latest" << false << "system" << older << false << false << false;
        QTest::newRow("Mistral elsewhere") << "mistralai/Mistral-7B" << false << "system" << older << false << false << true;
    }
    void settings()
    {
        QFETCH(QString, model);
        QFETCH(bool, official);
        ModelRequest request = asking({question}, model);
        request.instructions = QStringLiteral("Be exact.");
        request.effort = QStringLiteral("high");
        request.maxOutputTokens = 7;
        request.tools = {{QStringLiteral("f"), {}, "{}"}};
        const QJsonObject body = encoded(request, {official, {}});
        QTEST(body[QLatin1String("messages")][0][QLatin1String("role")].toString(), "role");
        QTEST(QString(body.contains(QLatin1String("max_tokens")) ? QStringLiteral("max_tokens") : QStringLiteral("max_completion_tokens")), "tokens");
        QCOMPARE(body.contains(QLatin1String("max_tokens")), !body.contains(QLatin1String("max_completion_tokens")));
        QTEST(body.contains(QLatin1String("reasoning_effort")), "effort");
        QTEST(body.contains(QLatin1String("parallel_tool_calls")), "parallel");
        QTEST(body[QLatin1String("stream_options")][QLatin1String("include_usage")].toBool(), "asksForUsage");
        QCOMPARE(body.contains(QLatin1String("store")), official);
    }

    void oneMessageOfTheAssistant()
    {
        QList<PromptItem> input{question};
        input += decodedDelta("{'reasoning_content':'hm','content':'I look.','tool_calls':[{'index':0,'id':'a','function':{'name':'zoom','arguments':'{}'}},"
                              "{'index':1,'id':'b','function':{'name':'zoom','arguments':''}}]}");
        input += {PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("one")}}, PromptToolOutput{CallId{QStringLiteral("b")}, {QStringLiteral("two")}}};
        const QJsonArray all = messages(input);
        QCOMPARE(rolesOf(all), (QStringList{"user", "assistant", "tool", "tool"}));
        QCOMPARE(all[1].toObject(), object("{'role':'assistant','content':'I look.','reasoning_content':'hm','tool_calls':["
                                           "{'id':'a','type':'function','function':{'name':'zoom','arguments':'{}'}},"
                                           "{'id':'b','type':'function','function':{'name':'zoom','arguments':'{}'}}]}"));
        QCOMPARE(all[3].toObject(), object("{'role':'tool','tool_call_id':'b','content':'two'}"));
    }

    void thoughtsGoBackAsTheyCame_data()
    {
        QTest::addColumn<QByteArray>("delta");
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("reasoning_content") << quoted("{'reasoning_content':'hm','content':'x'}") << object("{'content':'x','reasoning_content':'hm'}");
        QTest::newRow("reasoning") << quoted("{'reasoning':'hm','content':'x'}") << object("{'content':'x','reasoning':'hm'}");
        QTest::newRow("details") << quoted("{'reasoning':'hm','reasoning_details':[{'type':'reasoning.text','text':'hm','signature':'s','index':0,'format':'f'},"
                                           "{'type':'reasoning.encrypted','data':'d','index':0}],'content':'x'}")
                                 << object("{'content':'x','reasoning_details':[{'type':'reasoning.text','text':'hm','signature':'s','index':0,'format':'f'},"
                                           "{'type':'reasoning.encrypted','data':'d','index':0}]}");
        QTest::newRow("parts") << quoted("{'content':[{'type':'thinking','thinking':[{'type':'text','text':'hm'}]},{'type':'text','text':'x'}]}")
                               << object("{'content':[{'type':'thinking','thinking':[{'type':'text','text':'hm'}]},{'type':'text','text':'x'}]}");
    }
    void thoughtsGoBackAsTheyCame()
    {
        QFETCH(QByteArray, delta);
        QFETCH(QJsonObject, fields);
        const QList<PromptItem> items = decoded("data: {\"choices\":[{\"delta\":" + delta + "}]}\n\ndata: [DONE]\n\n");
        QCOMPARE(items.size(), 2);
        const QJsonArray all = messages(QList<PromptItem>{question} + items);
        fields[QStringLiteral("role")] = QStringLiteral("assistant");
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[1].toObject(), fields);
    }

    void signaturesGoBack()
    {
        const QList<PromptItem> items = decoded(recording("openrouter/chat-reasoning-tool.sse"));
        QCOMPARE(items.size(), 2);
        const QJsonObject message = messages(items)[0].toObject();
        const QJsonArray details = message[QLatin1String("reasoning_details")].toArray();
        QCOMPARE(details.size(), 1); // its pieces put together
        QCOMPARE(details[0][QLatin1String("text")].toString().size(), 388);
        QVERIFY(details[0][QLatin1String("signature")].toString().startsWith(QLatin1String("Eq0E")));
        QVERIFY(!message.contains(QLatin1String("reasoning"))); // the same text once more

        // Gemini's stand in the call.
        const QList<PromptItem> calls = decodedDelta("{'tool_calls':[{'id':'','function':{'name':'f','arguments':'{}'},'extra_content':{'google':{'thought_signature':'s'}}}]}");
        const QJsonValue call = messages(calls)[0][QLatin1String("tool_calls")][0];
        QCOMPARE(call[QLatin1String("extra_content")].toObject(), object("{'google':{'thought_signature':'s'}}"));
        QVERIFY(!call[QLatin1String("id")].toString().isEmpty());
    }

    void deepSeekWantsThoughtsWithCalls()
    {
        const QList<PromptItem> input{question, call("a"), PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("x")}}};
        QCOMPARE(messages(input, QStringLiteral("deepseek-chat"))[1][QLatin1String("reasoning_content")], QJsonValue(QString()));
        QVERIFY(messages(input)[1][QLatin1String("reasoning_content")].isUndefined());
        QVERIFY(messages({question, PromptAgentMessage{QStringLiteral("x")}}, QStringLiteral("deepseek-chat"))[1][QLatin1String("reasoning_content")].isUndefined());
    }

    void picturesOfToolsComeAfterAllResults()
    {
        const QJsonArray all = messages({question, call("a"), call("b"), PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("img_2"), picture}},
                                         PromptToolOutput{CallId{QStringLiteral("b")}, {picture}}, PromptAgentMessage{QStringLiteral("seen")}});
        QCOMPARE(rolesOf(all), (QStringList{"user", "assistant", "tool", "tool", "user", "assistant"}));
        QCOMPARE(all[1][QLatin1String("content")], QJsonValue(QJsonValue::Null));
        QCOMPARE(all[2][QLatin1String("content")].toString(), QStringLiteral("img_2"));
        QVERIFY(!all[3][QLatin1String("content")].toString().isEmpty());
        const QJsonArray parts = all[4][QLatin1String("content")].toArray();
        QCOMPARE(parts.size(), 4);
        QCOMPARE(parts[0][QLatin1String("text")].toString(), QStringLiteral("Pictures from the tool call zoom (a):"));
        QCOMPARE(parts[3][QLatin1String("image_url")][QLatin1String("url")].toString(), QStringLiteral("data:image/png;base64,UE5H"));
    }

    void resultsFollowTheirCalls()
    {
        // A call that was stopped gets its result only at the end of the turn.
        const PromptToolOutput stopped{CallId{QStringLiteral("a")}, {QStringLiteral("cancelled")}};
        QCOMPARE(rolesOf(messages({question, call("a"), question, stopped})), (QStringList{"user", "assistant", "tool", "user"}));
        // Nobody called.
        QCOMPARE(rolesOf(messages({question, stopped})), (QStringList{"user"}));
        // The same id in two answers.
        const QJsonArray twice = messages({question, call("a"), PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("1")}}, call("a"),
                                           PromptToolOutput{CallId{QStringLiteral("a")}, {QStringLiteral("2")}}});
        QCOMPARE(rolesOf(twice), (QStringList{"user", "assistant", "tool", "assistant", "tool"}));
        QCOMPARE(twice[4][QLatin1String("content")].toString(), QStringLiteral("2"));
    }

    void itemsOfOthersAreLeftOut()
    {
        const PromptProviderItem foreign{quoted("{'type':'reasoning','summary':[],'encrypted_content':'x'}")};
        QCOMPARE(rolesOf(messages({question, foreign, PromptProviderItem{"no json"}})), (QStringList{"user"}));
        // Thoughts alone are no message.
        QCOMPARE(rolesOf(messages({question, decodedDelta("{'reasoning':'hm'}").value(0)})), (QStringList{"user"}));
    }

    void idsThatTheServerWouldRefuse()
    {
        const QByteArray longId(64, 'x');
        for (const QString &model : {QStringLiteral("gpt-4o"), QStringLiteral("mistral-large-latest")}) {
            const QJsonArray all = messages({call(longId.constData()), PromptToolOutput{CallId{QString::fromLatin1(longId)}, {QStringLiteral("x")}}}, model);
            const QString id = all[0][QLatin1String("tool_calls")][0][QLatin1String("id")].toString();
            QVERIFY(id.size() <= 40 && (model == QLatin1String("gpt-4o") || id.size() == 9));
            QCOMPARE(all[1][QLatin1String("tool_call_id")].toString(), id);
        }
        QCOMPARE(messages({call("VvvODy9mT")}, QStringLiteral("mistral-large-latest"))[0][QLatin1String("tool_calls")][0][QLatin1String("id")].toString(),
                 QStringLiteral("VvvODy9mT"));
    }

    void brokenArgumentsGoBackAsJson()
    {
        const QList<PromptItem> items = decodedDelta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{half'}}]}");
        const QString arguments = messages(items)[0][QLatin1String("tool_calls")][0][QLatin1String("function")][QLatin1String("arguments")].toString();
        QCOMPARE(QJsonDocument::fromJson(arguments.toUtf8())[QLatin1String("arguments")].toString(), QStringLiteral("{half"));
    }

    void droppedParameters()
    {
        ModelRequest request = asking({question}, QStringLiteral("o4-mini"));
        request.effort = QStringLiteral("high");
        request.maxOutputTokens = 5;
        QVERIFY(!encoded(request, {false, {QStringLiteral("reasoning_effort")}}).contains(QLatin1String("reasoning_effort")));
        QVERIFY(!encoded(request, {true, {QStringLiteral("stream")}}).contains(QLatin1String("stream_options")));
        // "Use 'max_completion_tokens' instead."
        request.model = QStringLiteral("my-deployment");
        const QJsonObject body = encoded(request, {false, {QStringLiteral("max_tokens")}});
        QCOMPARE(body[QLatin1String("max_completion_tokens")].toInt(), 5);
        QVERIFY(!body.contains(QLatin1String("max_tokens")));
        QVERIFY(canDropChatParam(request, {}, QStringLiteral("stream_options.include_usage")));
        QVERIFY(canDropChatParam(request, {}, QStringLiteral("max_tokens")));
        QVERIFY(!canDropChatParam(request, {}, QStringLiteral("temperature"))); // never sent
        QVERIFY(!canDropChatParam(request, {false, {QStringLiteral("stream")}}, QStringLiteral("stream")));
        QVERIFY(!canDropChatParam(request, {}, QStringLiteral("model")));
    }
};

QTEST_GUILESS_MAIN(TestChatEncoder)
#include "TestChatEncoder.moc"
