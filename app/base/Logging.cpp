#include "base/Logging.h"

#include <QRegularExpression>

#include <cstdio>

namespace vitrine {

Q_LOGGING_CATEGORY(logProcess, "vitrine.process", QtWarningMsg)

QString redacted(const QString &text)
{
    static const QRegularExpression header(QStringLiteral(R"(((?:\bauthorization|api[-_]key)["']?\s*[:=]\s*["']?)((?:bearer|basic|token)\s+)?[^\s"',;&]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression parameter(QStringLiteral(R"(([?&](?:key|api_key|token|access_token)=)[^&\s"']+)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(QStringLiteral(R"((\b[a-z][a-z0-9+.-]*://)[^\s/?#@"']+@)"), QRegularExpression::CaseInsensitiveOption);
    // With a separator, or every "sketch_of_..." would be one.
    static const QRegularExpression bare(QStringLiteral(R"(\b(?:(?:sk|rk|pk|xai|gsk|hf|ghp)[-_]|AIza)[-_A-Za-z0-9]{16,})"));
    QString result = text;
    result.replace(header, QStringLiteral("\\1[hidden]"));
    result.replace(parameter, QStringLiteral("\\1[hidden]"));
    result.replace(userInfo, QStringLiteral("\\1[hidden]@"));
    result.replace(bare, QStringLiteral("[hidden]"));
    return result;
}

namespace {

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const bool verbose = qgetenv("VITRINE_LOG") == "debug";
    if ((type == QtDebugMsg || type == QtInfoMsg) && !verbose)
        return;
    const bool ours = context.category && qstrncmp(context.category, "default", 7) != 0;
    const QString line = ours ? QString::fromLatin1(context.category) + QStringLiteral(": ") + message : message;
    std::fprintf(stderr, "%s\n", redacted(line).toLocal8Bit().constData());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLogHandler()
{
    qInstallMessageHandler(writeLine);
}

} // namespace vitrine
