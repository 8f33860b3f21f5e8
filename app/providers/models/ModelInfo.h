#pragma once

#include "model/Usage.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

// USD per million tokens; absent where not known.
struct ModelPrices {
    std::optional<double> input;
    std::optional<double> cachedInput;
    std::optional<double> output;

    bool operator==(const ModelPrices &) const = default;
};

// What a model can do, as far as it is known. A plain value; what is absent or empty is not known, unless said otherwise.
struct ModelInfo {
    QString id;           // as the server names it and as the user chose it
    QString requestModel; // what to send as the model when that is not the id: "o4-mini" of "o4-mini-high"; else empty
    QString name;         // for people
    QString vendor;       // who made it: openai, anthropic, google, deepseek, mistral, xai, meta, qwen, ...
    QStringList apis;     // of responses, chat, messages, gemini; the best first
    std::optional<qint64> contextTokens; // the whole window, input and output together; at least 1
    std::optional<qint64> maxOutputTokens;
    std::optional<bool> pictures; // takes pictures
    std::optional<bool> tools;    // takes tools of ours
    std::optional<bool> reasons;  // thinks before it answers, or can be asked to
    QString thinking;             // how effort is asked for: "effort" (a level) or "budget" (tokens, which the client takes from the level)
    QStringList efforts;          // levels it takes, weakest first, of effortLevels(); empty also where it takes none
    QString defaultEffort;        // what it does when nothing is asked
    QStringList hostedTools;      // of hostedToolNames(), where its vendor itself serves it
    ModelPrices prices;
    qint64 longPromptTokens = 0;  // a request with more input than this is priced by longPromptPrices as a whole; 0: no such step
    ModelPrices longPromptPrices;
    QString pricesAsOf;           // the day the prices were true, yyyy-mm-dd; empty: unknown, or the server itself has named them
    // How it counts pictures, a family of imaging/ProviderSizes.h with its numbers: "openai_tiles BASE TILE", "openai_patches FACTOR",
    // "anthropic SIDE TOKENS", "gemini2", "gemini3", "qwen_vl CELL".
    QString pictureRule;
    bool known = false; // false: nothing but the id is known

    bool operator==(const ModelInfo &) const = default;
    QString modelToSend() const { return requestModel.isEmpty() ? id : requestModel; }
};

// none, minimal, low, medium, high, xhigh, max
const QStringList &effortLevels();
// web_search, code_interpreter, image_generation, file_search, mcp
const QStringList &hostedToolNames();

// What one request has cost, in USD; absent where a price that is needed is not known or no tokens were reported. `usage` as OpenAI counts:
// cached tokens are part of input, reasoning tokens part of output; codecs of other APIs bring their numbers into that form. Cached tokens
// without a price of their own cost what input costs. Writing to a cache and hosted tools cost extra and are not in it.
std::optional<double> price(const Usage &usage, const ModelInfo &model);

// Whether every word of `text` stands in id, name or vendor, in any case; true for an empty text.
bool matchesSearch(const ModelInfo &model, const QString &text);

} // namespace vitrine
