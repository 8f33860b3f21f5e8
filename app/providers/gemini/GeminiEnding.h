#pragma once

#include "providers/ModelEvent.h"

#include <QString>

#include <optional>

namespace vitrine::gemini {

// What a finishReason means. `message`: what the API says about it, may be empty.
ResponseEnded endingOf(const QString &finishReason, const QString &message);
// The prompt was refused and there is no answer. `reason`: "SAFETY", "PROHIBITED_CONTENT" ...
ResponseEnded endingOfBlockedPrompt(const QString &reason);

// By the convention of model/Usage.h: the API counts thoughts apart from the output, and what its own tools read apart from the prompt.
// Cached tokens are part of its prompt already.
Usage usageOf(const Usage &counted, std::optional<qint64> toolInput);

} // namespace vitrine::gemini
