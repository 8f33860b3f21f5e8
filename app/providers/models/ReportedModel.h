#pragma once

#include "providers/models/ModelInfo.h"

#include <QJsonObject>

namespace vitrine {

// Which list the entry stands in: `data` of OpenAI's form and all that copy it, `models` of Gemini, `models` of Ollama.
enum class ModelListForm { Data, Gemini, Ollama };

// What a server says about one of its models; absent when it cannot chat (embeddings, speech, pictures only, ...) or has no usable id.
// Wrong types read as absent. Pure.
std::optional<ModelInfo> readReportedModel(const QJsonObject &entry, ModelListForm form);

} // namespace vitrine
