#include "sandbox/IPythonSession.h"

#include "PythonRunner.h"
#include "support/BothUsers.h"
#include "support/TestPrint.h"

using namespace vitrine;
using How = PythonResult::How;

class TestIPythonSession : public QObject
{
    Q_OBJECT

private slots:
    void keepsNamesBetweenRuns();
    void capturesBothStreamsAndChildren();
    void givesValueAndTables();
    void showsFigures();
    void reportsChangedFiles();
    void labelsFourEndsDifferently();
    void interruptKeepsNames();
    void interruptKillsWhatDoesNotListen();
    void restartForgetsNames();
    void runsInOrder();
    void allowsOrdinaryWork();
    void forkedChildDoesNotAnswerTwice();
    void nothingSurvivesARun();
};

void TestIPythonSession::keepsNamesBetweenRuns()
{
    PythonRunner python;
    VERIFY_RESULT(python.run("x = 40\nimport math"));
    const auto second = python.run("print(x + math.floor(2.5))");
    VERIFY_RESULT(second);
    QCOMPARE(second->standardOutput, QByteArray("42\n"));
    QCOMPARE(second->how, How::Completed);
    QVERIFY(!second->startedFresh && !second->namesLost);
}

void TestIPythonSession::capturesBothStreamsAndChildren()
{
    PythonRunner python;
    QByteArray live;
    QObject::connect(python.session.get(), &PythonSession::outputReceived, this,
                     [&](quint64, const QByteArray &bytes) { live += bytes; });
    const auto result = python.run("import sys, subprocess\nprint('eins')\nsubprocess.run(['echo', 'zwei'])\n!echo drei\n"
                                   "print('fehler', file=sys.stderr)\nprint('\\u7ed3\\u679c')");
    VERIFY_RESULT(result);
    QCOMPARE(result->standardOutput, QByteArray("eins\nzwei\ndrei\n\u7ed3\u679c\n"));
    QCOMPARE(result->standardError, QByteArray("fehler\n"));
    QCOMPARE(live.size(), result->standardOutput.size() + result->standardError.size());
}

void TestIPythonSession::givesValueAndTables()
{
    PythonRunner python;
    const auto value = python.run("6 * 7");
    VERIFY_RESULT(value);
    QCOMPARE(value->value.value(QStringLiteral("text/plain")), QByteArray("42"));
    QCOMPARE(value->standardOutput, QByteArray());
    const auto silent = python.run("6 * 7;");
    VERIFY_RESULT(silent);
    QVERIFY(silent->value.isEmpty());
    const auto table = python.run("import pandas as pd\npd.DataFrame({'a': [1, 2]})");
    VERIFY_RESULT(table);
    QVERIFY(table->value.value(QStringLiteral("text/html")).contains("<table"));
    QVERIFY(table->value.value(QStringLiteral("text/plain")).contains('a'));
}

void TestIPythonSession::showsFigures()
{
    PythonRunner python;
    const auto result =
        python.run("import matplotlib.pyplot as plt\nplt.plot([1, 4, 9]); plt.title('\\u9500\\u552e\\u989d')\nplt.show()\n"
                   "plt.figure(); plt.bar(['a', 'b'], [1, 2])");
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    QCOMPARE(result->standardError, QByteArray()); // no warning of missing glyphs or of a backend that cannot show
    QCOMPARE(result->displays.size(), 2);
    for (const MimeBundle &display : result->displays)
        QVERIFY(display.value(QStringLiteral("image/png")).startsWith("\x89PNG"));
    const auto next = python.run("1");
    VERIFY_RESULT(next);
    QVERIFY(next->displays.isEmpty());
}

void TestIPythonSession::reportsChangedFiles()
{
    PythonRunner python;
    PythonRunner::writeFile(python.work() + QStringLiteral("/old.txt"), "old");
    PythonRunner::writeFile(python.work() + QStringLiteral("/touched.txt"), "old");
    const auto result = python.run("import os\nos.makedirs('sub')\nopen('sub/\\u00e9.txt', 'w').write('new')\n"
                                   "open('touched.txt', 'w').write('new')\nos.symlink('/etc/passwd', 'link')\nos.mkfifo('pipe')");
    VERIFY_RESULT(result);
    QCOMPARE(result->changedFiles, QStringList({QStringLiteral("sub/\u00e9.txt"), QStringLiteral("touched.txt")}));
    const auto next = python.run("pass");
    VERIFY_RESULT(next);
    QCOMPARE(next->changedFiles, QStringList());
}

