#include "providers/gemini/GeminiDecoder.h"

#include "providers/gemini/GeminiParts.h"
#include "support/Quoted.h"
#include "support/TestPrint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace vitrine;

namespace {

struct Decoded {
    QList<ModelEvent> events;
    Done outcome;
    GeminiFacts facts;
    bool hadContent = false;

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
    ResponseEnded end() const { return all<ResponseEnded>().value(0); }
};

Decoded finished(GeminiDecoder &decoder, QList<ModelEvent> events)
{
    Decoded decoded;
    decoded.events = std::move(events);
    decoded.outcome = decoder.finish({}, decoded.events);
    decoded.facts = decoder.facts();
    decoded.hadContent = decoder.hasContent();
    return decoded;
}

Decoded decode(const QList<QByteArray> &chunks)
{
    GeminiDecoder decoder;
    QList<ModelEvent> events;
    for (const QByteArray &chunk : chunks)
        decoder.take(SseEvent{{}, chunk, {}, true}, events);
    return finished(decoder, events);
}

// A chunk with these parts; the last one of an answer when it has a reason.
QByteArray chunk(const QByteArray &parts, const QByteArray &reason = {}, const QByteArray &rest = {})
{
    return quoted("{'candidates':[{'content':{'parts':[" + parts + "],'role':'model'}" + (reason.isEmpty() ? QByteArray() : ",'finishReason':'" + reason + "'")
                  + rest + ",'index':0}],'modelVersion':'m','responseId':'r'}");
}

QList<QByteArray> partsOf(const QByteArray &providerItem)
{
    const std::optional<gemini::Envelope> envelope = gemini::envelopeFrom(providerItem);
    return envelope ? envelope->parts : QList<QByteArray>();
}

QByteArray providerItemOf(const ItemBody &body)
{
    return std::visit(
        [](const auto &known) -> QByteArray {
            if constexpr (requires { known.providerItem; })
                return known.providerItem;
            else
                return {};
        },
        body);
}

// All parts of an answer, as they would be sent back.
QList<QByteArray> allParts(const Decoded &decoded)
{
    QList<QByteArray> parts;
    for (const ItemDone &done : decoded.all<ItemDone>())
        parts += partsOf(providerItemOf(done.body));
    return parts;
}

} // namespace

class TestGeminiDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyPartGoesBackInOrderAndByteForByte()
    {
        const QList<QByteArray> parts = {
            quoted("{'text':'','thoughtSignature':'first'}"),
            quoted("{ 'thought':true,'text':'Hm' , 'z':1.50}"),
            quoted("{'text':'Hel'}"),
            quoted("{'text':'lo','thoughtSignature':'s\\/1'}"),
            quoted("{'text':'','thoughtSignature':'s2'}"),
            quoted("{'thoughtSignature':'s3'}"),
            quoted("{'strange':{'new':1}}"),
            quoted("{'functionCall':{'name':'f','args':{'b': 1.0,'a':2}},'thoughtSignature':'s4'}"),
            quoted("{'functionCall':{'name':'g','args':{},'id':'i'}}"),
            quoted("{'text':''}"),
        };
        const Decoded decoded = decode({chunk(parts[0] + ',' + parts[1] + ',' + parts[2]), chunk(parts[3]), chunk(parts[4] + ',' + parts[5] + ',' + parts[6]),
                                        chunk(parts[7]), chunk(parts[8]), chunk(parts[9], "STOP")});
        VERIFY_RESULT(decoded.outcome);
        QCOMPARE(allParts(decoded), parts);
        QCOMPARE(decoded.bodies<Reasoning>().value(0).text, QStringLiteral("Hm"));
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("Hello"));
        QCOMPARE(decoded.bodies<AgentMessage>().size(), 1);
        const QList<ToolCall> calls = decoded.bodies<ToolCall>();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].arguments, QStringLiteral("{\"b\": 1.0,\"a\":2}"));
        QCOMPARE(calls[1].callId.value, QStringLiteral("i"));
        QCOMPARE(decoded.facts.thoughtSignatures, 5);
        QCOMPARE(decoded.all<UnknownEvent>().size(), 1);
        QVERIFY(decoded.end().finish == FinishReason::Completed);
    }

    void callsWithoutAnIdGetOne()
    {
        const QByteArray call = "{'functionCall':{'name':'f','args':{}}}";
        const QByteArray same = "{'functionCall':{'name':'f','args':{},'id':'same'}}";
        QSet<QString> ids;
        for (int answer = 0; answer < 2; ++answer) {
            const QList<ToolCall> calls = decode({chunk(call + ',' + call), chunk(same + ',' + same, "STOP")}).bodies<ToolCall>();
            QCOMPARE(calls.size(), 4);
            for (const ToolCall &made : calls) {
                ids.insert(made.callId.value);
                QCOMPARE(gemini::envelopeFrom(made.providerItem)->callId, made.callId.value);
            }
        }
        QCOMPARE(ids.size(), 7); // "same" is the API's own, once in each answer
    }

    void liveDeltas()
    {
        const Decoded decoded = decode({chunk("{'text':'Th','thought':true}"), chunk("{'text':'ought','thought':true}"), chunk("{'text':'A'}"), chunk("{'text':'B'}"),
                                        chunk("{'functionCall':{'name':'f','id':'c','args':{'x':1}}}", "STOP")});
        const QList<ReasoningDelta> thoughts = decoded.all<ReasoningDelta>();
        QCOMPARE(thoughts.size(), 2);
        QCOMPARE(thoughts[0].slot, thoughts[1].slot);
        const QList<TextDelta> text = decoded.all<TextDelta>();
        QCOMPARE(text.size(), 2);
        QVERIFY(text[0].slot != thoughts[0].slot);
        QCOMPARE(decoded.all<ToolCallStarted>().value(0).name, QStringLiteral("f"));
        QCOMPARE(decoded.all<ToolCallDelta>().value(0).arguments, QStringLiteral("{\"x\":1}"));
        QList<int> order;
        for (const ItemDone &done : decoded.all<ItemDone>())
            order.append(done.slot);
        QCOMPARE(order, (QList<int>{thoughts[0].slot, text[0].slot, decoded.all<ToolCallStarted>()[0].slot}));
        QCOMPARE(decoded.all<ResponseStarted>().size(), 1);
        QCOMPARE(decoded.all<ResponseStarted>()[0].model, QStringLiteral("m"));
    }

    void streamedArguments()
    {
        const Decoded decoded = decode({
            chunk("{'functionCall':{'name':'f','id':'c','willContinue':true},'thoughtSignature':'sig'}"),
            chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.city','stringValue':'Bos','willContinue':true}],'willContinue':true}}"),
            chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.city','stringValue':'ton \\'x\\''}],'willContinue':true}}"),
            chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.days[0].n','numberValue':2},{'jsonPath':'$.days[1].n','numberValue':2.5},"
                  "{'jsonPath':'$.loud','boolValue':true},{'jsonPath':'$[\\'a b\\']','nullValue':null},{'jsonPath':'','stringValue':'nowhere'}],'willContinue':true}}"),
            chunk("{'functionCall':{}}"),
            chunk("{'functionCall':{'name':'f','id':'d','partialArgs':[{'jsonPath':'$.city','stringValue':'Rome'}]}}", "STOP"),
        });
        VERIFY_RESULT(decoded.outcome);
        const QList<ToolCall> calls = decoded.bodies<ToolCall>();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].arguments, quoted("{'a b':null,'city':'Boston \\'x\\'','days':[{'n':2},{'n':2.5}],'loud':true}"));
        QCOMPARE(calls[1].arguments, quoted("{'city':'Rome'}"));
        // What goes back is the whole call, and the signature with it.
        const QList<QByteArray> parts = partsOf(calls[0].providerItem);
        QCOMPARE(parts.size(), 1);
        const QJsonObject part = QJsonDocument::fromJson(parts[0]).object();
        QCOMPARE(part[QLatin1String("thoughtSignature")].toString(), QStringLiteral("sig"));
        QCOMPARE(part[QLatin1String("functionCall")].toObject().keys(), (QStringList{QStringLiteral("args"), QStringLiteral("id"), QStringLiteral("name")}));
        QString shown;
        for (const ToolCallDelta &delta : decoded.all<ToolCallDelta>())
            shown += delta.slot == decoded.all<ToolCallStarted>()[0].slot ? delta.arguments : QString();
        QVERIFY2(shown.startsWith(QStringLiteral("{\"city\": \"Boston \\\"x\\\"\", \"days[0].n\": 2, ")), qPrintable(shown));
    }

    void halfACallIsNone()
    {
        const QByteArray begun = chunk("{'functionCall':{'name':'f','willContinue':true}}");
        const QByteArray more = chunk("{'functionCall':{'partialArgs':[{'jsonPath':'$.a','stringValue':'x'}],'willContinue':true}}");
        for (const QList<QByteArray> &stream : {QList<QByteArray>{begun}, {begun, more}}) {
            const Decoded cut = decode(stream);
            QVERIFY(!cut.outcome);
            QVERIFY(cut.outcome.error().retryable);
            QVERIFY(cut.all<ItemDone>().isEmpty());
        }
        // The answer is over, and still the call is not: the turn must not look as if all was well.
        const Decoded lost = decode({begun, more, chunk("{'text':''}", "STOP")});
        QVERIFY(lost.bodies<ToolCall>().isEmpty());
        QVERIFY(lost.end().finish == FinishReason::Failed);
        QVERIFY(lost.end().error && lost.end().error->retryable);
    }

    void whatCameWholeOfACutAnswerIsPassedOn()
    {
        const Decoded cut = decode({chunk("{'text':'Look:'}"), chunk("{'functionCall':{'name':'f','id':'c','args':{}}}")});
        QVERIFY(!cut.outcome);
        QCOMPARE(cut.bodies<ToolCall>().size(), 1);
        QCOMPARE(cut.bodies<AgentMessage>().size(), 1);
        QVERIFY(cut.all<ResponseEnded>().isEmpty());
        const Decoded growing = decode({chunk("{'text':'Hal'}")});
        QVERIFY(growing.all<ItemDone>().isEmpty());
        QVERIFY(growing.hadContent);
        const Decoded code = decode({chunk("{'executableCode':{'code':'1','language':'PYTHON'}}")});
        QVERIFY(code.all<ItemDone>().isEmpty());
    }

    void code()
    {
        const Decoded decoded = decode({chunk("{'executableCode':{'language':'PYTHON','code':'print(1)'}}"),
                                        chunk("{'codeExecutionResult':{'outcome':'OUTCOME_OK','output':'1\\n'}}"),
                                        chunk("{'codeExecutionResult':{'outcome':'OUTCOME_FAILED','output':'1/0'}},{'text':'one'},{'codeExecutionResult':{'outcome':'OUTCOME_OK'}}", "STOP")});
        const QList<HostedCall> calls = decoded.bodies<HostedCall>();
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls[0].type, QStringLiteral("code_execution"));
        QCOMPARE(calls[0].arguments, quoted("{'code':'print(1)','language':'PYTHON'}"));
        QCOMPARE(calls[0].output, QStringLiteral("1\n1/0"));
        QCOMPARE(calls[0].outcome, QStringLiteral("OUTCOME_FAILED"));
        QCOMPARE(partsOf(calls[0].providerItem).size(), 3);
        QCOMPARE(calls[1].outcome, QStringLiteral("OUTCOME_OK"));
        QCOMPARE(decoded.all<HostedCallDelta>().value(0).text, QStringLiteral("print(1)"));
        QCOMPARE(decoded.facts.codeParts, 4);
    }

    void pictures()
    {
        // 0xFB 0xFF is "+/8=" in plain base64.
        const Decoded decoded = decode({chunk("{'inlineData':{'mimeType':'image/png','data':'-_8'},'thought':true}"),
                                        chunk("{'inlineData':{'mimeType':'image/png','data':'+/8='},'thoughtSignature':'s'}"),
                                        chunk("{'inlineData':{'mimeType':'audio/wav','data':'AAAA'}}"),
                                        chunk("{'fileData':{'mimeType':'image/jpeg','fileUri':'gs://b/o'}}", "STOP")});
        const QByteArray bytes = QByteArray::fromHex("fbff");
        QCOMPARE(decoded.all<PartialPicture>().value(0).bytes, bytes);
        const QList<ItemDone> items = decoded.all<ItemDone>();
        QCOMPARE(items.size(), 4);
        QVERIFY(std::holds_alternative<Reasoning>(items[0].body));
        QCOMPARE(std::get<HostedCall>(items[1].body).type, QStringLiteral("image"));
        QCOMPARE(items[1].slot, decoded.all<PartialPicture>()[0].slot);
        QCOMPARE(items[1].files.size(), 1);
        QCOMPARE(items[1].files[0].bytes, bytes);
        QCOMPARE(items[1].files[0].mime, QStringLiteral("image/png"));
        QVERIFY(items[1].files[0].name.endsWith(QStringLiteral(".png")));
        QCOMPARE(std::get<HostedCall>(items[2].body).type, QStringLiteral("file"));
        QVERIFY(std::get<HostedCall>(items[3].body).arguments.contains("gs://b/o"));
        QCOMPARE(allParts(decoded).size(), 4);
        QCOMPARE(decoded.facts.inlinePictures, 2);
    }

    void toolsOfTheProvider()
    {
        const Decoded decoded = decode({chunk("{'toolCall':{'toolType':'GOOGLE_SEARCH_WEB','args':{'queries':['q']},'id':'1'},'thoughtSignature':'a'}"),
                                        chunk("{'toolResponse':{'toolType':'GOOGLE_SEARCH_WEB','response':{'hits':2},'id':'1'},'thoughtSignature':'b'}"),
                                        chunk("{'toolResponse':{'toolType':'URL_CONTEXT','response':'page','id':'2'}}"),
                                        chunk("{'text':'So.'}", "STOP", ",'groundingMetadata':{'webSearchQueries':['q']}")});
        const QList<HostedCall> calls = decoded.bodies<HostedCall>();
        QCOMPARE(calls.size(), 2); // the search is not told twice
        QCOMPARE(calls[0].type, QStringLiteral("web_search"));
        QCOMPARE(calls[0].arguments, quoted("{'queries':['q']}"));
        QCOMPARE(calls[0].output, quoted("{'hits':2}"));
        QCOMPARE(partsOf(calls[0].providerItem).size(), 2);
        QCOMPARE(calls[1].output, QStringLiteral("page"));
    }

    void citations()
    {
        // Bytes 0..7 are "Grüße " (ü and ß have two), 8..11 the picture, then " here".
        const QByteArray grounding = QByteArray(
            ",'groundingMetadata':{'webSearchQueries':['q1','q1','q2'],"
            "'groundingChunks':[{'web':{'uri':'https://a.example/','title':'A'}},{'web':{'uri':'https://b.example/','title':'B'}}],"
            "'groundingSupports':[{'segment':{'endIndex':7,'text':'Grüße'},'groundingChunkIndices':[0,1,9]},"
            "{'segment':{'startIndex':8,'endIndex':12},'groundingChunkIndices':[1]},"
            "{'segment':{'startIndex':1,'endIndex':3,'text':'here'},'groundingChunkIndices':[0]},"
            "{'segment':{'startIndex':-5,'endIndex':900000},'groundingChunkIndices':['x',0]}]},"
            "'urlContextMetadata':{'urlMetadata':[{'retrievedUrl':'https://c.example/','urlRetrievalStatus':'URL_RETRIEVAL_STATUS_SUCCESS'}]}");
        const Decoded decoded = decode({chunk("{'text':'Grüße '}"), chunk("{'text':'🎨 here'}", "STOP", grounding)});
        const QList<ItemDone> items = decoded.all<ItemDone>();
        QCOMPARE(items.size(), 3); // the search and the page come before the text that rests on them
        const auto search = std::get<HostedCall>(items[0].body);
        QCOMPARE(search.type, QStringLiteral("web_search"));
        QCOMPARE(search.arguments, quoted("{'queries':['q1','q2'],'sources':[{'title':'A','url':'https://a.example/'},{'title':'B','url':'https://b.example/'}]}"));
        QVERIFY(search.providerItem.isEmpty()); // no part of the content: nothing goes back
        QCOMPARE(std::get<HostedCall>(items[1].body).type, QStringLiteral("url_context"));
        const QList<Citation> expected = {
            {QStringLiteral("https://a.example/"), QStringLiteral("A"), 0, 5},
            {QStringLiteral("https://b.example/"), QStringLiteral("B"), 0, 5},
            {QStringLiteral("https://b.example/"), QStringLiteral("B"), 6, 7},
            {QStringLiteral("https://a.example/"), QStringLiteral("A"), 8, 12}, // its offsets were wrong, its words were not
            {QStringLiteral("https://a.example/"), QStringLiteral("A"), 0, 12},
        };
        QVERIFY(std::get<AgentMessage>(items[2].body).citations == expected);
        QCOMPARE(decoded.facts.groundingChunks, 2);
    }

    void citationsFindTheirMessage()
    {
        const QByteArray grounding = ",'groundingMetadata':{'groundingChunks':[{'web':{'uri':'u'}}],"
                                     "'groundingSupports':[{'segment':{'startIndex':5,'endIndex':8,'text':'two'},'groundingChunkIndices':[0]}]}";
        const Decoded decoded = decode({chunk("{'text':'öne '}"), chunk("{'executableCode':{'code':'1'}},{'codeExecutionResult':{'outcome':'OUTCOME_OK'}}"),
                                        chunk("{'text':'two'}", "STOP", grounding)});
        const QList<AgentMessage> messages = decoded.bodies<AgentMessage>();
        QCOMPARE(messages.size(), 2);
        QVERIFY(messages[0].citations.isEmpty());
        QVERIFY(messages[1].citations == (QList<Citation>{{QStringLiteral("u"), {}, 0, 3}}));
    }

    void endings_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("finish");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("retryable");
        const auto row = [](const char *reason, FinishReason finish, const char *says, bool retryable = false) {
            QTest::newRow(reason) << QByteArray(reason) << static_cast<int>(finish) << QString::fromLatin1(says) << retryable;
        };
        row("STOP", FinishReason::Completed, "");
        row("MAX_TOKENS", FinishReason::Incomplete, "max_output_tokens");
        row("SAFETY", FinishReason::Incomplete, "content_filter");
        row("RECITATION", FinishReason::Incomplete, "content_filter");
        row("IMAGE_SAFETY", FinishReason::Incomplete, "content_filter");
        row("LANGUAGE", FinishReason::Incomplete, "LANGUAGE");
        row("MALFORMED_FUNCTION_CALL", FinishReason::Failed, "MALFORMED_FUNCTION_CALL", true);
        row("SOMETHING_NEW", FinishReason::Incomplete, "SOMETHING_NEW");
    }
    void endings()
    {
        QFETCH(QByteArray, reason);
        QFETCH(int, finish);
        QFETCH(QString, says);
        QFETCH(bool, retryable);
        const Decoded decoded = decode({chunk("", reason)});
        VERIFY_RESULT(decoded.outcome);
        QCOMPARE(static_cast<int>(decoded.end().finish), finish);
        QCOMPARE(decoded.end().reason, says);
        QCOMPARE(decoded.end().error.has_value(), finish == static_cast<int>(FinishReason::Failed));
        QCOMPARE(decoded.end().error && decoded.end().error->retryable, retryable);
        QVERIFY(!decoded.hadContent);
    }

    void anAnswerGoesOnAfterAFinishReason()
    {
        // Older models put one into every chunk; the usage may come last of all.
        const Decoded decoded = decode({chunk("{'text':'a'}", "STOP"), chunk("{'text':'b'}", "STOP"), quoted("{'usageMetadata':{'promptTokenCount':3,'totalTokenCount':5}}")});
        QCOMPARE(decoded.bodies<AgentMessage>().value(0).text, QStringLiteral("ab"));
        QCOMPARE(decoded.all<ResponseEnded>().size(), 1);
        QCOMPARE(decoded.end().usage.total.value_or(0), 5);
    }

    void usage()
    {
        const Decoded decoded = decode({quoted("{'usageMetadata':{'promptTokenCount':1,'totalTokenCount':1}}"),
                                        chunk("{'text':'a'}", "STOP").chopped(1)
                                            + quoted(",'usageMetadata':{'promptTokenCount':100,'cachedContentTokenCount':40,'toolUsePromptTokenCount':7,"
                                                     "'candidatesTokenCount':10,'thoughtsTokenCount':30,'totalTokenCount':147}}"),
                                        quoted("{'usageMetadata':{'trafficType':'ON_DEMAND'}}")});
        QVERIFY(decoded.end().usage == (Usage{107, 40, 40, 30, 147}));
        QVERIFY(decoded.facts.usage == (Usage{100, 40, 10, 30, 147}));
    }

    void blockedPrompt()
    {
        const Decoded decoded = decode({quoted("{'promptFeedback':{'blockReason':'PROHIBITED_CONTENT'},'usageMetadata':{'promptTokenCount':4,'totalTokenCount':4}}")});
        VERIFY_RESULT(decoded.outcome);
        QVERIFY(decoded.end().finish == FinishReason::Failed);
        QVERIFY(decoded.end().error->message.contains(QStringLiteral("PROHIBITED_CONTENT")));
        QVERIFY(!decoded.end().error->retryable);
        QCOMPARE(decoded.end().usage.input.value_or(0), 4);
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("overloaded") << quoted("{'error':{'code':503,'message':'The model is overloaded.','status':'UNAVAILABLE'}}") << QStringLiteral("overloaded") << true;
        QTest::newRow("quota") << quoted("{'error':{'code':429,'message':'Slow down','status':'RESOURCE_EXHAUSTED'}}") << QStringLiteral("rate_limited") << true;
        QTest::newRow("request") << quoted("{'error':{'code':400,'message':'Bad','status':'INVALID_ARGUMENT'}}") << QStringLiteral("invalid_request") << false;
        QTest::newRow("text") << quoted("{'error':'broken'}") << QStringLiteral("server") << true;
    }
    void errors()
    {
        QFETCH(QByteArray, error);
        QFETCH(QString, kind);
        QFETCH(bool, retryable);
        for (const QList<QByteArray> &stream : {QList<QByteArray>{error}, {chunk("{'text':'a'}"), error}}) {
            const Decoded decoded = decode(stream);
            QVERIFY(!decoded.outcome);
            QCOMPARE(toString(decoded.outcome.error().kind), kind);
            QCOMPARE(decoded.outcome.error().retryable, retryable);
            QVERIFY(decoded.all<ResponseEnded>().isEmpty());
        }
    }

    void wholeAnswers()
    {
        const QByteArray first = chunk("{'text':'a'}");
        const QByteArray last = chunk("{'functionCall':{'name':'f','args':{'z':1.0}}}", "STOP");
        const auto whole = [](const QByteArray &json) {
            GeminiDecoder decoder;
            QList<ModelEvent> events;
            decoder.takeWhole(json, events);
            return finished(decoder, events);
        };
        const Decoded array = whole("[" + first + "\n,\r\n" + last + "]");
        VERIFY_RESULT(array.outcome);
        QCOMPARE(array.bodies<ToolCall>().value(0).arguments, QStringLiteral("{\"z\":1.0}"));
        QCOMPARE(allParts(array).size(), 2);
        VERIFY_RESULT(whole(last).outcome);
        QCOMPARE(toString(whole("[" + first + "," + quoted("{'error':{'code':500,'message':'x'}}") + "]").outcome.error().kind), QStringLiteral("server"));
        QVERIFY(!whole("[" + first + "]").outcome);
        QVERIFY(!whole(first.chopped(1)).outcome);
        QVERIFY(!whole({}).outcome);
        const Done other = whole(quoted("{'id':'r','output':[]}")).outcome;
        QVERIFY(!other);
        QVERIFY(!other.error().retryable);
    }

    void wrongTypesReadAsAbsent()
    {
        const Decoded decoded = decode({
            quoted("{'candidates':{'a':1},'usageMetadata':[],'promptFeedback':3,'error':null}"),
            quoted("{'candidates':[3,null,{'index':1,'content':{'parts':[{'text':'other'}]}},{'content':'x','finishReason':7,'groundingMetadata':[]}]}"),
            chunk("1,null,[],{},{'text':5},{'functionCall':'f'},{'functionCall':{'name':7}},{'inlineData':{'mimeType':3,'data':{}}},{'executableCode':[]},{'thought':'yes','text':'t'}"),
            quoted("[1,2]"),
            quoted("'text'"),
            "{",
            "[DONE]",
            chunk("", "STOP", ",'groundingMetadata':{'groundingSupports':[1,{'segment':5,'groundingChunkIndices':{}}],'groundingChunks':[null],'webSearchQueries':[1]}"),
        });
        VERIFY_RESULT(decoded.outcome);
        QCOMPARE(decoded.facts.text, QStringLiteral("t"));
        QVERIFY(decoded.bodies<ToolCall>().isEmpty());
    }

    void memoryStaysInProportion()
    {
        QByteArray parts;
        for (int i = 0; i < 30000; ++i)
            parts += "{'functionCall':{'name':'f'}},";
        const Decoded decoded = decode({chunk(parts + "{}", "STOP")});
        QVERIFY(decoded.all<ItemDone>().size() <= 20000);
        // A path that is deep, and an index that is large.
        QByteArray path = "$";
        for (int i = 0; i < 100000; ++i)
            path += ".a";
        const Decoded deep = decode({chunk("{'functionCall':{'name':'f','partialArgs':[{'jsonPath':'" + path + "','stringValue':'x'},"
                                           "{'jsonPath':'$.b[4000000000]','stringValue':'y'}]}}", "STOP")});
        QCOMPARE(deep.bodies<ToolCall>().value(0).arguments, quoted("{'b':['y']}"));
    }
};

QTEST_GUILESS_MAIN(TestGeminiDecoder)
#include "TestGeminiDecoder.moc"
