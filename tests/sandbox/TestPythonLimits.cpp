#include "PythonRunner.h"
#include "sandbox/ProcessTree.h"
#include "support/BothUsers.h"
#include "support/TestPrint.h"

#include <QElapsedTimer>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace vitrine;
using How = PythonResult::How;
using namespace std::chrono_literals;

// What code in the sandbox may use up. Each case must end by itself or at its limit, leave no process behind, and leave this
// process as small as it was.
class TestPythonLimits : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void timeLimit_data();
    void timeLimit();
    void timeLimitKeepsNames();
    void forkBomb();
    void manyProcesses();
    void memoryOfOneProcess();
    void memoryOfManyProcesses();
    void memoryInSharedMappings();
    void outputIsCut();
    void endlessOutputEnds();
    void largeDisplayIsDropped();
    void fileSize();
    void diskGrowth();
    void diskGrowthWithoutNames();
    void nonsenseInThePipesEndsTheInterpreter();
    void dyingClientTakesEverythingAlong();

private:
    static qint64 residentBytes() { return ProcessTree::ofOne(getpid()).residentBytes(); }
    static qsizetype descendants() { return ProcessTree::of(getpid(), 10000).processes().size() - 1; }
};

// After each test the sessions are gone, and with them everything they started.
void TestPythonLimits::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(descendants(), 0, 5000);
}

void TestPythonLimits::timeLimit_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("namesLost");
    QTest::newRow("sleep") << QByteArray("import time\ntime.sleep(10**6)") << false;
    QTest::newRow("loop") << QByteArray("while True: pass") << false;
    QTest::newRow("waits for a program") << QByteArray("import os\nos.system('sleep 1000000')") << false;
    QTest::newRow("hears nothing") << QByteArray("import signal\nsignal.signal(2, lambda *a: None)\nwhile True: pass") << true;
    QTest::newRow("ignores signals")
        << QByteArray("import signal, time\nfor s in (2, 15, 1): signal.signal(s, signal.SIG_IGN)\ntime.sleep(10**6)") << true;
    QTest::newRow("child in a session of its own")
        << QByteArray("import os, time, signal\nif os.fork() == 0:\n    os.setsid(); signal.signal(15, signal.SIG_IGN); "
                      "signal.signal(2, signal.SIG_IGN)\n"
                      "    if os.fork() == 0: time.sleep(10**6)\n    time.sleep(10**6)\ntime.sleep(10**6)")
        << false;
    QTest::newRow("stuck in C") << QByteArray("import ctypes\nctypes.CDLL(None).pause.restype\nsum(range(10**12))") << true;
    QTest::newRow("stops its keeper") << QByteArray(
                                             "import os, signal, time\nos.kill(os.getppid(), signal.SIGSTOP)\ntime.sleep(10**6)")
                                      << true;
}

void TestPythonLimits::timeLimit()
{
    QFETCH(QByteArray, code);
    QFETCH(bool, namesLost);
    PythonRunner python;
    if (!namesLost) // must hear the interrupt, however busy the machine is
        python.session->setKillDelay(60s);
    VERIFY_RESULT(python.run("1"));
    QElapsedTimer timer;
    timer.start();
    const auto result = python.run(code, 1s);
    VERIFY_RESULT(result);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(result->how, How::TimedOut);
    QCOMPARE(result->namesLost, namesLost);
    if (namesLost)
        return;
    // The kernel takes killed processes apart in its own time, so that one may vanish while it is looked at.
    QByteArray processes;
    const auto onlyTheInterpreter = [&] {
        const auto after = python.run("import os\n"
                                      "def is_alive(pid):\n"
                                      "    try: return open(f'/proc/{pid}/stat').read().rpartition(')')[2].split()[0] not in 'ZX'\n"
                                      "    except OSError: return False\n"
                                      "print(sorted(pid for pid in map(int, filter(str.isdigit, os.listdir('/proc'))) if is_alive(pid)))");
        processes = after ? after->standardOutput : after.error().message.toUtf8();
        return processes == "[1, 2, 3]\n";
    };
    QTRY_VERIFY2_WITH_TIMEOUT(onlyTheInterpreter(), processes.constData(), 5000);
}

void TestPythonLimits::timeLimitKeepsNames()
{
    PythonRunner python;
    python.session->setKillDelay(60s);
    VERIFY_RESULT(python.run("kept = 5"));
    VERIFY_RESULT(python.run("while True: pass", 1s));
    const auto after = python.run("print(kept)");
    VERIFY_RESULT(after);
    QCOMPARE(after->standardOutput, QByteArray("5\n"));
}

