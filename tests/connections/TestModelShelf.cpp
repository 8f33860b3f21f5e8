#include "connections/ModelShelf.h"

#include "base/Profile.h"
#include "support/Quoted.h"
#include "support/ScriptedServer.h"
#include "support/TestPrint.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

const Script::Headers json{{"Content-Type", "application/json"}};

QStringList idsOf(const ConnectedModels &connected)
{
    QStringList ids;
    for (const ModelInfo &model : connected.models)
        ids.append(model.id);
    return ids;
}

} // namespace

// Which models a connection offers, asked of real servers on the loopback.
class TestModelShelf : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        Profile profile{folder.path() + QStringLiteral("/config/settings.json"), folder.path(), folder.path(), folder.path(), folder.path() + QStringLiteral("/cache")};
        Connections connections{profile, {}};

        Bench() { QDir().mkpath(folder.path() + QStringLiteral("/config")); }
        // As the next start of the program makes it.
        std::unique_ptr<ModelShelf> shelf() { return std::make_unique<ModelShelf>(connections, profile.cacheFolder, folder.path() + QStringLiteral("/config/models.json")); }
        void save(const QString &name, const QUrl &baseUrl, const QString &defaultModel = {})
        {
            Connection connection;
            connection.name = name;
            connection.api = Api::Responses;
            connection.baseUrl = baseUrl;
            connection.defaultModel = defaultModel;
            VERIFY_DONE(connections.file().add(connection));
        }
        static void VERIFY_DONE(const Done &done) { QVERIFY2(done, done ? "" : qPrintable(done.error().message)); }
    };

    static std::optional<Result<ConnectedModels>> refreshed(ModelShelf &shelf, const QString &name, QObject &context)
    {
        std::optional<Result<ConnectedModels>> got;
        shelf.refresh(name, &context, [&got](const Result<ConnectedModels> &models) { got = models; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 10'000))
            return std::nullopt;
        return got;
    }

private slots:
    void aListIsKeptForTheNextStart()
    {
        ScriptedServer server;
        server.answer().head(200, json).send(quoted("{'data':[{'id':'qwen3:8b'},{'id':'text-embedding-3-small'},{'id':'my-own','context_length':9000}]}")).close();
        Bench bench;
        bench.save(QStringLiteral("local"), server.url());
        {
            const auto shelf = bench.shelf();
            const auto got = refreshed(*shelf, QStringLiteral("local"), bench.connections);
            QVERIFY(got && *got);
            QCOMPARE(idsOf(**got), (QStringList{QStringLiteral("qwen3:8b"), QStringLiteral("my-own")}));
        }
        const auto again = bench.shelf();
        const Result<QList<ConnectedModels>> kept = again->kept();
        VERIFY_RESULT(kept);
        QCOMPARE(idsOf(kept->first()), (QStringList{QStringLiteral("qwen3:8b"), QStringLiteral("my-own")}));
        QCOMPARE(kept->first().models[1].contextTokens.value_or(0), 9000);
        // A gateway's price is not the vendor's.
        QVERIFY(!kept->first().models[0].prices.input);
        QCOMPARE(server.requests().size(), 1);
    }

    void aFailureKeepsTheOldList()
    {
        ScriptedServer server;
        server.answer().head(200, json).send(quoted("{'data':[{'id':'one'}]}")).close();
        server.answer().head(401, json).send(quoted("{'error':{'message':'bad key'}}")).close();
        Bench bench;
        bench.save(QStringLiteral("local"), server.url());
        const auto shelf = bench.shelf();
        QVERIFY(refreshed(*shelf, QStringLiteral("local"), bench.connections)->has_value());
        const auto second = refreshed(*shelf, QStringLiteral("local"), bench.connections);
        QVERIFY(second && !*second);
        QVERIFY(second->error().kind == ErrorKind::Auth);
        QCOMPARE(idsOf(shelf->kept()->first()), QStringList{QStringLiteral("one")});
    }

    void aListOfAnotherAddressDoesNotCount()
    {
        ScriptedServer server;
        server.answer().head(200, json).send(quoted("{'data':[{'id':'one'}]}")).close();
        Bench bench;
        bench.save(QStringLiteral("local"), server.url());
        const auto shelf = bench.shelf();
        QVERIFY(refreshed(*shelf, QStringLiteral("local"), bench.connections)->has_value());
        VERIFY_RESULT(bench.connections.file().remove(QStringLiteral("local")));
        bench.save(QStringLiteral("local"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")), QStringLiteral("two"));
        QCOMPARE(idsOf(shelf->kept()->first()), QStringList{QStringLiteral("two")});
    }

    void aVendorIsKnownBeforeItIsAsked()
    {
        Bench bench;
        bench.save(QStringLiteral("openai"), QUrl(QStringLiteral("https://api.openai.com/v1")));
        const auto shelf = bench.shelf();
        const ConnectedModels openai = shelf->kept()->first();
        QVERIFY(idsOf(openai).contains(QStringLiteral("o3")));
        QVERIFY(idsOf(openai).contains(QStringLiteral("o4-mini-high")));
        QVERIFY(!idsOf(openai).contains(QStringLiteral("claude-sonnet-4-5")));
    }

    void namesThatPeopleKnowStandBesideTheirModel()
    {
        Bench bench;
        Connection connection;
        connection.name = QStringLiteral("openai");
        connection.baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1"));
        const auto shelf = bench.shelf();
        const auto models = shelf->preview(connection, {quoted("{'data':[{'id':'gpt-4.1'},{'id':'o4-mini'},{'id':'o3'}]}")});
        VERIFY_RESULT(models);
        QCOMPARE(idsOf(*models), (QStringList{QStringLiteral("gpt-4.1"), QStringLiteral("o4-mini"), QStringLiteral("o4-mini-high"), QStringLiteral("o3")}));
        QVERIFY(models->models[3].hostedTools.contains(QStringLiteral("web_search")));
        QVERIFY(models->models[3].prices.input);
    }

    void damagedFilesCostNothing()
    {
        Bench bench;
        bench.save(QStringLiteral("local"), QUrl(QStringLiteral("http://127.0.0.1:9/v1")), QStringLiteral("two"));
        QDir().mkpath(bench.profile.cacheFolder);
        for (const QByteArray &content : {QByteArray("{"), QByteArray("[]"), quoted("{'base_url':'http://127.0.0.1:9/v1','pages':[7,'<html>']}")}) {
            QFile file(bench.profile.cacheFolder + QStringLiteral("/models of local.json"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            const auto shelf = bench.shelf();
            QCOMPARE(idsOf(shelf->kept()->first()), QStringList{QStringLiteral("two")});
        }
    }
};

QTEST_GUILESS_MAIN(TestModelShelf)
#include "TestModelShelf.moc"
