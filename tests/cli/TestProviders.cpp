#include "support/Program.h"
#include "support/Quoted.h"
#include "support/ScriptedServer.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace vitrine;

namespace {

// Looks different in every form, so that each of them would be found.
const QByteArray canary = "test/key+canary=4711?";

QList<QByteArray> formsOf(const QByteArray &key)
{
    // Base64 depends on what comes before; the three beginnings give all forms of the middle.
    QList<QByteArray> forms{key, QUrl::toPercentEncoding(QString::fromLatin1(key)), key.toHex()};
    for (int before = 0; before < 3; ++before)
        forms.append((QByteArray(before, ' ') + key).toBase64(QByteArray::OmitTrailingEquals).mid(4, 20));
    return forms;
}

} // namespace

// `vitrine providers` as a script sees it.
class TestProviders : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<ScriptedServer> m_server;

    // The server lives in this process, so the wait must let it work.
    ProgramRun run(const QStringList &arguments, const QByteArray &key = {}, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("HOME"), m_profile->path());
        environment.insert(QStringLiteral("VITRINE_PROFILE"), m_profile->path());
        environment.insert(QStringLiteral("VITRINE_LOG"), QStringLiteral("debug"));
        if (!key.isEmpty())
            environment.insert(QStringLiteral("TEST_KEY"), QString::fromLatin1(key));
        for (const char *switches : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(switches))
                environment.insert(QString::fromLatin1(switches), qEnvironmentVariable(switches));
        }
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(VITRINE_BIN "/vitrine"), QStringList{QStringLiteral("providers")} + arguments);
        process.write(input);
        process.closeWriteChannel();
        ProgramRun result;
        if (QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000) && process.exitStatus() == QProcess::NormalExit)
            result.status = process.exitCode();
        result.output = process.readAllStandardOutput();
        result.errors = process.readAllStandardError();
        return result;
    }
    static QStringList words(const QString &line) { return line.split(QLatin1Char(' ')); }
    QStringList add(const QString &more) { return words(QStringLiteral("add work --api chat --base-url %1 ").arg(m_server->url().toString()) + more); }

    // Where the key was found; empty when nowhere.
    QString leak(const QList<ProgramRun> &runs, bool profileToo = true) const
    {
        const QList<QByteArray> forms = formsOf(canary);
        const auto has = [&forms](const QByteArray &bytes) { return std::any_of(forms.begin(), forms.end(), [&bytes](const QByteArray &form) { return bytes.contains(form); }); };
        for (const ProgramRun &run : runs) {
            if (has(run.output) || has(run.errors))
                return QStringLiteral("output");
        }
        QDirIterator files(m_profile->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (profileToo && files.hasNext()) {
            QFile in(files.next());
            if (in.open(QIODevice::ReadOnly) && has(in.readAll()))
                return in.fileName();
        }
        return {};
    }

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
    }

    void theScanFindsWhatItLooksFor()
    {
        for (const QByteArray &text : {"x" + canary, "k=" + QUrl::toPercentEncoding(QString::fromLatin1(canary)), ("Bearer " + canary).toBase64(), ("{\"a\":\"" + canary + "\"}").toBase64()})
            QCOMPARE(leak({{0, {}, text}}), QStringLiteral("output"));
        QCOMPARE(leak({{0, {}, "nothing"}}), QString());
    }

    void fromAddToRemove()
    {
        const ProgramRun added = run(add(QStringLiteral("--key-env TEST_KEY --model m1 --organization org-1 --header X-Title:Vitrine")), canary);
        QCOMPARE(added.errors, QByteArray("\"work\" is connected (key from the variable TEST_KEY); vitrine providers test \"work\" tries it.\n"));
        QCOMPARE(added.status, 0);

        const ProgramRun listed = run(words(QStringLiteral("list --json")), canary);
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.lines().size(), 1);
        const QJsonObject line = listed.lines().first();
        QCOMPARE(line["name"].toString(), QStringLiteral("work"));
        QCOMPARE(line["api"].toString(), QStringLiteral("chat"));
        QCOMPARE(line["base_url"].toString(), m_server->url().toString());
        QCOMPARE(line["model"].toString(), QStringLiteral("m1"));
        QCOMPARE(line["key"]["source"].toString(), QStringLiteral("environment"));
        QCOMPARE(line["key"]["variable"].toString(), QStringLiteral("TEST_KEY"));
        QVERIFY(run(words(QStringLiteral("list")), canary).output.startsWith("work  chat  "));

        m_server->answer().head(200).send(quoted("{'data':[{'id':'m1'},{'id':'m2'}]}")).close();
        const ProgramRun tested = run(words(QStringLiteral("test work --json")), canary);
        QCOMPARE(tested.status, 0);
        QCOMPARE(tested.result()["ok"].toBool(), true);
        QCOMPARE(tested.result()["models"].toInt(), 2);
        QCOMPARE(m_server->requests().last().header("authorization"), "Bearer " + canary);
        QCOMPARE(m_server->requests().last().header("openai-organization"), QByteArray("org-1"));
        QCOMPARE(m_server->requests().last().header("x-title"), QByteArray("Vitrine"));

        m_server->answer().head(200).send(quoted("{'data':[{'id':'m1'},{'id':'m2'}]}")).close();
        const ProgramRun spoken = run(words(QStringLiteral("test work")), canary);
        QVERIFY2(spoken.output.contains("work") && spoken.output.contains('2'), spoken.output.constData());
        QCOMPARE(leak({added, listed, tested, spoken}), QString());

        const ProgramRun removed = run(words(QStringLiteral("remove work")), canary);
        QCOMPARE(removed.status, 0);
        QCOMPARE(run(words(QStringLiteral("list --json"))).output, QByteArray());
        QCOMPARE(run(words(QStringLiteral("remove work"))).status, 1);
        QCOMPARE(leak({removed}), QString());
    }

    void aFailedTestSaysWhy()
    {
        QCOMPARE(run(add(QStringLiteral("--key-env TEST_KEY"))).status, 0);
        const ProgramRun keyless = run(words(QStringLiteral("test work")));
        QCOMPARE(keyless.status, 1);
        QVERIFY(keyless.errors.contains("TEST_KEY"));
        QCOMPARE(keyless.errors.count('\n'), 1);
        QVERIFY(m_server->requests().isEmpty());

        // A server that repeats the key.
        m_server->answer().head(401).send("{\"error\":{\"message\":\"Incorrect API key provided: " + canary + "\"}}").close();
        const ProgramRun refused = run(words(QStringLiteral("test work --json")), canary);
        QCOMPARE(refused.status, 1);
        const QJsonObject line = refused.result();
        QCOMPARE(line["ok"].toBool(true), false);
        QCOMPARE(line["error"]["kind"].toString(), QStringLiteral("auth"));
        QCOMPARE(leak({keyless, refused}), QString());
        QCOMPARE(run(words(QStringLiteral("test nobody"))).status, 1);
    }

    void aFileIsNotEncryptedAndNeedsAYes()
    {
        const ProgramRun refused = run(add(QStringLiteral("--key-stdin --store file")), {}, canary);
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.errors.contains("not encrypted"));
        QCOMPARE(leak({refused}), QString());
        const ProgramRun added = run(add(QStringLiteral("--key-stdin --store file --yes-unencrypted")), {}, " " + canary + " \n");
        QCOMPARE(added.status, 0);
        QVERIFY(added.errors.contains("not encrypted"));
        QCOMPARE(leak({added}), m_profile->filePath(QStringLiteral("keys.json")));
        m_server->answer().head(200).send("{\"data\":[]}").close();
        const ProgramRun tested = run(words(QStringLiteral("test work")));
        QCOMPARE(tested.status, 0);
        QVERIFY(tested.errors.contains("not encrypted"));
        QCOMPARE(m_server->requests().last().header("authorization"), "Bearer " + canary);
        QCOMPARE(run(words(QStringLiteral("remove work"))).status, 0);
        QCOMPARE(leak({tested}), QString());
    }

    void withoutAKeyringNothingIsSaved()
    {
        const ProgramRun added = run(add(QStringLiteral("--key-stdin")), {}, canary);
        QCOMPARE(added.status, 1);
        QVERIFY2(added.errors.contains("no keyring"), added.errors.constData());
        QCOMPARE(run(words(QStringLiteral("list --json"))).output, QByteArray());
        QCOMPARE(leak({added}), QString());
    }

    void whatIsUsedWrongly_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("sentence");
        const QString add = QStringLiteral("add work --base-url https://a.example/v1 ");
        QTest::newRow("nothing") << QString() << QByteArray("vitrine providers list");
        QTest::newRow("no name") << QStringLiteral("add") << QByteArray("with a name");
        QTest::newRow("no address") << QStringLiteral("add work") << QByteArray("--base-url is missing");
        QTest::newRow("azure without a name") << QStringLiteral("add work --preset azure") << QByteArray("RESOURCE");
        QTest::newRow("unknown preset") << QStringLiteral("add work --preset x") << QByteArray("openrouter");
        QTest::newRow("unknown api") << add + QStringLiteral("--api x") << QByteArray("Unknown API");
        QTest::newRow("bad name") << QStringLiteral("add offline --base-url https://a.example/v1") << QByteArray("name");
        QTest::newRow("plain http") << QStringLiteral("add work --base-url http://a.example/v1") << QByteArray("in the open");
        QTest::newRow("two keys") << add + QStringLiteral("--key-env A --key-stdin") << QByteArray("exclude");
        QTest::newRow("session") << add + QStringLiteral("--key-stdin --store session") << QByteArray("session");
        QTest::newRow("bad variable") << add + QStringLiteral("--key-env A-B") << QByteArray("environment variable");
        QTest::newRow("secret header") << add + QStringLiteral("--header Cookie:x") << QByteArray("secret");
        QTest::newRow("no header") << add + QStringLiteral("--header nonsense:") + QChar(7) << QByteArray("NAME: VALUE");
        QTest::newRow("key as option") << add + QStringLiteral("--key-env=sk-abcdefgh12345678") << QByteArray("command line");
        QTest::newRow("key as word") << add + QStringLiteral("AIzaSyA1234567890") << QByteArray("command line");
        QTest::newRow("key in a header") << add + QStringLiteral("--header X-Api-Key:abcdefgh") << QByteArray("command line");
    }

    void whatIsUsedWrongly()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, sentence);
        const ProgramRun wrong = run(line.isEmpty() ? QStringList() : words(line));
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.errors.contains(sentence), wrong.errors.constData());
        QVERIFY(!wrong.errors.contains("12345678"));
        QVERIFY(!QFile::exists(m_profile->filePath(QStringLiteral("connections.json"))));
    }
};

QTEST_GUILESS_MAIN(TestProviders)
#include "TestProviders.moc"
