#include "providers/anthropic/MessagesEncoder.h"

#include "base/Json.h"
#include "providers/anthropic/ClaudeModels.h"
#include "providers/anthropic/MessagesBlocks.h"
#include "providers/anthropic/MessagesPrompt.h"

#include <QByteArrayList>
#include <QJsonObject>

#include <algorithm>

namespace vitrine {

namespace {

using messages::Message;

constexpr char cacheHere[] = R"({"type":"ephemeral"})";

struct HostedTool {
    const char *ours;
    const char *type;
    const char *name;
    const char *beta; // older servers want it; those that do not, take no notice
};
constexpr HostedTool hostedTools[] = {
    {"web_search", "web_search_20250305", "web_search", ""},
    {"code_interpreter", "code_execution_20250825", "code_execution", "code-execution-2025-08-25"},
    {"url_context", "web_fetch_20250910", "web_fetch", "web-fetch-2025-09-10"},
};

QList<const HostedTool *> hostedToolsFor(const ModelRequest &request)
{
    QList<const HostedTool *> tools;
    for (const HostedTool &tool : hostedTools) {
        // Two tools of one name are refused; ours is meant then.
        const bool taken = std::any_of(request.tools.begin(), request.tools.end(), [&](const PromptTool &own) { return own.name == QLatin1String(tool.name); });
        if (request.hostedTools.contains(QLatin1String(tool.ours)) && !taken)
            tools.append(&tool);
    }
    return tools;
}

// The schema keeps the order in which its author wrote the properties: models fill them in in that order.
QByteArray toolJson(const PromptTool &tool)
{
    QByteArray head = toJson(QJsonObject{{QStringLiteral("name"), tool.name}, {QStringLiteral("description"), tool.description}});
    head.chop(1);
    const bool valid = parseJsonObject(tool.parameters).has_value();
    return head + ",\"input_schema\":" + (valid ? tool.parameters.trimmed() : QByteArray(R"({"type":"object","properties":{}})")) + '}';
}

QByteArray toolsJson(const ModelRequest &request)
{
    QByteArrayList tools;
    for (const PromptTool &tool : request.tools)
        tools.append(toolJson(tool));
    for (const HostedTool *tool : hostedToolsFor(request))
        tools.append(toJson(QJsonObject{{QStringLiteral("type"), QLatin1String(tool->type)}, {QStringLiteral("name"), QLatin1String(tool->name)}}));
    if (tools.isEmpty())
        return {};
    tools.last() = messages::withMember(tools.last(), "cache_control", cacheHere);
    return '[' + tools.join(',') + ']';
}

QByteArray messageJson(const Message &message, bool cached)
{
    QByteArrayList content;
    for (const messages::Piece &piece : message.results)
        content.append(piece.json);
    for (const messages::Piece &piece : message.pieces)
        content.append(piece.json);
    if (cached)
        content.last() = messages::withMember(content.last(), "cache_control", cacheHere);
    return QByteArray("{\"role\":\"") + (message.fromModel ? "assistant" : "user") + "\",\"content\":[" + content.join(',') + "]}";
}

QByteArray messagesJson(const QList<Message> &list)
{
    qsizetype lastOfUser = list.size() - 1;
    while (lastOfUser >= 0 && list[lastOfUser].fromModel)
        --lastOfUser;
    QByteArrayList json;
    for (qsizetype i = 0; i < list.size(); ++i)
        json.append(messageJson(list[i], i == lastOfUser));
    return '[' + json.join(',') + ']';
}

bool removePath(QJsonObject &json, const QString &path)
{
    const QString first = path.section(QLatin1Char('.'), 0, 0);
    if (!json.contains(first))
        return false;
    const QString rest = path.section(QLatin1Char('.'), 1);
    if (rest.isEmpty()) {
        json.remove(first);
        return true;
    }
    QJsonObject inner = json.value(first).toObject();
    if (!removePath(inner, rest))
        return false;
    // Half of it means nothing.
    if (inner.isEmpty() || (first == QLatin1String("thinking") && rest != QLatin1String("display")))
        json.remove(first);
    else
        json[first] = inner;
    return true;
}

// Everything but the messages, the tools and the system text.
QJsonObject settingsJson(const ModelRequest &request, const ApiDialect &dialect, const QList<Message> &list)
{
    const ClaudeModel model = claudeModel(request.model);
    const int maxTokens = std::max(1, request.maxOutputTokens.value_or(defaultMaxTokens(model)));
    QJsonObject json{{QStringLiteral("model"), request.model}, {QStringLiteral("max_tokens"), maxTokens}, {QStringLiteral("stream"), true}};
    // "Expected `thinking` or `redacted_thinking`, but found `tool_use`": the model may think again from the next question on.
    const bool lacking = model.isKnown() && thinkingOf(model) == ClaudeThinking::Budget && messages::callsLackThoughts(list);
    const ThinkingParams params = thinkingParams(model, lacking ? QStringLiteral("none") : request.effort, request.reasoningSummary, maxTokens);
    if (!params.thinking.isEmpty())
        json[QStringLiteral("thinking")] = params.thinking;
    if (!params.effort.isEmpty())
        json[QStringLiteral("output_config")] = QJsonObject{{QStringLiteral("effort"), params.effort}};
    for (const QString &param : dialect.dropParams)
        removePath(json, param);
    return json;
}

QList<Message> messagesFor(const ModelRequest &request, const ApiDialect &dialect)
{
    return messages::messagesOf(request.input, {dialect.official, request.model});
}

} // namespace

QByteArray encodeMessagesRequest(const ModelRequest &request, const ApiDialect &dialect)
{
    const QList<Message> list = messagesFor(request, dialect);
    QByteArray body = toJson(settingsJson(request, dialect, list));
    body.chop(1);
    if (!request.instructions.trimmed().isEmpty()) {
        const QByteArray text = toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), request.instructions}});
        body += ",\"system\":[" + messages::withMember(text, "cache_control", cacheHere) + ']';
    }
    const QByteArray tools = toolsJson(request);
    if (!tools.isEmpty())
        body += ",\"tools\":" + tools;
    return body + ",\"messages\":" + messagesJson(list) + '}';
}

QByteArray betaFeatures(const ModelRequest &request)
{
    QByteArrayList features;
    for (const HostedTool *tool : hostedToolsFor(request)) {
        if (*tool->beta)
            features.append(tool->beta);
    }
    // Lets a model think about what a tool brought before it goes on; later ones do so by themselves.
    const ClaudeModel model = claudeModel(request.model);
    const bool thinks = !request.effort.isEmpty() && request.effort != QLatin1String("none");
    if (thinks && !request.tools.isEmpty() && model.version >= 400 && thinkingOf(model) == ClaudeThinking::Budget)
        features.append("interleaved-thinking-2025-05-14");
    return features.join(',');
}

bool canDropMessagesParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param)
{
    if (param == QLatin1String("model") || param == QLatin1String("max_tokens"))
        return false;
    QJsonObject json = settingsJson(request, dialect, messagesFor(request, dialect));
    return removePath(json, param);
}

} // namespace vitrine
