#include "cli/ExecOptions.h"

#include "cli/Terminal.h"
#include "providers/ApiCodec.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

#include <cstdlib>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ExecCommand {
    Q_DECLARE_TR_FUNCTIONS(ExecCommand)
};

// A variable may end up in a crash dump or a child's environment, so it is gone once it was read.
QByteArray takeFromEnvironment(const QByteArray &variable)
{
    const QByteArray value = qgetenv(variable.constData());
    qunsetenv(variable.constData());
    return value.trimmed();
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// Where the official clients look for the key.
QByteArray keyVariable(const QString &api)
{
    return api == QLatin1String("messages") ? "ANTHROPIC_API_KEY" : api == QLatin1String("gemini") ? "GEMINI_API_KEY" : "OPENAI_API_KEY";
}

std::variant<ProviderConfig, QString> readProvider(const QCommandLineParser &parser)
{
    ProviderConfig config;
    config.api = parser.value(QStringLiteral("api"));
    if (config.api.isEmpty())
        config.api = QStringLiteral("responses");
    if (!apiNames().contains(config.api))
        return ExecCommand::tr("Unknown API \"%1\"; use one of %2.").arg(config.api, apiNames().join(QStringLiteral(", ")));
    config.name = config.api;
    config.baseUrl = parser.isSet(QStringLiteral("base-url")) ? QUrl(parser.value(QStringLiteral("base-url")), QUrl::StrictMode) : officialBaseUrl(config.api);
    if (!config.baseUrl.isValid() || config.baseUrl.host().isEmpty() || !QStringList{QStringLiteral("http"), QStringLiteral("https")}.contains(config.baseUrl.scheme()))
        return ExecCommand::tr("--base-url needs an address such as https://api.openai.com/v1.");
    if (config.baseUrl.scheme() == QLatin1String("http") && !isLoopback(config.baseUrl))
        return ExecCommand::tr("http:// would send your key and your words in the open; use https:// (http is allowed for this machine only).");
    const QByteArray variable = parser.isSet(QStringLiteral("key-env")) ? parser.value(QStringLiteral("key-env")).toLocal8Bit() : keyVariable(config.api);
    config.key = takeFromEnvironment(variable);
    if (parser.isSet(QStringLiteral("key-env")) && config.key.isEmpty())
        return ExecCommand::tr("The environment variable %1 that --key-env names is empty.").arg(QString::fromLocal8Bit(variable));
    for (const QString &header : parser.values(QStringLiteral("header"))) {
        const qsizetype colon = header.indexOf(QLatin1Char(':'));
        if (colon < 1 || header.contains(QLatin1Char('\n')) || header.contains(QLatin1Char('\r')))
            return ExecCommand::tr("--header needs 'NAME: VALUE'.");
        config.headers.append({header.left(colon).trimmed().toUtf8(), header.mid(colon + 1).trimmed().toUtf8()});
    }
    config.recordFolder = parser.value(QStringLiteral("record"));
    config.defaultModel = config.api == QLatin1String("messages") ? QStringLiteral("claude-sonnet-4-5")
        : config.api == QLatin1String("gemini")                   ? QStringLiteral("gemini-2.5-flash")
                                                                  : QStringLiteral("o4-mini");
    return config;
}

QString readStandardInput()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(in.readAll());
}

} // namespace

