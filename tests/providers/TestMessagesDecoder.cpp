#include "providers/anthropic/MessagesDecoder.h"

#include "providers/anthropic/MessagesBlocks.h"
#include "support/Quoted.h"
#include "support/TestPrint.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

struct Decoded {
    QList<ModelEvent> events;
    Done outcome;
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
    // All blocks as they go back.
    QByteArrayList blocks() const
    {
        QByteArrayList found;
        for (const ItemDone &done : all<ItemDone>()) {
            std::visit(
                [&](const auto &body) {
                    if constexpr (requires { body.providerItem; }) {
                        if (const auto envelope = messages::unwrapped(body.providerItem))
                            found += envelope->blocks;
                    }
                },
                done.body);
        }
        return found;
    }
    ResponseEnded ended() const { return all<ResponseEnded>().value(0); }
};

Decoded decode(const QByteArray &stream)
{
    Decoded decoded;
    SseParser parser;
    MessagesDecoder decoder;
    QList<SseEvent> events;
    parser.feed(stream, events);
    parser.finish(events);
    for (const SseEvent &event : events)
        decoder.take(event, decoded.events);
    decoded.outcome = decoder.finish(parser.lastOddLine(), decoded.events);
    decoded.hasContent = decoder.hasContent();
    return decoded;
}

QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

const QByteArray started = data(quoted("{'type':'message_start','message':{'id':'msg_1','model':'claude-sonnet-4-5','usage':{'input_tokens':10,'output_tokens':1,"
                                       "'cache_read_input_tokens':5,'cache_creation_input_tokens':3}}}"));

QByteArray stop(const char *reason = "end_turn")
{
    return data(quoted("{'type':'message_delta','delta':{'stop_reason':'") + reason + quoted("'},'usage':{'output_tokens':7}}")) + data(quoted("{'type':'message_stop'}"));
}

QByteArray block(int index, const char *content, const QByteArrayList &deltas = {}, bool closed = true)
{
    const QByteArray at = quoted("'index':") + QByteArray::number(index);
    QByteArray stream = data(quoted("{'type':'content_block_start',") + at + quoted(",'content_block':") + quoted(content) + '}');
    for (const QByteArray &delta : deltas)
        stream += data(quoted("{'type':'content_block_delta',") + at + quoted(",'delta':") + quoted(delta) + '}');
    if (closed)
        stream += data(quoted("{'type':'content_block_stop',") + at + '}');
    return stream;
}

QByteArray text(int index, const QByteArray &words, bool closed = true)
{
    return block(index, "{'type':'text','text':''}", {"{'type':'text_delta','text':'" + words + "'}"}, closed);
}

const QByteArray search = block(0, "{'type':'server_tool_use','id':'srv_a','name':'web_search','input':{}}",
                                {"{'type':'input_json_delta','partial_json':'{\\'query\\':'}", "{'type':'input_json_delta','partial_json':' \\'x\\'}'}"});

} // namespace

class TestMessagesDecoder : public QObject
{
    Q_OBJECT

private slots:
    void blocksKeepTheirBytes()
    {
        const Decoded decoded = decode(started
                                       + block(0, "{ 'signature':'', 'type':'thinking','odd':1.50,'thinking':'' }",
                                               {"{'type':'thinking_delta','thinking':'Hm \\n'}", "{'type':'signature_delta','signature':'Eq'}",
                                                "{'type':'signature_delta','signature':'Q='}"})
                                       + block(1, "{'type':'redacted_thinking','data':'Em\\/w'}")
                                       + block(2, "{'type':'tool_use','id':'toolu_1','name':'look','input':{},'caller':{'type':'direct'}}",
                                               {"{'type':'input_json_delta','partial_json':'{\\'b\\': 1.0,'}", "{'type':'input_json_delta','partial_json':' \\'a\\':2}'}"})
                                       + stop("tool_use"));
        VERIFY_RESULT(decoded.outcome);
        QCOMPARE(decoded.blocks(), (QByteArrayList{quoted("{ 'signature':'EqQ=', 'type':'thinking','odd':1.50,'thinking':'Hm \\n' }"),
                                                   quoted("{'type':'redacted_thinking','data':'Em\\/w'}"),
                                                   quoted("{'type':'tool_use','id':'toolu_1','name':'look','input':{'b': 1.0, 'a':2},'caller':{'type':'direct'}}")}));
        QCOMPARE(decoded.bodies<Reasoning>()[0].text, QStringLiteral("Hm \n"));
        QVERIFY(decoded.bodies<Reasoning>()[1].text.isEmpty());
        const ToolCall call = decoded.bodies<ToolCall>()[0];
        QCOMPARE(call.callId.value, QStringLiteral("toolu_1"));
        QCOMPARE(call.arguments.toUtf8(), quoted("{'b': 1.0, 'a':2}"));
        QVERIFY(decoded.ended().finish == FinishReason::Completed);
    }

