#include "tools/PythonTool.h"

#include "tools/PythonRun.h"

namespace vitrine {

namespace {

constexpr double defaultLimitSeconds = 120;
constexpr double longestLimitSeconds = 600;

const QString toolName = QStringLiteral("python");

} // namespace

PythonTool::PythonTool(PythonSession &session, PictureToolContext &pictures, QString workFolder)
    : m_session(session)
    , m_pictures(pictures)
    , m_workFolder(std::move(workFolder))
    , m_reader(pictures.blobs(), pictures.images())
{
}

QList<ArgumentSpec> PythonTool::arguments()
{
    ArgumentSpec code;
    code.name = QStringLiteral("code");
    code.description = QStringLiteral("Python 3 source. The value of a last expression is shown, as in a notebook.");
    code.required = true;
    code.form = QStringLiteral("\"print(6*7)\"");
    ArgumentSpec limit;
    limit.name = QStringLiteral("timeout_s");
    limit.type = ArgumentSpec::Type::Number;
    limit.description = QStringLiteral("Seconds after which the code is stopped. Default %1.").arg(defaultLimitSeconds);
    limit.minimum = 1;
    limit.maximum = longestLimitSeconds;
    limit.form = QStringLiteral("60");
    return {code, limit};
}

ToolSpec PythonTool::spec() const
{
    // Not mutating: the code reaches nothing but the conversation's private folder.
    return {
        toolName,
        QStringLiteral(
            "Runs Python in an IPython interpreter that keeps its variables from call to call. It runs on the user's machine in "
            "a sandbox "
            "without network. Files: /mnt/data is the working folder, writable and kept; /mnt/uploads holds what the user "
            "attached, "
            "read-only. pandas, numpy, matplotlib and openpyxl can be imported; nothing can be installed. Output beyond 16 kB is "
            "cut in "
            "the middle: print what you need, write the rest to a file. Figures are shown to you and to the user; files written "
            "to "
            "/mnt/data are given to the user, PNG and JPEG files are shown to you as well. Limits of a call: 2 GiB of memory, 96 "
            "processes, 1 GiB of new files. What a call starts in the background ends with it."),
        schemaOf(arguments()), false};
}

std::unique_ptr<ToolRun> PythonTool::start(const ToolInvocation &invocation)
{
    auto run = std::make_unique<PythonRun>(m_session, m_pictures, m_reader, m_workFolder);
    const Result<Arguments> given = Arguments::parse(toolName, arguments(), invocation.arguments);
    if (!given)
        run->refuse(given.error().message);
    else
        run->begin(
            given->text(QStringLiteral("code")),
            std::chrono::milliseconds(qint64(given->number(QStringLiteral("timeout_s")).value_or(defaultLimitSeconds) * 1000)));
    return run;
}

} // namespace vitrine