void TestIPythonSession::labelsFourEndsDifferently()
{
    PythonRunner python;
    const auto raised = python.run("def f():\n    return 1 / 0\nf()");
    VERIFY_RESULT(raised);
    QCOMPARE(raised->how, How::Raised);
    QCOMPARE(raised->errorName, QStringLiteral("ZeroDivisionError"));
    QVERIFY(raised->error.contains(QStringLiteral("division by zero")) && raised->error.contains(QStringLiteral("return 1 / 0")));
    QVERIFY(!raised->error.contains(QLatin1Char('\x1b')));
    QVERIFY(!raised->namesLost);

    const auto syntax = python.run("print('ran')\nfor x in");
    VERIFY_RESULT(syntax);
    QCOMPARE(syntax->how, How::Raised);
    QCOMPARE(syntax->errorName, QStringLiteral("SyntaxError"));
    QCOMPARE(syntax->standardOutput, QByteArray()); // nothing of it ran

    const auto exited = python.run("import os\nprint('before')\nos._exit(3)");
    VERIFY_RESULT(exited);
    QCOMPARE(exited->how, How::Exited);
    QCOMPARE(exited->exitStatus, 3);
    QCOMPARE(exited->standardOutput, QByteArray("before\n"));
    QVERIFY(exited->namesLost);

    const auto aborted = python.run("import os\nos.abort()");
    VERIFY_RESULT(aborted);
    QCOMPARE(aborted->how, How::Killed);
    QCOMPARE(aborted->exitStatus, 6);
    QVERIFY(aborted->startedFresh);

    const auto left = python.run("import sys\nsys.exit(5)");
    VERIFY_RESULT(left);
    QCOMPARE(left->how, How::Exited);
    QCOMPARE(left->exitStatus, 5);
    QVERIFY(!left->namesLost);
}

void TestIPythonSession::interruptKeepsNames()
{
    PythonRunner python;
    python.session->setKillDelay(std::chrono::minutes(1));
    VERIFY_RESULT(python.run("kept = 1"));
    QSignalSpy spy(python.session.get(), &PythonSession::finished);
    QSignalSpy output(python.session.get(), &PythonSession::outputReceived);
    python.session->run(QStringLiteral("print('begun')\nimport time\ntime.sleep(1000)"), std::chrono::minutes(1));
    QTRY_VERIFY_WITH_TIMEOUT(!output.isEmpty(), 20000);
    python.session->interrupt();
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 20000);
    const auto result = spy.first().at(1).value<Result<PythonResult>>();
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Interrupted);
    QVERIFY(!result->namesLost);
    const auto after = python.run("print(kept)");
    VERIFY_RESULT(after);
    QCOMPARE(after->standardOutput, QByteArray("1\n"));
}

void TestIPythonSession::interruptKillsWhatDoesNotListen()
{
    PythonRunner python;
    QSignalSpy spy(python.session.get(), &PythonSession::finished);
    QSignalSpy output(python.session.get(), &PythonSession::outputReceived);
    python.session->run(
        QStringLiteral("import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('begun')\ntime.sleep(1000)"),
        std::chrono::minutes(1));
    QTRY_VERIFY_WITH_TIMEOUT(!output.isEmpty(), 20000);
    python.session->interrupt();
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 20000);
    const auto result = spy.first().at(1).value<Result<PythonResult>>();
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Interrupted);
    QVERIFY(result->namesLost);
    QVERIFY(python.run("1").has_value());
}

void TestIPythonSession::restartForgetsNames()
{
    PythonRunner python;
    VERIFY_RESULT(python.run("kept = 1"));
    python.session->restart();
    const auto result = python.run("print('kept' in globals())");
    VERIFY_RESULT(result);
    QCOMPARE(result->standardOutput, QByteArray("False\n"));
}

