#include "PythonRunner.h"
#include "base/Json.h"
#include "support/TestPrint.h"

#include <QJsonObject>

using namespace vitrine;

// The list is made once, in a sandbox; each test works on a copy of it.
class TestFontList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void sparesTheSearchForFonts();
    void aSessionMakesItForThoseThatFollow();
    void cannotBeChangedFromInside();
    void isRefusedWhenNotOurs_data();
    void isRefusedWhenNotOurs();
    void isNotKeptWhenTheSandboxSaysSomethingElse_data();
    void isNotKeptWhenTheSandboxSaysSomethingElse();
    void isOutOfReachForCode_data();
    void isOutOfReachForCode();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Draws a chart and prints what programs were started on the way: matplotlib asks fc-list when it looks for fonts.
    static Result<PythonResult> draw(PythonRunner &python)
    {
        return python.run("import sys\n"
                          "started = []\n"
                          "sys.addaudithook(lambda event, words: started.append(words[0]) if event == 'subprocess.Popen' else None)\n"
                          "import matplotlib.pyplot as plt\n"
                          "plt.plot([1, 2]); plt.title('a'); plt.show()\n"
                          "print('fc-list' in started, flush=True)",
                          std::chrono::minutes(5));
    }
    QString cache() const { return m_folder->filePath(QStringLiteral("cache")); }
    QString keptFile() const { return cache() + QStringLiteral("/chart-fonts.json"); }

    QByteArray m_kept;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFontList::initTestCase()
{
    QTemporaryDir folder;
    FontListMaker maker(SandboxPrograms::find(), folder.path());
    QSignalSpy spy(&maker, &FontListMaker::finished);
    maker.start();
    QVERIFY(spy.wait(200'000));
    VERIFY_RESULT(spy.first().first().value<Done>());
    m_kept = read(folder.filePath(QStringLiteral("chart-fonts.json")));
    QVERIFY(!m_kept.isEmpty());
}

void TestFontList::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(cache()));
    PythonRunner::writeFile(keptFile(), m_kept);
    QVERIFY(QFile::setPermissions(keptFile(), QFile::ReadOwner | QFile::WriteOwner));
}

void TestFontList::sparesTheSearchForFonts()
{
    const auto kept = keptFontList(cache());
    QVERIFY(kept.has_value());
    QVERIFY(kept->content.contains("DejaVu Sans"));
    PythonRunner with(SandboxPrograms::find(), cache());
    const auto result = draw(with);
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    QCOMPARE(result->standardOutput, QByteArray("False\n"));
    QCOMPARE(result->displays.size(), 1);
    QVERIFY(result->displays.first().value(QStringLiteral("image/png")).startsWith("\x89PNG"));
    // It is the list that does it, and without one all works as well.
    PythonRunner without;
    const auto slow = draw(without);
    VERIFY_RESULT(slow);
    QCOMPARE(slow->standardOutput, QByteArray("True\n"));
    QCOMPARE(slow->displays.size(), 1);
}

