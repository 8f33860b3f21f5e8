#include "providers/gemini/GeminiEnding.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QSet>

namespace vitrine::gemini {

namespace {

// Where translators find these sentences.
class GeminiEnding
{
    Q_DECLARE_TR_FUNCTIONS(GeminiEnding)
};

std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

ResponseEnded failed(const QString &reason, ErrorKind kind, const QString &sentence, const QString &detail, bool retryable)
{
    return ResponseEnded{FinishReason::Failed, reason, {}, Error{kind, sentence, Audience::User, redacted(detail.left(4000)), retryable}};
}

} // namespace

ResponseEnded endingOf(const QString &finishReason, const QString &message)
{
    static const QSet<QString> filtered = {
        QStringLiteral("SAFETY"), QStringLiteral("RECITATION"), QStringLiteral("BLOCKLIST"), QStringLiteral("PROHIBITED_CONTENT"), QStringLiteral("SPII"),
        QStringLiteral("MODEL_ARMOR"), QStringLiteral("IMAGE_SAFETY"), QStringLiteral("IMAGE_PROHIBITED_CONTENT"), QStringLiteral("IMAGE_RECITATION"),
    };
    // The model wrote something that the API could not read as a call or an answer; another try often goes well.
    static const QSet<QString> garbled = {
        QStringLiteral("MALFORMED_FUNCTION_CALL"), QStringLiteral("UNEXPECTED_TOOL_CALL"), QStringLiteral("MALFORMED_RESPONSE"),
    };
    // The second is what servers say that only resemble Google's, for an answer that is a call.
    if (finishReason == QLatin1String("STOP") || finishReason == QLatin1String("FUNCTION_CALL"))
        return ResponseEnded{};
    if (finishReason == QLatin1String("MAX_TOKENS"))
        return ResponseEnded{FinishReason::Incomplete, QStringLiteral("max_output_tokens"), {}, std::nullopt};
    if (filtered.contains(finishReason))
        return ResponseEnded{FinishReason::Incomplete, QStringLiteral("content_filter"), {}, std::nullopt};
    if (garbled.contains(finishReason))
        return failed(finishReason, ErrorKind::Protocol, GeminiEnding::tr("The model wrote a tool call that cannot be read (%1); try again.").arg(finishReason), message, true);
    if (finishReason == QLatin1String("MISSING_THOUGHT_SIGNATURE"))
        return failed(finishReason, ErrorKind::InvalidRequest,
                      GeminiEnding::tr("The provider misses its own notes on an earlier step (%1); start a new conversation.").arg(finishReason), message, false);
    return ResponseEnded{FinishReason::Incomplete, finishReason, {}, std::nullopt};
}

ResponseEnded endingOfBlockedPrompt(const QString &reason)
{
    return failed(reason, ErrorKind::InvalidRequest, GeminiEnding::tr("The provider refuses to answer this prompt (%1); change it and try again.").arg(redacted(reason.left(100))), {}, false);
}

Usage usageOf(const Usage &counted, std::optional<qint64> toolInput)
{
    return Usage{sum(counted.input, toolInput), counted.cached, sum(counted.output, counted.reasoning), counted.reasoning, counted.total};
}

} // namespace vitrine::gemini
