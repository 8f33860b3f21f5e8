#include "providers/openai/ChatDecoder.h"

#include "support/Quoted.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace vitrine;

namespace {

struct Decoded {
    QList<ModelEvent> events;
    Done outcome;
    ChatFacts facts;
    bool hasContent = false;

    template<class T>
    QList<T> all() const
    {
        QList<T> found;
        for (const ModelEvent &event : events) {
            if (const T *value = std::get_if<T>(&event))
                found.append(*value);
        }
        return found;
    }
    template<class Body>
    QList<Body> bodies() const
    {
        QList<Body> found;
        for (const ItemDone &done : all<ItemDone>()) {
            if (const Body *body = std::get_if<Body>(&done.body))
                found.append(*body);
        }
        return found;
    }
    // "name(arguments)" of each call.
    QStringList calls() const
    {
        QStringList shown;
        for (const ToolCall &call : bodies<ToolCall>())
            shown.append(call.name + QLatin1Char('(') + call.arguments + QLatin1Char(')'));
        return shown;
    }
    ResponseEnded end() const { return all<ResponseEnded>().value(0); }
};

Decoded decode(const QByteArray &stream)
{
    Decoded decoded;
    SseParser parser;
    ChatDecoder decoder;
    QList<SseEvent> events;
    parser.feed(stream, events);
    parser.finish(events);
    for (const SseEvent &event : events)
        decoder.take(event, decoded.events);
    decoded.outcome = decoder.finish(parser.lastOddLine(), decoded.events);
    decoded.facts = decoder.facts();
    decoded.hasContent = decoder.hasContent();
    return decoded;
}

Decoded decodeWhole(const char *json)
{
    Decoded decoded;
    ChatDecoder decoder;
    decoder.takeWhole(quoted(json), decoded.events);
    decoded.outcome = decoder.finish({}, decoded.events);
    decoded.facts = decoder.facts();
    return decoded;
}

QByteArray data(const QByteArray &json)
{
    return "data: " + quoted(json.constData()) + "\n\n";
}
QByteArray delta(const QByteArray &json)
{
    return data("{'id':'c','choices':[{'index':0,'delta':" + json + "}]}");
}
QByteArray calls(const QByteArray &pieces)
{
    return delta("{'tool_calls':[" + pieces + "]}");
}
QByteArray finished(const QByteArray &reason)
{
    return data("{'id':'c','choices':[{'index':0,'delta':{},'finish_reason':'" + reason + "'}]}");
}

const QByteArray done = "data: [DONE]\n\n";

QByteArray recording(const char *name)
{
    QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChatDecoder : public QObject
{
    Q_OBJECT

private slots:
    void liveEvents()
    {
        const Decoded decoded = decode(delta("{'role':'assistant','content':'','reasoning_content':'h'}") + delta("{'reasoning_content':'m'}") + delta("{'content':'a'}")
                                       + delta("{'content':'b'}") + calls("{'index':0,'id':'x','function':{'name':'f','arguments':''}}")
                                       + calls("{'index':0,'function':{'arguments':'{}'}}") + finished("tool_calls")
                                       + data("{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4,'total_tokens':7}}") + done);
        QVERIFY(decoded.outcome);
        QCOMPARE(decoded.all<ResponseStarted>().size(), 1);
        QCOMPARE(decoded.all<ReasoningDelta>().size(), 2);
        QCOMPARE(decoded.all<TextDelta>().size(), 2);
        QCOMPARE(decoded.all<ToolCallStarted>().value(0).name, QStringLiteral("f"));
        QCOMPARE(decoded.all<ToolCallDelta>().size(), 1);
        const QList<ItemDone> items = decoded.all<ItemDone>();
        QCOMPARE(items.size(), 3);
        QCOMPARE(std::get<Reasoning>(items[0].body).text, QStringLiteral("hm"));
        QCOMPARE(std::get<AgentMessage>(items[1].body).text, QStringLiteral("ab"));
        QCOMPARE(items[1].slot, decoded.all<TextDelta>()[0].slot);
        QCOMPARE(std::get<ToolCall>(items[2].body).callId.value, QStringLiteral("x"));
        QCOMPARE(items[2].slot, decoded.all<ToolCallDelta>()[0].slot);
        QCOMPARE(decoded.end().usage.total.value_or(0), 7);
        QVERIFY(std::holds_alternative<ResponseEnded>(decoded.events.last()));
    }

    void thoughtsEndWhenTheAnswerBegins()
    {
        const Decoded decoded = decode(delta("{'reasoning':'hm'}") + delta("{'content':'a'}"));
        QCOMPARE(decoded.bodies<Reasoning>().size(), 1); // although the rest never came
        QVERIFY(!decoded.outcome);
    }

    void piecesOfCalls_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QStringList>("expected");
        const QStringList two{QStringLiteral("f({\"a\":1})"), QStringLiteral("g({\"b\":2})")};
        const QByteArray a = "'arguments':'{\\'a\\':1}'";
        const QByteArray b = "'arguments':'{\\'b\\':2}'";
        QTest::newRow("mixed by index") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':'{\\'a'}},{'index':1,'id':'y','function':{'name':'g','arguments':'{\\'b'}}")
                + calls("{'index':0,'function':{'arguments':'\\':1}'}},{'index':1,'function':{'arguments':'\\':2}'}}") << two;
        QTest::newRow("no index") << calls("{'id':'x','function':{'name':'f'," + a + "}},{'id':'y','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("no index, in pieces") << calls("{'id':'x','function':{'name':'f','arguments':''}}") + calls("{'function':{" + a + "}}")
                + calls("{'id':'y','function':{'name':'g','arguments':''}}") + calls("{'id':'y','function':{" + b + "}}") << two;
        QTest::newRow("neither index nor id") << calls("{'id':'','function':{'name':'f'," + a + "}},{'id':'','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("neither, one name") << calls("{'function':{'name':'f'," + a + "}}") + calls("{'function':{'name':'f'," + b + "}}")
                                           << QStringList{QStringLiteral("f({\"a\":1})"), QStringLiteral("f({\"b\":2})")};
        QTest::newRow("one index for two") << calls("{'index':0,'id':'x','function':{'name':'f'," + a + "}},{'index':0,'id':'y','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("always index 0, no ids") << calls("{'index':0,'function':{'name':'f'," + a + "}}") + calls("{'index':0,'function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("one id for two") << calls("{'index':0,'id':'x','function':{'name':'f'," + a + "}}") + calls("{'index':1,'id':'x','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("null is absent") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':null}}") + calls("{'index':0,'id':null,'function':{'name':null," + a + "}}")
                + calls("{'index':1,'id':'y','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("names repeated") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':'{\\'a\\''}}") + calls("{'index':0,'id':'x','function':{'name':'f','arguments':':1}'}}")
                + calls("{'index':1,'id':'y','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("ids that change") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':'{\\'a\\''}}") + calls("{'index':0,'id':'z','function':{'arguments':':1}'}}")
                + calls("{'index':1,'id':'y','function':{'name':'g'," + b + "}}") << two;
        QTest::newRow("said twice") << calls("{'index':0,'id':'x','function':{'name':'f'," + a + "}}") + calls("{'index':1,'id':'y','function':{'name':'g'," + b + "}}")
                + calls("{'index':0,'id':'x','function':{'name':'f'," + a + "}}") << two;
        QTest::newRow("objects") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':{'a':1}}},{'index':1,'id':'y','function':{'name':'g','arguments':{'b':2}}}") << two;
        QTest::newRow("no arguments") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':''}},{'index':1,'id':'y','function':{'name':'f'}}")
                                      << QStringList{QStringLiteral("f({})"), QStringLiteral("f({})")};
        QTest::newRow("a placeholder first") << calls("{'index':0,'id':'x','function':{'name':'f','arguments':'{}'}}") + calls("{'index':0,'function':{" + a + "}}")
                                             << QStringList{two[0]};
        QTest::newRow("braces in strings") << calls("{'index':0,'function':{'name':'f','arguments':'{\\'a\\':\\'}'}}") + calls("{'index':0,'function':{'name':'f','arguments':'\\'}'}}")
                                           << QStringList{QStringLiteral("f({\"a\":\"}\"})")};
        QTest::newRow("the older way") << delta("{'function_call':{'name':'f','arguments':''}}") + delta("{'function_call':{" + a + "}}") << QStringList{two[0]};
        QTest::newRow("no name") << calls("{'index':0,'id':'x','function':{" + a + "}}") << QStringList{};
    }
    void piecesOfCalls()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QStringList, expected);
        // Whatever the reason says: OpenAI and others end with "stop" after calls.
        for (const char *reason : {"tool_calls", "stop"}) {
            const Decoded decoded = decode(stream + finished(reason) + done);
            QCOMPARE(decoded.calls(), expected);
            QVERIFY(decoded.end().finish == FinishReason::Completed);
            QSet<QString> ids;
            for (const ToolCall &call : decoded.bodies<ToolCall>())
                ids.insert(call.callId.value);
            QCOMPARE(ids.size(), expected.size());
            QVERIFY(!ids.contains(QString()));
        }
    }

    void halfOfACallDoesNotRun()
    {
        const QByteArray stream = calls("{'index':0,'id':'x','function':{'name':'f','arguments':'{\\'a\\':1}'}}") + calls("{'index':1,'id':'y','function':{'name':'g','arguments':'{\\'b'}}");
        QCOMPARE(decode(stream + finished("length") + done).calls().size(), 1);
        QCOMPARE(decode(stream + done).calls().size(), 1); // no reason was given
        const Decoded cut = decode(stream);
        QVERIFY(cut.calls().isEmpty());
        QVERIFY(!cut.outcome && cut.outcome.error().retryable);
        QVERIFY(cut.hasContent);
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<int>("finish"); // -1: the answer did not end
        QTest::addColumn<QString>("reason");
        const QByteArray text = delta("{'content':'a'}");
        QTest::newRow("stop") << text + finished("stop") + done << int(FinishReason::Completed) << "";
        QTest::newRow("without [DONE]") << text + finished("stop") << int(FinishReason::Completed) << "";
        QTest::newRow("without a reason") << text + done << int(FinishReason::Completed) << "";
        QTest::newRow("with neither") << text << -1 << "";
        QTest::newRow("half of [DONE]") << text + "data: [DO" << -1 << "";
        QTest::newRow("nothing") << QByteArray() << -1 << "";
        QTest::newRow("length") << text + finished("length") + done << int(FinishReason::Incomplete) << "max_output_tokens";
        QTest::newRow("filter") << text + finished("content_filter") << int(FinishReason::Incomplete) << "content_filter";
        QTest::newRow("other") << text + finished("insufficient_system_resource") + done << int(FinishReason::Incomplete) << "insufficient_system_resource";
        QTest::newRow("error") << text + finished("error") + done << int(FinishReason::Failed) << "";
    }
    void endings()
    {
        QFETCH(QByteArray, stream);
        QFETCH(int, finish);
        const Decoded decoded = decode(stream);
        QCOMPARE(decoded.outcome.has_value(), finish >= 0);
        QCOMPARE(decoded.all<ResponseEnded>().size(), finish >= 0 ? 1 : 0);
        if (finish >= 0)
            QCOMPARE(int(decoded.end().finish), finish);
        QTEST(decoded.end().reason, "reason");
        QCOMPARE(decoded.end().error.has_value(), finish == int(FinishReason::Failed));
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("kind");
        QTest::newRow("beside the choices") << data("{'error':{'code':429,'message':'slow down'},'choices':[{'index':0,'delta':{'content':''}}]}") << "slow down" << "rate_limited";
        QTest::newRow("alone") << data("{'error':{'message':'overloaded','type':'overloaded_error'}}") << "overloaded" << "overloaded";
        QTest::newRow("a string") << data("{'code':'x','error':'no such thing'}") << "no such thing" << "server";
        QTest::newRow("named") << "event: error\n" + data("{'error':{'message':'Failed to call a function.','type':'invalid_request_error','code':'tool_use_failed'}}")
                               << "Failed to call a function." << "invalid_request";
        QTest::newRow("named, flat") << "event: error\n" + data("{'message':'broken','code':500}") << "broken" << "server";
        QTest::newRow("named, text") << QByteArray("event: error\ndata: broken\n\n") << "broken" << "server";
        QTest::newRow("object") << data("{'object':'error','message':'too long','code':400}") << "too long" << "invalid_request";
        QTest::newRow("detail") << data("{'detail':'gone'}") << "gone" << "server";
        QTest::newRow("bare line") << "error: " + quoted("{'message':'out of memory','code':500}") + "\n" << "out of memory" << "server";
        QTest::newRow("bare line, nested") << "error: " + quoted("{'error':{'message':'out of memory'}}") << "out of memory" << "server";
        QTest::newRow("bare line of text") << QByteArray("error: out of memory\n") << "out of memory" << "server";
    }
    void errors()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QString, message);
        QFETCH(QString, kind);
        const Decoded alone = decode(stream);
        QVERIFY(!alone.outcome);
        QCOMPARE(alone.facts.error, message);
        QCOMPARE(toString(alone.outcome.error().kind), kind);
        QVERIFY(!alone.hasContent);
        if (stream.startsWith("error:"))
            return;
        const Decoded ended = decode(delta("{'content':'a'}") + stream + done);
        QVERIFY(ended.end().finish == FinishReason::Failed);
        QCOMPARE(toString(ended.end().error->kind), kind);
    }

    void aReachedLimitIsNoFault()
    {
        const Decoded decoded = decode(recording("openrouter/chat-error-in-200.sse"));
        QCOMPARE(decoded.facts.error, QStringLiteral("Token limit reached"));
        QVERIFY(decoded.end().finish == FinishReason::Incomplete);
        QCOMPARE(decoded.bodies<Reasoning>().size(), 1);
    }

    void theSameThoughtIsShownOnce()
    {
        const Decoded decoded = decode(recording("openrouter/chat-reasoning-tool.sse"));
        QString shown;
        for (const ReasoningDelta &delta : decoded.all<ReasoningDelta>())
            shown += delta.text;
        QCOMPARE(shown.size(), 388);
        QCOMPARE(decoded.bodies<Reasoning>().value(0).text, shown);
        QCOMPARE(decoded.bodies<Reasoning>().value(0).tokens.value_or(0), 99);
    }

    void thoughtsThatAreNotShownAreCounted()
    {
        const Decoded decoded = decode(recording("azure/chat-model-router.sse"));
        QCOMPARE(decoded.bodies<Reasoning>().size(), 1);
        QCOMPARE(decoded.bodies<Reasoning>()[0].tokens.value_or(0), 64);
        QVERIFY(decoded.bodies<Reasoning>()[0].providerItem.isEmpty());
    }

    void usage()
    {
        const auto usageOf = [](const char *json) { return decode(finished("stop") + data(json)).end().usage; };
        // xAI counts thoughts in the total only.
        const Usage xai = usageOf("{'choices':[],'usage':{'prompt_tokens':10,'completion_tokens':5,'total_tokens':35,'completion_tokens_details':{'reasoning_tokens':20}}}");
        QCOMPARE(xai.output.value_or(0), 25);
        const Usage openAi = usageOf("{'choices':[],'usage':{'prompt_tokens':10,'completion_tokens':25,'total_tokens':35,'completion_tokens_details':{'reasoning_tokens':20}}}");
        QCOMPARE(openAi.output.value_or(0), 25);
        const Usage groq = usageOf("{'choices':[],'x_groq':{'usage':{'prompt_tokens':1,'completion_tokens':2,'total_tokens':3}}}");
        QCOMPARE(groq.total.value_or(0), 3);
        QVERIFY(usageOf("{'choices':[],'usage':null}") == Usage());
        QVERIFY(usageOf("{'choices':[],'usage':{'prompt_tokens':'ten'}}") == Usage());
    }

    void refusal()
    {
        const Decoded decoded = decode(delta("{'refusal':'I will'}") + delta("{'refusal':' not.'}") + finished("stop") + done);
        QCOMPARE(decoded.all<RefusalDelta>().size(), 2);
        QVERIFY(decoded.bodies<AgentMessage>().value(0).refusal);
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("I will not."));
        QVERIFY(decoded.end().finish == FinishReason::Completed);
    }

    void citations()
    {
        const Decoded numbered = decode(recording("perplexity/chat-citations.sse"));
        const QList<Citation> cited = numbered.bodies<AgentMessage>().value(0).citations;
        QCOMPARE(cited.size(), 7);
        QCOMPARE(cited[0].url, QStringLiteral("https://en.wikipedia.org/wiki/San_Francisco")); // [2]
        QCOMPARE(numbered.facts.text.sliced(cited[0].start, cited[0].end - cited[0].start), QStringLiteral("[2]"));
        const Decoded annotated = decode(delta("{'content':'🎨 see a'}")
                                         + delta("{'annotations':[{'type':'url_citation','url_citation':{'url':'https://a','title':'A','start_index':6,'end_index':99}}]}") + done);
        const Citation citation = annotated.bodies<AgentMessage>().value(0).citations.value(0);
        QCOMPARE(citation, (Citation{QStringLiteral("https://a"), QStringLiteral("A"), 6, 7}));
    }

    void pictures()
    {
        const Decoded decoded = decode(delta("{'images':[{'type':'image_url','image_url':{'url':'data:image/png;base64,UE5H'}},{'image_url':{'url':'https://elsewhere/x.png'}}]}")
                                       + finished("stop") + done);
        QCOMPARE(decoded.bodies<HostedCall>().size(), 1);
        const QList<ProducedFile> files = decoded.all<ItemDone>().value(0).files;
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0].bytes, QByteArray("PNG"));
        QCOMPARE(files[0].mime, QStringLiteral("image/png"));
    }

    void wholeAnswer()
    {
        const Decoded decoded = decodeWhole("{'id':'c','model':'m','choices':[{'index':0,'message':{'role':'assistant','content':'a','reasoning_content':'hm',"
                                            "'tool_calls':[{'id':'x','type':'function','function':{'name':'f','arguments':'{}'}}]},'finish_reason':'tool_calls'}],"
                                            "'usage':{'total_tokens':9}}");
        QVERIFY(decoded.outcome);
        QCOMPARE(decoded.all<ItemDone>().size(), 3);
        QCOMPARE(decoded.all<ResponseStarted>().value(0).model, QStringLiteral("m"));
        QCOMPARE(decoded.end().usage.total.value_or(0), 9);

        QVERIFY(!decodeWhole("{'error':{'message':'no'}}").outcome);
        const Decoded other = decodeWhole("{'output':[]}");
        QVERIFY(!other.outcome && !other.outcome.error().retryable);
        QVERIFY(!decodeWhole("{'choices':[").outcome);
    }

    void onlyTheFirstChoiceCounts()
    {
        const Decoded decoded = decode(data("{'choices':[{'index':1,'delta':{'content':'b'}},{'index':0,'delta':{'content':'a'}}]}")
                                       + data("{'choices':[{'index':1,'delta':{},'finish_reason':'stop'}]}"));
        QCOMPARE(decoded.facts.text, QStringLiteral("a"));
        QVERIFY(!decoded.outcome);
    }

    void theWholeMessageBesideTheDeltasIsNotReadAgain()
    {
        const Decoded decoded = decode(data("{'choices':[{'delta':{'content':'a'},'message':{'content':'a'}}]}") + data("{'choices':[{'message':{'content':'ab'}}]}")
                                       + data("{'choices':[{'delta':{'content':'b'},'message':{'content':'ab'}}]}") + done);
        QCOMPARE(decoded.facts.text, QStringLiteral("ab"));
    }

    void strangeThings()
    {
        const Decoded decoded = decode(data("{'choices':{'a':1}}") + data("[1]") + data("{'object':'ping'}") + data("{'choices':[1,{'delta':5},null]}")
                                       + delta("{'content':{'a':1},'tool_calls':[1,{'function':7},{'index':'x'}],'reasoning_details':[3,{'text':5}],'images':[1],'annotations':[1]}")
                                       + "data: {\"choices\"\n\n" + finished("stop") + done);
        QVERIFY(decoded.outcome);
        QVERIFY(decoded.all<UnknownEvent>().size() >= 3);
        QVERIFY(decoded.calls().isEmpty());
        QVERIFY(decoded.end().finish == FinishReason::Completed);
    }
};

QTEST_GUILESS_MAIN(TestChatDecoder)
#include "TestChatDecoder.moc"
