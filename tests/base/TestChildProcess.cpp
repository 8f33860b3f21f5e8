#include "base/ChildProcess.h"

#include "support/TestPrint.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace vitrine;
using namespace std::chrono_literals;

class TestChildProcess : public QObject
{
    Q_OBJECT

private slots:
    void givesOutputAndStatus();
    void tellsSignals();
    void environmentIsOnlyWhatWasGiven();
    void descriptorsAreClosedButForThosePassed();
    void signalsAreAsAtTheStart();
    void keepsOutputUpToItsLimit();
    void passesInput();
    void deadlineKillsTheWholeTree();
    void stopKillsTheWholeTree();
    void destructorKillsTheWholeTree();
    void leavesNothingOfItsGroupBehind();
    void endsWhenADescendantKeepsTheOutputOpen();
    void missingProgramIsOneError();
    void badWorkingDirectoryIsAnError();
    void limitsHold();
    void diesWithItsParent();

private:
    static ChildSpec shell(const QString &script)
    {
        ChildSpec spec;
        spec.program = QStringLiteral("/bin/sh");
        spec.arguments = {QStringLiteral("-c"), script};
        spec.environment = {{QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")}};
        return spec;
    }
    static Result<ChildExit> run(const ChildSpec &spec)
    {
        ChildProcess child;
        QSignalSpy spy(&child, &ChildProcess::finished);
        child.start(spec);
        if (!spy.wait(60000))
            return fail(ErrorKind::Bug, QStringLiteral("no end"));
        return spy.first().first().value<Result<ChildExit>>();
    }
    // The numbers that a script wrote to a file, one a line.
    static QList<pid_t> numbersIn(const QString &path)
    {
        QFile file(path);
        QList<pid_t> numbers;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (!line.isEmpty())
                    numbers.append(line.toInt());
            }
        }
        return numbers;
    }
    static bool anyAlive(const QList<pid_t> &processes)
    {
        for (const pid_t pid : processes) {
            QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
            if (stat.open(QIODevice::ReadOnly)) {
                const QByteArray line = stat.readAll();
                if (line.mid(line.lastIndexOf(')') + 2, 1) != "Z") // ended, only not yet collected by its parent
                    return true;
            }
        }
        return false;
    }
    // Three that do not want to end: a child, one in a session of its own, and one whose parent is gone.
    static QString stubbornTree(const QString &file)
    {
        return QStringLiteral("trap '' TERM INT HUP; echo $$ >> %1\n"
                              "sh -c 'trap \"\" TERM; echo $$ >> %1; sleep 1000' &\n"
                              "setsid sh -c 'trap \"\" TERM; echo $$ >> %1; sleep 1000' &\n"
                              "(setsid sh -c 'trap \"\" TERM; echo $$ >> %1; sleep 1000' &)\n"
                              "sleep 1000; sleep 1000\n")
            .arg(file);
    }
};

void TestChildProcess::givesOutputAndStatus()
{
    const auto exit = run(shell(QStringLiteral("printf out; printf err >&2; pwd; exit 7")));
    VERIFY_RESULT(exit);
    QCOMPARE(exit->how, ChildExit::How::Exited);
    QCOMPARE(exit->code, 7);
    QCOMPARE(exit->standardOutput, QByteArray("out/\n"));
    QCOMPARE(exit->standardError, QByteArray("err"));
    QCOMPARE(exit->droppedBytes, 0);
}

void TestChildProcess::tellsSignals()
{
    const auto exit = run(shell(QStringLiteral("kill -SEGV $$")));
    VERIFY_RESULT(exit);
    QCOMPARE(exit->how, ChildExit::How::Signalled);
    QCOMPARE(exit->code, SIGSEGV);
}

void TestChildProcess::environmentIsOnlyWhatWasGiven()
{
    qputenv("VITRINE_CANARY", "canary");
    ChildSpec spec;
    spec.program = QStringLiteral("/usr/bin/env");
    spec.environment = {{QStringLiteral("ONLY"), QStringLiteral("this")}};
    const auto given = run(spec);
    spec.environment.clear();
    const auto none = run(spec);
    qunsetenv("VITRINE_CANARY");
    VERIFY_RESULT(given);
    QCOMPARE(given->standardOutput, QByteArray("ONLY=this\n"));
    VERIFY_RESULT(none);
    QVERIFY(!none->standardOutput.contains("canary"));
    QCOMPARE(none->standardOutput, QByteArray("LANG=C.UTF-8\n"));
}

