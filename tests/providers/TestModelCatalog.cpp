#include "providers/models/ModelCatalog.h"
#include "providers/models/ModelInfoJson.h"
#include "providers/models/ModelNames.h"
#include "providers/openai/ReasoningModels.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

Usage used(qint64 input, qint64 cached, qint64 output)
{
    return {input, cached, output, std::nullopt, std::nullopt};
}

QJsonArray builtInEntries()
{
    QFile file(QStringLiteral(":/providers/models.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("models")).toArray() : QJsonArray();
}

} // namespace

class TestModelCatalog : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatAModelCanDo()
    {
        const ModelInfo o3 = ModelCatalog().info(QStringLiteral("o3"));
        QVERIFY(o3.known);
        QCOMPARE(o3.id, QStringLiteral("o3"));
        QCOMPARE(o3.modelToSend(), QStringLiteral("o3"));
        QCOMPARE(o3.vendor, QStringLiteral("openai"));
        QCOMPARE(o3.apis, QStringList({QStringLiteral("responses"), QStringLiteral("chat")}));
        QVERIFY(o3.contextTokens == 200000 && o3.maxOutputTokens == 100000);
        QVERIFY(o3.pictures == true && o3.tools == true && o3.reasons == true);
        QCOMPARE(o3.efforts, QStringList({QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")}));
        QCOMPARE(o3.defaultEffort, QStringLiteral("medium"));
        QCOMPARE(o3.hostedTools, hostedToolNames());
        QVERIFY(o3.prices == (ModelPrices{2, 0.5, 8}));
        QVERIFY(QDate::fromString(o3.pricesAsOf, Qt::ISODate).isValid());
    }

    void anAliasIsAnotherModelWithAnEffort()
    {
        const ModelCatalog catalog;
        const ModelInfo high = catalog.info(QStringLiteral("o4-mini-high"));
        QCOMPARE(high.id, QStringLiteral("o4-mini-high"));
        QCOMPARE(high.modelToSend(), QStringLiteral("o4-mini"));
        QCOMPARE(high.defaultEffort, QStringLiteral("high"));
        QVERIFY(high.prices == catalog.info(QStringLiteral("o4-mini")).prices);
        // OpenRouter serves it under that name.
        QCOMPARE(catalog.info(QStringLiteral("openai/o4-mini-high")).modelToSend(), QStringLiteral("openai/o4-mini-high"));
    }

    void findsAModelByWhatItsNameSays_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("sameAs");
        QTest::addColumn<bool>("priced");
        const auto row = [](const char *asked, const char *sameAs, bool priced) { QTest::newRow(asked) << QString::fromLatin1(asked) << QString::fromLatin1(sameAs) << priced; };
        row("o3-2025-04-16", "o3", true);
        row("O3", "o3", true);
        row("openai/o3", "o3", true);
        row("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini", true);
        row("gpt-4o-latest", "gpt-4o", true);
        row("claude-sonnet-4-5-20250929", "claude-sonnet-4-5", true);
        row("claude-sonnet-4-5@20250929", "claude-sonnet-4-5", true);
        row("anthropic/claude-opus-4.5", "claude-opus-4-5", true);
        row("us.anthropic.claude-opus-4-6-v1:0", "claude-opus-4-6", true);
        row("claude-3-7-sonnet-latest", "claude-3-7-sonnet", true);
        row("models/gemini-2.0-flash-001", "gemini-2.0-flash", true);
        row("google/gemini-2.5-flash-preview-05-20", "gemini-2.5-flash", true);
        row("gpt-oss:20b", "gpt-oss-20b", false);
        row("ft:gpt-4o-mini-2024-07-18:club:letters:abc", "gpt-4o-mini", false);
        row("/srv/models/gpt-oss-20b.gguf", "gpt-oss-20b", false);
    }
    void findsAModelByWhatItsNameSays()
    {
        QFETCH(QString, asked);
        QFETCH(QString, sameAs);
        QFETCH(bool, priced);
        const ModelCatalog catalog;
        const ModelInfo found = catalog.info(asked);
        QCOMPARE(found.id, asked);
        ModelInfo expected = catalog.info(sameAs);
        QVERIFY(!expected.name.isEmpty());
        expected.id = asked;
        if (!priced) {
            expected.prices = {};
            expected.pricesAsOf.clear();
        }
        QVERIFY(found == expected);
        QCOMPARE(found.prices.input.has_value(), priced);
    }

    void aFamilyIsKnownByItsPrefixWithoutPrices()
    {
        const ModelCatalog catalog;
        const ModelInfo qwen = catalog.info(QStringLiteral("qwen3:8b"));
        QVERIFY(qwen.known && qwen.tools == true && qwen.reasons == true && qwen.pictures == false);
        const ModelInfo vision = catalog.info(QStringLiteral("Qwen/Qwen3-VL-8B-Instruct"));
        QVERIFY(vision.pictures == true);
        QCOMPARE(vision.pictureRule, QStringLiteral("qwen_vl 32"));
        const ModelInfo later = catalog.info(QStringLiteral("gpt-5.9-nova"));
        QVERIFY(later.reasons == true && !later.prices.input);
        QCOMPARE(later.vendor, QStringLiteral("openai"));
        QVERIFY(catalog.info(QStringLiteral("gpt-5-chat-latest")).reasons == false);
    }

    void aNumberInAPrefixIsNotCut()
    {
        QVERIFY(isModelPrefix(QStringLiteral("o3"), QStringLiteral("o3-ultra")));
        QVERIFY(isModelPrefix(QStringLiteral("llama3"), QStringLiteral("llama3.3")));
        QVERIFY(!isModelPrefix(QStringLiteral("o3"), QStringLiteral("o30")));
        QVERIFY(!ModelCatalog().info(QStringLiteral("o30")).known);
    }

    void anUnknownModelIsOnlyItsName()
    {
        const ModelCatalog catalog;
        for (const QString &name : {QStringLiteral("nobody-knows-this"), QString(), QString(100000, QLatin1Char('-')), QStringLiteral("::::"), QStringLiteral("///")}) {
            ModelInfo expected;
            expected.id = name;
            QVERIFY(catalog.info(name) == expected);
        }
    }

    // ---- prices

    void countsWhatARequestCosts()
    {
        const ModelInfo o3 = ModelCatalog().info(QStringLiteral("o3"));
        QCOMPARE(price(used(1'000'000, 0, 0), o3).value(), 2.0);
        QCOMPARE(price(used(1'000'000, 400'000, 100'000), o3).value(), 0.6 * 2 + 0.4 * 0.5 + 0.1 * 8);
        QVERIFY(!price(Usage(), o3));
        // More cached than there was, and negative numbers, are nonsense of the server.
        QCOMPARE(price(used(1'000'000, 9'000'000, -5), o3).value(), 0.5);
    }

    void aCacheWithoutPriceCostsWhatInputCosts()
    {
        ModelInfo model;
        model.prices = {2, std::nullopt, 8};
        QCOMPARE(price(used(1'000'000, 500'000, 0), model).value(), 2.0);
    }

    void withoutAPriceThereIsNoSum()
    {
        ModelInfo model;
        QVERIFY(!price(used(1, 0, 1), model));
        model.prices.input = 1;
        QVERIFY(!price(used(1, 0, 1), model));
        QVERIFY(price(used(1, 0, 0), model));
        QCOMPARE(price(used(0, 0, 0), ModelInfo()).value(), 0.0);
    }

    void aLongPromptCostsMoreAsAWhole()
    {
        const ModelInfo model = ModelCatalog().info(QStringLiteral("gemini-2.5-pro"));
        QCOMPARE(price(used(200'000, 0, 1'000'000), model).value(), 0.25 + 10);
        QCOMPARE(price(used(400'000, 0, 1'000'000), model).value(), 1.0 + 15);
    }

    // ---- the user's file

    void theUsersFileWinsFieldByField()
    {
        ModelCatalog catalog;
        const ModelInfo before = catalog.info(QStringLiteral("o3"));
        QVERIFY(catalog.setUserEntries(R"({"prices_as_of":"2031-02-03","models":[
            {"id":"o3","prices":{"input":1.5},"context":null,"tools":"yes"},
            {"id":"club-","match":"prefix","vendor":"club","pictures":true,"apis":["chat","telepathy"]},
            {"id":"club-large","name":"Large","efforts":["high","huge","low"]}]})"));
        ModelInfo expected = before;
        expected.prices.input = 1.5;
        expected.pricesAsOf = QStringLiteral("2031-02-03");
        expected.contextTokens.reset();
        QVERIFY(catalog.info(QStringLiteral("o3")) == expected);
        QVERIFY(catalog.info(QStringLiteral("o3-2025-04-16")).prices.input == 1.5);
        const ModelInfo small = catalog.info(QStringLiteral("club-small"));
        QVERIFY(small.known && small.pictures == true);
        QCOMPARE(small.apis, QStringList{QStringLiteral("chat")});
        QCOMPARE(catalog.info(QStringLiteral("club-large")).efforts, QStringList({QStringLiteral("low"), QStringLiteral("high")}));
        QVERIFY(catalog.setUserEntries(R"({"models":[]})"));
        QVERIFY(catalog.info(QStringLiteral("o3")) == before);
    }

    void aBrokenFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("not JSON") << QByteArray("{\"models\":[}") << QStringLiteral("byte 12");
        QTest::newRow("array") << QByteArray("[]") << QStringLiteral("object");
        QTest::newRow("no models") << QByteArray("{}") << QStringLiteral("\"models\"");
        QTest::newRow("no id") << QByteArray(R"({"models":[{"id":"a"},{"name":"b"}]})") << QStringLiteral("Entry 2");
        QTest::newRow("no object") << QByteArray(R"({"models":[7]})") << QStringLiteral("Entry 1");
        QTest::newRow("match") << QByteArray(R"({"models":[{"id":"o3","match":"regex"}]})") << QStringLiteral("\"o3\"");
    }
    void aBrokenFileChangesNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        ModelCatalog catalog;
        QVERIFY(catalog.setUserEntries(R"({"models":[{"id":"o3","name":"mine"}]})"));
        const Done done = catalog.setUserEntries(json);
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(says), qPrintable(done.error().message));
        QCOMPARE(catalog.info(QStringLiteral("o3")).name, QStringLiteral("mine"));
        QVERIFY(catalog.info(QStringLiteral("o4-mini")).known);
    }

    void readsTheUsersFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("models.json"));
        ModelCatalog catalog;
        QVERIFY(loadUserEntries(catalog, path)); // there need not be one
        const auto write = [&path](const QByteArray &json) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
        };
        QVERIFY(write(R"({"models":[{"id":"o3","name":"mine"}]})"));
        QVERIFY(loadUserEntries(catalog, path));
        QCOMPARE(catalog.info(QStringLiteral("o3")).name, QStringLiteral("mine"));
        QVERIFY(write("{"));
        const Done done = loadUserEntries(catalog, path);
        QVERIFY(!done && done.error().message.startsWith(path));
    }

    void searchesByWords()
    {
        const ModelInfo model = ModelCatalog().info(QStringLiteral("claude-opus-4-5"));
        QVERIFY(matchesSearch(model, QString()));
        QVERIFY(matchesSearch(model, QStringLiteral("  4.5 OPUS ")));
        QVERIFY(matchesSearch(model, QStringLiteral("anthropic opus")));
        QVERIFY(!matchesSearch(model, QStringLiteral("opus sonnet")));
    }

    // ---- what servers report

    void aServersWordStandsBetweenTheTwo()
    {
        ModelCatalog catalog;
        ModelInfo reported;
        reported.id = QStringLiteral("openai/o3");
        reported.known = true;
        reported.contextTokens = 123;
        reported.prices = {9, std::nullopt, 10};
        ModelInfo own;
        own.id = QStringLiteral("house-model");
        catalog.setReported({reported, own});
        const ModelInfo o3 = catalog.info(QStringLiteral("openai/o3"));
        QVERIFY(o3.contextTokens == 123 && o3.maxOutputTokens == 100000 && o3.tools == true);
        QVERIFY(o3.prices == reported.prices);
        QVERIFY(o3.pricesAsOf.isEmpty());
        QVERIFY(catalog.info(QStringLiteral("o3")).contextTokens == 200000);
        QVERIFY(!catalog.info(QStringLiteral("house-model")).known);
        QVERIFY(catalog.setUserEntries(R"({"models":[{"id":"openai/o3","context":77}]})"));
        QVERIFY(catalog.info(QStringLiteral("openai/o3")).contextTokens == 77);
    }

    void listsWhatIsKnown()
    {
        ModelCatalog catalog;
        ModelInfo reported;
        reported.id = QStringLiteral("house-model");
        catalog.setReported({reported});
        QVERIFY(catalog.setUserEntries(R"({"models":[{"id":"o3","name":"mine"},{"id":"my-claude","vendor":"anthropic"}]})"));
        const auto idsOf = [&catalog](const QString &vendor) {
            QStringList ids;
            for (const ModelInfo &model : catalog.known(vendor))
                ids.append(model.id);
            return ids;
        };
        const QStringList all = idsOf({});
        QCOMPARE(all.count(QStringLiteral("o3")), 1);
        QVERIFY(all.contains(QStringLiteral("house-model")));
        QVERIFY(all.contains(QStringLiteral("gemini-2.5-pro")));
        QVERIFY(!all.contains(QStringLiteral("gpt-")));
        const QStringList anthropic = idsOf(QStringLiteral("anthropic"));
        QVERIFY(anthropic.contains(QStringLiteral("claude-opus-4-5")) && !anthropic.contains(QStringLiteral("o3")));
        QCOMPARE(anthropic.last(), QStringLiteral("my-claude"));
    }

    // ---- the built-in file itself

    void theBuiltInFileSaysOnlyWhatIsUnderstood()
    {
        static const QStringList keys{"id", "match", "name", "vendor", "apis", "context", "max_output", "pictures", "tools", "reasons", "thinking", "efforts",
                                      "default_effort", "hosted_tools", "prices", "long_prompt", "picture_rule"};
        const QJsonArray entries = builtInEntries();
        QVERIFY(entries.size() > 150);
        QSet<QString> seen;
        for (const QJsonValue &value : entries) {
            const QJsonObject entry = value.toObject();
            const QString id = entry.value(QLatin1String("id")).toString();
            const QString place = id + QLatin1Char('|') + entry.value(QLatin1String("match")).toString();
            QVERIFY2(!seen.contains(place), qPrintable(place));
            seen.insert(place);
            for (const QString &key : entry.keys())
                QVERIFY2(keys.contains(key), qPrintable(id + QLatin1Char(' ') + key));
            // Each field must survive the way through ModelInfo: what is misspelt or out of range would be lost.
            ModelInfo info;
            applyModelJson(entry, {}, info);
            const QJsonObject back = toJson(info);
            for (const char *key : {"apis", "efforts", "hosted_tools"}) {
                const QJsonArray words = entry.value(QLatin1String(key)).toArray();
                QVERIFY2(back.value(QLatin1String(key)).toArray() == words, qPrintable(id + QLatin1Char(' ') + QLatin1String(key)));
            }
            for (const char *key : {"context", "max_output", "thinking", "default_effort"}) {
                if (!entry.value(QLatin1String(key)).isNull())
                    QVERIFY2(back.value(QLatin1String(key)) == entry.value(QLatin1String(key)), qPrintable(id + QLatin1Char(' ') + QLatin1String(key)));
            }
        }
    }

    void theBuiltInModelsAreComplete()
    {
        for (const ModelInfo &model : ModelCatalog().known()) {
            const auto complain = [&model](bool good, const char *what) {
                if (!good)
                    qWarning("%s: %s", qPrintable(model.id), what);
                return good;
            };
            QVERIFY(complain(!model.name.isEmpty() && !model.vendor.isEmpty() && !model.apis.isEmpty(), "name, vendor, apis"));
            QVERIFY(complain(model.contextTokens.has_value(), "context"));
            QVERIFY(complain(model.defaultEffort.isEmpty() || model.efforts.contains(model.defaultEffort), "default effort"));
            QVERIFY(complain(model.reasons != false || model.efforts.isEmpty(), "efforts without reasoning"));
            QVERIFY(complain(!model.prices.cachedInput || *model.prices.cachedInput <= *model.prices.input, "cached price"));
            QVERIFY(complain(!model.longPromptTokens || *model.longPromptPrices.input > *model.prices.input, "long prompt"));
        }
    }

    // Two places know which OpenAI models think: the rule that also judges names of tomorrow, and the catalogue. They must agree.
    void agreesWithTheRuleOfTheResponsesEncoder()
    {
        int judged = 0;
        for (const ModelInfo &model : ModelCatalog().known(QStringLiteral("openai"))) {
            const Reasons rule = modelReasons(resolveModel(model.id, {}).model);
            QVERIFY2(rule == Reasons::Unknown || (rule == Reasons::Yes) == (model.reasons == true), qPrintable(model.id));
            judged += rule != Reasons::Unknown;
        }
        QVERIFY(judged > 30);
    }
};

QTEST_GUILESS_MAIN(TestModelCatalog)
#include "TestModelCatalog.moc"
