#include "providers/models/ReportedModel.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qsizetype longestName = 200;
constexpr double mostTokens = 1e9;

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
}

QString namedIn(const QJsonObject &entry, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const QString text = entry.value(QLatin1String(key)).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// An id must go back as it came: one that is too long or holds control characters is not usable.
QString idOf(const QJsonObject &entry, ModelListForm form)
{
    QString id = namedIn(entry, {form == ModelListForm::Data ? "id" : "name", "id", "model"});
    if (id.startsWith(QLatin1String("models/")))
        id.remove(0, 7);
    return id.size() > longestName || std::any_of(id.cbegin(), id.cend(), isControl) ? QString() : id;
}

QString displayNameOf(const QJsonObject &entry, const QString &id)
{
    QString name = namedIn(entry, {"display_name", "displayName", "name"}).left(longestName);
    name.removeIf(isControl);
    name = name.simplified();
    return name == id || name == QLatin1String("models/") + id ? QString() : name;
}

std::optional<qint64> tokensIn(const QJsonObject &entry, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const double value = entry.value(QLatin1String(key)).toDouble();
        if (value >= 1 && value <= mostTokens)
            return qint64(value);
    }
    return std::nullopt;
}

std::optional<bool> boolOf(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

bool holds(const QJsonArray &words, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&words](const char *word) { return words.contains(QLatin1String(word)); });
}

// Names of what only embeds, speaks, listens, draws or judges; OpenAI's list tells nothing else about them.
bool isNamedAfterOtherWork(const QString &id)
{
    static const QRegularExpression other(QStringLiteral(
        R"((?:^|[-/_.:])(?:(?:text-)?embed(?:ding|dings)?|tts|whisper|moderation|dall-e|gpt-image|chatgpt-image|transcribe|realtime|audio|gpt-live|sora|imagen|veo|lyria|rerank(?:er)?|bge|davinci|babbage|text-similarity|stable-diffusion|flux)(?=$|[-/_.:\d]))"
        R"(|^gpt-3\.5-turbo-instruct|^grok-(?:2-image|imagine))"), QRegularExpression::CaseInsensitiveOption);
    return other.match(id).hasMatch();
}

bool isOtherWork(const QJsonObject &entry, const QString &id, ModelListForm form)
{
    if (isNamedAfterOtherWork(id))
        return true;
    if (form == ModelListForm::Gemini)
        return !holds(entry.value(QLatin1String("supportedGenerationMethods")).toArray(), {"generateContent"});
    static const QStringList otherTypes{QStringLiteral("embeddings"), QStringLiteral("embedding"), QStringLiteral("image"), QStringLiteral("audio"),
                                        QStringLiteral("moderation"), QStringLiteral("rerank"), QStringLiteral("transcribe"), QStringLiteral("video")};
    if (otherTypes.contains(entry.value(QLatin1String("type")).toString()))
        return true;
    const QJsonValue written = entry.value(QLatin1String("architecture"))[QLatin1String("output_modalities")];
    if (written.isArray() && !holds(written.toArray(), {"text"}))
        return true;
    if (entry.value(QLatin1String("details"))[QLatin1String("family")].toString().endsWith(QLatin1String("bert")))
        return true;
    const QJsonValue abilities = entry.value(QLatin1String("capabilities"));
    if (abilities.isArray())
        return holds(abilities.toArray(), {"embedding"}) && !holds(abilities.toArray(), {"completion"});
    return boolOf(abilities[QLatin1String("completion_chat")]) == false;
}

// ["completion", "tools", "vision", "thinking"] of Ollama, ["completion", "multimodal"] of llama.cpp, ["tool_use"] of LM Studio.
void readAbilityWords(const QJsonArray &words, ModelListForm form, ModelInfo &model)
{
    // Only Ollama names all it can do, so that a word that is missing says no.
    const auto said = [&](std::initializer_list<const char *> wanted) {
        const bool yes = holds(words, wanted);
        return yes || (form == ModelListForm::Ollama && !words.isEmpty()) ? std::optional(yes) : std::nullopt;
    };
    model.pictures = said({"vision", "multimodal"});
    model.tools = said({"tools", "tool_use"});
    model.reasons = said({"thinking"});
}