void TestChildProcess::descriptorsAreClosedButForThosePassed()
{
    // Two without close-on-exec, one of them with a high number; and one that is handed over although it is close-on-exec.
    const int low = open("/dev/zero", O_RDONLY);
    const int high = fcntl(low, F_DUPFD, 200);
    const int passed = open("/dev/full", O_RDONLY | O_CLOEXEC);
    ChildSpec spec = shell(QStringLiteral("ls -l /proc/self/fd"));
    spec.passedDescriptors = {passed};
    const auto exit = run(spec);
    for (const int fd : {low, high, passed})
        close(fd);
    VERIFY_RESULT(exit);
    QVERIFY2(!exit->standardOutput.contains("/dev/zero"), exit->standardOutput);
    QVERIFY2(exit->standardOutput.contains(QByteArray::number(passed) + " -> /dev/full"), exit->standardOutput);
    // total, 0, 1, 2, the passed one, and the listing's own
    QCOMPARE(exit->standardOutput.count('\n'), 6);
}

void TestChildProcess::signalsAreAsAtTheStart()
{
    const auto exit = run(shell(QStringLiteral("grep -E '^Sig(Blk|Ign)' /proc/self/status")));
    VERIFY_RESULT(exit);
    QCOMPARE(exit->standardOutput, QByteArray("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
}

void TestChildProcess::keepsOutputUpToItsLimit()
{
    ChildSpec spec = shell(QStringLiteral("head -c 3000000 /dev/zero; head -c 5000 /dev/zero >&2"));
    spec.outputLimit = 1000;
    const auto exit = run(spec);
    VERIFY_RESULT(exit);
    QCOMPARE(exit->code, 0); // it was not kept from writing
    QCOMPARE(exit->standardOutput.size(), 1000);
    QCOMPARE(exit->standardError.size(), 1000);
    QCOMPARE(exit->droppedBytes, 3000000 + 5000 - 2000);
}

void TestChildProcess::passesInput()
{
    ChildSpec spec;
    spec.program = QStringLiteral("/usr/bin/wc");
    spec.arguments = {QStringLiteral("-c")};
    const auto closed = run(spec);
    VERIFY_RESULT(closed);
    QCOMPARE(closed->standardOutput, QByteArray("0\n"));

    spec.closeInput = false;
    ChildProcess child;
    QSignalSpy spy(&child, &ChildProcess::finished);
    child.start(spec);
    child.write(QByteArray(1 << 20, 'a')); // more than a pipe holds
    child.closeInput();
    QVERIFY(spy.wait(60000));
    QCOMPARE(spy.first().first().value<Result<ChildExit>>()->standardOutput, QByteArray("1048576\n"));
    child.write("too late"); // must be harmless
    child.closeInput();
    child.sendSignal(SIGINT);
    child.stop();
    QCOMPARE(spy.size(), 1);
}

void TestChildProcess::deadlineKillsTheWholeTree()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("numbers"));
    ChildSpec spec = shell(stubbornTree(file));
    spec.deadline = 2s;
    const auto exit = run(spec);
    VERIFY_RESULT(exit);
    QCOMPARE(exit->how, ChildExit::How::TimedOut);
    QCOMPARE(numbersIn(file).size(), 4);
    QTRY_VERIFY(!anyAlive(numbersIn(file)));
}

void TestChildProcess::stopKillsTheWholeTree()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("numbers"));
    ChildProcess child;
    QSignalSpy spy(&child, &ChildProcess::finished);
    child.start(shell(stubbornTree(file)));
    QTRY_COMPARE_WITH_TIMEOUT(numbersIn(file).size(), 4, 20000);
    child.stop();
    QVERIFY(spy.wait(20000));
    const auto exit = spy.first().first().value<Result<ChildExit>>();
    VERIFY_RESULT(exit);
    QCOMPARE(exit->how, ChildExit::How::Stopped);
    QTRY_VERIFY(!anyAlive(numbersIn(file)));
    QVERIFY(!child.isRunning());
}

