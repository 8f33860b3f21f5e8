#include "providers/HttpErrors.h"

#include "base/Json.h"
#include "base/Logging.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qint64 longestWaitMs = 366LL * 24 * 3600 * 1000;

// Where translators find these sentences.
class HttpErrors
{
    Q_DECLARE_TR_FUNCTIONS(HttpErrors)
};

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble());
    return value.toString();
}

// Gemini has no header for it: {"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}
std::optional<qint64> retryInfoMs(const QJsonObject &json)
{
    const QJsonArray details = json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
    for (const QJsonValue &value : details) {
        const QString delay = value.toObject().value(QLatin1String("retryDelay")).toString();
        bool ok = false;
        const double seconds = delay.chopped(delay.endsWith(QLatin1Char('s')) ? 1 : 0).toDouble(&ok);
        if (ok && std::isfinite(seconds) && seconds >= 0)
            return static_cast<qint64>(std::min<double>(std::ceil(seconds * 1000), longestWaitMs));
    }
    return std::nullopt;
}

// FastAPI servers answer with detail: [{"loc": [...], "msg": "..."}].
QString detailText(const QJsonValue &detail)
{
    if (detail.isArray())
        return detail.toArray().first().toObject().value(QLatin1String("msg")).toString();
    if (detail.isObject())
        return detail.toObject().value(QLatin1String("message")).toString();
    return detail.toString();
}

// Mistral and others refuse what they do not know with {type: extra_forbidden, loc: ["body", "stream_options", ...]}: in `detail`, in the
// `message` or in the detail of the message.
void noteForbidden(const QJsonObject &json, ApiError &error)
{
    const QJsonValue message = json.value(QLatin1String("message"));
    for (const QJsonValue &list : {json.value(QLatin1String("detail")), message, message.toObject().value(QLatin1String("detail"))}) {
        const QJsonObject first = list.toArray().first().toObject();
        if (first.isEmpty())
            continue;
        if (error.message.isEmpty())
            error.message = first.value(QLatin1String("msg")).toString();
        if (first.value(QLatin1String("type")) != QLatin1String("extra_forbidden"))
            continue;
        QStringList path;
        const QJsonArray location = first.value(QLatin1String("loc")).toArray();
        for (const QJsonValue &step : location)
            path.append(textOf(step));
        if (path.value(0) == QLatin1String("body"))
            path.removeFirst();
        error.code = QStringLiteral("unknown_parameter");
        error.param = path.join(QLatin1Char('.'));
    }
}

std::optional<double> numberIn(const QByteArray &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return value;
}

