#include "cli/ProvidersOptions.h"

#include "cli/Terminal.h"
#include "connections/ConnectionPresets.h"
#include "connections/KeyText.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ProvidersCommand {
    Q_DECLARE_TR_FUNCTIONS(ProvidersCommand)
};

QString presetNames()
{
    QStringList names;
    for (const ConnectionPreset &preset : connectionPresets())
        names.append(preset.id);
    return names.join(QStringLiteral(", "));
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("json"), ProvidersCommand::tr("Print JSON: one object per line.")},
        {QStringLiteral("preset"), ProvidersCommand::tr("What is known beforehand: %1.").arg(presetNames()), QStringLiteral("preset")},
        {QStringLiteral("api"), ProvidersCommand::tr("The protocol: responses, chat, messages, gemini."), QStringLiteral("api")},
        {QStringLiteral("base-url"), ProvidersCommand::tr("Address of the API: ending in /v1, or the bare host for messages and gemini."), QStringLiteral("url")},
        {{QStringLiteral("m"), QStringLiteral("model")}, ProvidersCommand::tr("The model that is used when none is named."), QStringLiteral("model")},
        {QStringLiteral("key-env"), ProvidersCommand::tr("Environment variable that holds the key."), QStringLiteral("variable")},
        {QStringLiteral("key-stdin"), ProvidersCommand::tr("Read the key from standard input.")},
        {QStringLiteral("store"), ProvidersCommand::tr("Where a key from standard input is kept: keyring, or file (not encrypted)."), QStringLiteral("place")},
        {QStringLiteral("yes-unencrypted"), ProvidersCommand::tr("Agree that --store file does not encrypt the key.")},
        {QStringLiteral("header"), ProvidersCommand::tr("One more header, not a secret one: 'NAME: VALUE'."), QStringLiteral("header")},
        {QStringLiteral("key-header"), ProvidersCommand::tr("The header that the key goes into."), QStringLiteral("name")},
        {QStringLiteral("organization"), ProvidersCommand::tr("The organization that is charged."), QStringLiteral("id")},
        {QStringLiteral("project"), ProvidersCommand::tr("The project that is charged."), QStringLiteral("id")},
        {QStringLiteral("proxy"), ProvidersCommand::tr("The proxy of this connection, in place of the environment's."), QStringLiteral("url")},
        {QStringLiteral("insecure-http"), ProvidersCommand::tr("Allow http:// to another machine.")},
    });
    parser.addPositionalArgument(QStringLiteral("action"), ProvidersCommand::tr("list, add, remove or test."), QStringLiteral("list | add NAME | remove NAME | test NAME"));
}

// Sets what was given on top of the preset. Empty when all is well, else what is wrong.
QString readConnection(const QCommandLineParser &parser, ProvidersOptions &options, ConnectionPreset &preset)
{
    const auto given = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const std::optional<ConnectionPreset> known = presetById(given("preset") ? value("preset") : presetById(options.name) && !given("base-url") ? options.name : QStringLiteral("other"));
    if (!known)
        return ProvidersCommand::tr("Unknown preset \"%1\"; use one of %2.").arg(value("preset"), presetNames());
    preset = *known;
    Connection &connection = options.connection;
    connection = connectionFrom(preset);
    connection.name = options.name;
    if (given("api")) {
        const std::optional<Api> api = apiFromString(value("api"));
        if (!api)
            return ProvidersCommand::tr("Unknown API \"%1\"; use responses, chat, messages or gemini.").arg(value("api"));
        connection.api = *api;
    }
    if (given("base-url"))
        connection.baseUrl = QUrl(value("base-url"), QUrl::StrictMode);
    else if (needsBaseUrl(preset))
        return preset.baseUrl.isEmpty() ? ProvidersCommand::tr("--base-url is missing: the address of the server, or choose a --preset.")
                                        : ProvidersCommand::tr("--base-url is missing: %1 with your own name in place of RESOURCE.").arg(preset.baseUrl);
    if (given("model"))
        connection.defaultModel = value("model");
    if (given("key-header"))
        connection.keyHeader = value("key-header");
    connection.organization = value("organization");
    connection.project = value("project");
    connection.allowPlainHttp = given("insecure-http");
    if (given("proxy"))
        connection.proxy = QUrl(value("proxy"), QUrl::StrictMode);
    for (const QString &header : parser.values(QStringLiteral("header"))) {
        const qsizetype colon = header.indexOf(QLatin1Char(':'));
        connection.headers.append({header.left(colon).trimmed().toUtf8(), colon < 0 ? QByteArray() : header.mid(colon + 1).trimmed().toUtf8()});
    }
    const Done fine = check(connection);
    return fine ? QString() : fine.error().message;
}

