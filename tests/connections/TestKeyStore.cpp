#include "base/Json.h"
#include "base/Profile.h"
#include "connections/Connections.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <sys/stat.h>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

const QByteArray canary = "test-key-canary-4711";

template<class Answer>
class Waiter : public QObject
{
public:
    std::function<void(const Answer &)> callback()
    {
        return [this](const Answer &answer) {
            ++calls;
            got = answer;
        };
    }
    Answer wait()
    {
        if (!QTest::qWaitFor([this] { return calls > 0; }, 20'000))
            qWarning("no answer");
        return *got;
    }
    int calls = 0;
    std::optional<Answer> got;
};

} // namespace

// Where keys lie and to whom they are given; the real keyring has a test of its own.
class TestKeyStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    Profile profile() const
    {
        return {file("settings.json"), m_folder->path(), m_folder->path(), m_folder->path(), m_folder->path()};
    }
    static Connection connection()
    {
        Connection made;
        made.name = QStringLiteral("work");
        made.baseUrl = QUrl(QStringLiteral("https://a.example/v1"));
        return made;
    }
    // A stand-in for vitrine-keyring.
    QString program(const QByteArray &script) const
    {
        QFile out(file("keyring"));
        if (!out.open(QIODevice::WriteOnly) || out.write("#!/bin/sh\ncat >/dev/null\n" + script) < 0 || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qWarning("the stand-in cannot be written");
        return out.fileName();
    }
    static Result<ResolvedConnection> resolve(Connections &connections, const QString &name = QStringLiteral("work"))
    {
        Waiter<Result<ResolvedConnection>> waiter;
        connections.resolve(name, &waiter, waiter.callback());
        if (waiter.calls != 0)
            qWarning("called at once");
        return waiter.wait();
    }
    static Result<Connection> add(Connections &connections, const Connection &connection, const NewKey &key)
    {
        Waiter<Result<Connection>> waiter;
        connections.add(connection, key, &waiter, waiter.callback());
        return waiter.wait();
    }
    static Done remove(Connections &connections)
    {
        Waiter<Done> waiter;
        connections.remove(QStringLiteral("work"), &waiter, waiter.callback());
        return waiter.wait();
    }
    bool isAnywhere(const QByteArray &bytes) const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile in(files.next());
            if (in.open(QIODevice::ReadOnly) && in.readAll().contains(bytes))
                return true;
        }
        return false;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void aVariableIsReadOnceAndRemoved()
    {
        qputenv("TEST_KEY", " " + canary + "\n");
        const char *place = std::getenv("TEST_KEY");
        EnvironmentKeys keys;
        keys.take({QStringLiteral("TEST_KEY"), QStringLiteral("NOT_THERE")});
        QVERIFY(!qEnvironmentVariableIsSet("TEST_KEY"));
        QCOMPARE(place[0], '\0'); // also where it lay
        QCOMPARE(keys.value(QStringLiteral("TEST_KEY")).trimmed(), canary);

        Connections connections(profile(), keys);
        QVERIFY(add(connections, connection(), {KeySource::Environment, QStringLiteral("TEST_KEY"), {}, false}));
        const Result<ResolvedConnection> resolved = resolve(connections);
        QVERIFY(resolved);
        QCOMPARE(resolved->key.secret, canary);
        QCOMPARE(resolved->key.endpoint, QStringLiteral("https://a.example:443"));
        QVERIFY(!isAnywhere(canary));
    }

    void aVariableThatIsMissingIsNamed()
    {
        Connections connections(profile(), {});
        QVERIFY(add(connections, connection(), {KeySource::Environment, QStringLiteral("MISSING_KEY"), {}, false}));
        const Result<ResolvedConnection> resolved = resolve(connections);
        QVERIFY(!resolved);
        QVERIFY(resolved.error().kind == ErrorKind::Auth);
        QVERIFY(resolved.error().message.contains(QStringLiteral("MISSING_KEY")));
    }