std::optional<qint64> waitUntil(const QByteArray &httpDate, const QDateTime &now)
{
    // RFC 9110 dates are English, whatever the user's language: Sun, 06 Nov 1994 08:49:37 GMT
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(httpDate.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::max<qint64>(0, now.msecsTo(date));
}

bool mentions(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

bool isAbout(const ApiError &error, const char *name)
{
    return error.code == QLatin1String(name) || error.type == QLatin1String(name);
}

// Gemini names no parameter: "Thinking level MEDIUM is not supported for this model", "Thinking is not enabled for models/x".
QString geminiParam(const ApiError &error)
{
    if (error.status != QLatin1String("INVALID_ARGUMENT")
        || !mentions(error.message, {"not supported", "does not support", "not enabled", "only enabled", "only works", "unknown name", "is invalid"}))
        return {};
    if (mentions(error.message, {"response modalities", "responseModalities", "response_modalities"}))
        return QStringLiteral("generationConfig.responseModalities");
    if (!mentions(error.message, {"thinking", "thoughts"}))
        return {};
    const QString thinking = QStringLiteral("generationConfig.thinkingConfig");
    if (mentions(error.message, {"level"}))
        return thinking + QStringLiteral(".thinkingLevel");
    if (mentions(error.message, {"budget"}))
        return thinking + QStringLiteral(".thinkingBudget");
    return thinking;
}

// A parameter may be missing from the next try only if the request means the same without it.
QString droppable(const ApiError &error)
{
    static const QRegularExpression quoted(QStringLiteral(R"((?:parameter|value|argument)s?:? ['"`]([A-Za-z_][\w.]*)['"`])"), QRegularExpression::CaseInsensitiveOption);
    QString param = error.param;
    if (param.isEmpty())
        param = geminiParam(error);
    if (param.isEmpty())
        param = quoted.match(error.message).captured(1);
    param = param.section(QLatin1Char('['), 0, 0);
    const QString root = param.section(QLatin1Char('.'), 0, 0);
    for (const char *needed : {"model", "input", "messages", "instructions", "tools", "contents", "prompt"}) {
        if (root == QLatin1String(needed))
            return {};
    }
    return param;
}

bool isUnsupportedParameter(const ApiError &error)
{
    if (isAbout(error, "unsupported_parameter") || isAbout(error, "unsupported_value") || isAbout(error, "unknown_parameter"))
        return true;
    if (!geminiParam(error).isEmpty())
        return true;
    // gpt-4o: "Encrypted content is not supported with this model.", param "include" and no code.
    return !error.param.isEmpty() && !droppable(error).isEmpty()
        && mentions(error.message, {"not supported", "unsupported", "must be verified", "unknown parameter"});
}

// What the words say, where the status alone does not tell.
std::optional<ErrorKind> kindFromWords(const ApiError &error)
{
    if (isAbout(error, "insufficient_quota") || isAbout(error, "billing_hard_limit_reached") || isAbout(error, "billing_error"))
        return ErrorKind::Quota;
    if (isAbout(error, "context_length_exceeded")
        || mentions(error.message, {"prompt is too long", "maximum context length", "context window", "exceeds the context", "exceeds the maximum number of tokens"}))
        return ErrorKind::ContextLength;
    if (isAbout(error, "invalid_api_key") || isAbout(error, "authentication_error") || error.status == QLatin1String("UNAUTHENTICATED")
        || (mentions(error.message, {"api key"}) && mentions(error.message, {"incorrect", "invalid", "not valid", "missing"})))
        return ErrorKind::Auth;
    if (isAbout(error, "model_not_found")
        || (mentions(error.message, {"model"}) && mentions(error.message, {"does not exist", "not found", "not a valid model", "unknown model"})
            && error.param != QLatin1String("input")))
        return ErrorKind::UnknownModel;
    if (isAbout(error, "permission_error") || isAbout(error, "permission_denied") || error.status == QLatin1String("PERMISSION_DENIED"))
        return ErrorKind::Permission;
    if (isUnsupportedParameter(error))
        return ErrorKind::UnsupportedParameter;
    if (isAbout(error, "overloaded_error") || isAbout(error, "overloaded") || isAbout(error, "slow_down") || isAbout(error, "server_overloaded"))
        return ErrorKind::Overloaded;
    if (isAbout(error, "rate_limit_exceeded") || isAbout(error, "rate_limit_error") || isAbout(error, "RateLimitReached")
        || error.status == QLatin1String("RESOURCE_EXHAUSTED"))
        return ErrorKind::RateLimited;
    return std::nullopt;
}

ErrorKind kindFromStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Auth;
    case 402:
        return ErrorKind::Quota;
    case 403:
        return ErrorKind::Permission;
    case 407:
        return ErrorKind::Network;
    case 408:
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimited;
    case 503:
    case 529:
        return ErrorKind::Overloaded;
    default:
        if (status >= 500)
            return ErrorKind::Server;
        return status >= 400 ? ErrorKind::InvalidRequest : ErrorKind::Protocol;
    }
}

ErrorKind kindOf(int status, const ApiError &error)
{
    const ErrorKind words = kindFromWords(error).value_or(kindFromStatus(status));
    if (status == 401 && words != ErrorKind::Quota)
        return ErrorKind::Auth;
    // A 5xx stays the server's fault, whatever its text happens to mention.
    if (status >= 500 && words != ErrorKind::Overloaded && words != ErrorKind::RateLimited)
        return kindFromStatus(status);
    return words;
}

QString sentenceFor(ErrorKind kind, int status, bool explained)
{
    switch (kind) {
    case ErrorKind::Auth:
        return HttpErrors::tr("The provider does not accept the key; check or replace it");
    case ErrorKind::Quota:
        return HttpErrors::tr("The account at the provider has no credit left; add some there and try again");
    case ErrorKind::Permission:
        return HttpErrors::tr("The provider does not let this key do that; choose another model or key");
    case ErrorKind::RateLimited:
        return HttpErrors::tr("The provider takes no more requests for the moment; try again in a while");
    case ErrorKind::Overloaded:
        return HttpErrors::tr("The provider is overloaded; try again in a while");
    case ErrorKind::Timeout:
        return HttpErrors::tr("The provider gave up waiting; try again");
    case ErrorKind::ContextLength:
        return HttpErrors::tr("The conversation is too long for this model; shorten it or choose a model that takes more");
    case ErrorKind::UnknownModel:
        return HttpErrors::tr("The provider does not know this model; choose another one");
    case ErrorKind::UnsupportedParameter:
        return HttpErrors::tr("The model does not take one of the settings; leave it out");
    case ErrorKind::Network:
        return HttpErrors::tr("The proxy on the way wants a user name and a password; set them for this program");
    case ErrorKind::Server:
        return HttpErrors::tr("The provider had a fault of its own; try again");
    default:
        break;
    }
    if (status == 404 && !explained)
        return HttpErrors::tr("There is nothing at this address; check the base URL of the provider");
    if (status == 413)
        return HttpErrors::tr("The request is too large for the provider; send smaller or fewer files");
    if (status > 0 && status < 400)
        return HttpErrors::tr("The server answered in a way that cannot be used; check the base URL of the provider");
    return HttpErrors::tr("The provider refuses the request");
}

