#include "providers/models/ModelListReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

ModelListPage read(const char *api, const QByteArray &body)
{
    const auto page = readModelList(QString::fromLatin1(api), body);
    if (!page)
        qWarning("%s", qPrintable(page.error().message));
    return page.value_or(ModelListPage());
}

QStringList idsOf(const ModelListPage &page)
{
    QStringList ids;
    for (const ModelInfo &model : page.models)
        ids.append(model.id);
    return ids;
}

} // namespace

class TestModelListReader : public QObject
{
    Q_OBJECT

private slots:
    void openAi()
    {
        const ModelListPage page = read("responses", R"({"object":"list","data":[
            {"id":"o3","object":"model","created":1744225308,"owned_by":"system"},
            {"id":"text-embedding-3-small"},{"id":"gpt-4o-mini-tts"},{"id":"whisper-1"},{"id":"omni-moderation-latest"},{"id":"dall-e-3"},{"id":"gpt-image-1"},
            {"id":"gpt-4o-transcribe"},{"id":"gpt-4o-realtime-preview"},{"id":"sora-2"},{"id":"davinci-002"},{"id":"gpt-3.5-turbo-instruct"},
            {"id":"gpt-4o"},{"id":"o3"}]})");
        QCOMPARE(idsOf(page), QStringList({QStringLiteral("o3"), QStringLiteral("gpt-4o")}));
        QCOMPARE(page.leftOut, 11);
        QVERIFY(!page.models.first().known);
        QVERIFY(page.nextParameter.isEmpty() && !page.cut);
    }

    void openRouter()
    {
        const ModelListPage page = read("chat", QByteArray(R"({"data":[
            {"id":"openai/o3","name":"OpenAI: o3","context_length":200000,"architecture":{"input_modalities":["image","text"],"output_modalities":["text"]},
             "pricing":{"prompt":"0.000002","completion":"0.000008","image":"0.00153","input_cache_read":"0.0000005"},
             "top_provider":{"context_length":200000,"max_completion_tokens":100000},"supported_parameters":["include_reasoning","tools","seed"]},
            {"id":"openrouter/auto","name":"Auto Router","context_length":2000000,"pricing":{"prompt":"-1","completion":"-1"},"supported_parameters":["seed"]},
            {"id":"draw/only","architecture":{"input_modalities":["text"],"output_modalities":["image"]}}],
            "links":{"next":"HERE"}})").replace("HERE", "https://elsewhere.example/api/v1/models?offset=500&limit=500"));
        QCOMPARE(idsOf(page), QStringList({QStringLiteral("openai/o3"), QStringLiteral("openrouter/auto")}));
        const ModelInfo &o3 = page.models.first();
        QVERIFY(o3.known);
        QCOMPARE(o3.name, QStringLiteral("OpenAI: o3"));
        QVERIFY(o3.contextTokens == 200000 && o3.maxOutputTokens == 100000);
        QVERIFY(o3.pictures == true && o3.tools == true && o3.reasons == true);
        QVERIFY(o3.prices == (ModelPrices{2, 0.5, 8}));
        QVERIFY(page.models.last().prices == ModelPrices());
        QVERIFY(page.models.last().tools == false && page.models.last().reasons == false);
        QCOMPARE(page.nextParameter, QStringLiteral("offset"));
        QCOMPARE(page.next, QStringLiteral("500"));
    }

    void mistral()
    {
        const ModelListPage page = read("chat", R"({"object":"list","data":[
            {"id":"mistral-medium-latest","name":"mistral-medium-2508","capabilities":{"completion_chat":true,"function_calling":true,"vision":true},"max_context_length":131072},
            {"id":"mistral-ocr-latest","capabilities":{"completion_chat":false,"vision":true}}]})");
        QCOMPARE(idsOf(page), QStringList{QStringLiteral("mistral-medium-latest")});
        const ModelInfo &model = page.models.first();
        QVERIFY(model.contextTokens == 131072 && model.tools == true && model.pictures == true && !model.reasons);
    }

    void anthropic()
    {
        const ModelListPage page = read("messages", R"({"data":[
            {"type":"model","id":"claude-opus-4-6","display_name":"Claude Opus 4.6","created_at":"2026-02-05T00:00:00Z","max_input_tokens":1000000,"max_tokens":128000,
             "capabilities":{"image_input":{"supported":true},"thinking":{"supported":true},"effort":{"supported":true,"high":{"supported":true},"low":{"supported":true},"xhigh":{"supported":false}}}},
            {"type":"model","id":"claude-3-5-haiku-20241022","display_name":"Claude Haiku 3.5"}],
            "has_more":true,"first_id":"claude-opus-4-6","last_id":"claude-3-5-haiku-20241022"})");
        QCOMPARE(page.models.size(), 2);
        const ModelInfo &opus = page.models.first();
        QCOMPARE(opus.name, QStringLiteral("Claude Opus 4.6"));
        QVERIFY(opus.contextTokens == 1000000 && opus.maxOutputTokens == 128000 && opus.pictures == true && opus.reasons == true);
        QCOMPARE(opus.efforts, QStringList({QStringLiteral("low"), QStringLiteral("high")}));
        QVERIFY(!page.models.last().known);
        QCOMPARE(page.nextParameter, QStringLiteral("after_id"));
        QCOMPARE(page.next, QStringLiteral("claude-3-5-haiku-20241022"));
        QVERIFY(read("messages", R"({"data":[],"has_more":false,"last_id":"x"})").nextParameter.isEmpty());
    }

    void gemini()
    {
        const ModelListPage page = read("gemini", R"({"models":[
            {"name":"models/gemini-2.5-pro","displayName":"Gemini 2.5 Pro","inputTokenLimit":1048576,"outputTokenLimit":65536,
             "supportedGenerationMethods":["generateContent","countTokens"],"thinking":true},
            {"name":"models/embedding-001","supportedGenerationMethods":["embedContent"]},
            {"name":"models/gemini-2.5-flash-preview-tts","supportedGenerationMethods":["generateContent"]},
            {"name":"models/aqa","supportedGenerationMethods":["generateAnswer"]}],"nextPageToken":"abc/+=="})");
        QCOMPARE(idsOf(page), QStringList{QStringLiteral("gemini-2.5-pro")});
        const ModelInfo &model = page.models.first();
        QCOMPARE(model.name, QStringLiteral("Gemini 2.5 Pro"));
        QVERIFY(model.contextTokens == 1048576 && model.maxOutputTokens == 65536 && model.reasons == true && !model.tools);
        QCOMPARE(page.nextParameter, QStringLiteral("pageToken"));
        QCOMPARE(page.next, QStringLiteral("abc/+=="));
        QVERIFY(read("gemini", "{}").models.isEmpty());
    }

    void ollama()
    {
        const ModelListPage page = read("chat", R"({"models":[
            {"name":"qwen3:8b","model":"qwen3:8b","size":5225388164,"details":{"family":"qwen3","parameter_size":"8.2B"}},
            {"name":"gemma3:4b","capabilities":["completion","vision"]},
            {"name":"nomic-embed-text:latest","details":{"family":"nomic-bert"}},
            {"name":"all-minilm:latest","details":{"family":"bert"}},
            {"name":"snow:latest","capabilities":["embedding"]}]})");
        QCOMPARE(idsOf(page), QStringList({QStringLiteral("qwen3:8b"), QStringLiteral("gemma3:4b")}));
        QVERIFY(!page.models.first().known);
        QVERIFY(page.models.last().pictures == true && page.models.last().tools == false && page.models.last().reasons == false);
        QVERIFY(read("chat", R"({"models":null})").models.isEmpty());
    }

    void lmStudio()
    {
        const ModelListPage page = read("chat", R"({"object":"list","data":[
            {"id":"qwen2-vl-7b-instruct","object":"model","type":"vlm","arch":"qwen2_vl","state":"not-loaded","max_context_length":32768},
            {"id":"llama-3.1-8b","type":"llm","state":"loaded","max_context_length":131072,"loaded_context_length":4096,"capabilities":["tool_use"]},
            {"id":"text-embedding-nomic","type":"embeddings"},{"id":"minilm","type":"embeddings","max_context_length":2048}]})");
        QCOMPARE(idsOf(page), QStringList({QStringLiteral("qwen2-vl-7b-instruct"), QStringLiteral("llama-3.1-8b")}));
        QVERIFY(page.models.first().pictures == true && page.models.first().contextTokens == 32768 && !page.models.first().tools);
        QVERIFY(page.models.last().pictures == false && page.models.last().contextTokens == 4096 && page.models.last().tools == true);
    }

    void llamaCpp()
    {
        const ModelListPage page = read("chat", R"({"models":[{"name":"/srv/gemma.gguf","model":"/srv/gemma.gguf","capabilities":["completion","multimodal"]}],
            "object":"list","data":[{"id":"/srv/gemma.gguf","object":"model","owned_by":"llamacpp","meta":{"n_vocab":262144,"n_ctx_train":131072,"size":4143}}]})");
        QCOMPARE(idsOf(page), QStringList{QStringLiteral("/srv/gemma.gguf")});
        QVERIFY(page.models.first().contextTokens == 131072 && page.models.first().pictures == true && !page.models.first().tools);
    }

    void vllm()
    {
        const ModelListPage page = read("chat", R"({"object":"list","data":[{"id":"Qwen/Qwen3-8B","object":"model","owned_by":"vllm","root":"Qwen/Qwen3-8B","max_model_len":40960}]})");
        QVERIFY(page.models.first().contextTokens == 40960);
    }

    void anArrayIsAListToo()
    {
        const ModelListPage page = read("chat", R"([{"id":"meta-llama/Llama-3.3-70B","type":"chat","context_length":131072},{"id":"some/picture-maker","type":"image"}])");
        QCOMPARE(idsOf(page), QStringList{QStringLiteral("meta-llama/Llama-3.3-70B")});
    }

    // ---- what is no list

    void whatIsNoListIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *body, ErrorKind kind, const char *says) { QTest::newRow(name) << QByteArray(body) << int(kind) << QString::fromLatin1(says); };
        row("HTML", "\n<!DOCTYPE html><html><title>Sign in</title></html>", ErrorKind::Protocol, "web page");
        row("nothing", "", ErrorKind::Protocol, "list of models");
        row("text", "Ollama is running", ErrorKind::Protocol, "list of models");
        row("half", R"({"data":[{"id":"o3"})", ErrorKind::Protocol, "list of models");
        row("number", "7", ErrorKind::Protocol, "list of models");
        row("empty object", "{}", ErrorKind::Protocol, "list of models");
        row("wrong type", R"({"data":"o3","models":7})", ErrorKind::Protocol, "list of models");
        row("error", R"({"error":{"message":"Incorrect API key provided: sk-abc.","type":"invalid_request_error","code":"invalid_api_key"}})", ErrorKind::Auth, "key");
        row("error text", R"({"error":"model runner has stopped"})", ErrorKind::Server, "model runner has stopped");
        row("detail", R"({"detail":"Not authenticated"})", ErrorKind::Server, "Not authenticated");
        row("Anthropic", R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}})", ErrorKind::Auth, "invalid x-api-key");
        row("Gemini", R"([{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}}])", ErrorKind::Auth, "API key not valid");
    }
    void whatIsNoListIsAnError()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(QString, says);
        const auto page = readModelList(u"chat", body);
        QVERIFY(!page);
        QVERIFY2(int(page.error().kind) == kind, qPrintable(toString(page.error().kind)));
        QVERIFY2(page.error().message.contains(says), qPrintable(page.error().message));
        QVERIFY(page.error().message.endsWith(QLatin1Char('.')));
    }

    void aKeyInAnErrorIsNotRepeated()
    {
        const auto page = readModelList(u"chat", R"({"error":{"message":"Incorrect API key provided: sk-proj-abcdefghijklmnopqrstuvwxyz0123456789.","code":"invalid_api_key"}})");
        QVERIFY(!page);
        QVERIFY(!page.error().message.contains(QLatin1String("abcdefghijklmnop")) && !page.error().detail.contains(QLatin1String("abcdefghijklmnop")));
    }

    // ---- hostile lists

    void wrongTypesReadAsAbsent()
    {
        const ModelListPage page = read("chat", R"({"data":[null,7,"o3",[],{},{"id":7},{"id":""},
            {"id":"odd","name":[],"context_length":"many","max_tokens":-4,"architecture":[],"pricing":"free","supported_parameters":{},"top_provider":7,
             "meta":[1],"capabilities":"all","type":9,"thinking":"yes","details":3},
            {"id":"odder","context_length":1e300,"pricing":{"prompt":0.1,"completion":"nan","input_cache_read":"1e9"},"capabilities":{"vision":"yes","effort":[1]}}],
            "has_more":"yes","last_id":7,"nextPageToken":{},"links":"next"})");
        QCOMPARE(idsOf(page), QStringList({QStringLiteral("odd"), QStringLiteral("odder")}));
        QCOMPARE(page.leftOut, 7);
        for (const ModelInfo &model : page.models) {
            ModelInfo expected;
            expected.id = model.id;
            QVERIFY(model == expected);
        }
        QVERIFY(page.nextParameter.isEmpty());
    }

    void namesAreShortAndPlain()
    {
        QJsonArray data{QJsonObject{{"id", QString(201, QLatin1Char('x'))}}, QJsonObject{{"id", QStringLiteral("a\nb")}},
                        QJsonObject{{"id", QStringLiteral("a\u202Eb")}},
                        QJsonObject{{"id", QString(200, QLatin1Char('x'))}, {"name", QStringLiteral("A\x1b[31m  name \u202E") + QString(500, QLatin1Char('y'))}}};
        const ModelListPage page = read("chat", QJsonDocument(QJsonObject{{"data", data}}).toJson());
        QCOMPARE(page.models.size(), 1);
        QCOMPARE(page.leftOut, 3);
        QVERIFY(page.models.first().name.startsWith(QLatin1String("A[31m name")));
        QVERIFY(page.models.first().name.size() <= 200);
    }

    void changedAnswersAreReadOrRefused()
    {
        const QByteArray whole = R"({"object":"list","data":[{"id":"a/b","name":"B","context_length":9,"architecture":{"input_modalities":["image"]},"pricing":{"prompt":"0.1"},
            "capabilities":{"effort":{"low":{"supported":true}}},"supported_parameters":["tools"],"meta":{"n_ctx":7}}],"models":[{"name":"a/b","capabilities":["vision"]}],"has_more":true,"last_id":"a"})";
        QRandomGenerator random(7);
        int readable = 0;
        for (int i = 0; i < 4000; ++i) {
            QByteArray changed = whole;
            for (int edits = random.bounded(1, 4); edits > 0; --edits) {
                const int at = random.bounded(int(changed.size()));
                if (random.bounded(2) == 0)
                    changed[at] = char(random.bounded(256));
                else
                    changed.remove(at, random.bounded(1, 30));
            }
            const auto page = readModelList(i % 2 ? u"chat" : u"gemini", changed);
            if (!page) {
                QVERIFY(!page.error().message.isEmpty());
                continue;
            }
            ++readable;
            QVERIFY(page->models.size() <= 1);
        }
        QVERIFY(readable > 100);
    }

    void endlessListsAreCut()
    {
        QJsonArray data;
        for (int i = 0; i < 5001; ++i)
            data.append(QJsonObject{{"id", QStringLiteral("model-%1").arg(i)}});
        const ModelListPage page = read("chat", QJsonDocument(QJsonObject{{"data", data}}).toJson());
        QCOMPARE(page.models.size(), 5000);
        QVERIFY(page.cut);
        QVERIFY(!readModelList(u"chat", QByteArray(33 * 1024 * 1024, ' ')));
        QVERIFY(!readModelList(u"chat", QByteArray(200000, '[')));
    }
};

QTEST_GUILESS_MAIN(TestModelListReader)
#include "TestModelListReader.moc"
