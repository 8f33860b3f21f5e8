#include "PythonRunner.h"
#include "support/BothUsers.h"
#include "support/TestPrint.h"

#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryFile>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace vitrine;
using How = PythonResult::How;

#ifdef Q_PROCESSOR_X86_64
// Some kernels have no 32-bit calls at all: then the instruction itself is a fault.
static bool kernelKnowsInt80()
{
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGSEGV, SIG_DFL); // not the test framework's
        int result = 0;
        __asm__ volatile("int $0x80" : "=a"(result) : "a"(20));
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status);
}
#endif

// What code in the sandbox must not reach. Each test lets the code try, makes it say that the attempt was refused (a missing
// program or module must not pass for a wall), and looks from the host's side at what was to be kept.
class TestPythonConfinement : public QObject
{
    Q_OBJECT

private slots:
    void environmentIsClean();
    void descriptorsAreClosed();
    void hostFilesAreNotThere();
    void networkIsOff();
    void hostSocketsCannotBeReached();
    void onlyTheWorkFolderIsWritable();
    void noRights();
    void forbiddenCallsFail();
    void foreignCallTableKills();
    void hostProcessesAreNotSeen();
    void linksOutOfTheWorkFolderLeadNowhere();

private:
    // Runs code in which `held(f)` prints HELD when f raises and BROKEN when it does not.
    static QByteArray tried(PythonRunner &python, const QByteArray &code)
    {
        const auto result = python.run("import os, socket, ctypes\n"
                                       "def held(name, f):\n"
                                       "    try: f()\n"
                                       "    except (OSError, PermissionError) as e: print('HELD', name)\n"
                                       "    else: print('BROKEN', name)\n" +
                                       code);
        if (!result)
            return result.error().message.toUtf8();
        return result->standardOutput + result->error.toUtf8();
    }
};

void TestPythonConfinement::environmentIsClean()
{
    qputenv("VITRINE_CANARY", "canary-5e41");
    PythonRunner python;
    const auto result = python.run("import os, glob\n"
                                   "seen = list(map(str.encode, (k + '=' + v for k, v in os.environ.items())))\n"
                                   "for path in glob.glob('/proc/[0-9]*/environ') + glob.glob('/proc/[0-9]*/cmdline'):\n"
                                   "    seen.append(open(path, 'rb').read())\n"
                                   "print(len(seen)); print(b'|'.join(seen))");
    qunsetenv("VITRINE_CANARY");
    VERIFY_RESULT(result);
    QCOMPARE(result->error, QString());
    const QByteArray seen = result->standardOutput;
    QVERIFY(seen.contains("PATH=/usr/bin:/bin")); // it did read something
    QVERIFY(!seen.contains("canary-5e41"));
    QVERIFY(!seen.contains(python.work().toUtf8())); // nor where things lie on the host
    QVERIFY(seen.left(seen.indexOf('\n')).toInt() > 12);
}

void TestPythonConfinement::descriptorsAreClosed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTemporaryFile database;
    QVERIFY(database.open());
    // Without close-on-exec, as a careless library would have it.
    const int leaked = dup(database.handle());
    PythonRunner python;
    const auto result =
        python.run("import os\nprint({n: os.readlink(f'/proc/self/fd/{n}') for n in map(int, os.listdir('/proc/self/fd')) "
                   "if os.path.exists(f'/proc/self/fd/{n}')}.keys())\n"
                   "for p in filter(str.isdigit, os.listdir('/proc')):\n"
                   "    for n in os.listdir(f'/proc/{p}/fd'):\n"
                   "        try: print(os.readlink(f'/proc/{p}/fd/{n}'))\n"
                   "        except OSError: pass");
    ::close(leaked);
    VERIFY_RESULT(result);
    QVERIFY2(result->standardOutput.startsWith("dict_keys([0, 1, 2])\n"), result->standardOutput);
    QVERIFY(!result->standardOutput.contains(database.fileName().toUtf8()));
    QVERIFY(!result->standardOutput.contains("socket:"));
}

