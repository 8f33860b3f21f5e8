#include "connections/KeyStore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace vitrine;

namespace {

const QByteArray canary = "test-key-canary-4711";

Connection work(const KeyPlace &key = {})
{
    Connection made;
    made.name = QStringLiteral("work");
    made.baseUrl = QUrl(QStringLiteral("https://a.example/v1"));
    made.key = key;
    return made;
}

} // namespace

// A real keyring on a session bus of its own, with a home of its own: the person's is never touched.
class TestKeyring : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_daemon;

    KeyStoreOptions options() const { return {m_home.filePath(QStringLiteral("keys.json")), QStringLiteral(VITRINE_BIN "/vitrine-keyring"), {std::chrono::seconds(20), std::chrono::seconds(20)}}; }

    // What gdbus prints; empty when the call failed.
    static QByteArray callService(const QStringList &words)
    {
        QProcess call;
        call.start(QStringLiteral("dbus-send"), QStringList{QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets")} + words);
        return call.waitForFinished(20'000) && call.exitCode() == 0 ? call.readAllStandardOutput() : QByteArray();
    }
    template<class Answer, class Start>
    static Answer wait(const Start &start)
    {
        QObject context;
        std::optional<Answer> got;
        start(&context, [&got](const Answer &answer) { got = answer; });
        if (got || !QTest::qWaitFor([&got] { return got.has_value(); }, 60'000))
            return fail(ErrorKind::Bug, QStringLiteral("called at once or never"));
        return *got;
    }
    static Result<KeyPlace> write(KeyStore &store)
    {
        return wait<Result<KeyPlace>>([&](QObject *context, auto done) { store.write(work(), canary, KeySource::Keyring, false, context, done); });
    }
    static Result<KeyReading> read(KeyStore &store, const KeyPlace &place)
    {
        return wait<Result<KeyReading>>([&](QObject *context, auto done) { store.read(work(place), context, done); });
    }
    static Done remove(KeyStore &store, const KeyPlace &place)
    {
        return wait<Done>([&](QObject *context, auto done) { store.remove(work(place), context, done); });
    }
    bool unlock()
    {
        m_daemon.start(QStringLiteral("gnome-keyring-daemon"), {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets"), QStringLiteral("--control-directory=") + m_home.path()});
        m_daemon.write("password");
        m_daemon.closeWriteChannel();
        return QTest::qWaitFor([] { return callService({QStringLiteral("org.freedesktop.Secret.Service.ReadAlias"), QStringLiteral("string:default")}).contains("collection"); }, 20'000);
    }
    void stopDaemon()
    {
        m_daemon.terminate();
        if (!m_daemon.waitForFinished(5000))
            m_daemon.kill();
        m_daemon.waitForFinished(5000);
    }

private slots:
    void initTestCase()
    {
        for (const char *program : {"gnome-keyring-daemon", "dbus-daemon", "dbus-send"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(program))));
        }
        for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION"})
            qunsetenv(variable);
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        // No service files: nothing else is started on this bus, no window for a password either.
        QFile configuration(m_home.filePath(QStringLiteral("bus.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("<busconfig><type>session</type><listen>unix:dir=" + m_home.path().toUtf8() + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        configuration.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForReadyRead(20'000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        if (m_daemon.state() != QProcess::NotRunning)
            stopDaemon();
        m_bus.terminate();
        m_bus.waitForFinished(5000);
    }

    void withoutAServiceThereIsNoKeyring()
    {
        KeyStore store(options(), {});
        const Result<KeyPlace> place = write(store);
        QVERIFY(!place);
        QVERIFY(place.error().kind == ErrorKind::Storage);
    }

    void aKeyComesBackAndGoes()
    {
        QVERIFY(unlock());
        KeyStore store(options(), {});
        const Result<KeyPlace> place = write(store);
        QVERIFY2(place, place ? "" : qPrintable(place.error().message + place.error().detail));
        QVERIFY(place->keyring.startsWith(QStringLiteral("gnome-keyring")));
        QCOMPARE(place->endpoint, QStringLiteral("https://a.example:443"));
        const Result<KeyReading> reading = read(store, *place);
        QVERIFY(reading);
        QCOMPARE(reading->key.secret, canary);
        QVERIFY(reading->notice.isEmpty());
        QVERIFY(remove(store, *place));
        QVERIFY(read(store, *place).error().kind == ErrorKind::Auth);
        QVERIFY(remove(store, *place)); // also when it is gone
    }

    void theEndpointIsBoundInTheKeyringItself()
    {
        KeyStore store(options(), {});
        const Result<KeyPlace> place = write(store);
        QVERIFY(place);
        Connection changed = work(*place);
        changed.baseUrl = QUrl(QStringLiteral("https://b.example/v1"));
        changed.key.endpoint = QStringLiteral("https://b.example:443");
        const auto reading = wait<Result<KeyReading>>([&](QObject *context, auto done) { store.read(changed, context, done); });
        QVERIFY(!reading);
        QVERIFY(reading.error().kind == ErrorKind::Auth);
    }

    void aLockedKeyringIsNoAbsentKey()
    {
        KeyStore store(options(), {});
        const Result<KeyPlace> place = write(store);
        QVERIFY(place);
        QVERIFY(!callService({QStringLiteral("org.freedesktop.Secret.Service.Lock"), QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")}).isEmpty());
        QVERIFY(read(store, *place).error().kind == ErrorKind::Permission);
        QVERIFY(write(store).error().kind == ErrorKind::Permission);
        QVERIFY(remove(store, *place).error().kind == ErrorKind::Permission);
        // Nothing was lost meanwhile.
        stopDaemon();
        QVERIFY(unlock());
        const Result<KeyReading> reading = read(store, *place);
        QVERIFY(reading);
        QCOMPARE(reading->key.secret, canary);
    }

    void aKeyringThatHangsIsGivenUp()
    {
        KeyStoreOptions impatient = options();
        KeyStore store(impatient, {});
        const Result<KeyPlace> place = write(store);
        QVERIFY(place);
        impatient.keyring = {std::chrono::milliseconds(500), std::chrono::milliseconds(500)};
        KeyStore hasty(impatient, {});
        QCOMPARE(::kill(pid_t(m_daemon.processId()), SIGSTOP), 0);
        const Result<KeyReading> reading = read(hasty, *place);
        const Result<KeyPlace> second = write(hasty);
        QCOMPARE(::kill(pid_t(m_daemon.processId()), SIGCONT), 0);
        QVERIFY(reading.error().kind == ErrorKind::Timeout);
        QVERIFY(second.error().kind == ErrorKind::Timeout);
        QCOMPARE(read(store, *place)->key.secret, canary);
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "TestKeyring.moc"