void TestPythonLimits::forkBomb()
{
    PythonRunner python;
    VERIFY_RESULT(python.run("1"));
    const auto result = python.run("import os\nwhile True: os.fork()", 6s);
    VERIFY_RESULT(result);
    // The supervisor sees it, or the kernel refuses the fork first; where forking is slow the time is up before.
    QVERIFY2(result->how == How::ProcessLimit || result->how == How::TimedOut ||
                 result->errorName == QStringLiteral("BlockingIOError"),
             qPrintable(result->error + QString::number(int(result->how))));
    QTRY_VERIFY_WITH_TIMEOUT(descendants() <= 5, 5000);
    const auto after = python.run("print('alive')");
    VERIFY_RESULT(after);
    QCOMPARE(after->standardOutput, QByteArray("alive\n"));
}

void TestPythonLimits::manyProcesses()
{
    PythonRunner python;
    const auto result =
        python.run("import subprocess, time\nfor i in range(120): subprocess.Popen(['sleep', '1000'])\ntime.sleep(60)", 60s);
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::ProcessLimit);
    QVERIFY(result->namesLost);
}

void TestPythonLimits::memoryOfOneProcess()
{
    PythonRunner python;
    VERIFY_RESULT(python.run("kept = 1"));
    const auto result = python.run("x = 'a' * 10**10");
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::MemoryLimit);
    QCOMPARE(result->errorName, QStringLiteral("MemoryError"));
    QVERIFY(!result->namesLost);
    const auto after = python.run("print(kept)");
    VERIFY_RESULT(after);
    QCOMPARE(after->standardOutput, QByteArray("1\n"));
}

void TestPythonLimits::memoryOfManyProcesses()
{
    PythonRunner python;
    SandboxLimits limits;
    limits.memoryBytes = 600 << 20; // the machine that builds may be small
    python.session->setLimits(limits);
    VERIFY_RESULT(python.run("1"));
    const auto result = python.run(
        "import os, time\nfor i in range(10):\n    if os.fork() == 0:\n        x = bytearray(os.urandom(1 << 20)) * 150\n"
        "        time.sleep(1000)\ntime.sleep(1000)",
        30s);
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::MemoryLimit);
    QVERIFY(result->namesLost);
    const auto after = python.run("1");
    VERIFY_RESULT(after);
    QVERIFY(after->startedFresh);
}

// Pages that a parent and its children share count once: a pool over a large table is no breach.
void TestPythonLimits::memoryInSharedMappings()
{
    PythonRunner python;
    SandboxLimits limits;
    limits.memoryBytes = 600 << 20;
    python.session->setLimits(limits);
    const auto result = python.run(
        "import os, time\nx = b'a' * (200 << 20)\npids = []\nfor i in range(8):\n    pid = os.fork()\n    if pid == 0:\n"
        "        time.sleep(1); os._exit(0)\n    pids.append(pid)\nfor p in pids: os.waitpid(p, 0)\nprint('done')");
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Completed);
    QCOMPARE(result->standardOutput, QByteArray("done\n"));
}

void TestPythonLimits::outputIsCut()
{
    PythonRunner python;
    VERIFY_RESULT(python.run("1"));
    const qint64 before = residentBytes();
    const auto result = python.run("print('x' * 10**9)", 120s);
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Completed);
    QCOMPARE(result->standardOutput.size(), 1 << 20);
    QCOMPARE(result->droppedBytes, 1'000'000'001 - (1 << 20));
    QVERIFY2(residentBytes() - before < (50 << 20), qPrintable(QString::number(residentBytes() - before)));
}

void TestPythonLimits::endlessOutputEnds()
{
    PythonRunner python;
    const auto result = python.run("import os\nwhile True: os.write(2, b'y' * 65536)", 2s);
    VERIFY_RESULT(result);
    // A quick machine writes the 4 GiB that end a run within the two seconds.
    QVERIFY2(result->how == How::TimedOut || result->how == How::OutputLimit, qPrintable(result->error));
    QCOMPARE(result->standardError.size(), 1 << 20);
    QVERIFY(result->droppedBytes > 0);
}

void TestPythonLimits::largeDisplayIsDropped()
{
    PythonRunner python;
    const qint64 before = residentBytes();
    const auto result = python.run("from IPython.display import Image, display\nimport os\npng = b'\\x89PNG\\r\\n\\x1a\\n'\n"
                                   "for i in range(8): display(Image(data=png + os.urandom(4 << 20), format='png'))\n"
                                   "display(Image(data=png + bytes(1 << 28), format='png'))\n'y' * (3 << 20)");
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    QCOMPARE(result->displays.size(), 3); // a fourth of 4 MiB with its signature would pass the 16 MiB that are kept
    QVERIFY(result->value.value(QStringLiteral("text/plain")).size() < (1 << 20) + 100);
    QVERIFY(residentBytes() - before < (120 << 20));
}

