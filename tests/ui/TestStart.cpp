#include "scenes/Scene.h"
#include "start/CommandLine.h"
#include "start/SingleInstance.h"

#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace vitrine;

class TestStart : public QObject
{
    Q_OBJECT

private slots:
    void wrongArgumentsAreRefused_data();
    void wrongArgumentsAreRefused();
    void aSecondWindowHandsOver();
    void theProgramKeepsItsContract();
    void everySceneIsDrawn_data();
    void everySceneIsDrawn();
};

void TestStart::wrongArgumentsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
    QTest::newRow("unknown scene") << QStringList{QStringLiteral("--screenshot"), QStringLiteral("a.png"), QStringLiteral("--scene"), QStringLiteral("x")};
    QTest::newRow("no scene") << QStringList{QStringLiteral("--screenshot"), QStringLiteral("a.png")};
    QTest::newRow("theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
    QTest::newRow("language") << QStringList{QStringLiteral("--lang"), QStringLiteral("tlh")};
    QTest::newRow("size") << QStringList{QStringLiteral("--size"), QStringLiteral("12")};
    QTest::newRow("huge size") << QStringList{QStringLiteral("--size"), QStringLiteral("100000x100000")};
    QTest::newRow("scale") << QStringList{QStringLiteral("--scale"), QStringLiteral("nan")};
}

void TestStart::wrongArgumentsAreRefused()
{
    QFETCH(QStringList, arguments);
    const Result<CommandLine> parsed = parseCommandLine(arguments);
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestStart::aSecondWindowHandsOver()
{
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QCOMPARE(first.begin({}).value(), SingleInstance::Role::First);
    QSignalSpy activated(&first, &SingleInstance::activated);
    Result<SingleInstance::Role> role = SingleInstance::Role::First;
    // The second is another process in life; here it has to wait on another thread while this one answers.
    std::thread second([&] { role = SingleInstance(folder.path()).begin({QStringLiteral("/tmp/a b.png"), QStringLiteral("/tmp/ü.csv")}); });
    QTRY_COMPARE(activated.size(), 1);
    second.join();
    QVERIFY(role.has_value());
    QCOMPARE(*role, SingleInstance::Role::HandedOver);
    QCOMPARE(activated[0][0].toStringList(), (QStringList{QStringLiteral("/tmp/a b.png"), QStringLiteral("/tmp/ü.csv")}));
}

void TestStart::theProgramKeepsItsContract()
{
    const auto run = [](const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(VITRINE_BIN "/vitrine-desktop"), arguments);
        process.waitForFinished(60'000);
        return std::tuple(process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError());
    };
    const auto [helpStatus, help, helpErrors] = run({QStringLiteral("--help")});
    QCOMPARE(helpStatus, 0);
    QVERIFY(help.contains("--screenshot FILE"));
    const auto [versionStatus, version, versionErrors] = run({QStringLiteral("--version")});
    QCOMPARE(versionStatus, 0);
    QVERIFY(version.startsWith("vitrine-desktop "));
    const auto [badStatus, badOutput, badErrors] = run({QStringLiteral("--scene")});
    QCOMPARE(badStatus, 2);
    QCOMPARE(badErrors.count('\n'), 1);
    QVERIFY(badOutput.isEmpty());
    const auto [unwritable, noOutput, said] = run({QStringLiteral("--screenshot"), QStringLiteral("/nowhere/a.png"), QStringLiteral("--scene"), QStringLiteral("empty")});
    QCOMPARE(unwritable, 1);
    QVERIFY(said.contains("/nowhere/a.png"));
}

void TestStart::everySceneIsDrawn_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("size");
    for (const QString &scene : sceneNames()) {
        QTest::addRow("%s light", qPrintable(scene)) << scene << QStringList() << QSize(1280, 820);
        QTest::addRow("%s dark narrow Chinese", qPrintable(scene))
            << scene
            << QStringList{QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--size"), QStringLiteral("820x700"), QStringLiteral("--lang"), QStringLiteral("zh_CN"),
                           QStringLiteral("--scale"), QStringLiteral("2")}
            << QSize(1640, 1400);
    }
}

void TestStart::everySceneIsDrawn()
{
    QFETCH(QString, scene);
    QFETCH(QStringList, options);
    QFETCH(QSize, size);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("scene.png"));
    QProcess process;
    process.start(QStringLiteral(VITRINE_BIN "/vitrine-desktop"), QStringList{QStringLiteral("--screenshot"), path, QStringLiteral("--scene"), scene} + options);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);
    const QImage image(path);
    QCOMPARE(image.size(), size);
    // Something is drawn: many colours, not one ground.
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 5)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.size() > 30, qPrintable(QString::number(colours.size())));
}

QTEST_GUILESS_MAIN(TestStart)
#include "TestStart.moc"
