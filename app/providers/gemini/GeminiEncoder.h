#pragma once

#include "providers/ApiCodec.h"

#include <QByteArray>

namespace vitrine {

// The body of POST /v1beta/models/M:streamGenerateContent. The API keeps nothing of a conversation, so that all of it goes along each time;
// GeminiContents.h says how. Parameters that the model named would refuse are left out, see GeminiModels.h. Pure.
//
// Tools go as `parametersJsonSchema`, which takes JSON Schema as it is; the older `parameters` refuses a request for any keyword beyond a
// part of OpenAPI 3.0 ("additionalProperties", "const", "$schema" ...).
QByteArray encodeGeminiRequest(const ModelRequest &request, const ApiDialect &dialect);

// True if leaving out `param` would change a request that the encoder makes. False: trying again is pointless.
bool canDropGeminiParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param);

} // namespace vitrine
