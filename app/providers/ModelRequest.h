#pragma once

#include "base/Id.h"
#include "model/Usage.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace vitrine {

// A picture as it is handed to a model.
struct PromptPicture {
    QByteArray bytes;
    QString mime;   // image/png, image/jpeg ...
    QString detail; // "auto", "low", "high", "original"; empty: the API's default
};

using PromptPart = std::variant<QString, PromptPicture>;

struct PromptUserMessage {
    QList<PromptPart> parts;
};
// An answer of the model without an item of its own to send back (another provider made it, or it was cut).
struct PromptAgentMessage {
    QString text;
};
// The provider's own item, sent back byte for byte: messages, reasoning, calls.
struct PromptProviderItem {
    QByteArray json;
};
struct PromptToolCall {
    CallId callId;
    QString name;
    QString arguments;
};
struct PromptToolOutput {
    CallId callId;
    QList<PromptPart> parts;
};
using PromptItem = std::variant<PromptUserMessage, PromptAgentMessage, PromptProviderItem, PromptToolCall, PromptToolOutput>;

struct PromptTool {
    QString name;
    QString description;
    QByteArray parameters; // JSON schema
};

// All that a provider needs for one request; says nothing of any API.
struct ModelRequest {
    QString model;
    QString instructions;
    QList<PromptItem> input;
    QList<PromptTool> tools;
    QString effort; // none ... max; empty: the model's default
    bool reasoningSummary = true;
    // Tools that the provider runs: "web_search", "code_interpreter", "image_generation", "file_search", "url_context". A codec leaves out
    // what its API has not.
    QStringList hostedTools;
    QString verbosity; // "low", "medium", "high"; empty: the model's default
    std::optional<int> maxOutputTokens; // thinking included; absent: as much as the API gives by default
};

} // namespace vitrine