void TestChildProcess::destructorKillsTheWholeTree()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("numbers"));
    {
        ChildProcess child;
        child.start(shell(stubbornTree(file)));
        QTRY_COMPARE_WITH_TIMEOUT(numbersIn(file).size(), 4, 20000);
    }
    QTRY_VERIFY(!anyAlive(numbersIn(file)));
}

void TestChildProcess::leavesNothingOfItsGroupBehind()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("numbers"));
    const auto exit = run(shell(QStringLiteral("sleep 1000 & echo $! >> %1; exit 0").arg(file)));
    VERIFY_RESULT(exit);
    QCOMPARE(exit->how, ChildExit::How::Exited);
    QCOMPARE(numbersIn(file).size(), 1);
    QTRY_VERIFY(!anyAlive(numbersIn(file)));
}

void TestChildProcess::endsWhenADescendantKeepsTheOutputOpen()
{
    QElapsedTimer timer;
    timer.start();
    const auto exit = run(shell(QStringLiteral("echo first; setsid sleep 30 & exit 4")));
    VERIFY_RESULT(exit);
    QCOMPARE(exit->code, 4);
    QCOMPARE(exit->standardOutput, QByteArray("first\n"));
    QVERIFY(timer.elapsed() < 25000);
}

void TestChildProcess::missingProgramIsOneError()
{
    ChildSpec spec;
    for (const char *program : {"/usr/bin/no-such-program", "ls", "", "/etc/passwd", "/usr/bin"}) {
        spec.program = QLatin1String(program);
        const auto exit = run(spec);
        QVERIFY2(!exit, program);
        QVERIFY(exit.error().kind == ErrorKind::Io);
        QVERIFY(!exit.error().message.isEmpty());
    }
}

void TestChildProcess::badWorkingDirectoryIsAnError()
{
    ChildSpec spec = shell(QStringLiteral("echo ran"));
    spec.workingDirectory = QStringLiteral("/no/such/folder");
    const auto exit = run(spec);
    QVERIFY(!exit);
    QVERIFY(exit.error().kind == ErrorKind::Io);
}

void TestChildProcess::limitsHold()
{
    ChildSpec spec =
        shell(QStringLiteral("ulimit -v; ulimit -f; ulimit -n; ulimit -t; ulimit -c; grep NoNewPrivs /proc/self/status"));
    spec.limits.addressSpaceBytes = 512 << 20;
    spec.limits.fileBytes = 1 << 20;
    spec.limits.openFiles = 20;
    spec.limits.cpuSeconds = 9;
    const auto exit = run(spec);
    VERIFY_RESULT(exit);
    QCOMPARE(exit->standardOutput, QByteArray("524288\n2048\n20\n9\n0\nNoNewPrivs:\t1\n"));
}

void TestChildProcess::diesWithItsParent()
{
    QTemporaryDir folder;
    const QByteArray file = QFile::encodeName(folder.filePath(QStringLiteral("numbers")));
    const pid_t client = fork();
    if (client == 0) {
        execl("/proc/self/exe", "client", "--client", file.constData(), nullptr);
        _exit(1);
    }
    QTRY_COMPARE_WITH_TIMEOUT(numbersIn(QFile::decodeName(file)).size(), 1, 20000);
    kill(client, SIGKILL);
    waitpid(client, nullptr, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!anyAlive(numbersIn(QFile::decodeName(file))), 1000);
}

static int runClient(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ChildProcess child;
    ChildSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments = {QStringLiteral("-c"),
                      QStringLiteral("trap '' TERM HUP INT; echo $$ >> %1; while :; do :; done").arg(QFile::decodeName(argv[2]))};
    child.start(spec);
    return application.exec();
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--client") == 0)
        return runClient(argc, argv);
    QCoreApplication application(argc, argv);
    TestChildProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "TestChildProcess.moc"
