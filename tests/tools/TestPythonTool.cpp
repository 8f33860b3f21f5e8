#include "tools/PythonTool.h"

#include "sandbox/IPythonSession.h"
#include "support/FakeImageService.h"
#include "support/ScratchBlobs.h"
#include "support/TestPrint.h"
#include "tools/PythonRun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;

class TestPythonTool : public QObject
{
    Q_OBJECT

private slots:
    void givesOutputValueAndStatus();
    void showsPicturesAndKeepsFiles();
    void takesPlainFilesOnly();
    void longOutputIsCutAndKeptWhole();
    void endsAreToldApart();
    void wrongArgumentsAreExplained();
    void stopsAtTheTimeLimit();
    void cancelEndsSoon();
    void cancelledWhileWaitingNeverRuns();
    void saysWhatToDoWithoutSandbox();
    void budgetOfPicturesHolds();
};

namespace {

// Everything that one conversation has.
struct Bench {
    explicit Bench(const SandboxPrograms &programs = SandboxPrograms::find())
    {
        QDir(folder.path()).mkdir(QStringLiteral("work"));
        QDir(folder.path()).mkdir(QStringLiteral("uploads"));
        session = std::make_unique<IPythonSession>(programs, PythonFolders{work(), folder.filePath(QStringLiteral("uploads"))});
        tool = std::make_unique<PythonTool>(*session, pictures, work());
    }
    QString work() const { return folder.filePath(QStringLiteral("work")); }

    std::unique_ptr<ToolRun> start(const QJsonObject &arguments)
    {
        return tool->start({CallId{QStringLiteral("call_1")}, QString::fromUtf8(QJsonDocument(arguments).toJson())});
    }
    ToolResult run(const QByteArray &code) { return run(QJsonObject{{"code", QString::fromUtf8(code)}}); }
    ToolResult run(const QJsonObject &arguments)
    {
        const std::unique_ptr<ToolRun> call = start(arguments);
        return wait(*call);
    }
    static ToolResult wait(ToolRun &call)
    {
        QSignalSpy spy(&call, &ToolRun::finished);
        ToolResult none;
        none.text = QStringLiteral("no answer");
        return spy.wait(90000) ? spy.first().first().value<ToolResult>() : none;
    }

    QTemporaryDir folder;
    Gallery gallery;
    FakeImageService images;
    ScratchBlobs blobs;
    PictureToolContext pictures{gallery, images, blobs};
    std::unique_ptr<IPythonSession> session;
    std::unique_ptr<PythonTool> tool;
};

} // namespace

void TestPythonTool::givesOutputValueAndStatus()
{
    Bench bench;
    const ToolResult result = bench.run("print('h\u00e9llo')\n6 * 7");
    QCOMPARE(result.text, QStringLiteral("h\u00e9llo\n42"));
    QVERIFY(result.outcome == Outcome::Ok);
    QCOMPARE(result.exit, 0);
    QCOMPARE(result.givenBytes, 9);
    QCOMPARE(result.totalBytes, 9);
    QVERIFY(result.whole.isNull() && result.artifacts.isEmpty() && result.shown.isEmpty());
    QCOMPARE(bench.run("x = 1").text, QStringLiteral("[No output.]"));
}

void TestPythonTool::showsPicturesAndKeepsFiles()
{
    Bench bench;
    const ToolResult result = bench.run("import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show()\n"
                                        "fig = plt.figure(); fig.savefig('chart.png'); plt.close(fig)\n"
                                        "open('t.csv', 'w').write('a,b\\n'); None");
    QVERIFY(result.outcome == Outcome::Ok);
    QCOMPARE(result.artifacts.size(), 3);
    QCOMPARE(result.artifacts.at(0).name, QStringLiteral("figure-1.png"));
    QCOMPARE(result.artifacts.at(1).name, QStringLiteral("chart.png"));
    QCOMPARE(result.artifacts.at(2).name, QStringLiteral("t.csv"));
    QCOMPARE(result.artifacts.at(1).blob.mime, QStringLiteral("image/png"));
    const auto bytes = bench.blobs.read(result.artifacts.at(2).blob);
    VERIFY_RESULT(bytes);
    QCOMPARE(*bytes, QByteArray("a,b\n"));
    QCOMPARE(result.shown.size(), 2);
    QCOMPARE(result.shown.at(0).image, QStringLiteral("img_1"));
    QCOMPARE(result.shown.at(1).image, QStringLiteral("img_2"));
    QCOMPARE(result.shown.at(1).name, QStringLiteral("chart.png"));
    QVERIFY(!result.shown.at(0).sent.isNull());
    QVERIFY(bench.gallery.find(QStringLiteral("img_2")));
    QVERIFY2(result.text.contains(QStringLiteral("img_2")) && result.text.contains(QStringLiteral("t.csv")),
             qPrintable(result.text));
}

void TestPythonTool::takesPlainFilesOnly()
{
    Bench bench;
    const ToolResult result =
        bench.run("import os\nos.symlink('/etc/passwd', 'a.txt')\nos.mkfifo('b.txt')\nopen('c.txt', 'w').write('c')\n"
                  "open('big.bin', 'wb').truncate(70 << 20)\nopen('line\\nbreak.txt', 'w').write('x'); None");
    QStringList names;
    for (const Artifact &artifact : result.artifacts)
        names.append(artifact.name);
    QCOMPARE(names.size(), 2);
    QVERIFY(names.contains(QStringLiteral("c.txt")));
    QVERIFY(!names.join(QString()).contains(QLatin1Char('\n')));
    QVERIFY2(result.text.contains(QStringLiteral("big.bin is too large")), qPrintable(result.text));
}

