#pragma once

#include "providers/models/ModelInfo.h"

#include <QJsonObject>

namespace vitrine {

// The form of an entry in resources/models.json and in a user's file, beside "id" and "match":
//   name, vendor, thinking, default_effort, picture_rule: strings · apis, efforts, hosted_tools: lists of strings
//   context, max_output: tokens · pictures, tools, reasons: true, false
//   prices: {input, cached_input, output}, USD per million tokens · long_prompt: the same and {over: tokens}
// A field that is absent, or of another type or out of range, leaves what is there; null makes it unknown.
void applyModelJson(const QJsonObject &entry, const QString &pricesAsOf, ModelInfo &info);

// What a server says about its model wins over what was known; what it does not say stays.
void applyReported(const ModelInfo &reported, ModelInfo &info);

// What `vitrine models --json` prints; absent fields are left out.
QJsonObject toJson(const ModelInfo &info);

} // namespace vitrine
