#include "providers/openai/ChatEncoder.h"

#include "base/Json.h"
#include "providers/openai/ChatMessages.h"
#include "providers/openai/ReasoningModels.h"
#include "providers/openai/RequestPieces.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace vitrine {

namespace {

// "openai/o3", as gateways name it, is o3.
QString bareName(const QString &model)
{
    return model.section(QLatin1Char('/'), -1).toLower();
}

bool matches(const QString &model, const QRegularExpression &pattern)
{
    return pattern.match(bareName(model)).hasMatch();
}

bool isOSeries(const QString &model)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^o\d)"));
    return matches(model, pattern);
}

// Those of OpenAI that think take max_completion_tokens only, wherever they are served. gpt-oss runs on the servers of others.
bool isThinkerOfOpenAi(const QString &model)
{
    return modelReasons(model) == Reasons::Yes && !bareName(model).startsWith(QLatin1String("gpt-oss"));
}

// Models that are known to take reasoning_effort. Others may refuse it without a word that could be understood.
bool takesEffort(const QString &model)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(gemini-(2\.5|[3-9])|grok-3-mini|qwen-?3|deepseek-(r\d|v[4-9]|reasoner)|claude-))"));
    return modelReasons(model) == Reasons::Yes || matches(model, pattern);
}

bool isMistral(const QString &model)
{
    static const QRegularExpression pattern(QStringLiteral("(mi[ns]tral|mixtral|magistral|codestral|devstral|pixtral)"));
    return matches(model, pattern);
}

// Other servers name the model with its maker or its size: mistralai/Mistral-7B, mistral:7b.
bool isServedByMistral(const QString &model)
{
    return isMistral(model) && !model.contains(QLatin1Char('/')) && !model.contains(QLatin1Char(':'));
}

bool wasDropped(const ApiDialect &dialect, const char *param)
{
    return dialect.dropParams.contains(QLatin1String(param));
}

chat::MessageStyle styleFor(const QString &model, const ApiDialect &dialect)
{
    chat::MessageStyle style;
    style.instructionsRole = QStringLiteral("system");
    static const QRegularExpression withoutInstructions(QStringLiteral("^o1-(mini|preview)"));
    if (matches(model, withoutInstructions))
        style.instructionsRole = QStringLiteral("user");
    else if (dialect.official && isOSeries(model))
        style.instructionsRole = QStringLiteral("developer");
    style.shortIds = isMistral(model);
    style.thoughtsWithCalls = !dialect.official && bareName(model).contains(QLatin1String("deepseek"));
    return style;
}

QByteArray toolJson(const PromptTool &tool)
{
    QByteArray head = toJson(QJsonObject{{QStringLiteral("name"), tool.name}, {QStringLiteral("description"), tool.description}});
    head.chop(1);
    return R"({"type":"function","function":)" + head + ",\"parameters\":" + openai::schemaOf(tool) + "}}";
}

QString tokensParam(const QString &model, const ApiDialect &dialect)
{
    const QString newer = QStringLiteral("max_completion_tokens");
    const QString older = QStringLiteral("max_tokens");
    const bool wantsNewer = dialect.official || isThinkerOfOpenAi(model);
    // Who refuses the one takes the other.
    return wantsNewer != wasDropped(dialect, wantsNewer ? "max_completion_tokens" : "max_tokens") ? newer : older;
}

void addHostedTools(const ModelRequest &request, const QString &model, const ApiDialect &dialect, QJsonObject &json)
{
    // Only models that are made for it search here.
    if (request.hostedTools.contains(QLatin1String("web_search")) && bareName(model).contains(QLatin1String("-search-")))
        json[QStringLiteral("web_search_options")] = QJsonObject();
    // OpenRouter's models that paint.
    if (!dialect.official && request.hostedTools.contains(QLatin1String("image_generation")) && bareName(model).contains(QLatin1String("image")))
        json[QStringLiteral("modalities")] = QJsonArray{QStringLiteral("image"), QStringLiteral("text")};
}

// Everything but messages and tools.
QJsonObject settingsJson(const ModelRequest &request, const ApiDialect &dialect)
{
    const auto [model, effort] = resolveModel(request.model, request.effort);
    QJsonObject json{{QStringLiteral("model"), model}, {QStringLiteral("stream"), true}};
    if (!isServedByMistral(model)) { // it refuses the parameter, and reports usage without it
        QJsonObject options{{QStringLiteral("include_usage"), true}};
        // Padding against guessing text by its length costs bytes; TLS to the one server is what we rely on.
        if (dialect.official)
            options[QStringLiteral("include_obfuscation")] = false;
        json[QStringLiteral("stream_options")] = options;
    }
    if (dialect.official)
        json[QStringLiteral("store")] = false;
    if (!effort.isEmpty() && takesEffort(model))
        json[QStringLiteral("reasoning_effort")] = effort;
    if (!request.verbosity.isEmpty() && isThinkerOfOpenAi(model) && bareName(model).startsWith(QLatin1String("gpt-")))
        json[QStringLiteral("verbosity")] = request.verbosity;
    if (request.maxOutputTokens)
        json[tokensParam(model, dialect)] = *request.maxOutputTokens;
    // The default of most servers; the o-series refuses to be told.
    if (dialect.official && !request.tools.isEmpty() && !isOSeries(model))
        json[QStringLiteral("parallel_tool_calls")] = true;
    addHostedTools(request, model, dialect, json);
    for (const QString &param : dialect.dropParams) {
        openai::removePath(json, param);
        if (param == QLatin1String("stream"))
            json.remove(QLatin1String("stream_options"));
    }
    return json;
}

} // namespace

QByteArray encodeChatRequest(const ModelRequest &request, const ApiDialect &dialect)
{
    const QJsonObject settings = settingsJson(request, dialect);
    QByteArray body = toJson(settings);
    body.chop(1);
    const QString model = settings.value(QLatin1String("model")).toString();
    body += ",\"messages\":" + openai::listOf(chat::messagesFor(request, styleFor(model, dialect)));
    if (!request.tools.isEmpty()) {
        QList<QByteArray> tools;
        for (const PromptTool &tool : request.tools)
            tools.append(toolJson(tool));
        body += ",\"tools\":" + openai::listOf(tools);
    }
    return body + '}';
}

bool canDropChatParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param)
{
    QJsonObject json = settingsJson(request, dialect);
    for (const char *needed : {"model", "store"}) {
        if (param == QLatin1String(needed))
            return false;
    }
    return openai::removePath(json, param);
}

} // namespace vitrine
