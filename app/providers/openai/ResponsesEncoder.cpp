#include "providers/openai/ResponsesEncoder.h"

#include "base/Json.h"
#include "model/Item.h"
#include "providers/JsonSlice.h"
#include "providers/openai/ReasoningModels.h"
#include "providers/openai/RequestPieces.h"
#include "providers/openai/ResponsesItems.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace vitrine {

namespace {

using Strings = QList<QByteArray>;

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QJsonObject textPart(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("input_text")}, {QStringLiteral("text"), text}};
}

QJsonObject picturePart(const PromptPicture &picture)
{
    const QString detail = picture.detail.isEmpty() ? QStringLiteral("auto") : picture.detail;
    return {{QStringLiteral("type"), QStringLiteral("input_image")}, {QStringLiteral("detail"), detail}, {QStringLiteral("image_url"), openai::dataUrl(picture)}};
}

QJsonArray partsJson(const QList<PromptPart> &parts)
{
    QJsonArray json;
    for (const PromptPart &part : parts) {
        std::visit(Overload{[&](const QString &text) { json.append(textPart(text)); },
                            [&](const PromptPicture &picture) { json.append(picturePart(picture)); }},
                   part);
    }
    return json;
}

// Plain text goes as a string, which every server understands; a list only where there are pictures.
QJsonValue outputJson(const QList<PromptPart> &parts)
{
    QString text;
    for (const PromptPart &part : parts) {
        const auto *piece = std::get_if<QString>(&part);
        if (!piece)
            return partsJson(parts);
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += *piece;
    }
    return text;
}

// One entry of the input, read just so far as is needed to keep groups together.
struct Entry {
    QByteArray json;
    QString type; // of a provider's item; empty for what we make
    bool fromModel = false;
    bool keepsThoughts = false; // a reasoning item that can stand for itself
};

Entry providerEntry(const PromptProviderItem &item)
{
    const QJsonObject json = QJsonDocument::fromJson(item.json).object();
    Entry entry{item.json, stringIn(json, "type"), true, false};
    entry.keepsThoughts = !stringIn(json, "encrypted_content").isEmpty() || !json.value(QLatin1String("content")).toArray().isEmpty();
    return entry;
}

Entry entryFor(const PromptItem &item, const QSet<QString> &customCalls)
{
    return std::visit(
        Overload{[](const PromptUserMessage &message) {
                     return Entry{toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("message")},
                                                     {QStringLiteral("role"), QStringLiteral("user")},
                                                     {QStringLiteral("content"), partsJson(message.parts)}}),
                                  {}, false, false};
                 },
                 [](const PromptAgentMessage &message) {
                     return Entry{toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("message")},
                                                     {QStringLiteral("role"), QStringLiteral("assistant")},
                                                     {QStringLiteral("content"), message.text}}),
                                  {}, true, false};
                 },
                 [](const PromptProviderItem &provided) { return providerEntry(provided); },
                 [](const PromptToolCall &call) {
                     return Entry{toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("function_call")},
                                                     {QStringLiteral("call_id"), call.callId.value},
                                                     {QStringLiteral("name"), call.name},
                                                     {QStringLiteral("arguments"), call.arguments.isEmpty() ? QStringLiteral("{}") : call.arguments}}),
                                  {}, true, false};
                 },
                 [&](const PromptToolOutput &output) {
                     const bool custom = customCalls.contains(output.callId.value);
                     return Entry{toJson(QJsonObject{{QStringLiteral("type"), custom ? QStringLiteral("custom_tool_call_output") : QStringLiteral("function_call_output")},
                                                     {QStringLiteral("call_id"), output.callId.value},
                                                     {QStringLiteral("output"), outputJson(output.parts)}}),
                                  {}, false, false};
                 }},
        item);
}

QSet<QString> customCallsIn(const QList<PromptItem> &input)
{
    QSet<QString> ids;
    for (const PromptItem &item : input) {
        const auto *provided = std::get_if<PromptProviderItem>(&item);
        if (!provided || !provided->json.contains("custom_tool_call"))
            continue;
        const QJsonObject json = QJsonDocument::fromJson(provided->json).object();
        if (responses::isCustomCall(stringIn(json, "type")))
            ids.insert(stringIn(json, "call_id"));
    }
    return ids;
}

bool isReasoning(const Entry &entry)
{
    return entry.type == QLatin1String("reasoning");
}

// Whether something that the model said or called follows before anybody else speaks.
bool hasFollower(const QList<Entry> &entries, qsizetype index)
{
    for (qsizetype i = index + 1; i < entries.size() && entries[i].fromModel; ++i) {
        if (!isReasoning(entries[i]))
            return true;
    }
    return false;
}

