#pragma once

#include "base/Error.h"
#include "providers/models/ModelInfo.h"

#include <QByteArray>
#include <QStringView>

namespace vitrine {

// One answer of a server that was asked for its models.
struct ModelListPage {
    // Those that can chat, in the server's order, each id once. Only what the server itself said; `known` is set where it said more than
    // names. Ids and names are at most 200 characters without control characters.
    QList<ModelInfo> models;
    int leftOut = 0;       // entries that cannot chat or have no usable id
    bool cut = false;      // there were more than 5,000
    QString nextParameter; // of the query for the next page: after_id, pageToken or offset; empty: this is the last page
    QString next;          // its value, not yet percent-encoded
};

// Reads the answer to
//   GET /v1/models of OpenAI, OpenRouter, Mistral, Groq, vLLM, llama.cpp, Ollama · GET /v1/models of Anthropic · GET /v1beta/models of
//   Gemini · GET /api/v0/models of LM Studio · GET /api/tags of Ollama
// `api` is what the provider speaks: responses, chat, messages or gemini; what else it says shows in the answer. An answer that is no list
// (a web page, an error object, anything else) becomes an error. Pure; `body` may hold anything, at most 32 MB of it are read.
Result<ModelListPage> readModelList(QStringView api, const QByteArray &body);

} // namespace vitrine
