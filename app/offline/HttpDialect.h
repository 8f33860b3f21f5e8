#pragma once

#include "offline/EventStream.h"
#include "offline/RequestGuard.h"

#include <QHttpServer>

#include <utility>

namespace vitrine {

// Qt HttpServer became stable with 6.8 and changed its interface on the way. All that differs is said here.

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArgument = QHttpServerResponder &;
#else
using ResponderArgument = QHttpServerResponder &&;
#endif

inline HeaderPairs headersOf(const QHttpServerRequest &request)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    HeaderPairs pairs;
    for (const auto &[name, value] : request.headers().toListOfPairs())
        pairs.append({name, value});
    return pairs;
#else
    return request.headers();
#endif
}

template<class Handler>
void setMissingHandler(QHttpServer &server, Handler handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(&server, std::move(handler));
#else
    server.setMissingHandler(std::move(handler));
#endif
}

// Sends server-sent events, one chunk each; there is at least one.
inline void writeEvents(QHttpServerResponder &responder, const QList<QByteArray> &events)
{
    constexpr auto type = "text/event-stream; charset=utf-8";
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, type);
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    responder.writeBeginChunked(headers);
    for (const QByteArray &event : events.first(events.size() - 1))
        responder.writeChunk(event);
    responder.writeEndChunked(events.constLast()); // an empty last chunk would be warned of
#else
    responder.write(new EventStream(events), {{"Content-Type", type}, {"Cache-Control", "no-store"}, {"Transfer-Encoding", "chunked"}});
#endif
}

} // namespace vitrine
