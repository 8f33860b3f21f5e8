#pragma once

#include "base/Error.h"
#include "providers/Credential.h"
#include "providers/FileFetcher.h"
#include "providers/HttpErrors.h"
#include "providers/ModelEvent.h"
#include "providers/ModelRequest.h"
#include "providers/SseParser.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace vitrine {

// Turns the events of one streamed answer into ModelEvents. Pure; one object an answer. The bytes are hostile: what has the wrong type reads
// as absent, and memory stays in proportion to what came in.
class AnswerDecoder
{
public:
    AnswerDecoder() = default;
    AnswerDecoder(const AnswerDecoder &) = delete;
    AnswerDecoder &operator=(const AnswerDecoder &) = delete;
    virtual ~AnswerDecoder() = default;

    virtual void take(const SseEvent &event, QList<ModelEvent> &out) = 0;
    // An answer that was not streamed: the whole body.
    virtual void takeWhole(const QByteArray &json, QList<ModelEvent> &out) = 0;
    // The stream has ended; `oddLine` is SseParser::lastOddLine(). An error when the answer was not complete; what had come whole is passed on.
    virtual Done finish(const QByteArray &oddLine, QList<ModelEvent> &out) = 0;

    virtual bool ended() const = 0; // ResponseEnded was passed on
    // True once something came that a person could have seen or a tool could run: from then on a request is not repeated.
    virtual bool hasContent() const = 0;
};

// What was learnt about the one who answers.
struct ApiDialect {
    bool official = false; // the API's own host; others may stumble over parameters that only it knows
    QStringList dropParams; // dotted paths that this model was found not to take: "reasoning.summary"
};

// How one API is spoken. Pure and without state; shared by all connections that speak it.
class ApiCodec
{
public:
    ApiCodec() = default;
    ApiCodec(const ApiCodec &) = delete;
    ApiCodec &operator=(const ApiCodec &) = delete;
    virtual ~ApiCodec() = default;

    virtual QString api() const = 0; // "responses", as the command line names it
    virtual QString officialHost() const = 0; // "api.openai.com"
    // `base`: what the API's official client takes. A trailing slash does not matter.
    virtual QUrl endpoint(const QUrl &base, const ModelRequest &request) const = 0;
    // Where the key goes: a header's name, and what stands before the key in it.
    virtual KeyHeader keyHeader() const { return {}; }
    // Further headers that each request needs; none of them secret.
    virtual HttpHeaders headers(const ModelRequest &) const { return {}; }
    // Calls that nobody answered are the business of the caller. Provider items that this codec did not make are left out.
    virtual QByteArray encode(const ModelRequest &request, const ApiDialect &dialect) const = 0;
    // True if leaving out `param` would change a request that encode() makes. False: trying again is pointless.
    virtual bool canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const = 0;
    // The model may be silent for long before it answers.
    virtual bool mayThink(const ModelRequest &request) const = 0;
    virtual std::unique_ptr<AnswerDecoder> createDecoder() const = 0;
    // Files that a finished item names and that must be fetched from the same server now.
    virtual QList<FileToFetch> filesNamedIn(const ItemBody &) const { return {}; }
};

// The codec of an API, of the program's life. Null when there is no such API.
const ApiCodec *codecFor(const QString &api);
// "responses", "chat", "messages", "gemini".
QStringList apiNames();
// The address that the API's official client takes by default.
QUrl officialBaseUrl(const QString &api);

} // namespace vitrine
