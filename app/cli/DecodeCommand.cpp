#include "cli/DecodeCommand.h"

#include "base/Error.h"
#include "base/Json.h"
#include "cli/ChatReport.h"
#include "cli/GeminiReport.h"
#include "cli/MessagesReport.h"
#include "cli/ResponsesReport.h"
#include "providers/SseParser.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace vitrine {

namespace {

// Where translators find these sentences.
class DecodeCommand
{
    Q_DECLARE_TR_FUNCTIONS(DecodeCommand)
};

enum ExitStatus { done = 0, failed = 1, usage = 2, cut = 3 };

int complain(const QString &sentence, ExitStatus status)
{
    std::fprintf(stderr, "vitrine decode: %s\n", qPrintable(sentence));
    return status;
}

struct DecodeOptions {
    QString api;
    QString file;
    qsizetype chunkBytes = 0;
    bool http = false;
};

Result<DecodeOptions> optionsFrom(const QStringList &args)
{
    DecodeOptions options;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < args.size(); ++i) {
        QString name = args[i];
        if (onlyFiles || !name.startsWith(QLatin1String("--"))) {
            if (!options.file.isEmpty())
                return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("Only one file can be decoded at a time."));
            options.file = name;
            continue;
        }
        if (name == QLatin1String("--")) {
            onlyFiles = true;
            continue;
        }
        if (name == QLatin1String("--http")) {
            options.http = true;
            continue;
        }
        QString value;
        if (const qsizetype equals = name.indexOf(QLatin1Char('=')); equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        } else if (i + 1 < args.size()) {
            value = args[++i];
        }
        bool ok = true;
        if (name == QLatin1String("--api"))
            options.api = value;
        else if (name == QLatin1String("--chunk-bytes"))
            options.chunkBytes = value.toLongLong(&ok);
        else
            return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("There is no option %1.").arg(name));
        if (!ok || options.chunkBytes < 0 || (name == QLatin1String("--chunk-bytes") && options.chunkBytes == 0))
            return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("--chunk-bytes takes a whole number from 1."));
    }
    if (options.file.isEmpty())
        return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("Usage: vitrine decode --api responses|chat|messages|gemini [--chunk-bytes N] [--http] FILE."));
    return options;
}

struct Report {
    const char *api;
    Result<DecodeReport> (*make)(const QByteArray &stream, qsizetype chunkBytes);
};

constexpr Report reports[] = {
    {"responses", reportResponsesStream},
    {"chat", reportChatStream},
    {"messages", reportMessagesStream},
    {"gemini", reportGeminiStream},
};

Result<const Report *> reportFor(const DecodeOptions &options)
{
    QStringList names;
    for (const Report &report : reports) {
        if (options.api == QLatin1String(report.api))
            return &report;
        names.append(QLatin1String(report.api));
    }
    // An error answer looks alike for all of them.
    if (options.http && options.api.isEmpty())
        return nullptr;
    const QString known = names.join(QStringLiteral(", "));
    if (options.api.isEmpty())
        return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("Name the API of the recording with --api: one of %1.").arg(known));
    return fail(ErrorKind::InvalidRequest, DecodeCommand::tr("There is no API %1; it is one of %2.").arg(options.api, known));
}

Result<QByteArray> contentOf(const QString &path)
{
    if (QFileInfo(path).isDir())
        return fail(ErrorKind::Io, DecodeCommand::tr("%1 is a folder; name a file.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, DecodeCommand::tr("Cannot read %1: %2.").arg(path, file.errorString()));
    // One byte over the limit is enough to know; the file may be a device without an end.
    const QByteArray content = file.read(SseParser::defaultLimit + 1);
    if (content.size() > SseParser::defaultLimit)
        return fail(ErrorKind::Io, DecodeCommand::tr("%1 is larger than an answer may be (64 MB).").arg(path));
    if (content.isEmpty())
        return fail(ErrorKind::Io, DecodeCommand::tr("%1 is empty; there is nothing to decode.").arg(path));
    return content;
}

void print(const QJsonObject &json)
{
    std::printf("%s\n", toJson(json).constData());
}

int decodeHttp(const QByteArray &content)
{
    const Result<QJsonObject> answer = parseJsonObject(content);
    if (!answer)
        return complain(answer.error().message, failed);
    const Result<QJsonObject> report = reportHttpError(*answer);
    if (!report)
        return complain(report.error().message, failed);
    print(*report);
    return done;
}

} // namespace

int runDecode(const QStringList &args)
{
    const Result<DecodeOptions> options = optionsFrom(args);
    if (!options)
        return complain(options.error().message, usage);
    const Result<const Report *> reporter = reportFor(*options);
    if (!reporter)
        return complain(reporter.error().message, usage);
    const Result<QByteArray> content = contentOf(options->file);
    if (!content)
        return complain(content.error().message, failed);
    if (options->http)
        return decodeHttp(*content);
    const Result<DecodeReport> report = (*reporter)->make(*content, options->chunkBytes);
    if (!report)
        return complain(report.error().message, failed);
    print(report->json);
    if (!report->cut)
        return done;
    return complain(report->json.value(QLatin1String("error")).toString(), cut);
}

} // namespace vitrine
