#include "providers/openai/ResponsesDecoder.h"

#include "support/Quoted.h"

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
    ResponsesFacts facts;

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
};

Decoded decode(const QByteArray &stream)
{
    Decoded decoded;
    SseParser parser;
    ResponsesDecoder decoder;
    QList<SseEvent> events;
    parser.feed(stream, events);
    parser.finish(events);
    for (const SseEvent &event : events)
        decoder.take(event, decoded.events);
    decoded.outcome = decoder.finish(parser.lastOddLine(), decoded.events);
    decoded.facts = decoder.facts();
    return decoded;
}

QByteArray data(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

const QByteArray completed = data(quoted("{'type':'response.completed','response':{'id':'r','status':'completed','output':[],'usage':{'input_tokens':1}}}"));

QByteArray recording(const char *name)
{
    QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestResponsesDecoder : public QObject
{
    Q_OBJECT

private slots:
    void itemsKeepTheirBytes()
    {
        // Keys out of order, spaces, a number that a parser would write differently.
        const QByteArray item = quoted("{ 'z':1.50,'type':'reasoning', 'summary':[],'encrypted_content':'gAAA\\/b' }");
        const Decoded decoded = decode(data(quoted("{'type':'response.output_item.done','output_index':0,'item':") + item + ",\"sequence_number\":3}") + completed);
        QCOMPARE(decoded.bodies<Reasoning>().size(), 1);
        QCOMPARE(decoded.bodies<Reasoning>()[0].providerItem, item);
    }

    void theBlobIsThatOfTheFinishedItem()
    {
        const QByteArray stream = recording("openai/phase.sse");
        QVERIFY(!stream.isEmpty());
        const Decoded decoded = decode(stream);
        const QByteArray blob = decoded.bodies<Reasoning>().value(0).providerItem;
        QVERIFY(stream.contains("\"item\":" + blob));
        // The field that the answer's author gave the message has to survive the way back.
        QVERIFY(decoded.bodies<AgentMessage>().value(0).providerItem.contains("\"phase\":\"commentary\""));
    }

    void itemsComeInTheirOrder()
    {
        // OpenRouter finishes the message before the reasoning that stands in front of it.
        const Decoded decoded = decode(recording("openrouter/responses-raw-cot.sse"));
        const QList<ItemDone> items = decoded.all<ItemDone>();
        QCOMPARE(items.size(), 2);
        QVERIFY(std::holds_alternative<Reasoning>(items[0].body));
        QVERIFY(std::holds_alternative<AgentMessage>(items[1].body));
    }

    void whatTheDeltasLeftOutIsShown()
    {
        const Decoded decoded = decode(recording("openai/deltas-missing.sse"));
        QString shown;
        for (const TextDelta &delta : decoded.all<TextDelta>())
            shown += delta.text;
        QString final;
        for (const AgentMessage &message : decoded.bodies<AgentMessage>())
            final += message.text;
        QCOMPARE(shown, final);
        QCOMPARE(final.size(), 1638);
    }

    void doneContradictsTheDeltas()
    {
        const Decoded decoded = decode(data(quoted("{'type':'response.output_text.delta','output_index':0,'content_index':0,'delta':'wrong'}"))
                                       + data(quoted("{'type':'response.output_text.done','output_index':0,'content_index':0,'text':'right'}"))
                                       + data(quoted("{'type':'response.output_item.done','output_index':0,'item':{'type':'message','content':[{'type':'output_text','text':'right'}]}}"))
                                       + completed);
        QCOMPARE(decoded.all<TextDelta>().size(), 1);
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("right"));
        QCOMPARE(decoded.all<ItemDone>().value(0).slot, decoded.all<TextDelta>().value(0).slot);
    }

    void anEmptyFinalItemTakesNothingBack()
    {
        const Decoded decoded = decode(data(quoted("{'type':'response.output_text.delta','output_index':0,'content_index':0,'delta':'said'}"))
                                       + data(quoted("{'type':'response.output_item.done','output_index':0,'item':{'type':'message','content':[]}}")) + completed);
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("said"));
    }

    void withoutFinalItemsThePiecesCount()
    {
        const Decoded decoded = decode(data(quoted("{'type':'response.output_item.added','output_index':0,'item':{'type':'reasoning','summary':[]}}"))
                                       + data(quoted("{'type':'response.reasoning_summary_text.delta','output_index':0,'summary_index':0,'delta':'a'}"))
                                       + data(quoted("{'type':'response.reasoning_summary_text.delta','output_index':0,'summary_index':1,'delta':'b'}"))
                                       + data(quoted("{'type':'response.output_text.delta','output_index':1,'content_index':0,'delta':'text'}"))
                                       + data(quoted("{'type':'response.output_item.added','output_index':2,'item':{'type':'function_call','call_id':'c1','name':'f'}}"))
                                       + data(quoted("{'type':'response.function_call_arguments.done','output_index':2,'arguments':'{}'}"))
                                       + data(quoted("{'type':'response.output_item.added','output_index':3,'item':{'type':'function_call','call_id':'c2','name':'f'}}"))
                                       + data(quoted("{'type':'response.function_call_arguments.delta','output_index':3,'delta':'{\\'half'}")) + completed);
        QCOMPARE(decoded.bodies<Reasoning>().value(0).text, QStringLiteral("a\n\nb"));
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("text"));
        QCOMPARE(decoded.bodies<ToolCall>().size(), 1); // half of a call does not run
        QCOMPARE(decoded.bodies<ToolCall>()[0].callId.value, QStringLiteral("c1"));
        QStringList thoughts;
        for (const ReasoningDelta &delta : decoded.all<ReasoningDelta>())
            thoughts.append(delta.text);
        QCOMPARE(thoughts.join(QString()), QStringLiteral("a\n\nb"));
    }

    void itemsOnlyInTheTerminalEvent()
    {
        const QByteArray item = quoted("{'type':'function_call','call_id':'c','name':'f','arguments':'{}','n':1.0}");
        const Decoded decoded = decode(data(quoted("{'type':'response.completed','response':{'id':'r','output':[") + item + "]}}"));
        QCOMPARE(decoded.bodies<ToolCall>().value(0).providerItem, item);
    }

    void answerThatWasNotStreamed()
    {
        ResponsesDecoder decoder;
        QList<ModelEvent> events;
        decoder.takeWhole(quoted("{'id':'r','object':'response','model':'m','status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},"
                          "'output':[{'type':'message','content':[{'type':'output_text','text':'hi'}]}],'usage':{'output_tokens':3}}"),
                          events);
        QVERIFY(decoder.ended());
        QCOMPARE(events.size(), 3);
        QCOMPARE(std::get<AgentMessage>(std::get<ItemDone>(events[1]).body).text, QStringLiteral("hi"));
        const auto ended = std::get<ResponseEnded>(events[2]);
        QVERIFY(ended.finish == FinishReason::Incomplete);
        QCOMPARE(ended.reason, QStringLiteral("max_output_tokens"));
        QCOMPARE(ended.usage.output.value_or(-1), 3);
    }

    void aRepeatedCallRunsOnce()
    {
        const QByteArray done = quoted("'item':{'type':'function_call','call_id':'c','name':'f','arguments':'{}'}}");
        const Decoded decoded = decode(data(quoted("{'type':'response.output_item.done','output_index':0,") + done)
                                       + data(quoted("{'type':'response.output_item.done','output_index':0,") + done)
                                       + data(quoted("{'type':'response.output_item.done','output_index':1,") + done) + completed);
        QCOMPARE(decoded.bodies<ToolCall>().size(), 1);
    }

    void oneIndexForAllItems()
    {
        QByteArray stream;
        for (int i = 0; i < 3; ++i) {
            const QByteArray head = quoted("{'type':'function_call','name':'f','call_id':'c") + QByteArray::number(i) + "\"";
            stream += data(quoted("{'type':'response.output_item.added','output_index':0,'item':") + head + "}}");
            stream += data(quoted("{'type':'response.function_call_arguments.delta','output_index':0,'delta':'{}'}"));
            stream += data(quoted("{'type':'response.output_item.done','output_index':0,'item':") + head + quoted(",'arguments':'{}'}}"));
        }
        const Decoded decoded = decode(stream + completed);
        QCOMPARE(decoded.bodies<ToolCall>().size(), 3);
        QCOMPARE(decoded.all<ToolCallDelta>().value(2).slot, decoded.all<ItemDone>().value(2).slot);
    }

    void aThousandParallelCalls()
    {
        QByteArray stream;
        for (int i = 0; i < 1000; ++i)
            stream += data(QString::fromUtf8(quoted("{'type':'response.output_item.added','output_index':%1,'item':{'type':'function_call','call_id':'c%1','name':'f'}}")).arg(i).toUtf8());
        for (int i = 999; i >= 0; --i)
            stream += data(QString::fromUtf8(quoted("{'type':'response.output_item.done','output_index':%1,'item':{'type':'function_call','call_id':'c%1','name':'f','arguments':'{}'}}")).arg(i).toUtf8());
        const QList<ToolCall> calls = decode(stream + completed).bodies<ToolCall>();
        QCOMPARE(calls.size(), 1000);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(calls[i].callId.value, QStringLiteral("c%1").arg(i));
    }

    void errorsInsideTheStream_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("flat") << data(quoted("{'type':'error','code':'server_error','message':'Oops'}")) << "server" << true;
        QTest::newRow("nested") << data(quoted("{'type':'error','error':{'code':'insufficient_quota','message':'Oops'}}")) << "quota" << false;
        QTest::newRow("no type") << data(quoted("{'error':{'message':'Oops','code':502}}")) << "server" << true;
        QTest::newRow("bare line") << QByteArray("error: {\"code\":500,\"message\":\"Oops\"}\n") << "server" << true;
        QTest::newRow("cut") << QByteArray() << "protocol" << true;
        QTest::newRow("cut in the terminal event") << completed.left(80) << "protocol" << true;
    }
    void errorsInsideTheStream()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QString, kind);
        QFETCH(bool, retryable);
        const Decoded decoded = decode(stream);
        QVERIFY(!decoded.outcome);
        QCOMPARE(toString(decoded.outcome.error().kind), kind);
        QCOMPARE(decoded.outcome.error().retryable, retryable);
        QVERIFY(decoded.all<ResponseEnded>().isEmpty());
    }

    void failedEndsTheAnswer()
    {
        const Decoded decoded = decode(recording("openai/error-midstream.sse"));
        QVERIFY(decoded.outcome);
        const ResponseEnded ended = decoded.all<ResponseEnded>().value(0);
        QVERIFY(ended.finish == FinishReason::Failed);
        QVERIFY(ended.error->kind == ErrorKind::Quota);
        // A failure without an explanation keeps that of the error event before it.
        const Decoded silent = decode(data(quoted("{'type':'error','message':'Overheated','code':'server_error'}"))
                                      + data(quoted("{'type':'response.failed','response':{'error':null}}")));
        QVERIFY(silent.all<ResponseEnded>().value(0).error->message.contains(QLatin1String("Overheated")));
    }

    void hostedCallsAreFollowed()
    {
        const Decoded search = decode(recording("openai/web-search.sse"));
        QCOMPARE(search.bodies<HostedCall>().size(), 6);
        QVERIFY(search.all<HostedCallProgress>().size() >= 18);
        QCOMPARE(search.bodies<AgentMessage>().value(0).citations.size(), 12);
        const AgentMessage message = search.bodies<AgentMessage>().value(0);
        for (const Citation &citation : message.citations)
            QVERIFY(message.text.mid(citation.start, citation.end - citation.start).contains(citation.url));
        QString code;
        const Decoded interpreter = decode(recording("openai/code-interpreter.sse"));
        for (const HostedCallDelta &delta : interpreter.all<HostedCallDelta>())
            code += delta.text;
        QVERIFY(code.contains(QLatin1String("import")));
        QCOMPARE(decode(recording("openai/image-generation.sse")).all<PartialPicture>().size(), 1);
    }

    void refusalIsAChannelOfItsOwn()
    {
        const Decoded decoded = decode(recording("openai/refusal.sse"));
        QVERIFY(decoded.all<TextDelta>().isEmpty());
        QVERIFY(decoded.bodies<AgentMessage>().value(0).refusal);
        QVERIFY(!decoded.all<RefusalDelta>().isEmpty());
    }

    void unknownEventsAreKept()
    {
        const QByteArray json = quoted("{'type':'response.telepathy.delta','x':1}");
        const Decoded decoded = decode(data(json) + data("not json") + data(QByteArray(10000, '[') + QByteArray(10000, ']')) + data("[1]")
                                       + data(quoted("{'type':'keepalive','sequence_number':1}")) + completed);
        QCOMPARE(decoded.all<UnknownEvent>().size(), 4);
        QCOMPARE(decoded.all<UnknownEvent>()[0].json, json);
        QVERIFY(decoded.outcome);
    }

    void hugeIndexesAndManySlots()
    {
        QByteArray stream;
        for (const char *index : {"-1", "1e300", "9223372036854775807", "0.5", "\"x\"", "null"})
            stream += data(quoted("{'type':'response.output_text.delta','content_index':") + index + quoted(",'output_index':") + index + quoted(",'delta':'x'}"));
        for (int i = 0; i < 30000; ++i)
            stream += data(quoted("{'type':'response.refusal.delta','delta':'x','output_index':") + QByteArray::number(i) + "}");
        QVERIFY(decode(stream + completed).outcome);
    }

    // Every value of every event of the recordings is exchanged for one of another type, one at a time.
    void wrongTypesEverywhere()
    {
        const QList<QJsonValue> others = {QJsonValue(), QJsonValue(true), QJsonValue(-1e300), QJsonValue(QStringLiteral("x")), QJsonArray{1, QJsonArray()}, QJsonObject{{QStringLiteral("type"), 3}}};
        QRandomGenerator random(1);
        for (const char *name : {"openai/custom-tool.sse", "openai/refusal.sse", "openai/image-generation.sse", "openai/phase.sse", "openai/error-midstream.sse"}) {
            QList<SseEvent> events;
            SseParser parser;
            parser.feed(recording(name), events);
            QVERIFY(!events.isEmpty());
            for (int round = 0; round < 400; ++round) {
                ResponsesDecoder decoder;
                QList<ModelEvent> out;
                for (SseEvent event : std::as_const(events)) {
                    QJsonValue json = QJsonDocument::fromJson(event.data).object();
                    exchange(json, others[random.bounded(others.size())], random);
                    event.data = QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact);
                    decoder.take(event, out);
                }
                const Done outcome = decoder.finish({}, out);
                QCOMPARE(outcome.has_value(), decoder.ended());
            }
        }
    }

private:
    // Replaces one value somewhere below `json`.
    static void exchange(QJsonValue &json, const QJsonValue &other, QRandomGenerator &random)
    {
        if (json.isObject() && !json.toObject().isEmpty() && random.bounded(6)) {
            QJsonObject object = json.toObject();
            const QString key = object.keys().at(random.bounded(object.size()));
            QJsonValue value = object.value(key);
            exchange(value, other, random);
            object[key] = value;
            json = object;
        } else if (json.isArray() && !json.toArray().isEmpty() && random.bounded(6)) {
            QJsonArray array = json.toArray();
            const auto index = random.bounded(array.size());
            QJsonValue value = array[index];
            exchange(value, other, random);
            array[index] = value;
            json = array;
        } else {
            json = other;
        }
    }
};

QTEST_GUILESS_MAIN(TestResponsesDecoder)
#include "TestResponsesDecoder.moc"