void TestFontList::aSessionMakesItForThoseThatFollow()
{
    QVERIFY(QFile::remove(keptFile()));
    PythonRunner python(SandboxPrograms::find(), cache());
    VERIFY_RESULT(python.run("1"));
    QTRY_VERIFY_WITH_TIMEOUT(keptFontList(cache()).has_value(), 200'000);
    QCOMPARE(parseJsonObject(read(keptFile()))->value(QLatin1String("key")), parseJsonObject(m_kept)->value(QLatin1String("key")));
    QCOMPARE(QFile::permissions(keptFile()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
}

void TestFontList::cannotBeChangedFromInside()
{
    PythonRunner python(SandboxPrograms::find(), cache());
    const auto result = python.run("import os, glob\n"
                                   "[given] = glob.glob('/run/vitrine/fonts/*')\n"
                                   "def held(name, f):\n"
                                   "    try: f()\n"
                                   "    except OSError: print('HELD', name)\n"
                                   "    else: print('BROKEN', name)\n"
                                   "held('write', lambda: open(given, 'w'))\n"
                                   "held('append', lambda: open(given, 'a'))\n"
                                   "held('chmod', lambda: os.chmod(given, 0o777))\n"
                                   "held('unlink', lambda: os.unlink(given))\n"
                                   "held('rename', lambda: os.rename(given, given + 'x'))\n"
                                   "held('beside', lambda: open(given + 'x', 'w'))\n"
                                   "held('over', lambda: os.rename('/tmp/.matplotlib/' + os.path.basename(given), given))\n"
                                   "[own] = glob.glob('/tmp/.matplotlib/*')\n"
                                   "print(open(own).read() == open(given).read())\n"
                                   "open(own, 'w').write('spoiled')\n"
                                   "print(len([l for l in open('/proc/self/mountinfo') if 'chart-fonts' in l]))");
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    QCOMPARE(result->standardOutput.count("HELD"), 7);
    QVERIFY2(result->standardOutput.endsWith("True\n0\n"), result->standardOutput);
    // What a run does to its own copy is gone with its sandbox.
    QCOMPARE(read(keptFile()), m_kept);
    python.session->restart();
    const auto next = draw(python);
    VERIFY_RESULT(next);
    QCOMPARE(next->standardOutput, QByteArray("False\n"));
}

void TestFontList::isRefusedWhenNotOurs_data()
{
    QTest::addColumn<QString>("key"); // replaced in the file
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("other fonts or another matplotlib") << "key" << QJsonValue(QString(64, u'0'));
    QTest::newRow("no key") << "key" << QJsonValue();
    QTest::newRow("another format") << "format" << QJsonValue(2);
    QTest::newRow("a path for a name") << "name" << QJsonValue("fontlist-v/../../x.json");
    QTest::newRow("the name of another file") << "name" << QJsonValue("matplotlibrc");
    QTest::newRow("a list that is no JSON") << "list" << QJsonValue("import os");
    QTest::newRow("no places") << "places" << QJsonValue(QJsonArray());
    QTest::newRow("places that users can write") << "places" << QJsonValue(QJsonArray{"/tmp"});
    QTest::newRow("places that lead elsewhere") << "places" << QJsonValue(QJsonArray{"/usr/../tmp"});
    QTest::newRow("readable by all, writable by all") << "chmod" << QJsonValue();
    QTest::newRow("a link") << "link" << QJsonValue();
    QTest::newRow("cut") << "cut" << QJsonValue();
}

void TestFontList::isRefusedWhenNotOurs()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QVERIFY(keptFontList(cache()).has_value());
    if (key == QLatin1String("chmod")) {
        QVERIFY(QFile::setPermissions(keptFile(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::WriteOther));
    } else if (key == QLatin1String("link")) {
        QVERIFY(QFile::rename(keptFile(), keptFile() + QStringLiteral(".moved")));
        QVERIFY(QFile::link(keptFile() + QStringLiteral(".moved"), keptFile()));
    } else if (key == QLatin1String("cut")) {
        PythonRunner::writeFile(keptFile(), m_kept.left(m_kept.size() / 2));
    } else {
        QJsonObject object = *parseJsonObject(m_kept);
        object.insert(key, value);
        PythonRunner::writeFile(keptFile(), toJson(object));
    }
    QVERIFY(!keptFontList(cache()).has_value());
}

void TestFontList::isNotKeptWhenTheSandboxSaysSomethingElse_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("nothing") << QStringLiteral("exit 0");
    QTest::newRow("no JSON") << QStringLiteral("echo hello");
    QTest::newRow("a path for a name") << QStringLiteral(R"(echo '{"name":"fontlist-v/../x.json","list":"{}","places":["/usr/share/fonts"]}')");
    QTest::newRow("a failure") << QStringLiteral(R"(echo '{"name":"fontlist-v1.json","list":"{}","places":["/usr/share/fonts"]}'; exit 1)");
}

void TestFontList::isNotKeptWhenTheSandboxSaysSomethingElse()
{
    QFETCH(QString, script);
    QVERIFY(QFile::remove(keptFile()));
    SandboxPrograms programs = SandboxPrograms::find();
    programs.bwrap = m_folder->filePath(QStringLiteral("bwrap"));
    PythonRunner::writeFile(programs.bwrap, "#!/bin/sh\n" + script.toUtf8() + '\n');
    QVERIFY(QFile::setPermissions(programs.bwrap, QFile::ReadOwner | QFile::ExeOwner));
    FontListMaker maker(programs, cache());
    QSignalSpy spy(&maker, &FontListMaker::finished);
    maker.start();
    QVERIFY(spy.wait(60'000));
    QVERIFY(!spy.first().first().value<Done>());
    QCOMPARE(QDir(cache()).entryList(QDir::Files), QStringList());
}

void TestFontList::isOutOfReachForCode_data()
{
    QTest::addColumn<QString>("work"); // below a folder that also holds cache/
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("beside") << QStringLiteral("work") << false;
    QTest::newRow("around") << QString() << true;
    QTest::newRow("the same") << QStringLiteral("cache") << true;
    QTest::newRow("around, by a link") << QStringLiteral("link") << true;
    QTest::newRow("only the name begins alike") << QStringLiteral("cach") << false;
}

void TestFontList::isOutOfReachForCode()
{
    QFETCH(QString, work);
    QFETCH(bool, isRefused);
    for (const char *name : {"work", "uploads", "cach"})
        QVERIFY(QDir(m_folder->path()).mkdir(QLatin1String(name)));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("link"))));
    IPythonSession session(SandboxPrograms::find(), {m_folder->filePath(work), m_folder->filePath(QStringLiteral("uploads")), cache()});
    QSignalSpy spy(&session, &PythonSession::finished);
    session.run(QStringLiteral("open('ran', 'w')"), std::chrono::seconds(60));
    QVERIFY(spy.wait(150'000));
    const auto result = spy.first().at(1).value<Result<PythonResult>>();
    QCOMPARE(!result, isRefused);
    QCOMPARE(QFile::exists(m_folder->filePath(work) + QStringLiteral("/ran")), !isRefused);
    if (isRefused)
        QCOMPARE(toString(result.error().kind), QStringLiteral("sandbox"));
}

QTEST_GUILESS_MAIN(TestFontList)
#include "TestFontList.moc"
