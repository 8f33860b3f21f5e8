#pragma once

#include "providers/ApiCodec.h"

#include <QByteArray>

namespace vitrine {

// The body of POST /v1/responses. Nothing is stored at the provider (store: false), so all that it needs to know goes along each time.
//
// Provider items go back byte for byte, with these exceptions, for a server refuses a conversation whose groups are torn:
//  - reasoning that carries neither an encrypted blob nor raw thoughts is left out; its id alone would be looked up where nothing is stored
//    (404 "Items are not persisted"), and the ids of the items that belong to it are left out as well;
//  - reasoning without an item after it is left out (400 "without its required following item").
// Calls that nobody answered are the business of the caller. Pure.
QByteArray encodeResponsesRequest(const ModelRequest &request, const ApiDialect &dialect);

// True if leaving out `param` would change a request that the encoder makes. False: trying again is pointless.
bool canDropParam(const ModelRequest &request, const ApiDialect &dialect, const QString &param);

} // namespace vitrine
