#include "connections/Keyring.h"

#include "base/ChildProcess.h"
#include "base/Json.h"
#include "base/Logging.h"
#include "connections/KeyText.h"
#include "keyring/KeyringProtocol.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

namespace vitrine {

namespace {

// What the session's bus, its keyring and the keyring's window for the password are found by. No other variable goes there.
QHash<QString, QString> sessionEnvironment()
{
    QHash<QString, QString> environment;
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "USER", "LANG", "LC_ALL", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP",
                             "XDG_SESSION_TYPE", "DESKTOP_SESSION", "KDE_FULL_SESSION", "KDE_SESSION_VERSION", "GNOME_DESKTOP_SESSION_ID", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    return environment;
}

// Without a bus the libraries would start one of their own.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1String("/bus"));
}

tl::unexpected<Error> noKeyring(const QString &detail = {})
{
    return fail(ErrorKind::Storage, Keyring::tr("This session has no keyring that answers; use an environment variable for the key, or keep it for this session only."), detail);
}

Result<KeyringReply> readAnswer(const QJsonObject &answer)
{
    const QString status = answer.value(QLatin1String("status")).toString();
    const QString detail = redacted(answer.value(QLatin1String("detail")).toString());
    KeyringReply reply{std::nullopt, answer.value(QLatin1String("keyring")).toString().left(100)};
    if (status == QLatin1String(keyring::notFound))
        return reply;
    if (status == QLatin1String(keyring::locked))
        return fail(ErrorKind::Permission, Keyring::tr("The keyring is locked, so nobody knows which keys it has; unlock it (the desktop's password store) and try again."), detail);
    if (status == QLatin1String(keyring::denied))
        return fail(ErrorKind::Permission, Keyring::tr("The keyring denied access; allow it for Vitrine in the desktop's password store."), detail);
    if (status == QLatin1String(keyring::unavailable))
        return noKeyring(detail);
    if (status != QLatin1String(keyring::done))
        return fail(ErrorKind::Storage, Keyring::tr("The keyring failed; look into the desktop's password store, or use an environment variable for the key."), detail);
    QByteArray secret = answer.value(QLatin1String("secret")).toString().toUtf8();
    if (const Result<QJsonObject> entry = parseJsonObject(secret); entry && !secret.isEmpty()) {
        const BoundKey key{entry->value(QLatin1String("endpoint")).toString(), entry->value(QLatin1String("key")).toString().toUtf8()};
        if (!key.isEmpty())
            reply.key = key;
    }
    wipe(secret);
    return reply;
}

Result<KeyringReply> readExit(const Result<ChildExit> &exit)
{
    if (!exit)
        return tl::unexpected(exit.error());
    const QByteArray last = exit->standardOutput.trimmed().split('\n').last();
    const Result<QJsonObject> answer = parseJsonObject(last);
    return readAnswer(answer ? *answer : QJsonObject());
}

} // namespace

Keyring::Keyring(QString program, const KeyringLimits &limits, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_limits(limits)
{
}

void Keyring::read(const QString &entry, QObject *context, Callback done)
{
    ask(QStringLiteral("read"), {{"entry", entry}}, context, std::move(done));
}

void Keyring::write(const QString &entry, const BoundKey &key, QObject *context, Callback done)
{
    // The endpoint lies in the same entry, so that nobody can change one without the other.
    const QByteArray secret = toJson(QJsonObject{{"endpoint", key.endpoint}, {"key", QString::fromUtf8(key.secret)}});
    ask(QStringLiteral("write"), {{"entry", entry}, {"secret", QString::fromUtf8(secret)}}, context, std::move(done));
}

void Keyring::remove(const QString &entry, QObject *context, Callback done)
{
    ask(QStringLiteral("remove"), {{"entry", entry}}, context, std::move(done));
}

void Keyring::probe(QObject *context, Callback done)
{
    ask(QStringLiteral("probe"), {}, context, std::move(done));
}

void Keyring::ask(const QString &action, const QJsonObject &question, QObject *context, Callback done)
{
    if (!hasSessionBus() || !QFileInfo(m_program).isExecutable()) {
        QMetaObject::invokeMethod(context, [done = std::move(done), detail = hasSessionBus() ? m_program : QString()] { done(noKeyring(detail)); }, Qt::QueuedConnection);
        return;
    }
    auto *child = new ChildProcess(this);
    auto *watch = new QTimer(child);
    const auto end = [child, context = QPointer<QObject>(context), done = std::move(done)](const Result<KeyringReply> &reply) {
        child->disconnect();
        child->deleteLater(); // kills it, should it still run
        if (context)
            done(reply);
    };
    watch->setSingleShot(true);
    connect(watch, &QTimer::timeout, this, [end] {
        end(fail(ErrorKind::Timeout, tr("The keyring did not answer in time; see whether it waits for its password, and try again.")));
    });
    connect(child, &ChildProcess::outputReceived, this, [watch, this](const QByteArray &bytes) {
        if (bytes.contains(keyring::unlocking))
            watch->start(m_limits.unlocking);
    });
    connect(child, &ChildProcess::finished, this, [end](const Result<ChildExit> &exit) { end(readExit(exit)); });
    ChildSpec spec;
    spec.program = m_program;
    spec.arguments = {action};
    spec.environment = sessionEnvironment();
    spec.closeInput = false;
    spec.limits.noNewPrivileges = true;
    child->start(spec);
    QByteArray words = toJson(question);
    child->write(words);
    child->closeInput();
    wipe(words);
    watch->start(m_limits.answer);
}

QString keyringProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &folder : {here.path(), here.absoluteFilePath(QStringLiteral("../bin")), here.absoluteFilePath(QStringLiteral("../libexec/vitrine"))}) {
        const QFileInfo file(folder + QStringLiteral("/vitrine-keyring"));
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return here.absoluteFilePath(QStringLiteral("vitrine-keyring"));
}

} // namespace vitrine
