#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

// What the programs may load, told by the linker itself.
class TestLinkage : public QObject
{
    Q_OBJECT

private slots:
    void headlessProgramLoadsNoWindow();
    void helpersLoadWhatTheyShould_data();
    void helpersLoadWhatTheyShould();

private:
    // Every library that the program would load, also through others.
    static QStringList loadedBy(const QString &program)
    {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {program});
        if (!ldd.waitForFinished(20000) || ldd.exitCode() != 0)
            return {};
        QStringList libraries;
        const QList<QByteArray> lines = ldd.readAllStandardOutput().split('\n');
        for (const QByteArray &line : lines)
            libraries.append(QString::fromUtf8(line.trimmed().split(' ').value(0)));
        return libraries;
    }
    static QString first(const QStringList &libraries, const QStringList &unwanted)
    {
        for (const QString &library : libraries) {
            for (const QString &name : unwanted) {
                if (library.startsWith(name))
                    return library;
            }
        }
        return {};
    }
};

void TestLinkage::headlessProgramLoadsNoWindow()
{
    const QString program = QStringLiteral(VITRINE_BIN "/vitrine");
    QVERIFY2(QFileInfo(program).isExecutable(), qPrintable(program));
    const QStringList libraries = loadedBy(program);
    QVERIFY(!first(libraries, {"libQt6Core"}).isEmpty()); // the list is one
    QCOMPARE(first(libraries, {"libQt6Widgets", "libQt6Gui", "libQt6Svg", "libQt6Qml", "libQt6Quick", "libQt6WebEngine", "libX11", "libxcb", "libopencv", "libtesseract", "libKF"}), QString());
}

void TestLinkage::helpersLoadWhatTheyShould_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("unwanted");
    QTest::newRow("imager") << "vitrine-imager" << QStringList{"libopencv_imgcodecs", "libopencv_highgui", "libQt6Widgets", "libsqlite3"};
    QTest::newRow("highlighter") << "vitrine-highlighter" << QStringList{"libQt6Widgets", "libQt5Widgets", "libsqlite3", "libopencv"};
}

void TestLinkage::helpersLoadWhatTheyShould()
{
    QFETCH(QString, program);
    QFETCH(QStringList, unwanted);
    const QString path = QStringLiteral(VITRINE_BIN "/") + program;
    if (!QFileInfo::exists(path))
        QSKIP("not built here");
    const QStringList libraries = loadedBy(path);
    QVERIFY(!libraries.isEmpty());
    QCOMPARE(first(libraries, unwanted), QString());
    QVERIFY(program != "vitrine-highlighter" || first(libraries, {"libQt5Core"}).isEmpty() || first(libraries, {"libQt6Core"}).isEmpty());
}

QTEST_GUILESS_MAIN(TestLinkage)
#include "TestLinkage.moc"