void TestPythonLimits::fileSize()
{
    PythonRunner python;
    const auto result = python.run("f = open('big', 'wb')\nf.truncate(10 << 30)");
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Raised);
    QCOMPARE(result->errorName, QStringLiteral("OSError"));
}

void TestPythonLimits::diskGrowth()
{
    PythonRunner python;
    SandboxLimits limits;
    limits.diskGrowthBytes = 100 << 20;
    python.session->setLimits(limits);
    PythonRunner::writeFile(python.work() + QStringLiteral("/already"), QByteArray(30 << 20, 'a'));
    const auto fine = python.run("open('a', 'wb').write(bytes(60 << 20)); 1");
    VERIFY_RESULT(fine);
    QCOMPARE(fine->how, How::Completed);
    const auto result = python.run(
        "import time\nfor i in range(200):\n    open(f'f{i}', 'wb').write(b'x' * (2 << 20)); time.sleep(0.02)\ntime.sleep(60)",
        60s);
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::DiskLimit);
    QVERIFY(result->changedFiles.contains(QStringLiteral("f0")));
}

void TestPythonLimits::diskGrowthWithoutNames()
{
    PythonRunner python;
    SandboxLimits limits;
    limits.diskGrowthBytes = 100 << 20;
    python.session->setLimits(limits);
    const auto result = python.run(
        "import os, time\nkeep = []\nfor i in range(8):\n    f = open(f'f{i}', 'wb', buffering=0); f.write(b'x' * (20 << 20))\n"
        "    os.unlink(f'f{i}'); keep.append(f)\ntime.sleep(60)",
        60s);
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::DiskLimit);
}

void TestPythonLimits::nonsenseInThePipesEndsTheInterpreter()
{
    PythonRunner python;
    const auto result = python.run("import os, time\nfor n in range(64):\n    try: "
                                   "os.write(os.open(f'/proc/{os.getppid()}/fd/{n}', os.O_WRONLY), b'\\xff' * 100)\n"
                                   "    except OSError: pass\ntime.sleep(1000)",
                                   20s);
    VERIFY_RESULT(result);
    QVERIFY(result->how != How::Completed);
    QVERIFY(result->namesLost);
    const auto after = python.run("print('fresh')");
    VERIFY_RESULT(after);
    QCOMPARE(after->standardOutput, QByteArray("fresh\n"));
}

void TestPythonLimits::dyingClientTakesEverythingAlong()
{
    int report[2];
    QCOMPARE(pipe(report), 0);
    const QByteArray number = QByteArray::number(report[1]);
    const pid_t client = fork();
    if (client == 0) {
        execl("/proc/self/exe", "client", "--client", number.constData(), nullptr);
        _exit(1);
    }
    close(report[1]);
    QList<pid_t> processes;
    for (pid_t pid = 0; read(report[0], &pid, sizeof pid) == sizeof pid && pid > 0;)
        processes.append(pid);
    QVERIFY2(processes.size() >= 7,
             qPrintable(QString::number(processes.size()))); // client, 2 bwrap, keeper, interpreter, sleep, fork
    kill(client, SIGKILL);
    waitpid(client, nullptr, 0);
    // One second on a quiet machine; the limit is only for one that is not.
    for (const pid_t pid : processes)
        QTRY_VERIFY2_WITH_TIMEOUT(kill(pid, 0) != 0, qPrintable(QString::number(pid)), 10'000);
}

// A client of its own, to be killed without warning. It tells the numbers of all processes it has when the code is under way.
static int runClient(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int report = atoi(argv[2]);
    fcntl(report, F_SETFD, FD_CLOEXEC);
    PythonRunner python;
    QObject::connect(python.session.get(), &PythonSession::outputReceived, &application, [report] {
        const ProcessTree tree = ProcessTree::of(getpid(), 1000);
        QList<pid_t> numbers = tree.processes();
        numbers.append(0);
        if (write(report, numbers.constData(), sizeof(pid_t) * size_t(numbers.size())) < 0)
            _exit(1);
    });
    python.session->run(
        QStringLiteral(
            "import subprocess, signal, time, os\n"
            "for s in (1, 2, 15): signal.signal(s, signal.SIG_IGN)\n"
            "subprocess.Popen(['setsid', 'sleep', '100000'])\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(10**6)\n"
            "time.sleep(0.5)\nprint('begun')\ntime.sleep(10**6)"),
        1h);
    return application.exec();
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--client") == 0)
        return runClient(argc, argv);
    return vitrine::runAsBothUsers<TestPythonLimits>(argc, argv);
}
#include "TestPythonLimits.moc"
