#include "SecretService.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFile>
#include <QStringList>
#include <QVariant>

namespace vitrine::keyring {

namespace {

constexpr int patienceMs = 2000;

// By preference; KWallet's own names are there on desktops without the common interface.
const QStringList &services()
{
    static const QStringList names{QStringLiteral("org.freedesktop.secrets"), QStringLiteral("org.kde.kwalletd6"), QStringLiteral("org.kde.kwalletd5")};
    return names;
}

QDBusMessage ask(const QString &service, const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call, QDBus::Block, patienceMs);
}

QVariant askBus(const QString &method, const QVariantList &arguments = {})
{
    const QString bus = QStringLiteral("org.freedesktop.DBus");
    const QDBusMessage answer = ask(bus, QStringLiteral("/org/freedesktop/DBus"), bus, method, arguments);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
}

} // namespace

bool isServiceThere()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return false;
    const QStringList known = askBus(QStringLiteral("ListNames")).toStringList() + askBus(QStringLiteral("ListActivatableNames")).toStringList();
    for (const QString &service : services()) {
        if (known.contains(service))
            return true;
    }
    return false;
}

QString serviceName()
{
    for (const QString &service : services()) {
        const uint pid = askBus(QStringLiteral("GetConnectionUnixProcessID"), {service}).toUInt();
        QFile name(QStringLiteral("/proc/%1/comm").arg(pid));
        if (pid != 0 && name.open(QIODevice::ReadOnly))
            return QString::fromUtf8(name.readAll()).trimmed();
    }
    return {};
}

bool isLocked()
{
    const QDBusMessage answer = ask(services().first(), QStringLiteral("/org/freedesktop/secrets/aliases/default"), QStringLiteral("org.freedesktop.DBus.Properties"),
                                    QStringLiteral("Get"), {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    return answer.type() == QDBusMessage::ReplyMessage && answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

} // namespace vitrine::keyring
