#pragma once

#include "providers/ModelRequest.h"
#include "providers/gemini/GeminiModels.h"

#include <QByteArray>
#include <QList>

namespace vitrine::gemini {

// The elements of `contents`, each a JSON object {"role","parts"}: what the model said in one step is one content of the role "model", and
// the results of all calls of that step come first in the content after it, in the order of the calls. Gemini 3 takes the pictures of a
// result inside of it; for Gemini 2, which refuses that, they stand beside the results.
//
// Parts of ours go back as they came, but for a text that is empty and unsigned (Vertex refuses it). The first call of a step has to carry
// a signature for Gemini 3; where another model made the call, and there is none, it gets the placeholder that Google documents for that.
// Results of calls that are not in the conversation are left out, for the API refuses them.
QList<QByteArray> contentsOf(const QList<PromptItem> &input, const ModelTraits &traits);

} // namespace vitrine::gemini