    void aFileNeedsAYesAndSaysThatItIsNotEncrypted()
    {
        Connections connections(profile(), {});
        QVERIFY(!add(connections, connection(), {KeySource::File, {}, canary, false}));
        QVERIFY(!isAnywhere(canary));
        QVERIFY(!QFileInfo::exists(file("connections.json")));
        QVERIFY(add(connections, connection(), {KeySource::File, {}, canary, true}));
        QCOMPARE(QFileInfo(file("keys.json")).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        const Result<ResolvedConnection> resolved = resolve(connections);
        QVERIFY(resolved);
        QCOMPARE(resolved->key.secret, canary);
        QVERIFY(resolved->notice.contains(QStringLiteral("not encrypted")));
        QVERIFY(remove(connections));
        QVERIFY(!isAnywhere(canary));
        QVERIFY(!resolve(connections));
    }

    void aFileThatOthersCanReadIsNotUsed()
    {
        Connections connections(profile(), {});
        QVERIFY(add(connections, connection(), {KeySource::File, {}, canary, true}));
        QCOMPARE(::chmod(qPrintable(file("keys.json")), 0640), 0);
        const Result<ResolvedConnection> resolved = resolve(connections);
        QVERIFY(!resolved);
        QVERIFY(resolved.error().kind == ErrorKind::Permission);
        QCOMPARE(::chmod(qPrintable(file("keys.json")), 0600), 0);
        QCOMPARE(::chmod(qPrintable(m_folder->path()), 0755), 0);
        Connection second = connection();
        second.name = QStringLiteral("second");
        QVERIFY(!add(connections, second, {KeySource::File, {}, canary, true}));
        QCOMPARE(::chmod(qPrintable(m_folder->path()), 0700), 0);
    }

    void aDamagedKeyFileIsNeverOverwritten()
    {
        QFile out(file("keys.json"));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && out.write("{\"keys\":") > 0);
        out.close();
        Connections connections(profile(), {});
        QVERIFY(!add(connections, connection(), {KeySource::File, {}, canary, true}));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), QByteArray("{\"keys\":"));
    }

    void aKeyGoesToItsEndpointOnly_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<bool>("given");
        QTest::newRow("another path") << "https://a.example/other" << true;
        QTest::newRow("another host") << "https://b.example/v1" << false;
        QTest::newRow("another port") << "https://a.example:8443/v1" << false;
        QTest::newRow("no encryption") << "http://a.example:443/v1" << false;
    }

    void aKeyGoesToItsEndpointOnly()
    {
        QFETCH(QString, baseUrl);
        QFETCH(bool, given);
        qputenv("TEST_KEY", canary);
        for (const NewKey &key : {NewKey{KeySource::File, {}, canary, true}, NewKey{KeySource::Session, {}, canary, false}, NewKey{KeySource::Environment, QStringLiteral("TEST_KEY"), {}, false}}) {
            Connections connections(profile(), {});
            QVERIFY(add(connections, connection(), key));
            Connection changed = connections.file().load()->connections.first();
            changed.baseUrl = QUrl(baseUrl);
            changed.allowPlainHttp = true;
            QVERIFY(connections.file().put(changed));
            const Result<ResolvedConnection> resolved = resolve(connections);
            QCOMPARE(bool(resolved), given);
            QVERIFY(given || (resolved.error().kind == ErrorKind::Auth && resolved.error().message.contains(QStringLiteral("again"))));
            QVERIFY(given || !resolved.error().message.toUtf8().contains(canary));
            QVERIFY(connections.file().remove(changed.name));
        }
    }

    void aFileKeyIsBoundInTheKeyFileItself()
    {
        Connections connections(profile(), {});
        QVERIFY(add(connections, connection(), {KeySource::File, {}, canary, true}));
        Connection changed = connections.file().load()->connections.first();
        changed.baseUrl = QUrl(QStringLiteral("https://b.example/v1"));
        changed.key.endpoint = QStringLiteral("https://b.example:443");
        QVERIFY(connections.file().put(changed));
        QVERIFY(!resolve(connections));
    }

    void aSessionKeyEndsWithTheSession()
    {
        {
            Connections connections(profile(), {});
            QVERIFY(add(connections, connection(), {KeySource::Session, {}, canary, false}));
            QCOMPARE(resolve(connections)->key.secret, canary);
            QVERIFY(!isAnywhere(canary));
        }
        Connections connections(profile(), {});
        QVERIFY(resolve(connections).error().kind == ErrorKind::Auth);
        Waiter<Result<Connection>> waiter;
        connections.replaceKey(QStringLiteral("work"), {KeySource::Session, {}, "another", false}, &waiter, waiter.callback());
        QVERIFY(waiter.wait());
        QCOMPARE(resolve(connections)->key.secret, QByteArray("another"));
    }

    void withoutAKeyringNothingIsKept()
    {
        Connections connections(profile(), {});
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        const Result<Connection> added = add(connections, connection(), {KeySource::Keyring, {}, canary, false});
        QVERIFY(!added);
        QVERIFY(added.error().kind == ErrorKind::Storage);
        QVERIFY(connections.file().load()->connections.isEmpty());
        QVERIFY(!isAnywhere(canary));
    }

    void whatTheKeyringSays_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        const auto says = [](const QJsonObject &answer) { return "printf '%s\\n' '" + toJson(answer) + "'\n"; };
        const auto entryFor = [](const char *endpoint) { return QString::fromUtf8(toJson(QJsonObject{{"endpoint", endpoint}, {"key", "k1"}})); };
        const QString entry = entryFor("https://a.example:443");
        QTest::newRow("key") << says({{"status", "done"}, {"keyring", "old"}, {"secret", entry}}) << "" << "";
        QTest::newRow("key from elsewhere") << says({{"status", "done"}, {"keyring", "new"}, {"secret", entry}}) << "" << "new";
        QTest::newRow("after unlocking") << says({{"status", "unlocking"}}) + "sleep 0.7\n" + says({{"status", "done"}, {"keyring", "old"}, {"secret", entry}}) << "" << "";
        QTest::newRow("for another place") << says({{"status", "done"}, {"secret", entryFor("https://b.example:443")}}) << "auth" << "again";
        QTest::newRow("none") << says({{"status", "not_found"}, {"keyring", "old"}}) << "auth" << "again";
        QTest::newRow("none elsewhere") << says({{"status", "not_found"}, {"keyring", "new"}}) << "auth" << "new";
        QTest::newRow("locked") << says({{"status", "locked"}, {"keyring", "old"}}) << "permission" << "locked";
        QTest::newRow("denied") << says({{"status", "denied"}}) << "permission" << "denied";
        QTest::newRow("no service") << says({{"status", "unavailable"}}) << "storage" << "no keyring";
        QTest::newRow("silent") << QByteArray("exec sleep 60") << "timeout" << "in time";
        QTest::newRow("dies") << QByteArray("kill -9 $$") << "storage" << "failed";
        QTest::newRow("nonsense") << QByteArray("head -c 100000 /dev/urandom") << "storage" << "failed";
        QTest::newRow("wrong types") << says({{"status", "done"}, {"secret", QJsonArray{1}}, {"keyring", QJsonObject()}}) << "auth" << "again";
    }

    void whatTheKeyringSays()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, kind);
        QFETCH(QString, words);
        KeyStore store({file("keys.json"), program(script), {500ms, 10s}}, {});
        Connection asked = connection();
        asked.key = {KeySource::Keyring, {}, QStringLiteral("work 1"), QStringLiteral("old"), QStringLiteral("https://a.example:443")};
        Waiter<Result<KeyReading>> waiter;
        store.read(asked, &waiter, waiter.callback());
        const Result<KeyReading> reading = waiter.wait();
        QCOMPARE(reading ? QString() : toString(reading.error().kind), kind);
        const QString said = reading ? reading->notice : reading.error().message;
        QVERIFY2(words.isEmpty() ? said.isEmpty() : said.contains(words), qPrintable(said));
        if (reading)
            QCOMPARE(reading->key.secret, QByteArray("k1"));
        QCOMPARE(waiter.calls, 1);
    }

    void theKeyGoesThroughAPipeOnly()
    {
        qputenv("TEST_KEY", canary);
        const QByteArray here = m_folder->path().toUtf8();
        KeyStore store({file("keys.json"), program("tr '\\0' ' ' </proc/$$/cmdline >" + here + "/args; env >" + here + "/environment; printf '%s' '{\"status\":\"done\",\"keyring\":\"k\"}'"), {10s, 10s}}, {});
        Waiter<Result<KeyPlace>> waiter;
        store.write(connection(), canary, KeySource::Keyring, false, &waiter, waiter.callback());
        const Result<KeyPlace> place = waiter.wait();
        QVERIFY(place);
        QCOMPARE(place->keyring, QStringLiteral("k"));
        QFile arguments(file("args"));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QVERIFY(arguments.readAll().contains("write"));
        QVERIFY(QFileInfo(file("environment")).size() > 0);
        QVERIFY(!isAnywhere(canary));
        qunsetenv("TEST_KEY");
    }

    void nobodyIsCalledWhoIsGone()
    {
        KeyStore store({file("keys.json"), program("exec sleep 60"), {200ms, 200ms}}, {});
        Connection asked = connection();
        asked.key.source = KeySource::Keyring;
        int calls = 0;
        {
            QObject context;
            store.read(asked, &context, [&calls](const Result<KeyReading> &) { ++calls; });
            asked.key.source = KeySource::None;
            store.read(asked, &context, [&calls](const Result<KeyReading> &) { ++calls; });
        }
        asked.key.source = KeySource::Keyring;
        Waiter<Result<KeyReading>> later;
        store.read(asked, &later, later.callback());
        QVERIFY(!later.wait());
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "TestKeyStore.moc"