void TestPythonTool::longOutputIsCutAndKeptWhole()
{
    Bench bench;
    const ToolResult result = bench.run("for i in range(20000): print('line', i)");
    QVERIFY(result.text.size() < 17000);
    QVERIFY(result.text.startsWith(QStringLiteral("line 0\n")) && result.text.contains(QStringLiteral("line 19999")));
    QCOMPARE(result.givenBytes, 16 << 10);
    const auto whole = bench.blobs.read(result.whole);
    VERIFY_RESULT(whole);
    QCOMPARE(whole->size(), result.totalBytes);
    QVERIFY(whole->contains("line 10000\n"));
}

void TestPythonTool::endsAreToldApart()
{
    Bench bench;
    const ToolResult raised = bench.run("print('a')\n1/0");
    QVERIFY(raised.outcome == Outcome::Error);
    QCOMPARE(raised.exit, 1);
    QVERIFY(raised.text.startsWith(QStringLiteral("a\n")) &&
            raised.text.contains(QStringLiteral("The code raised ZeroDivisionError.")));
    const ToolResult syntax = bench.run("print('a')\nx = = 1");
    QVERIFY(syntax.text.contains(QStringLiteral("syntax error; nothing of it ran")));
    const ToolResult exited = bench.run("import os; os._exit(3)");
    QCOMPARE(exited.exit, 3);
    QVERIFY(exited.text.contains(QStringLiteral("exit status 3")) &&
            exited.text.contains(QStringLiteral("variables and imports are gone")));
    const ToolResult fresh = bench.run("print('x' in globals())");
    QVERIFY(fresh.text.contains(QStringLiteral("The interpreter was new for this call")));
    const ToolResult aborted = bench.run("import os; os.abort()");
    QCOMPARE(aborted.exit, 134);
    QVERIFY(aborted.text.contains(QStringLiteral("SIGABRT")));
    QVERIFY(bench.run("x = 'a' * 10**10").outcome == Outcome::Limit);
}

void TestPythonTool::wrongArgumentsAreExplained()
{
    Bench bench;
    for (const char *arguments : {"", "{", "[]", "{}", "{\"code\": 1}", "{\"code\": \"1\", \"timeout_s\": 0}",
                                  "{\"code\": \"1\", \"timeout_s\": 1e9}", "{\"code\": \"1\", \"other\": 1}"}) {
        const auto call = bench.tool->start({CallId{QStringLiteral("c")}, QLatin1String(arguments)});
        const ToolResult result = Bench::wait(*call);
        QVERIFY(result.outcome == Outcome::Error);
        QVERIFY2(!result.text.isEmpty() && !result.exit, arguments);
    }
}

void TestPythonTool::stopsAtTheTimeLimit()
{
    Bench bench;
    bench.run("1");
    const ToolResult result = bench.run(QJsonObject{{"code", "print('begun')\nwhile True: pass"}, {"timeout_s", 1}});
    QVERIFY(result.outcome == Outcome::Timeout);
    QVERIFY(!result.exit);
    QVERIFY2(result.text.startsWith(QStringLiteral("begun\n")) && result.text.contains(QStringLiteral("time limit")),
             qPrintable(result.text));
}

void TestPythonTool::cancelEndsSoon()
{
    Bench bench;
    bench.run("1");
    const auto call =
        bench.start({{"code", "import signal, time\nsignal.signal(2, signal.SIG_IGN)\nprint('begun')\ntime.sleep(1000)"}});
    QSignalSpy progress(call.get(), &ToolRun::progressed);
    QVERIFY(progress.wait(30000));
    QElapsedTimer timer;
    timer.start();
    call->cancel();
    const ToolResult result = Bench::wait(*call);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // 200 ms on a machine that has time
    QVERIFY(result.outcome == Outcome::Error);
    QVERIFY2(result.text.startsWith(QStringLiteral("begun\n")) && result.text.contains(QStringLiteral("Stopped by the user")),
             qPrintable(result.text));
}

void TestPythonTool::cancelledWhileWaitingNeverRuns()
{
    Bench bench;
    const auto first = bench.start({{"code", "import time; time.sleep(1)"}});
    const auto second = bench.start({{"code", "open('ran', 'w').write('x')"}});
    const auto third = bench.start({{"code", "print('third')"}});
    second->cancel();
    QVERIFY(Bench::wait(*second).outcome == Outcome::Error);
    QCOMPARE(Bench::wait(*third).text, QStringLiteral("third"));
    QVERIFY(!QFile::exists(bench.work() + QStringLiteral("/ran")));
}

void TestPythonTool::saysWhatToDoWithoutSandbox()
{
    Bench bench(SandboxPrograms{});
    const ToolResult result = bench.run("print(1)");
    QVERIFY(result.outcome == Outcome::Error);
    QVERIFY(!result.exit);
    QVERIFY2(result.text.contains(QStringLiteral("apt install bubblewrap")), qPrintable(result.text));
}

void TestPythonTool::budgetOfPicturesHolds()
{
    Bench bench;
    const ToolResult result =
        bench.run("import PIL.Image\nfor i in range(12): PIL.Image.new('RGB', (8, 8), (i, 0, 0)).save(f'p{i:02}.png')");
    QCOMPARE(result.artifacts.size(), 12);
    QCOMPARE(result.shown.size(), PythonRun::mostShown);
    QVERIFY2(result.text.contains(QStringLiteral("p11.png, not shown")), qPrintable(result.text));
}

QTEST_GUILESS_MAIN(TestPythonTool)
#include "TestPythonTool.moc"
