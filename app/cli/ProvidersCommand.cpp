#include "cli/ProvidersCommand.h"

#include "base/Profile.h"
#include "cli/ProvidersOptions.h"
#include "cli/Terminal.h"
#include "connections/ConnectionTest.h"
#include "connections/KeyText.h"

#include <QCoreApplication>
#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ProvidersCommand {
    Q_DECLARE_TR_FUNCTIONS(ProvidersCommand)
};

QString wordsFor(const KeyPlace &key)
{
    switch (key.source) {
    case KeySource::Environment:
        return ProvidersCommand::tr("key from the variable %1").arg(key.variable);
    case KeySource::Keyring:
        return ProvidersCommand::tr("key in the keyring");
    case KeySource::File:
        return ProvidersCommand::tr("key in a file, not encrypted");
    case KeySource::Session:
        return ProvidersCommand::tr("key for one session");
    case KeySource::None:
        break;
    }
    return ProvidersCommand::tr("no key");
}

QJsonObject jsonFor(const Connection &connection)
{
    QJsonObject key{{"source", toString(connection.key.source)}, {"encrypted", connection.key.source == KeySource::Keyring}};
    if (!connection.key.variable.isEmpty())
        key.insert(QLatin1String("variable"), connection.key.variable);
    return {{"name", connection.name}, {"api", toString(connection.api)}, {"base_url", connection.baseUrl.toString(QUrl::FullyEncoded)}, {"model", connection.defaultModel}, {"preset", connection.preset}, {"key", key}};
}

int list(const ConnectionFile &file, bool json)
{
    const Result<ConnectionList> all = file.load();
    if (!all)
        return printError(all.error());
    if (!all->problem.isEmpty())
        printNote(all->problem);
    for (const Connection &connection : all->connections) {
        if (json)
            printLine(jsonFor(connection));
        else
            printLine(harmless(QStringLiteral("%1  %2  %3  %4").arg(connection.name, toString(connection.api), connection.baseUrl.toString(QUrl::FullyEncoded), wordsFor(connection.key))).toUtf8());
    }
    if (all->connections.isEmpty() && !json)
        printNote(ProvidersCommand::tr("No provider is connected; vitrine providers add openai connects one."));
    return ExitDone;
}

// On a terminal what is typed is not shown.
class SilentTerminal
{
    Q_DISABLE_COPY_MOVE(SilentTerminal)

public:
    SilentTerminal()
    {
        m_silent = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_silent)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        printNote(ProvidersCommand::tr("Paste the key and press Enter; it is not shown."));
    }
    ~SilentTerminal()
    {
        if (m_silent)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before = {};
    bool m_silent = false;
};

QByteArray firstLineOfInput()
{
    const SilentTerminal silent;
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    return in.readLine(longestKey + 16);
}

int add(Connections &connections, const ProvidersOptions &options)
{
    NewKey key = options.key;
    if (options.keyOnInput)
        key.typed = firstLineOfInput();
    connections.add(options.connection, key, &connections, [json = options.json](const Result<Connection> &made) {
        if (!made)
            return QCoreApplication::exit(printError(made.error()));
        if (json)
            printLine(jsonFor(*made));
        else
            printNote(ProvidersCommand::tr("\"%1\" is connected (%2); vitrine providers test \"%1\" tries it.").arg(made->name, wordsFor(made->key)));
        QCoreApplication::exit(ExitDone);
    });
    wipe(key.typed);
    return QCoreApplication::exec();
}

int remove(Connections &connections, const QString &name)
{
    connections.remove(name, &connections, [name](const Done &removed) {
        if (!removed)
            return QCoreApplication::exit(printError(removed.error()));
        printNote(ProvidersCommand::tr("\"%1\" and its stored key are removed.").arg(name));
        QCoreApplication::exit(ExitDone);
    });
    return QCoreApplication::exec();
}

int reportTest(const QString &name, const Result<ConnectionReport> &report, bool json)
{
    if (!report && !json)
        return printError(report.error());
    if (!report) {
        printLine(QJsonObject{{"name", name}, {"ok", false}, {"error", QJsonObject{{"kind", toString(report.error().kind)}, {"message", report.error().message}, {"retryable", report.error().retryable}}}});
        return ExitFailed;
    }
    if (json)
        printLine(QJsonObject{{"name", name}, {"ok", true}, {"models", report->models.size()}, {"ids", QJsonArray::fromStringList(report->models)}, {"error", QJsonValue()}});
    else
        printLine(ProvidersCommand::tr("\"%1\" works: %n model(s).", nullptr, int(report->models.size())).arg(name).toUtf8());
    return ExitDone;
}

int test(Connections &connections, const QString &name, bool json)
{
    ConnectionTest call;
    connections.resolve(name, &call, [&call, name, json](const Result<ResolvedConnection> &resolved) {
        if (!resolved)
            return QCoreApplication::exit(reportTest(name, tl::unexpected(resolved.error()), json));
        if (!resolved->notice.isEmpty())
            printNote(resolved->notice);
        call.start(*resolved, [name, json](const Result<ConnectionReport> &report) { QCoreApplication::exit(reportTest(name, report, json)); });
    });
    return QCoreApplication::exec();
}

} // namespace

int runProviders(const QStringList &arguments)
{
    const auto parsed = parseProvidersOptions(arguments);
    if (const int *status = std::get_if<int>(&parsed))
        return *status;
    const ProvidersOptions &options = std::get<ProvidersOptions>(parsed);
    const Result<Profile> profile = openProfile();
    if (!profile)
        return printError(profile.error());
    EnvironmentKeys environment;
    environment.take(Connections::variables(*profile));
    Connections connections(*profile, std::move(environment));
    switch (options.action) {
    case ProvidersOptions::Action::List:
        return list(connections.file(), options.json);
    case ProvidersOptions::Action::Add:
        return add(connections, options);
    case ProvidersOptions::Action::Remove:
        return remove(connections, options.name);
    case ProvidersOptions::Action::Test:
        return test(connections, options.name, options.json);
    }
    return ExitUsage;
}

} // namespace vitrine
