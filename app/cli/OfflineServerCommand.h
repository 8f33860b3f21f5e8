#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine offline-server [--port N]`: serves the offline assistant until it is ended. The first line on standard output is
// "http://127.0.0.1:PORT/v1 TOKEN", flushed: the base URL and the key that an OpenAI client takes.
// `args` are those after "offline-server". The exit status: 1 when it cannot listen; 2 usage. Needs a QCoreApplication.
int runOfflineServer(const QStringList &args);

} // namespace vitrine