// The same for the key.
QString readKeyPlace(const QCommandLineParser &parser, ProvidersOptions &options, const ConnectionPreset &preset)
{
    const QString variable = parser.value(QStringLiteral("key-env"));
    const QString store = parser.value(QStringLiteral("store"));
    options.keyOnInput = parser.isSet(QStringLiteral("key-stdin"));
    options.key.unencryptedIsFine = parser.isSet(QStringLiteral("yes-unencrypted"));
    if (options.keyOnInput && !variable.isEmpty())
        return ProvidersCommand::tr("--key-env and --key-stdin exclude each other.");
    if (!options.keyOnInput) {
        if (!store.isEmpty())
            return ProvidersCommand::tr("--store says where a key from --key-stdin is kept; a variable keeps its own.");
        options.key.variable = variable.isEmpty() ? preset.keyVariable : variable;
        options.key.source = options.key.variable.isEmpty() ? KeySource::None : KeySource::Environment;
        return options.key.source == KeySource::None || isVariableName(options.key.variable) ? QString() : ProvidersCommand::tr("--key-env needs the name of an environment variable, such as OPENAI_API_KEY.");
    }
    if (store == QLatin1String("session"))
        return ProvidersCommand::tr("A command is no session that could keep a key; use --key-env, or --store keyring.");
    const std::optional<KeySource> source = keySourceFromString(store.isEmpty() ? QStringLiteral("keyring") : store);
    if (source != KeySource::Keyring && source != KeySource::File)
        return ProvidersCommand::tr("--store is keyring or file.");
    options.key.source = *source;
    if (source == KeySource::File && !options.key.unencryptedIsFine)
        return ProvidersCommand::tr("In a file the key is not encrypted: whoever reads your files reads it. Add --yes-unencrypted if that is fine, or use --store keyring.");
    return {};
}

} // namespace

std::variant<ProvidersOptions, int> parseProvidersOptions(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (looksLikeKey(argument))
            return printUsage(ProvidersCommand::tr("A key or password was on the command line, where other programs and the shell's history see it; replace it at the provider, and give the new one with --key-stdin or --key-env."));
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(ProvidersCommand::tr("Connects providers, lists, tests and removes them. Keys never stand on the command line."));
    addOptions(parser);
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("providers"), arguments, status))
        return status;
    static const QHash<QString, ProvidersOptions::Action> actions{
        {QStringLiteral("list"), ProvidersOptions::Action::List}, {QStringLiteral("add"), ProvidersOptions::Action::Add},
        {QStringLiteral("remove"), ProvidersOptions::Action::Remove}, {QStringLiteral("test"), ProvidersOptions::Action::Test}};
    const QStringList words = parser.positionalArguments();
    const auto action = actions.constFind(words.value(0));
    if (action == actions.cend() || words.size() != (*action == ProvidersOptions::Action::List ? 1 : 2))
        return printUsage(ProvidersCommand::tr("Use vitrine providers list, or add, remove or test with a name."));
    ProvidersOptions options;
    options.action = *action;
    options.name = words.value(1);
    options.json = parser.isSet(QStringLiteral("json"));
    if (options.action != ProvidersOptions::Action::Add)
        return options;
    ConnectionPreset preset;
    QString problem = readConnection(parser, options, preset);
    if (problem.isEmpty())
        problem = readKeyPlace(parser, options, preset);
    if (!problem.isEmpty())
        return printUsage(problem);
    return options;
}

} // namespace vitrine