std::variant<ExecOptions, int> parseExecOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ExecCommand::tr("Asks one question and prints the answer. Without a provider the offline assistant answers."));
    parser.addOptions({
        {QStringLiteral("provider"), ExecCommand::tr("A configured provider, or \"offline\"."), QStringLiteral("name")},
        {QStringLiteral("api"), ExecCommand::tr("The protocol of --base-url: responses, chat, messages or gemini."), QStringLiteral("api")},
        {QStringLiteral("base-url"), ExecCommand::tr("Address of the API: ending in /v1 for OpenAI-like servers, the bare host for Anthropic and Gemini."), QStringLiteral("url")},
        {{QStringLiteral("m"), QStringLiteral("model")}, ExecCommand::tr("The model's name."), QStringLiteral("model")},
        {QStringLiteral("effort"), ExecCommand::tr("How long to think: none, minimal, low, medium, high, xhigh, max."), QStringLiteral("effort")},
        {QStringLiteral("key-env"), ExecCommand::tr("Environment variable that holds the key."), QStringLiteral("variable")},
        {QStringLiteral("header"), ExecCommand::tr("One more header: 'NAME: VALUE'."), QStringLiteral("header")},
        {QStringLiteral("hosted"), ExecCommand::tr("A tool that the provider runs: web_search, code_interpreter, image_generation; can be given several times."), QStringLiteral("tool")},
        {QStringLiteral("verbosity"), ExecCommand::tr("How much to say: low, medium, high."), QStringLiteral("level")},
        {QStringLiteral("image"), ExecCommand::tr("A picture to look at; can be given several times."), QStringLiteral("file")},
        {QStringLiteral("file"), ExecCommand::tr("A file to work with; can be given several times."), QStringLiteral("file")},
        {QStringLiteral("cd"), ExecCommand::tr("The work folder of the agent's tools."), QStringLiteral("folder")},
        {QStringLiteral("approval-mode"), ExecCommand::tr("What may run unasked: suggest, auto-edit, full-auto."), QStringLiteral("mode")},
        {QStringLiteral("skip-git-check"), ExecCommand::tr("Do not ask before working outside a git repository.")},
        {QStringLiteral("continue"), ExecCommand::tr("Go on with the newest conversation.")},
        {QStringLiteral("conversation"), ExecCommand::tr("Go on with this conversation."), QStringLiteral("id")},
        {QStringLiteral("record"), ExecCommand::tr("Keep the raw answers in this folder, without keys."), QStringLiteral("folder")},
        {QStringLiteral("json"), ExecCommand::tr("Print one JSON object per line.")},
    });
    parser.addPositionalArgument(QStringLiteral("prompt"), ExecCommand::tr("The question; - reads it from standard input."));
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("exec"), arguments, status))
        return status;

    ExecOptions options;
    options.json = parser.isSet(QStringLiteral("json"));
    options.continueNewest = parser.isSet(QStringLiteral("continue"));
    if (parser.isSet(QStringLiteral("conversation")))
        options.conversation = ConversationId{parser.value(QStringLiteral("conversation"))};
    if (options.continueNewest && options.conversation)
        return printUsage(ExecCommand::tr("--continue and --conversation exclude each other."));
    if (parser.positionalArguments().size() != 1)
        return printUsage(parser.positionalArguments().isEmpty() ? ExecCommand::tr("The question is missing: vitrine exec \"What does it say?\"") : ExecCommand::tr("Put the question in quotes: one argument is expected."));
    options.input.text = parser.positionalArguments().first();
    if (options.input.text == QLatin1String("-"))
        options.input.text = readStandardInput();
    for (const QString &file : parser.values(QStringLiteral("image")))
        options.input.pictures.append(QFileInfo(file).absoluteFilePath());
    for (const QString &file : parser.values(QStringLiteral("file")))
        options.input.files.append(QFileInfo(file).absoluteFilePath());

    options.settings.model = parser.value(QStringLiteral("model"));
    options.settings.effort = parser.value(QStringLiteral("effort"));
    static const QStringList efforts{QString(), QStringLiteral("none"), QStringLiteral("minimal"), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high"), QStringLiteral("xhigh"), QStringLiteral("max")};
    if (!efforts.contains(options.settings.effort))
        return printUsage(ExecCommand::tr("Unknown effort \"%1\"; use one of %2.").arg(options.settings.effort, efforts.mid(1).join(QStringLiteral(", "))));
    // The name under which people know it is a model and an effort.
    if (options.settings.model == QLatin1String("o4-mini-high")) {
        options.settings.model = QStringLiteral("o4-mini");
        options.settings.effort = QStringLiteral("high");
    }
    if (parser.isSet(QStringLiteral("approval-mode"))) {
        const auto mode = approvalModeFromString(parser.value(QStringLiteral("approval-mode")));
        if (!mode)
            return printUsage(ExecCommand::tr("Unknown approval mode \"%1\"; use suggest, auto-edit or full-auto.").arg(parser.value(QStringLiteral("approval-mode"))));
        options.settings.approvalMode = *mode;
    }
    if (parser.isSet(QStringLiteral("cd"))) {
        const QFileInfo folder(parser.value(QStringLiteral("cd")));
        if (!folder.isDir())
            return printUsage(ExecCommand::tr("The work folder %1 does not exist.").arg(parser.value(QStringLiteral("cd"))));
        options.settings.workFolder = folder.canonicalFilePath();
    }

    options.recordFolder = parser.value(QStringLiteral("record"));
    options.settings.hostedTools = parser.values(QStringLiteral("hosted"));
    options.settings.verbosity = parser.value(QStringLiteral("verbosity"));
    options.settings.provider = parser.value(QStringLiteral("provider"));
    if (parser.isSet(QStringLiteral("api")) || parser.isSet(QStringLiteral("base-url"))) {
        const auto provider = readProvider(parser);
        if (const auto *sentence = std::get_if<QString>(&provider))
            return printUsage(*sentence);
        options.provider = std::get<ProviderConfig>(provider);
        options.settings.provider = options.provider->name;
    }
    return options;
}

} // namespace vitrine