void TestPythonConfinement::hostFilesAreNotThere()
{
    QTemporaryDir secrets;
    PythonRunner::writeFile(secrets.filePath(QStringLiteral("canary")), "canary-77");
    PythonRunner python;
    const QByteArray seen =
        tried(python, "for path in ['/root/.profile', '/root/.ssh/config', '/home', '/etc/shadow', '/etc/hostname', '/var/log',"
                      " '/run/dbus', os.path.expanduser('~/.ssh/config'), '" +
                          secrets.path().toUtf8() +
                          "', '/proc/1/root/../etc/shadow', '/mnt/data/../../root']:\n"
                          "    held(path, lambda: os.listdir(path) if os.path.isdir(path) else open(path))\n"
                          "print(sorted(os.listdir('/')), sorted(os.listdir('/mnt')), os.listdir('/tmp'))");
    QCOMPARE(seen.count("HELD"), 11);
    QVERIFY2(!seen.contains("BROKEN"), seen);
    QVERIFY2(
        seen.contains("['bin', 'dev', 'etc', 'lib', 'lib64', 'mnt', 'proc', 'run', 'sbin', 'tmp', 'usr'] ['data', 'uploads']"),
        seen);
}

void TestPythonConfinement::networkIsOff()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::Any));
    QSignalSpy connections(&server, &QTcpServer::newConnection);
    const QByteArray port = QByteArray::number(server.serverPort());
    PythonRunner python;
    const QByteArray seen =
        tried(python, "import urllib.request\n"
                      "held('http', lambda: urllib.request.urlopen('http://127.0.0.1:" +
                          port +
                          "', timeout=2))\n"
                          "held('v4', lambda: socket.create_connection(('127.0.0.1', " +
                          port +
                          "), 2))\n"
                          "held('v6', lambda: socket.create_connection(('::1', " +
                          port +
                          "), 2))\n"
                          "held('outside', lambda: socket.create_connection(('192.0.2.1', 80), 2))\n"
                          "held('names', lambda: socket.getaddrinfo('example.org', 80))\n"
                          "held('vsock', lambda: socket.socket(40, socket.SOCK_STREAM))\n"
                          "held('packet', lambda: socket.socket(17, socket.SOCK_RAW))\n"
                          "held('netlink', lambda: socket.socket(16, socket.SOCK_RAW, 4))\n"
                          "held('raw', lambda: socket.socket(2, socket.SOCK_RAW, 1))\n"
                          "print(os.listdir('/sys/class/net') if os.path.exists('/sys/class/net') else socket.if_nameindex())");
    QCOMPARE(seen.count("HELD"), 9);
    QVERIFY2(!seen.contains("BROKEN"), seen);
    QVERIFY2(seen.contains("[(1, 'lo')]"), seen);
    QCoreApplication::processEvents();
    QVERIFY(!server.hasPendingConnections());
    QCOMPARE(connections.size(), 0);
}

void TestPythonConfinement::hostSocketsCannotBeReached()
{
    PythonRunner python;
    QTemporaryDir elsewhere;
    const QStringList paths{elsewhere.filePath(QStringLiteral("s")), python.work() + QStringLiteral("/s"),
                            python.uploads() + QStringLiteral("/s")};
    std::vector<std::unique_ptr<QLocalServer>> servers;
    for (const QString &path : paths) {
        servers.push_back(std::make_unique<QLocalServer>());
        QVERIFY(servers.back()->listen(path));
        QCOMPARE(::chmod(qPrintable(path), 0777), 0);
    }
    const QByteArray seen = tried(python, "for path in ['" + elsewhere.path().toUtf8() +
                                              "/s', '/mnt/data/s', '/mnt/uploads/s']:\n"
                                              "    held(path, lambda: socket.socket(socket.AF_UNIX).connect(path))\n"
                                              "held('remove', lambda: os.unlink('/mnt/data/s'))");
    QCOMPARE(seen.count("HELD"), 4);
    QVERIFY2(!seen.contains("BROKEN"), seen);
    QCoreApplication::processEvents();
    for (const auto &server : servers)
        QVERIFY(!server->hasPendingConnections());
    for (const QString &path : paths)
        QVERIFY(QFile::exists(path)); // the mask left nothing behind
}