void TestIPythonSession::runsInOrder()
{
    PythonRunner python;
    QSignalSpy spy(python.session.get(), &PythonSession::finished);
    QList<quint64> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(python.session->run(QStringLiteral("n = %1 if %1 == 0 else n + 1\nprint(n)").arg(i), std::chrono::minutes(1)));
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 5, 60000);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(spy.at(i).at(0).toULongLong(), ids.at(i));
        QCOMPARE(spy.at(i).at(1).value<Result<PythonResult>>()->standardOutput, QByteArray::number(i) + '\n');
    }
}

void TestIPythonSession::allowsOrdinaryWork()
{
    PythonRunner python;
    PythonRunner::writeFile(python.uploads() + QStringLiteral("/\u9500\u552e \u00e9.csv"), "n,v\na,1\nb,2\n");
    const auto result = python.run(R"(
import csv, glob, sqlite3, subprocess, tempfile, multiprocessing, getpass, socket
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor
print(sum(int(r['v']) for r in csv.DictReader(open(glob.glob('/mnt/uploads/*.csv')[0]))))
db = sqlite3.connect('/mnt/data/t.sqlite'); db.execute('create table t(x)'); db.commit()
print(list(ThreadPoolExecutor(4).map(lambda x: x * x, range(4))))
print(subprocess.run(['sh', '-c', 'echo $((6*7))'], capture_output=True, text=True).stdout.strip())
with tempfile.NamedTemporaryFile() as f: f.write(b'x')
def twice(x): return x * 2
with multiprocessing.Pool(2) as pool: print(pool.map(twice, [1, 2, 3]))
with ProcessPoolExecutor(2) as pool: print(list(pool.map(twice, [4])))
with multiprocessing.Manager() as m: print(m.list([1]))
import pandas as pd
pd.DataFrame({'a': [1]}).to_excel('t.xlsx'); print(len(pd.read_excel('t.xlsx')))
import PIL.Image
PIL.Image.new('RGB', (4, 4)).save('picture.png')
s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); socket.create_connection(s.getsockname()).close()
print(getpass.getuser())
)");
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    QCOMPARE(result->standardOutput, QByteArray("3\n[0, 1, 4, 9]\n42\n[2, 4, 6]\n[8]\n[1]\n1\nuser\n"));
    QCOMPARE(result->changedFiles,
             QStringList({QStringLiteral("picture.png"), QStringLiteral("t.sqlite"), QStringLiteral("t.xlsx")}));
    QVERIFY(QFile::exists(python.work() + QStringLiteral("/picture.png")));
}

void TestIPythonSession::forkedChildDoesNotAnswerTwice()
{
    PythonRunner python;
    const auto result = python.run("import os\npid = os.fork()\nif pid: os.waitpid(pid, 0); print('parent')");
    VERIFY_RESULT(result);
    QCOMPARE(result->standardOutput, QByteArray("parent\n"));
    const auto next = python.run("print('next')");
    VERIFY_RESULT(next);
    QCOMPARE(next->standardOutput, QByteArray("next\n"));
}

void TestIPythonSession::nothingSurvivesARun()
{
    PythonRunner python;
    const auto first = python.run("import subprocess\nsubprocess.Popen(['setsid', 'sh', '-c', 'trap \"\" TERM; sleep 1000'])\n"
                                  "subprocess.Popen(['sleep', '1000'])\nimport time; time.sleep(0.3)\nlast = 7");
    VERIFY_RESULT(first);
    const auto second =
        python.run("import os, time\ntime.sleep(0.2)\n"
                   "print(sorted(open(f'/proc/{p}/comm').read().strip() for p in os.listdir('/proc') if p.isdigit()"
                   " and 'Z' != open(f'/proc/{p}/stat').read().rpartition(')')[2].split()[0]), last)");
    VERIFY_RESULT(second);
    QCOMPARE(second->standardOutput, QByteArray("['bwrap', 'python3', 'python3'] 7\n"));
}

VITRINE_TEST_AS_BOTH_USERS(TestIPythonSession)
#include "TestIPythonSession.moc"