// Their first sentence, so that ours stays one.
QString shortened(const QString &words)
{
    QString line = words.simplified();
    static const QRegularExpression end(QStringLiteral(R"([.!?]\s)"));
    const qsizetype stop = line.indexOf(end);
    if (stop > 0)
        line.truncate(stop);
    if (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    constexpr qsizetype longest = 240;
    if (line.size() > longest)
        line = line.left(longest) + QChar(0x2026);
    return line;
}

ErrorVerdict verdictFor(ErrorKind kind, int status, const ApiError &error)
{
    ErrorVerdict verdict;
    verdict.kind = kind;
    verdict.detail = redacted(error.message.left(4000));
    const QString words = redacted(shortened(error.message));
    const QString cause = !words.isEmpty() ? words : status > 0 ? QStringLiteral("HTTP %1").arg(status) : QString();
    const QString sentence = sentenceFor(kind, status, !words.isEmpty());
    verdict.message = cause.isEmpty() ? HttpErrors::tr("%1.").arg(sentence) : HttpErrors::tr("%1 (%2).").arg(sentence, cause);
    if (kind == ErrorKind::UnsupportedParameter)
        verdict.dropParam = droppable(error);
    return verdict;
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ApiError apiErrorFrom(const QJsonObject &json)
{
    ApiError error;
    const QJsonValue inner = json.value(QLatin1String("error"));
    // The flat event {"type":"error","code":...,"message":...} and {message:...} have no inner object.
    const QJsonObject from = inner.isObject() ? inner.toObject() : json;
    error.message = from.value(QLatin1String("message")).toString();
    error.type = from.value(QLatin1String("type")).toString();
    error.code = textOf(from.value(QLatin1String("code")));
    error.param = from.value(QLatin1String("param")).toString();
    error.status = from.value(QLatin1String("status")).toString();
    if (error.message.isEmpty() && inner.isString())
        error.message = inner.toString();
    if (error.message.isEmpty())
        error.message = detailText(json.value(QLatin1String("detail")));
    noteForbidden(json, error);
    return error;
}

std::optional<qint64> retryAfterMs(const HttpHeaders &headers, const QDateTime &now)
{
    std::optional<qint64> wait;
    const auto offer = [&wait](double milliseconds) {
        wait = std::max(wait.value_or(0), static_cast<qint64>(std::min<double>(milliseconds, longestWaitMs)));
    };
    if (const auto milliseconds = numberIn(headerValue(headers, "retry-after-ms")))
        offer(*milliseconds);
    const QByteArray after = headerValue(headers, "retry-after");
    if (const auto seconds = numberIn(after))
        offer(*seconds * 1000);
    else if (const auto until = waitUntil(after, now))
        offer(static_cast<double>(*until));
    return wait;
}

ErrorVerdict judgeHttpError(int status, const HttpHeaders &headers, const QByteArray &body, const QDateTime &now)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    // Gemini without alt=sse puts its one error into an array.
    const QJsonObject json = document.isArray() ? document.array().first().toObject() : document.object();
    const ApiError error = apiErrorFrom(json);
    ErrorVerdict verdict = verdictFor(kindOf(status, error), status, error);

    const QByteArray shouldRetry = headerValue(headers, "x-should-retry");
    if (verdict.kind == ErrorKind::Quota)
        verdict.retryable = false; // answered with 429, but waiting does not help
    else if (verdict.kind == ErrorKind::UnsupportedParameter)
        verdict.retryable = !verdict.dropParam.isEmpty();
    else if (shouldRetry == "true" || shouldRetry == "false")
        verdict.retryable = shouldRetry == "true";
    else if (verdict.kind == ErrorKind::ContextLength)
        verdict.retryable = false;
    else
        verdict.retryable = status == 408 || status == 409 || status == 429 || status >= 500;
    verdict.retryAfterMs = retryAfterMs(headers, now);
    if (!verdict.retryAfterMs)
        verdict.retryAfterMs = retryInfoMs(json);
    return verdict;
}

ErrorVerdict judgeStreamError(const ApiError &error)
{
    const ErrorKind kind = kindFromWords(error).value_or(isAbout(error, "invalid_request_error") || isAbout(error, "invalid_prompt")
                                                             ? ErrorKind::InvalidRequest
                                                             : ErrorKind::Server);
    ErrorVerdict verdict = verdictFor(kind, 0, error);
    verdict.retryable = kind == ErrorKind::Server || kind == ErrorKind::Overloaded || kind == ErrorKind::RateLimited;
    return verdict;
}

} // namespace vitrine
