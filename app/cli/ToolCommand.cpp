#include "cli/ToolCommand.h"

#include "base/Json.h"
#include "cli/ToolBench.h"
#include "cli/Terminal.h"
#include "cli/ToolRunOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ToolCommand {
    Q_DECLARE_TR_FUNCTIONS(ToolCommand)
};

int list(bool json)
{
    const auto bench = ToolBench::create(QString());
    if (!bench)
        return printError(bench.error());
    QJsonArray all;
    for (const ToolSpec &spec : (*bench)->specs()) {
        all.append(QJsonObject{{"name", spec.name}, {"description", spec.description}, {"parameters", QJsonDocument::fromJson(spec.parameters).object()}, {"mutating", spec.mutating}});
        if (!json)
            printLine(QStringLiteral("%1 %2").arg(spec.name, -22).arg(spec.description.section(QStringLiteral(". "), 0, 0)).toUtf8());
    }
    if (json)
        printLine(toJson(all));
    return ExitDone;
}

int run(const QCommandLineParser &parser, const QString &name)
{
    ToolRunOptions options;
    options.name = name;
    options.arguments = parser.value(QStringLiteral("args"));
    options.json = parser.isSet(QStringLiteral("json"));
    for (const QString &file : parser.values(QStringLiteral("image")))
        options.pictures.append(QFileInfo(file).absoluteFilePath());
    const auto folder = [&parser](const QString &option) { return parser.isSet(option) ? QDir(parser.value(option)).absolutePath() : QString(); };
    options.outFolder = folder(QStringLiteral("out"));
    options.workFolder = folder(QStringLiteral("work"));
    options.uploadFolder = folder(QStringLiteral("uploads"));
    for (const QString &path : {options.workFolder, options.uploadFolder}) {
        if (!path.isEmpty() && !QFileInfo(path).isDir())
            return printUsage(ToolCommand::tr("The folder %1 does not exist.").arg(path));
    }
    if (!options.outFolder.isEmpty() && !QDir().mkpath(options.outFolder))
        return printUsage(ToolCommand::tr("The folder %1 cannot be made.").arg(options.outFolder));
    if (parser.isSet(QStringLiteral("timeout"))) {
        bool isNumber = false;
        const double seconds = parser.value(QStringLiteral("timeout")).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > 86400)
            return printUsage(ToolCommand::tr("--timeout needs a number of seconds from 0 to 86400."));
        options.limit = std::chrono::milliseconds(qint64(seconds * 1000));
    }
    return name == QLatin1String("python") ? runPythonTool(options) : runPictureTool(options);
}

} // namespace

int runTool(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ToolCommand::tr("Lists the tools that a model is offered, or runs one."));
    parser.addOptions({
        {QStringLiteral("args"), ToolCommand::tr("The arguments, as a JSON object; code comes from standard input without them."), QStringLiteral("json")},
        {QStringLiteral("image"), ToolCommand::tr("A picture: img_1, the next one img_2 ..."), QStringLiteral("file")},
        {QStringLiteral("out"), ToolCommand::tr("Where result pictures and files go."), QStringLiteral("folder")},
        {QStringLiteral("mode"), ToolCommand::tr("What may run unasked: suggest, auto-edit, full-auto."), QStringLiteral("mode")},
        {QStringLiteral("work"), ToolCommand::tr("The folder that is seen as /mnt/data."), QStringLiteral("folder")},
        {QStringLiteral("uploads"), ToolCommand::tr("The folder that is seen as /mnt/uploads, read-only."), QStringLiteral("folder")},
        {QStringLiteral("timeout"), ToolCommand::tr("Seconds after which the run is ended."), QStringLiteral("seconds")},
        {QStringLiteral("json"), ToolCommand::tr("Print JSON.")},
    });
    parser.addPositionalArgument(QStringLiteral("action"), ToolCommand::tr("list, or run with a tool's name."), QStringLiteral("list | run NAME"));
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("tool"), arguments, status))
        return status;
    const QStringList words = parser.positionalArguments();
    if (words == QStringList{QStringLiteral("list")})
        return list(parser.isSet(QStringLiteral("json")));
    if (words.size() == 2 && words.first() == QLatin1String("run"))
        return run(parser, words.at(1));
    return printUsage(ToolCommand::tr("Use vitrine tool list, or vitrine tool run NAME."));
}

} // namespace vitrine
