#include "connections/ConnectionPresets.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

struct Row {
    const char *id;
    const char *title;
    Api api;
    const char *baseUrl;
    const char *keyVariable;
    const char *keyPage;
    const char *defaultModel;
    const char *keyHeader;
    bool local;
};

constexpr Row rows[] = {
    {"openai", "OpenAI", Api::Responses, "https://api.openai.com/v1", "OPENAI_API_KEY", "https://platform.openai.com/api-keys", "o4-mini", "", false},
    {"anthropic", "Anthropic", Api::Messages, "https://api.anthropic.com", "ANTHROPIC_API_KEY", "https://console.anthropic.com/settings/keys", "claude-sonnet-4-5", "", false},
    {"gemini", "Google Gemini", Api::Gemini, "https://generativelanguage.googleapis.com", "GEMINI_API_KEY", "https://aistudio.google.com/apikey", "gemini-2.5-flash", "", false},
    {"azure", "Azure OpenAI", Api::Responses, "https://RESOURCE.openai.azure.com/openai/v1", "AZURE_OPENAI_API_KEY", "https://ai.azure.com", "", "api-key", false},
    {"openrouter", "OpenRouter", Api::Chat, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", "https://openrouter.ai/settings/keys", "openai/o4-mini", "", false},
    {"mistral", "Mistral", Api::Chat, "https://api.mistral.ai/v1", "MISTRAL_API_KEY", "https://console.mistral.ai/api-keys", "mistral-large-latest", "", false},
    {"groq", "Groq", Api::Chat, "https://api.groq.com/openai/v1", "GROQ_API_KEY", "https://console.groq.com/keys", "openai/gpt-oss-120b", "", false},
    {"deepseek", "DeepSeek", Api::Chat, "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "https://platform.deepseek.com/api_keys", "deepseek-chat", "", false},
    {"xai", "xAI", Api::Chat, "https://api.x.ai/v1", "XAI_API_KEY", "https://console.x.ai", "grok-4", "", false},
    {"ollama", "Ollama", Api::Chat, "http://127.0.0.1:11434/v1", "", "", "", "", true},
    {"llamacpp", "llama.cpp", Api::Chat, "http://127.0.0.1:8080/v1", "", "", "", "", true},
    {"lmstudio", "LM Studio", Api::Chat, "http://127.0.0.1:1234/v1", "", "", "", "", true},
    {"vllm", "vLLM", Api::Chat, "http://127.0.0.1:8000/v1", "", "", "", "", true},
    {"other", QT_TRANSLATE_NOOP("ConnectionPresets", "Other server"), Api::Chat, "", "", "", "", "", false},
};

ConnectionPreset fromRow(const Row &row)
{
    const auto text = [](const char *words) { return QString::fromLatin1(words); };
    return {text(row.id), QCoreApplication::translate("ConnectionPresets", row.title), row.api, text(row.baseUrl), text(row.keyVariable), text(row.keyPage), text(row.defaultModel), text(row.keyHeader), row.local};
}

} // namespace

const QList<ConnectionPreset> &connectionPresets()
{
    static const QList<ConnectionPreset> all = [] {
        QList<ConnectionPreset> made;
        std::transform(std::begin(rows), std::end(rows), std::back_inserter(made), fromRow);
        return made;
    }();
    return all;
}

std::optional<ConnectionPreset> presetById(const QString &id)
{
    const QList<ConnectionPreset> &all = connectionPresets();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const ConnectionPreset &preset) { return preset.id == id; });
    return found == all.cend() ? std::nullopt : std::optional<ConnectionPreset>(*found);
}

Connection connectionFrom(const ConnectionPreset &preset)
{
    Connection connection;
    connection.name = preset.id;
    connection.api = preset.api;
    if (!needsBaseUrl(preset))
        connection.baseUrl = QUrl(preset.baseUrl, QUrl::StrictMode);
    connection.defaultModel = preset.defaultModel;
    connection.keyHeader = preset.keyHeader;
    connection.preset = preset.id;
    return connection;
}

bool needsBaseUrl(const ConnectionPreset &preset)
{
    return preset.baseUrl.isEmpty() || preset.baseUrl.contains(QLatin1String("RESOURCE"));
}

} // namespace vitrine
