#include "cli/OfflineServerCommand.h"

#include "base/Clock.h"
#include "offline/OfflineServer.h"

#include <QCoreApplication>

#include <cstdio>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct OfflineServerCommand {
    Q_DECLARE_TR_FUNCTIONS(OfflineServerCommand)
};

int complain(const QString &sentence, int status)
{
    std::fprintf(stderr, "vitrine offline-server: %s\n", qPrintable(sentence));
    return status;
}

// Absent: the arguments are not understood. 0: any free port.
std::optional<quint16> portFrom(const QStringList &args)
{
    QStringList rest = args;
    if (rest.isEmpty())
        return quint16(0);
    QString value;
    if (rest.first().startsWith(QLatin1String("--port=")) && rest.size() == 1)
        value = rest.first().mid(7);
    else if (rest.first() == QLatin1String("--port") && rest.size() == 2)
        value = rest.last();
    else
        return std::nullopt;
    bool ok = false;
    const ushort port = value.toUShort(&ok);
    return ok ? std::optional<quint16>(port) : std::nullopt;
}

} // namespace

int runOfflineServer(const QStringList &args)
{
    const std::optional<quint16> port = portFrom(args);
    if (!port)
        return complain(OfflineServerCommand::tr("Usage: vitrine offline-server [--port N], with N from 0 (any free one) to 65535."), 2);
    const SystemClock clock;
    OfflineServer server(clock);
    if (const Done listening = server.listen(*port); !listening)
        return complain(listening.error().message, 1);
    std::printf("%s %s\n", qPrintable(server.baseUrl().toString()), server.token().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace vitrine