// {function_calling, vision, reasoning} of Mistral; {image_input: {supported}, effort: {low: {supported}, ..}, thinking: {..}} of Anthropic.
void readAbilityObject(const QJsonObject &abilities, ModelInfo &model)
{
    const auto supported = [&abilities](const char *key) { return boolOf(abilities.value(QLatin1String(key))[QLatin1String("supported")]); };
    model.tools = boolOf(abilities.value(QLatin1String("function_calling")));
    model.pictures = boolOf(abilities.value(QLatin1String("vision")));
    model.reasons = boolOf(abilities.value(QLatin1String("reasoning")));
    if (const auto pictures = supported("image_input"))
        model.pictures = pictures;
    if (const auto thinks = supported("thinking"))
        model.reasons = thinks;
    for (const QString &level : effortLevels()) {
        if (boolOf(abilities.value(QLatin1String("effort"))[level][QLatin1String("supported")]) == true)
            model.efforts.append(level);
    }
}

// OpenRouter: USD for one token, as text; -1 where it depends on where the request goes.
std::optional<double> pricePerMillion(const QJsonValue &perToken)
{
    bool ok = false;
    const double value = perToken.toString().toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || value > 1)
        return std::nullopt;
    return std::round(value * 1e12) / 1e6;
}

void readOpenRouter(const QJsonObject &entry, ModelInfo &model)
{
    const QJsonValue modalities = entry.value(QLatin1String("architecture"))[QLatin1String("input_modalities")];
    if (modalities.isArray())
        model.pictures = holds(modalities.toArray(), {"image"});
    if (entry.value(QLatin1String("supported_parameters")).isArray()) {
        const QJsonArray parameters = entry.value(QLatin1String("supported_parameters")).toArray();
        model.tools = holds(parameters, {"tools"});
        model.reasons = holds(parameters, {"reasoning", "include_reasoning", "reasoning_effort"});
    }
    const QJsonObject pricing = entry.value(QLatin1String("pricing")).toObject();
    model.prices.input = pricePerMillion(pricing.value(QLatin1String("prompt")));
    model.prices.cachedInput = pricePerMillion(pricing.value(QLatin1String("input_cache_read")));
    model.prices.output = pricePerMillion(pricing.value(QLatin1String("completion")));
}

void readLimits(const QJsonObject &entry, ModelInfo &model)
{
    // What is loaded now counts before what the model could take.
    model.contextTokens = tokensIn(entry, {"loaded_context_length", "context_length", "max_context_length", "max_model_len", "context_window", "inputTokenLimit", "max_input_tokens"});
    if (!model.contextTokens)
        model.contextTokens = tokensIn(entry.value(QLatin1String("meta")).toObject(), {"n_ctx", "n_ctx_train"});
    const QJsonObject top = entry.value(QLatin1String("top_provider")).toObject();
    if (!model.contextTokens)
        model.contextTokens = tokensIn(top, {"context_length"});
    model.maxOutputTokens = tokensIn(entry, {"outputTokenLimit", "max_completion_tokens", "max_output_tokens", "max_tokens"});
    if (!model.maxOutputTokens)
        model.maxOutputTokens = tokensIn(top, {"max_completion_tokens"});
}

} // namespace

std::optional<ModelInfo> readReportedModel(const QJsonObject &entry, ModelListForm form)
{
    ModelInfo model;
    const QString id = idOf(entry, form);
    if (id.isEmpty() || isOtherWork(entry, id, form))
        return std::nullopt;
    const QJsonValue abilities = entry.value(QLatin1String("capabilities"));
    if (abilities.isArray())
        readAbilityWords(abilities.toArray(), form, model);
    else
        readAbilityObject(abilities.toObject(), model);
    if (form == ModelListForm::Data)
        readOpenRouter(entry, model);
    if (entry.value(QLatin1String("type")) == QLatin1String("vlm"))
        model.pictures = true;
    else if (entry.value(QLatin1String("type")) == QLatin1String("llm"))
        model.pictures = false;
    if (const auto thinks = boolOf(entry.value(QLatin1String("thinking"))))
        model.reasons = thinks;
    readLimits(entry, model);
    model.known = model != ModelInfo();
    model.id = id;
    model.name = displayNameOf(entry, id);
    return model;
}

} // namespace vitrine
