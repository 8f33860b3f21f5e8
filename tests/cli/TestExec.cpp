#include "support/HugePicture.h"
#include "support/Program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

// `vitrine exec` as a script sees it: the real program, imager, sandbox and offline assistant.
class TestExec : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;

    ProgramRun exec(const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(QStringLiteral("vitrine"), QStringList{QStringLiteral("exec")} + arguments, m_profile.path(), input);
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_profile.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }

private slots:
    void aHashComesFromARealRun()
    {
        const ProgramRun run = exec({QStringLiteral("--json"), QStringLiteral("sha1 of hello")});
        QVERIFY2(run.status == 0, run.errors.constData());
        QVERIFY(run.result()["text"].toString().contains(QStringLiteral("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d")));
        QCOMPARE(run.result()["status"].toString(), QStringLiteral("completed"));
        const QList<QJsonObject> outputs = run.items(QStringLiteral("tool_output"));
        QVERIFY(!outputs.isEmpty());
        QCOMPARE(outputs.last()["outcome"].toString(), QStringLiteral("ok"));
        QCOMPARE(outputs.last()["exit"].toInt(-1), 0);
        QVERIFY(outputs.last()["text"].toString().contains(QStringLiteral("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d")));
    }

    void aTableIsProfiledWithCharts()
    {
        QByteArray csv = "city,population,area\n";
        for (int i = 0; i < 40; ++i)
            csv += "city" + QByteArray::number(i) + ',' + QByteArray::number(1000 + 37 * i) + ',' + QByteArray::number(10 + i * 2) + '\n';
        const ProgramRun run = exec({QStringLiteral("--json"), QStringLiteral("--file"), file(QStringLiteral("städte.csv"), csv), QStringLiteral("What is in this table?")});
        QVERIFY2(run.status == 0, run.errors.constData());
        const QString text = run.result()["text"].toString();
        QVERIFY2(text.contains(QStringLiteral("40")) && text.contains(QStringLiteral("population")), qPrintable(text));
        bool chart = false;
        for (const QJsonObject &output : run.items(QStringLiteral("tool_output"))) {
            for (const QJsonValue &artifact : output["artifacts"].toArray())
                chart |= artifact["mime"].toString() == QLatin1String("image/png") && artifact["size"].toInt() > 1000;
        }
        QVERIFY(chart);
    }

    void aPictureIsReadInSteps()
    {
        const ProgramRun run = exec({QStringLiteral("--json"), QStringLiteral("--image"), QStringLiteral(VITRINE_FIXTURES "/images/phototest_180.png"), QStringLiteral("What does it say?")});
        QVERIFY2(run.status == 0, run.errors.constData());
        QVERIFY2(run.result()["text"].toString().contains(QStringLiteral("quick brown dog"), Qt::CaseInsensitive), qPrintable(run.result()["text"].toString()));
        const QList<QJsonObject> steps = run.items(QStringLiteral("image_step"));
        QVERIFY(!steps.isEmpty());
        for (const QJsonObject &step : steps) {
            QCOMPARE(step["matrix_to_root"].toArray().size(), 9);
            QVERIFY(QFile::exists(step["path"].toString()));
            QCOMPARE(step["root"].toString(), QStringLiteral("img_1"));
        }
    }

    void aConversationGoesOn()
    {
        QVERIFY(exec({QStringLiteral("2+2")}).status == 0);
        const ProgramRun run = exec({QStringLiteral("--json"), QStringLiteral("--continue"), QStringLiteral("3*3")});
        QVERIFY2(run.status == 0, run.errors.constData());
        const ProgramRun shown = runProgram(QStringLiteral("vitrine"), {QStringLiteral("conversations"), QStringLiteral("show"), run.result()["conversation"].toString(), QStringLiteral("--json")}, m_profile.path());
        QCOMPARE(shown.items(QStringLiteral("user_message")).size(), 2);
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        const QString q = QStringLiteral("What does it say?");
        const auto image = [&](const QString &path) { return QStringList{QStringLiteral("--image"), path, q}; };
        QTest::newRow("no question") << QStringList() << 2 << QStringLiteral("question");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense"), q} << 2 << QStringLiteral("nonsense");
        QTest::newRow("unknown effort") << QStringList{QStringLiteral("--effort"), QStringLiteral("huge"), q} << 2 << QStringLiteral("effort");
        QTest::newRow("http elsewhere") << QStringList{QStringLiteral("--base-url"), QStringLiteral("http://192.0.2.1/v1"), q} << 2 << QStringLiteral("https");
        QTest::newRow("unknown provider") << QStringList{QStringLiteral("--provider"), QStringLiteral("nobody"), q} << 1 << QStringLiteral("nobody");
        QTest::newRow("unknown conversation") << QStringList{QStringLiteral("--conversation"), QStringLiteral("01X"), q} << 1 << QStringLiteral("01X");
        QTest::newRow("missing file") << image(QStringLiteral("/nowhere/board.jpg")) << 1 << QStringLiteral("board.jpg");
        QTest::newRow("folder") << image(QDir::tempPath()) << 1 << QStringLiteral("folder");
        QTest::newRow("empty") << image(file(QStringLiteral("empty.png"), {})) << 1 << QStringLiteral("empty");
        QTest::newRow("text as picture") << image(file(QStringLiteral("text.png"), "just words\n")) << 1 << QStringLiteral("text.png");
        QTest::newRow("device") << image(QStringLiteral("/dev/zero")) << 1 << QStringLiteral("zero");
        QFile whole(QStringLiteral(VITRINE_FIXTURES "/images/exif_Landscape_1.jpg"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QTest::newRow("header only") << image(file(QStringLiteral("cut.jpg"), whole.read(40))) << 1 << QStringLiteral("cut.jpg");
        whole.seek(0);
        QTest::newRow("half") << image(file(QStringLiteral("half.jpg"), whole.read(whole.size() / 2))) << 1 << QStringLiteral("half.jpg");
        QTest::newRow("900 megapixels") << image(file(QStringLiteral("huge.png"), hugePng(30000))) << 1 << QStringLiteral("30000x30000");
        const QString secret = file(QStringLiteral("secret.png"), "x");
        QFile::setPermissions(secret, {});
        if (!QFile(secret).open(QIODevice::ReadOnly)) // root may read everything
            QTest::newRow("not readable") << image(secret) << 1 << QStringLiteral("permissions");
    }
    void badInput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, says);
        const ProgramRun run = exec(arguments);
        QVERIFY2(run.status == status, (QByteArray::number(run.status) + ": " + run.errors).constData());
        const QString error = QString::fromUtf8(run.errors).trimmed().section(QLatin1Char('\n'), -1);
        QVERIFY2(error.startsWith(QStringLiteral("vitrine: ")), run.errors.constData());
        QVERIFY2(error.contains(says), qPrintable(error));
        QVERIFY(run.output.isEmpty());
    }

    void itSpeaksTheLanguageOfTheSystem_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN.UTF-8") << QStringLiteral("vitrine: board.jpg 不存在，请检查文件名和所在文件夹。");
        QTest::newRow("Traditional Chinese") << QStringLiteral("zh_TW.UTF-8") << QStringLiteral("vitrine: board.jpg 不存在，請檢查檔名和所在資料夾。");
        QTest::newRow("Hong Kong") << QStringLiteral("zh_HK.UTF-8") << QStringLiteral("vitrine: board.jpg 不存在，請檢查檔名和所在資料夾。");
        QTest::newRow("a language that there is not") << QStringLiteral("de_DE.UTF-8") << QStringLiteral("vitrine: board.jpg does not exist; check its name and folder.");
    }
    void itSpeaksTheLanguageOfTheSystem()
    {
        QFETCH(QString, locale);
        QFETCH(QString, sentence);
        const ProgramRun run = runProgram(QStringLiteral("vitrine"), {QStringLiteral("exec"), QStringLiteral("--image"), QStringLiteral("/nowhere/board.jpg"), QStringLiteral("?")},
                                          m_profile.path(), {}, {{QStringLiteral("LC_ALL"), locale}});
        QCOMPARE(run.status, 1);
        // Qt may warn before that the locale is not installed.
        QCOMPARE(QString::fromUtf8(run.errors).trimmed().section(QLatin1Char('\n'), -1), sentence);
    }

    void anEmptyEnvironmentVariableIsNoKey()
    {
        const ProgramRun run = exec({QStringLiteral("--base-url"), QStringLiteral("http://127.0.0.1:9/v1"), QStringLiteral("--key-env"), QStringLiteral("NO_SUCH_KEY"), QStringLiteral("hi")});
        QCOMPARE(run.status, 2);
        QVERIFY(run.errors.contains("NO_SUCH_KEY"));
    }

    void standardInputIsAQuestion()
    {
        const ProgramRun run = exec({QStringLiteral("--json"), QStringLiteral("-")}, "what is 12 * 12?");
        QVERIFY2(run.status == 0, run.errors.constData());
        QVERIFY(run.result()["text"].toString().contains(QStringLiteral("144")));
    }
};

QTEST_GUILESS_MAIN(TestExec)
#include "TestExec.moc"
