#include "base/Logging.h"
#include "cli/DecodeCommand.h"
#include "cli/OfflineServerCommand.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    vitrine::installLogHandler();
    QCoreApplication app(argc, argv);
    QStringList args = app.arguments().mid(1);
    if (args.value(0) == QLatin1String("decode"))
        return vitrine::runDecode(args.mid(1));
    if (args.value(0) == QLatin1String("offline-server"))
        return vitrine::runOfflineServer(args.mid(1));
    std::fprintf(stderr, "%s\n", qPrintable(QCoreApplication::translate("main", "Usage: vitrine decode --api responses FILE.")));
    return 2;
}
