#include "providers/openai/ResponsesItems.h"

#include "support/Quoted.h"

#include <QJsonDocument>
#include <QTest>

using namespace vitrine;

namespace {

ItemBody bodyOf(const QByteArray &json)
{
    return responses::bodyOf(QJsonDocument::fromJson(json).object(), json);
}

} // namespace

class TestResponsesItems : public QObject
{
    Q_OBJECT

private slots:
    void citationOffsets_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<qsizetype>("expectedStart");
        QTest::addColumn<qsizetype>("expectedEnd");
        // "🎨🎨 see http://a.example now": the address begins at code point 7, which is UTF-16 unit 9.
        QTest::newRow("code points") << 7 << 23 << qsizetype(7) << qsizetype(23);
        QTest::newRow("utf-16") << 9 << 25 << qsizetype(7) << qsizetype(23);
        QTest::newRow("neither holds the address") << 0 << 2 << qsizetype(0) << qsizetype(2);
        QTest::newRow("out of range") << -5 << 100000 << qsizetype(0) << qsizetype(27);
        QTest::newRow("backwards") << 20 << 10 << qsizetype(20) << qsizetype(20);
    }
    void citationOffsets()
    {
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(qsizetype, expectedStart);
        QFETCH(qsizetype, expectedEnd);
        const QByteArray json = quoted("{'type':'message','content':[{'type':'output_text','text':'🎨🎨 see http://a.example now','annotations':["
                                "{'type':'url_citation','url':'http://a.example','title':'A','start_index':")
            + QByteArray::number(start) + ",\"end_index\":" + QByteArray::number(end) + "}]}]}";
        const auto message = std::get<AgentMessage>(bodyOf(json));
        QCOMPARE(message.citations.size(), 1);
        QVERIFY(message.citations[0] == (Citation{QStringLiteral("http://a.example"), QStringLiteral("A"), expectedStart, expectedEnd}));
        QCOMPARE(message.providerItem, json);
    }

    void unsureSpansCountCodePointsOfTheWholeText()
    {
        const auto message = std::get<AgentMessage>(bodyOf(quoted("{'type':'message','content':[{'type':'output_text','text':'🎨x'},"
                                                           "{'type':'output_text','text':'abc','annotations':[{'type':'vitrine_unsure','start_index':1,'end_index':3},"
                                                           "{'type':'vitrine_unsure','start_index':9,'end_index':9}]}]}")));
        QCOMPARE(message.text, QStringLiteral("🎨xabc"));
        QCOMPARE(message.unsure.size(), 1);
        QVERIFY(message.unsure[0] == (TextSpan{3, 5}));
        QVERIFY(message.citations.isEmpty());
    }

    void refusalIsNoText()
    {
        const auto message = std::get<AgentMessage>(bodyOf(quoted("{'type':'message','content':[{'type':'refusal','refusal':'No.'}]}")));
        QVERIFY(message.refusal);
        QCOMPARE(message.text, QStringLiteral("No."));
    }

    void reasoning()
    {
        QCOMPARE(std::get<Reasoning>(bodyOf(quoted("{'type':'reasoning','summary':[{'type':'summary_text','text':'a'},{'type':'summary_text','text':'b'}]}"))).text,
                 QStringLiteral("a\n\nb"));
        QCOMPARE(std::get<Reasoning>(bodyOf(quoted("{'type':'reasoning','summary':[],'content':[{'type':'reasoning_text','text':'raw'}]}"))).text, QStringLiteral("raw"));
        QVERIFY(std::get<Reasoning>(bodyOf(quoted("{'type':'reasoning','summary':[]}"))).text.isEmpty());
    }

    void calls()
    {
        const auto call = std::get<ToolCall>(bodyOf(quoted("{'type':'function_call','call_id':'c','name':'n','arguments':'{\\'a\\': 1}'}")));
        QVERIFY(call.callId == CallId{QStringLiteral("c")});
        QCOMPARE(call.arguments, QStringLiteral("{\"a\": 1}"));
        // Seen in other APIs: an object instead of text.
        QCOMPARE(std::get<ToolCall>(bodyOf(quoted("{'type':'function_call','name':'n','id':'i','arguments':{'a':1}}"))).arguments, QStringLiteral("{\"a\":1}"));
        QCOMPARE(std::get<ToolCall>(bodyOf(quoted("{'type':'custom_tool_call','call_id':'c','name':'n','input':'SELECT'}"))).arguments, QStringLiteral("SELECT"));
    }

    void hostedCalls()
    {
        const auto search = std::get<HostedCall>(bodyOf(quoted("{'id':'ws','type':'web_search_call','status':'completed','action':{'type':'search','query':'q'}}")));
        QCOMPARE(search.type, QStringLiteral("web_search_call"));
        QCOMPARE(search.outcome, QStringLiteral("completed"));
        QCOMPARE(search.arguments, quoted("{'action':{'query':'q','type':'search'}}"));
        const auto code = std::get<HostedCall>(bodyOf(
            quoted("{'type':'code_interpreter_call','status':'completed','code':'1+1','container_id':'c','outputs':[{'type':'logs','logs':'2\\n'},{'type':'image','url':'u'}]}")));
        QCOMPARE(code.arguments, quoted("{'code':'1+1','container_id':'c'}"));
        QVERIFY(code.output.startsWith(QLatin1String("2\n")));
        const auto picture = std::get<HostedCall>(bodyOf(quoted("{'type':'image_generation_call','status':'completed','result':'QUJD','size':'1024x1024'}")));
        QVERIFY(!picture.arguments.contains("QUJD"));
        QVERIFY(picture.providerItem.contains("QUJD"));
    }

    void picturesOfHostedCalls()
    {
        const auto parsed = [](const QByteArray &json) { return QJsonDocument::fromJson(json).object(); };
        const QList<ProducedFile> picture = responses::filesOf(parsed(quoted("{'type':'image_generation_call','result':'QUJD','output_format':'webp'}")));
        QCOMPARE(picture.size(), 1);
        QCOMPARE(picture.first().bytes, QByteArray("ABC"));
        QCOMPARE(picture.first().mime, QStringLiteral("image/webp"));
        const QList<ProducedFile> charts = responses::filesOf(parsed(quoted(
            "{'type':'code_interpreter_call','outputs':[{'type':'image','url':'data:image/png;base64,QUJD'},{'type':'image','url':'https://elsewhere/x.png'},{'type':'logs','logs':'x'}]}")));
        QCOMPARE(charts.size(), 1);
        QCOMPARE(charts.first().bytes, QByteArray("ABC"));
        QVERIFY(responses::filesOf(parsed(quoted("{'type':'image_generation_call','result':7,'outputs':{}}"))).isEmpty());
    }

    void unknownKindsAreKept()
    {
        const QByteArray json = quoted("{'type':'telepathy_call','z':1,'a':2.50}");
        const auto call = std::get<HostedCall>(bodyOf(json));
        QCOMPARE(call.type, QStringLiteral("telepathy_call"));
        QCOMPARE(call.providerItem, json);
        QVERIFY(std::holds_alternative<HostedCall>(bodyOf("{}")));
    }

    void wrongTypesReadAsAbsent()
    {
        for (const QByteArray &json : {quoted("{'type':'message','content':7}"), quoted("{'type':'message','content':[7,null,{'type':3}]}"),
                                 quoted("{'type':'message','content':[{'type':'output_text','text':[],'annotations':{}}]}")})
            QVERIFY(std::get<AgentMessage>(bodyOf(json)).text.isEmpty());
        QVERIFY(std::get<Reasoning>(bodyOf(quoted("{'type':'reasoning','summary':{'a':1},'content':'x'}"))).text.isEmpty());
        QVERIFY(std::get<ToolCall>(bodyOf(quoted("{'type':'function_call','name':[],'call_id':{},'arguments':null}"))).name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestResponsesItems)
#include "TestResponsesItems.moc"
