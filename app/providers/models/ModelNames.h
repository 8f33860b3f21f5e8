#pragma once

#include <QString>
#include <QStringList>

namespace vitrine {

// The names under which a model may be known, the exact one first, each later one saying less; all in lower case.
struct ModelNameForms {
    QStringList forms;
    bool vendorsPrice = true; // false: a variant ("qwen3:8b", "ft:gpt-4o:..", a .gguf file) for which the vendor's price does not hold
};

// "openai/o3-2025-04-16" is also o3-2025-04-16 and o3; "qwen3:8b" qwen3-8b and qwen3; "anthropic/claude-opus-4.5" claude-opus-4-5;
// "models/gemini-2.0-flash-001" gemini-2.0-flash; "us.anthropic.claude-opus-4-6-v1:0" claude-opus-4-6; "o4-mini-high" o4-mini. Pure.
ModelNameForms modelNameForms(const QString &modelId);

// Whether `name` begins with `prefix` and the number at its end is not cut in two: "o3" begins "o3-pro" but not "o30".
bool isModelPrefix(const QString &prefix, const QString &name);

} // namespace vitrine