Strings inputItems(const ModelRequest &request)
{
    const QSet<QString> customCalls = customCallsIn(request.input);
    QList<Entry> entries;
    for (const PromptItem &item : request.input)
        entries.append(entryFor(item, customCalls));
    Strings kept;
    bool withoutThoughts = false; // the reasoning of this group was left out
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        if (!entry.fromModel)
            withoutThoughts = false;
        if (isReasoning(entry) && (!entry.keepsThoughts || !hasFollower(entries, i))) {
            withoutThoughts = true;
            continue;
        }
        const bool dropId = withoutThoughts && !entry.type.isEmpty() && !isReasoning(entry);
        kept.append(dropId ? jsonWithoutMember(entry.json, "id") : entry.json);
    }
    return kept;
}

QByteArray toolJson(const PromptTool &tool)
{
    QByteArray head = toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("function")},
                                         {QStringLiteral("name"), tool.name},
                                         {QStringLiteral("description"), tool.description},
                                         {QStringLiteral("strict"), false}});
    head.chop(1);
    return head + ",\"parameters\":" + openai::schemaOf(tool) + '}';
}

// A tool that the provider runs, by our name for it. Without its outputs a run of the code interpreter could not be shown.
struct HostedTool {
    const char *name;
    const char *json;
    const char *include;
};

constexpr HostedTool hostedTools[] = {
    {"web_search", R"({"type":"web_search"})", "web_search_call.action.sources"},
    {"code_interpreter", R"({"type":"code_interpreter","container":{"type":"auto"}})", "code_interpreter_call.outputs"},
    {"image_generation", R"({"type":"image_generation","partial_images":2})", nullptr},
};

const HostedTool *hostedTool(const QString &name)
{
    for (const HostedTool &tool : hostedTools) {
        if (name == QLatin1String(tool.name))
            return &tool;
    }
    return nullptr;
}

QJsonArray includes(const ModelRequest &request, Reasons reasons)
{
    QJsonArray include;
    // gpt-4o answers 400 "Encrypted content is not supported with this model."
    if (reasons != Reasons::No)
        include.append(QStringLiteral("reasoning.encrypted_content"));
    for (const QString &name : request.hostedTools) {
        const HostedTool *tool = hostedTool(name);
        if (tool && tool->include)
            include.append(QLatin1String(tool->include));
    }
    return include;
}

QJsonObject reasoningJson(const ModelRequest &request, const QString &effort, Reasons reasons)
{
    QJsonObject reasoning;
    if (!effort.isEmpty())
        reasoning[QStringLiteral("effort")] = effort;
    if (request.reasoningSummary && (reasons == Reasons::Yes || (!effort.isEmpty() && effort != QLatin1String("none"))))
        reasoning[QStringLiteral("summary")] = QStringLiteral("auto");
    return reasoning;
}

// Everything but input and tools.
QJsonObject settingsJson(const ModelRequest &request, const ApiDialect &dialect)
{
    const ModelAndEffort resolved = resolveModel(request.model, request.effort);
    const Reasons reasons = modelReasons(resolved.model);
    QJsonObject json{{QStringLiteral("model"), resolved.model}, {QStringLiteral("stream"), true}, {QStringLiteral("store"), false}};
    if (!request.instructions.isEmpty())
        json[QStringLiteral("instructions")] = request.instructions;
    if (const QJsonArray include = includes(request, reasons); !include.isEmpty())
        json[QStringLiteral("include")] = include;
    if (!request.verbosity.isEmpty())
        json[QStringLiteral("text")] = QJsonObject{{QStringLiteral("verbosity"), request.verbosity}};
    if (request.maxOutputTokens)
        json[QStringLiteral("max_output_tokens")] = *request.maxOutputTokens;
    const QJsonObject reasoning = reasoningJson(request, resolved.effort, reasons);
    if (!reasoning.isEmpty())
        json[QStringLiteral("reasoning")] = reasoning;
    if (!request.tools.isEmpty())
        json[QStringLiteral("parallel_tool_calls")] = true;
    // Padding against guessing text by its length costs a third of the bytes; TLS to the one server is what we rely on.
    if (dialect.official)
        json[QStringLiteral("stream_options")] = QJsonObject{{QStringLiteral("include_obfuscation"), false}};
    for (const QString &param : dialect.dropParams) {
        openai::removePath(json, param);
        if (param == QLatin1String("stream"))
            json.remove(QLatin1String("stream_options"));
    }
    return json;
}

} // namespace

QByteArray encodeResponsesRequest(const ModelRequest &request, const ApiDialect &dialect)
{
    QByteArray body = toJson(settingsJson(request, dialect));
    body.chop(1);
    body += ",\"input\":" + openai::listOf(inputItems(request));
    Strings tools;
    for (const PromptTool &tool : request.tools)
        tools.append(toolJson(tool));
    for (const QString &name : request.hostedTools) {
        if (const HostedTool *tool = hostedTool(name))
            tools.append(tool->json);
    }
    if (!tools.isEmpty())
        body += ",\"tools\":" + openai::listOf(tools);
    return body + '}';
}

bool canDropParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param)
{
    QJsonObject json = settingsJson(request, dialect);
    for (const char *needed : {"model", "store", "instructions"}) {
        if (param == QLatin1String(needed))
            return false;
    }
    return openai::removePath(json, param);
}

} // namespace vitrine