void TestPythonConfinement::onlyTheWorkFolderIsWritable()
{
    PythonRunner python;
    PythonRunner::writeFile(python.uploads() + QStringLiteral("/given.csv"), "given");
    const QByteArray seen =
        tried(python,
              "for path in ['/usr/lib/python3/x', '/usr/x', '/mnt/uploads/x', '/mnt/uploads/given.csv', '/x', '/dev/x', '/mnt/x',"
              " '/etc/x', '/run/vitrine/driver.py', '/run/x', '/proc/sys/kernel/hostname', '/proc/sys/kernel/core_pattern',"
              " '/proc/sysrq-trigger']:\n"
              "    held(path, lambda: open(path, 'w'))\n"
              "held('chmod', lambda: os.chmod('/mnt/uploads/given.csv', 0o777))\n"
              "held('unlink', lambda: os.unlink('/mnt/uploads/given.csv'))\n"
              "open('/mnt/data/kept.txt', 'w').write('kept')\n"
              "open('/tmp/t', 'w').write('x'); open('/dev/shm/t', 'w').write('x'); open('/dev/null', 'w').write('x')\n"
              "def fill(path):\n"
              "    with open(path, 'wb') as f:\n"
              "        for _ in range(400): f.write(bytes(1 << 20))\n"
              "held('fill /tmp', lambda: fill('/tmp/big'))\n"
              "held('fill /dev/shm', lambda: fill('/dev/shm/big'))\n");
    QCOMPARE(seen.count("HELD"), 17);
    QVERIFY2(!seen.contains("BROKEN"), seen);
    QVERIFY2(!seen.contains("Error"), seen);
    QFile kept(python.work() + QStringLiteral("/kept.txt"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("kept"));
    QFile given(python.uploads() + QStringLiteral("/given.csv"));
    QVERIFY(given.open(QIODevice::ReadOnly));
    QCOMPARE(given.readAll(), QByteArray("given"));
}

void TestPythonConfinement::noRights()
{
    PythonRunner python;
    const auto result = python.run("print({l.split(':')[0]: l.split(':')[1].strip() for l in open('/proc/self/status') if "
                                   "l.startswith(('Cap', 'Sec', 'NoNew'))})");
    VERIFY_RESULT(result);
    for (const char *line :
         {"'CapInh': '0000000000000000'", "'CapPrm': '0000000000000000'", "'CapEff': '0000000000000000'",
          "'CapBnd': '0000000000000000'", "'CapAmb': '0000000000000000'", "'NoNewPrivs': '1'", "'Seccomp': '2'"})
        QVERIFY2(result->standardOutput.contains(line), result->standardOutput);
}

void TestPythonConfinement::forbiddenCallsFail()
{
    PythonRunner python;
    const QByteArray seen = tried(python, R"(
libc = ctypes.CDLL(None, use_errno=True)
def call(*words):
    if libc.syscall(*[ctypes.c_long(w) if isinstance(w, int) else w for w in words]) < 0: raise OSError(ctypes.get_errno(), '')
import fcntl, termios
held('remount', lambda: call(165, b'none', b'/', None, 32 | 4096, None))
held('mount', lambda: call(165, b'none', b'/tmp', b'tmpfs', 0, None))
held('umount', lambda: call(166, b'/mnt/uploads', 2))
held('userns', lambda: call(272, 0x10000000))
held('clone userns', lambda: call(56, 0x10000000 | 17, 0, 0, 0, 0))
held('clone3', lambda: call(435, ctypes.create_string_buffer(88), 88))
held('memfd', lambda: call(319, b'x', 0))
held('io_uring', lambda: call(425, 8, ctypes.create_string_buffer(120)))
held('ptrace', lambda: call(101, 16, 1, 0, 0))
held('vm_writev', lambda: call(311, 1, 0, 0, 0, 0, 0))
held('keyctl', lambda: call(250, 0, -3, 1))
held('bpf', lambda: call(321, 0, 0, 0))
held('userfaultfd', lambda: call(323, 0))
held('perf', lambda: call(298, 0, 0, -1, -1, 0))
held('shmget', lambda: call(29, 0, 1 << 30, 0o1600))
held('tiocsti', lambda: fcntl.ioctl(0, termios.TIOCSTI, b'x'))
held('chroot', lambda: os.chroot('/tmp'))
held('mknod', lambda: os.mknod('/mnt/data/disk', 0o60660, 0x801))
import resource
held('raise limit', lambda: resource.prlimit(0, resource.RLIMIT_AS, (1 << 40, 1 << 40)))
)");
    QVERIFY2(!seen.contains("BROKEN"), seen);
    QCOMPARE(seen.count("HELD"), 19);
}

void TestPythonConfinement::foreignCallTableKills()
{
#ifdef Q_PROCESSOR_X86_64
    PythonRunner python;
    // x32: the same table with another bit. Without the filter the kernel would answer "no such call".
    const auto x32 = python.run("import ctypes\nprint(ctypes.CDLL(None).syscall(0x40000000 | 39))");
    VERIFY_RESULT(x32);
    QCOMPARE(x32->how, How::Killed);
    QCOMPARE(x32->exitStatus, SIGSYS);
    // mov eax, 20 (getpid of i386); int 0x80; ret
    const auto result =
        python.run("import ctypes, mmap\nm = mmap.mmap(-1, 4096, prot=7)\nm.write(b'\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3')\n"
                   "print(ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))())");
    VERIFY_RESULT(result);
    QCOMPARE(result->how, How::Killed);
    QCOMPARE(result->exitStatus, kernelKnowsInt80() ? SIGSYS : SIGSEGV);
    QCOMPARE(result->standardOutput, QByteArray());
#endif
}

void TestPythonConfinement::hostProcessesAreNotSeen()
{
    PythonRunner python;
    const QByteArray seen = tried(python, "print(sorted(map(int, filter(str.isdigit, os.listdir('/proc')))))\n"
                                          "held('kill', lambda: os.kill(" +
                                              QByteArray::number(getpid()) + ", 0) if " + QByteArray::number(getpid()) +
                                              " > 9 else 1/0)\n"
                                              "import socket\nprint(socket.gethostname())");
    QVERIFY2(seen.contains("[1, 2, 3]\n"), seen);
    QVERIFY2(seen.contains("HELD kill"), seen);
    QVERIFY2(seen.contains("sandbox\n"), seen);
}

void TestPythonConfinement::linksOutOfTheWorkFolderLeadNowhere()
{
    QTemporaryDir outside;
    PythonRunner::writeFile(outside.filePath(QStringLiteral("secret.txt")), "secret");
    PythonRunner python;
    const auto result =
        python.run("import os\nos.symlink('" + outside.path().toUtf8() + "', 'folder')\nos.symlink('" + outside.path().toUtf8() +
                   "/secret.txt', 'a.txt')\nopen('b.txt', 'w').write('b')\nos.mkfifo('c.txt')");
    VERIFY_RESULT(result);
    QCOMPARE(result->changedFiles, QStringList{QStringLiteral("b.txt")});
    // What reads results on the host's side takes plain files only.
    QVERIFY(openRegularFile(python.work(), QStringLiteral("b.txt")).has_value());
    for (const char *name :
         {"a.txt", "c.txt", "folder/secret.txt", "../uploads", "folder", "missing", "/etc/passwd", "../work/b.txt"})
        QVERIFY2(!openRegularFile(python.work(), QLatin1String(name)).has_value(), name);
}

VITRINE_TEST_AS_BOTH_USERS(TestPythonConfinement)
#include "TestPythonConfinement.moc"
