#include "providers/gemini/GeminiEncoder.h"

#include "base/Json.h"
#include "providers/gemini/GeminiContents.h"
#include "providers/gemini/GeminiModels.h"

#include <QJsonArray>
#include <QJsonObject>

namespace vitrine {

namespace {

using gemini::ModelTraits;

QJsonObject thinkingJson(const ModelRequest &request, const ModelTraits &traits)
{
    QJsonObject thinking;
    const std::optional<int> budget = gemini::thinkingBudget(traits, request.effort);
    const QString level = gemini::thinkingLevel(traits, request.effort);
    if (budget)
        thinking[QStringLiteral("thinkingBudget")] = *budget;
    if (!level.isEmpty())
        thinking[QStringLiteral("thinkingLevel")] = level;
    // Asking for thoughts where there is no thinking is an error; 2.5 Flash-Lite does not think unless it is told to.
    const bool thinks = budget ? *budget != 0 : !(traits.isLite && traits.takesBudget());
    if (request.reasoningSummary && traits.showsThoughts() && thinks)
        thinking[QStringLiteral("includeThoughts")] = true;
    return thinking;
}

bool sendsFunctions(const ModelRequest &request, const ModelTraits &traits)
{
    return !request.tools.isEmpty() && traits.takesFunctions;
}

// The tools that the API runs. Before Gemini 3 they exclude functions, and functions are what this client is made of.
QList<QByteArray> hostedTools(const ModelRequest &request, const ModelTraits &traits)
{
    QList<QByteArray> tools;
    if (!traits.isThird() && sendsFunctions(request, traits))
        return tools;
    if (request.hostedTools.contains(QLatin1String("web_search")) && (!traits.paints || traits.isThird()))
        tools.append(R"({"googleSearch":{}})");
    if (request.hostedTools.contains(QLatin1String("code_interpreter")) && !traits.paints)
        tools.append(R"({"codeExecution":{}})");
    if (request.hostedTools.contains(QLatin1String("url_context")) && !traits.paints)
        tools.append(R"({"urlContext":{}})");
    return tools;
}

// The schema keeps the order in which its author wrote the properties: models fill them in in that order.
QByteArray functionJson(const PromptTool &tool)
{
    QByteArray json = toJson(QJsonObject{{QStringLiteral("name"), tool.name}, {QStringLiteral("description"), tool.description}});
    json.chop(1);
    const bool valid = parseJsonObject(tool.parameters).has_value();
    return json + ",\"parametersJsonSchema\":" + (valid ? tool.parameters.trimmed() : QByteArray(R"({"type":"object","properties":{}})")) + '}';
}

QList<QByteArray> toolsJson(const ModelRequest &request, const ModelTraits &traits)
{
    QList<QByteArray> tools;
    if (sendsFunctions(request, traits)) {
        QList<QByteArray> functions;
        for (const PromptTool &tool : request.tools)
            functions.append(functionJson(tool));
        tools.append("{\"functionDeclarations\":[" + functions.join(',') + "]}");
    }
    return tools + hostedTools(request, traits);
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
    if (inner.isEmpty())
        json.remove(first);
    else
        json[first] = inner;
    return true;
}

// Everything but contents and tools.
QJsonObject settingsJson(const ModelRequest &request, const ApiDialect &dialect, const ModelTraits &traits)
{
    QJsonObject generation;
    const QJsonObject thinking = thinkingJson(request, traits);
    if (!thinking.isEmpty())
        generation[QStringLiteral("thinkingConfig")] = thinking;
    if (request.maxOutputTokens)
        generation[QStringLiteral("maxOutputTokens")] = *request.maxOutputTokens;
    if (traits.paints)
        generation[QStringLiteral("responseModalities")] = QJsonArray{QStringLiteral("TEXT"), QStringLiteral("IMAGE")};
    QJsonObject json;
    if (!generation.isEmpty())
        json[QStringLiteral("generationConfig")] = generation;
    if (!request.instructions.isEmpty() && traits.takesInstructions)
        json[QStringLiteral("systemInstruction")] = QJsonObject{{QStringLiteral("parts"), QJsonArray{QJsonObject{{QStringLiteral("text"), request.instructions}}}}};
    // "Please enable tool_config.include_server_side_tool_invocations to use Built-in tools with Function calling."
    if (sendsFunctions(request, traits) && !hostedTools(request, traits).isEmpty())
        json[QStringLiteral("toolConfig")] = QJsonObject{{QStringLiteral("includeServerSideToolInvocations"), true}};
    for (const QString &param : dialect.dropParams)
        removePath(json, param);
    return json;
}

QList<PromptItem> inputOf(const ModelRequest &request, const ModelTraits &traits)
{
    if (traits.takesInstructions || request.instructions.isEmpty())
        return request.input;
    return QList<PromptItem>{PromptUserMessage{{request.instructions}}} + request.input;
}

} // namespace

QByteArray encodeGeminiRequest(const ModelRequest &request, const ApiDialect &dialect)
{
    const ModelTraits traits = gemini::traitsOf(request.model);
    QByteArray body = "{\"contents\":[" + gemini::contentsOf(inputOf(request, traits), traits).join(',') + ']';
    const QList<QByteArray> tools = toolsJson(request, traits);
    if (!tools.isEmpty())
        body += ",\"tools\":[" + tools.join(',') + ']';
    const QJsonObject settings = settingsJson(request, dialect, traits);
    if (!settings.isEmpty())
        body += ',' + toJson(settings).sliced(1).chopped(1);
    return body + '}';
}

bool canDropGeminiParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param)
{
    QJsonObject json = settingsJson(request, dialect, gemini::traitsOf(request.model));
    return param != QLatin1String("systemInstruction") && removePath(json, param);
}

} // namespace vitrine