    void usageCountsTheCacheAsInput()
    {
        const Usage usage = decode(started + text(0, "x") + stop()).ended().usage;
        QCOMPARE(usage.input.value_or(0), 18);
        QCOMPARE(usage.cached.value_or(0), 5);
        QCOMPARE(usage.output.value_or(0), 7);
        QCOMPARE(usage.total.value_or(0), 25);
        QVERIFY(!usage.reasoning);
    }

    void textsSideBySideAreOneMessage()
    {
        const Decoded decoded = decode(started + text(0, "A \xF0\x9F\x8E\xA8 ")
                                       + block(1, "{'citations':[],'type':'text','text':''}",
                                               {"{'type':'citations_delta','citation':{'type':'web_search_result_location','url':'https://a.example/','title':'A'}}",
                                                "{'type':'citations_delta','citation':{'type':'web_search_result_location','url':'https://a.example/','title':'A'}}",
                                                "{'type':'text_delta','text':'cited'}"})
                                       + block(2, "{'type':'text','text':''}",
                                               {"{'type':'citations_delta','citation':{'type':'char_location','document_title':'Book','document_index':0}}",
                                                "{'type':'text_delta','text':'.'}"})
                                       + block(3, "{'type':'text','text':''}") + stop());
        const QList<AgentMessage> messages = decoded.bodies<AgentMessage>();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages[0].text, QString::fromUtf8("A \xF0\x9F\x8E\xA8 cited."));
        QCOMPARE(messages[0].citations, (QList<Citation>{{QStringLiteral("https://a.example/"), QStringLiteral("A"), 4, 9}, {{}, QStringLiteral("Book"), 9, 10}}));
        // The empty one does not go back.
        QCOMPARE(decoded.blocks().size(), 3);
        QVERIFY(decoded.blocks()[1].contains(quoted("'citations':[{'type':'web_search_result_location'")));
        for (const TextDelta &delta : decoded.all<TextDelta>())
            QCOMPARE(delta.slot, 0);
        QCOMPARE(decoded.all<ItemDone>()[0].slot, 0);
    }

    void hostedCallAndItsResultAreOne()
    {
        const Decoded decoded = decode(started + search
                                       + block(1, "{'type':'web_search_tool_result','tool_use_id':'srv_a','content':[{'type':'web_search_result','title':'T','url':'https://t.example/',"
                                                  "'encrypted_content':'zz'},{'type':'web_search_result','title':'U','url':'https://u.example/'}]}")
                                       + text(2, "done") + stop());
        const QList<HostedCall> calls = decoded.bodies<HostedCall>();
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls[0].type, QStringLiteral("web_search"));
        QCOMPARE(calls[0].arguments, quoted("{'query': 'x'}"));
        QCOMPARE(calls[0].outcome, QStringLiteral("completed"));
        QCOMPARE(calls[0].output, QStringLiteral("T\nhttps://t.example/\n\nU\nhttps://u.example/"));
        QCOMPARE(messages::unwrapped(calls[0].providerItem)->blocks.size(), 2);
        QCOMPARE(decoded.all<HostedCallProgress>()[0].slot, decoded.all<ItemDone>()[0].slot);
    }

    void parallelHostedCallsKeepTheOrderOfBlocks()
    {
        const Decoded decoded = decode(started + search + block(1, "{'type':'server_tool_use','id':'srv_b','name':'bash_code_execution','input':{'command':'ls'}}") + text(2, "Wait. ")
                                       + block(3, "{'type':'bash_code_execution_tool_result','tool_use_id':'srv_b','content':{'type':'bash_code_execution_result','stdout':'out','stderr':'bad','return_code':2}}")
                                       + block(4, "{'type':'web_search_tool_result','tool_use_id':'srv_a','content':{'type':'web_search_tool_result_error','error_code':'max_uses_exceeded'}}") + stop());
        const QList<HostedCall> calls = decoded.bodies<HostedCall>();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].type, QStringLiteral("bash_code_execution"));
        QCOMPARE(calls[0].arguments, quoted("{'command':'ls'}"));
        QCOMPARE(calls[0].output, QStringLiteral("out\nbad\nexit status 2"));
        QCOMPARE(calls[1].outcome, QStringLiteral("max_uses_exceeded"));
        const QByteArrayList blocks = decoded.blocks();
        QCOMPARE(blocks.size(), 5);
        const char *const order[] = {"srv_a", "srv_b", "Wait", "srv_b", "srv_a"};
        for (int i = 0; i < 5; ++i)
            QVERIFY2(blocks[i].contains(order[i]), blocks[i].constData());
    }

    void mcp()
    {
        const Decoded decoded = decode(started + block(0, "{'type':'mcp_tool_use','id':'mcp_1','name':'echo','server_name':'s','input':{}}", {"{'type':'input_json_delta','partial_json':'{}'}"})
                                       + block(1, "{'type':'mcp_tool_result','tool_use_id':'mcp_1','is_error':true,'content':[{'type':'text','text':'no'}]}") + stop());
        const HostedCall call = decoded.bodies<HostedCall>().value(0);
        QCOMPARE(call.type, QStringLiteral("echo"));
        QCOMPARE(call.outcome, QStringLiteral("failed"));
        QCOMPARE(call.output, QStringLiteral("no"));
    }

    void pausedCallGoesBack()
    {
        const Decoded decoded = decode(started + text(0, "Let me look.") + QByteArray(search).replace("\"index\":0", "\"index\":1") + stop("pause_turn"));
        QVERIFY(decoded.ended().finish == FinishReason::Paused);
        QCOMPARE(decoded.blocks().size(), 2);
        QCOMPARE(decoded.bodies<HostedCall>().value(0).outcome, QStringLiteral("in_progress"));
        // The answer that goes on has only the result.
        const Decoded rest = decode(started + block(0, "{'type':'web_search_tool_result','tool_use_id':'srv_a','content':[]}") + stop());
        QCOMPARE(rest.bodies<HostedCall>().value(0).type, QStringLiteral("web_search"));
        QCOMPARE(rest.blocks().size(), 1);
    }

    void unknownBlocksGoBack()
    {
        const Decoded decoded = decode(started + block(0, "{'type':'compaction','content':null}", {"{'type':'compaction_delta','content':'Short.'}"})
                                       + block(1, "{'type':'from_the_future','x':[1, 2.0]}") + data(quoted("{'type':'new_event'}")) + stop());
        const QList<HostedCall> calls = decoded.bodies<HostedCall>();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].output, QStringLiteral("Short."));
        QCOMPARE(calls[1].type, QStringLiteral("from_the_future"));
        QCOMPARE(decoded.blocks(), (QByteArrayList{quoted("{'type':'compaction','content':'Short.'}"), quoted("{'type':'from_the_future','x':[1, 2.0]}")}));
        QCOMPARE(decoded.all<UnknownEvent>().value(0).type, QStringLiteral("new_event"));
    }

    void cutCallIsNone_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("limit of tokens") << stop("max_tokens");
        QTest::newRow("stream ends") << QByteArray();
        QTest::newRow("error") << data(quoted("{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}"));
    }
    void cutCallIsNone()
    {
        QFETCH(QByteArray, end);
        const char *const call = "{'type':'tool_use','id':'t2','name':'f','input':{}}";
        const QByteArray first = block(0, "{'type':'tool_use','id':'t1','name':'f','input':{}}");
        const QByteArray half = "{'type':'input_json_delta','partial_json':'{\\'a\\': ['}";
        for (const QByteArray &last : {block(1, call), block(1, call, {}, false), block(1, call, {half}), block(1, call, {half}, false)}) {
            const Decoded decoded = decode(started + first + last + end);
            QCOMPARE(decoded.bodies<ToolCall>().size(), 1); // the one that is whole
            QCOMPARE(decoded.bodies<ToolCall>()[0].arguments, QStringLiteral("{}"));
            QVERIFY(decoded.hasContent);
        }
    }

    void argumentsThatAreNoJson()
    {
        const Decoded decoded = decode(started + block(0, "{'type':'tool_use','id':'t','name':'f','input':{}}", {"{'type':'input_json_delta','partial_json':'{\\'a\\': oops}'}"}) + stop("tool_use"));
        const ToolCall call = decoded.bodies<ToolCall>().value(0);
        QCOMPARE(call.arguments.toUtf8(), quoted("{'a': oops}"));
        QVERIFY(decoded.blocks().value(0).contains("INVALID_JSON"));
    }

    void idsAreUnique()
    {
        const Decoded decoded = decode(started + block(0, "{'type':'tool_use','id':'t','name':'f','input':{'a':1}}") + block(1, "{'type':'tool_use','id':'t','name':'f','input':{'a':2}}")
                                       + block(2, "{'type':'tool_use','name':'g','input':{'a':3}}") + stop("tool_use"));
        QSet<QString> ids;
        for (const ToolCall &call : decoded.bodies<ToolCall>()) {
            QVERIFY(!call.callId.isEmpty());
            QVERIFY(messages::unwrapped(call.providerItem)->blocks[0].contains('"' + call.callId.value.toUtf8() + '"'));
            ids.insert(call.callId.value);
        }
        QCOMPARE(ids.size(), 3);
        QCOMPARE(decoded.bodies<ToolCall>()[1].arguments.toUtf8(), quoted("{'a':2}"));
        // Nor are they those of another answer.
        const Decoded other = decode(started + block(2, "{'type':'tool_use','name':'g','input':{'a':3}}") + stop("tool_use"));
        QVERIFY(!ids.contains(other.bodies<ToolCall>()[0].callId.value));
    }

    void limits()
    {
        const ResponseEnded cut = decode(started + text(0, "x") + stop("max_tokens")).ended();
        QVERIFY(cut.finish == FinishReason::Incomplete);
        QCOMPARE(cut.reason, QStringLiteral("max_output_tokens"));
        const ResponseEnded full = decode(started + text(0, "x") + stop("model_context_window_exceeded")).ended();
        QVERIFY(full.finish == FinishReason::Incomplete);
        QCOMPARE(full.reason, QStringLiteral("model_context_window_exceeded"));
    }

    void refusal()
    {
        const Decoded words = decode(started + text(0, "I cannot") + stop("refusal"));
        QVERIFY(words.bodies<AgentMessage>().value(0).refusal);
        QVERIFY(words.ended().finish == FinishReason::Completed);
        const Decoded silent = decode(started + stop("refusal"));
        QVERIFY(silent.bodies<AgentMessage>().value(0).refusal);
        QVERIFY(!silent.bodies<AgentMessage>()[0].text.isEmpty());
        QVERIFY(silent.blocks().isEmpty());
    }

    void errors()
    {
        const Decoded early = decode(started + data(quoted("{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}")));
        QVERIFY(!early.outcome);
        QVERIFY(early.outcome.error().kind == ErrorKind::Overloaded);
        QVERIFY(early.outcome.error().retryable);
        QVERIFY(!early.hasContent);
        const Decoded late = decode(started + text(0, "Half", false));
        QVERIFY(!late.outcome);
        QVERIFY(late.outcome.error().kind == ErrorKind::Protocol);
        QVERIFY(late.hasContent);
        QVERIFY(late.all<ItemDone>().isEmpty()); // what was shown of it stays a draft
        const Decoded whole = decode(started + text(0, "One. ") + text(1, "Two."));
        QCOMPARE(whole.bodies<AgentMessage>().value(0).text, QStringLiteral("One. Two."));
        const Decoded half = decode(started + text(0, "One. ") + text(1, "Tw", false));
        QVERIFY(half.all<ItemDone>().isEmpty());
    }

    void gatewaysThatForget()
    {
        // No block is opened or closed, and no index is given.
        const Decoded decoded = decode(started + data(quoted("{'type':'content_block_delta','delta':{'type':'text_delta','text':'a'}}"))
                                       + data(quoted("{'type':'content_block_delta','delta':{'type':'text_delta','text':'b'}}")) + data("[DONE]") + stop());
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("ab"));
        QCOMPARE(decoded.blocks(), (QByteArrayList{quoted("{'type':'text','text':'ab'}")}));
    }

    void wholeAnswer()
    {
        MessagesDecoder decoder;
        QList<ModelEvent> events;
        decoder.takeWhole(quoted("{'id':'m','model':'x','type':'message','content':[{'type':'text','text':'Hi'},{'type':'tool_use','id':'t','name':'f','input':{'a': 1.0}}],"
                                 "'stop_reason':'tool_use','usage':{'input_tokens':3,'output_tokens':4}}"), events);
        VERIFY_RESULT(decoder.finish({}, events));
        const Decoded decoded{events, {}, true};
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("Hi"));
        QCOMPARE(decoded.bodies<ToolCall>().value(0).arguments.toUtf8(), quoted("{'a': 1.0}"));
        QCOMPARE(decoded.ended().usage.total.value_or(0), 7);

        MessagesDecoder failed;
        failed.takeWhole(quoted("{'type':'error','error':{'type':'not_found_error','message':'model: x'}}"), events);
        QVERIFY(!failed.finish({}, events));
    }

    // Whatever comes, nothing breaks.
    void wrongTypes()
    {
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/anthropic/code-execution.sse"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QRandomGenerator random(7);
        const QByteArrayList values{"null", "[]", "{}", "1e300", "-1", "\"\"", "true", "[[{}]]"};
        for (int round = 0; round < 300; ++round) {
            QByteArray stream = good;
            for (int change = 0; change < 5; ++change) {
                const qsizetype colon = stream.indexOf("\":", random.bounded(static_cast<int>(stream.size())));
                if (colon < 0)
                    continue;
                stream.insert(colon + 2, values[random.bounded(static_cast<int>(values.size()))] + ",\"x\":");
            }
            const Decoded decoded = decode(stream);
            QVERIFY(decoded.outcome.has_value() == (decoded.all<ResponseEnded>().size() == 1));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessagesDecoder)
#include "TestMessagesDecoder.moc"
