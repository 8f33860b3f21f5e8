#pragma once

#include <QJsonObject>
#include <QString>

namespace vitrine {

// What follows from the name of a model: the list of models says nothing about it. Source: the public documentation of Anthropic.
struct ClaudeModel {
    QString family;  // "opus"; empty: not a Claude, or none that we can tell
    int version = 0; // 405 for 4.5

    bool isKnown() const { return !family.isEmpty(); }
    bool operator==(const ClaudeModel &) const = default;
};
// Takes the names of gateways and clouds as well: "anthropic/claude-sonnet-4.5", "us.anthropic.claude-opus-4-1-20250805-v1:0".
ClaudeModel claudeModel(const QString &name);

enum class ClaudeThinking {
    None,     // before 3.7
    Budget,   // is given a number of tokens
    Adaptive, // decides for itself, by effort
};
ClaudeThinking thinkingOf(const ClaudeModel &model);

// From 5.5 on a model takes back the thoughts of itself only.
bool readsOnlyOwnThoughts(const ClaudeModel &model);

// max_tokens where the user sets none: it is required, counts thoughts too, and with the prompt has to fit into the context.
int defaultMaxTokens(const ClaudeModel &model);

struct ThinkingParams {
    QJsonObject thinking; // of the same name; empty: is left out
    QString effort;       // output_config.effort; empty: is left out
};
// `effort`: none ... max, or empty; `summary`: the thoughts are to be shown.
ThinkingParams thinkingParams(const ClaudeModel &model, const QString &effort, bool summary, int maxTokens);

} // namespace vitrine
