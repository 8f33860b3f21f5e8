#include "base/Json.h"
#include "cli/Terminal.h"
#include "cli/ToolBench.h"
#include "cli/ToolRunOptions.h"
#include "model/ItemJson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ToolCommand {
    Q_DECLARE_TR_FUNCTIONS(ToolCommand)
};

QString suffixFor(const QString &mime)
{
    return mime == QLatin1String("image/png") ? QStringLiteral(".png") : mime == QLatin1String("image/jpeg") ? QStringLiteral(".jpg") : QString();
}

// Takes the pictures in one after the other, so that their numbers follow the order on the command line; then runs the tool.
class PictureRun final : public QObject
{
public:
    PictureRun(const ToolRunOptions &options, ToolBench &bench)
        : m_options(options)
        , m_bench(bench)
    {
    }

    void next()
    {
        if (m_taken == m_options.pictures.size()) {
            call();
            return;
        }
        const QString path = m_options.pictures[m_taken++];
        m_bench.reader->read(path, PictureRule(), this, [this, path](const Result<ReadAttachment> &read) {
            if (!read) {
                QCoreApplication::exit(printError(read.error()));
            } else if (read->attachment.size.isEmpty()) {
                const QString why = read->notice.isEmpty() ? ToolCommand::tr("%1 is not a picture.").arg(path) : read->notice;
                QCoreApplication::exit(printError({ErrorKind::InvalidRequest, why, Audience::User, {}, false}));
            } else {
                Attachment picture = read->attachment;
                picture.image = m_bench.gallery.reserveRoot();
                m_bench.gallery.addRoot(picture);
                next();
            }
        });
    }

private:
    void call()
    {
        Tool *tool = m_bench.find(m_options.name);
        m_run = tool->start({{QStringLiteral("call_1")}, m_options.arguments.isEmpty() ? QStringLiteral("{}") : m_options.arguments});
        connect(m_run.get(), &ToolRun::finished, this, [this](const ToolResult &result) { QCoreApplication::exit(report(result)); });
    }

    int report(const ToolResult &result)
    {
        QJsonArray steps;
        for (const ImageStep &step : result.steps) {
            Item item;
            item.body = step;
            const QJsonObject json = toContractJson(item, [&](const BlobRef &ref) { return keep(step.image + suffixFor(ref.mime), ref); });
            QJsonObject fields;
            for (const char *key : {"call_id", "image", "parent", "root", "op", "params", "size", "matrix_to_root", "corners", "confidence", "sha256", "path"})
                fields.insert(QLatin1String(key), json.value(QLatin1String(key)));
            steps.append(fields);
        }
        if (m_options.json) {
            printLine(QJsonObject{{"outcome", toString(result.outcome)}, {"text", result.text}, {"image_steps", steps}});
        } else {
            printLine(harmless(result.text).toUtf8());
            for (const QJsonValue &step : steps)
                printLine(step.toObject());
        }
        return result.outcome == Outcome::Ok ? ExitDone : result.outcome == Outcome::Denied ? ExitDenied : ExitFailed;
    }

    // The file in --out that holds the picture; empty when there is none.
    QString keep(const QString &name, const BlobRef &ref)
    {
        const Result<QString> source = m_bench.blobs->path(ref);
        if (m_options.outFolder.isEmpty() || !source)
            return {};
        const QString target = m_options.outFolder + QLatin1Char('/') + name;
        QFile::remove(target);
        if (!QFile::copy(*source, target)) {
            printNote(ToolCommand::tr("%1 cannot be written.").arg(target));
            return {};
        }
        return target;
    }

    const ToolRunOptions &m_options;
    ToolBench &m_bench;
    qsizetype m_taken = 0;
    std::unique_ptr<ToolRun> m_run;
};

} // namespace

int runPictureTool(const ToolRunOptions &options)
{
    const auto bench = ToolBench::create(options.workFolder);
    if (!bench)
        return printError(bench.error());
    if (!(*bench)->find(options.name)) {
        QStringList names;
        for (const ToolSpec &spec : (*bench)->specs())
            names.append(spec.name);
        return printUsage(ToolCommand::tr("Unknown tool \"%1\"; there are %2.").arg(options.name, names.join(QStringLiteral(", "))));
    }
    PictureRun run(options, **bench);
    QMetaObject::invokeMethod(&run, [&run] { run.next(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace vitrine
