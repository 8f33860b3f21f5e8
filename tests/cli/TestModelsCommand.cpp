#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

// The program itself, as a script sees it.
class TestModelsCommand : public QObject
{
    Q_OBJECT

private:
    struct Run {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };
    static Run run(const QString &profile, const QStringList &args)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("VITRINE_PROFILE"), profile);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(VITRINE_BIN "/vitrine"), QStringList{QStringLiteral("models")} + args);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static void settingsFolderHolds(const QString &profile, const QByteArray &json)
    {
        QFile file(profile + QStringLiteral("/models.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(json), json.size());
    }

private slots:
    void listsAndSearches()
    {
        QTemporaryDir profile;
        const Run all = run(profile.path(), {});
        QCOMPARE(all.status, 0);
        QVERIFY(all.err.isEmpty());
        QVERIFY(all.out.count('\n') > 100);
        const Run one = run(profile.path(), {QStringLiteral("--json"), QStringLiteral("--vendor=openai"), QStringLiteral("--search"), QStringLiteral("o4 HIGH")});
        QCOMPARE(one.out.count('\n'), 1);
        QCOMPARE(QJsonDocument::fromJson(one.out)[QLatin1String("request_model")].toString(), QStringLiteral("o4-mini"));
        QCOMPARE(run(profile.path(), {QStringLiteral("o3")}).status, 2);
    }

    void takesTheUsersFile()
    {
        QTemporaryDir profile;
        settingsFolderHolds(profile.path(), R"({"models":[{"id":"club-large","vendor":"club","context":5000}]})");
        const Run listed = run(profile.path(), {QStringLiteral("--vendor"), QStringLiteral("club")});
        QCOMPARE(listed.status, 0);
        QVERIFY(listed.out.startsWith("club-large"));
        QCOMPARE(listed.out.count('\n'), 1);
        settingsFolderHolds(profile.path(), "{");
        const Run broken = run(profile.path(), {QStringLiteral("--search"), QStringLiteral("o3-pro")});
        QCOMPARE(broken.status, 1);
        QCOMPARE(broken.err.count('\n'), 1);
        QVERIFY(broken.out.startsWith("o3-pro"));
    }
};

QTEST_GUILESS_MAIN(TestModelsCommand)
#include "TestModelsCommand.moc"
