// Streams of the Messages API as a hostile server would send them: the first byte says in what pieces they arrive.

#include "base/Json.h"
#include "cli/MessagesReport.h"
#include "providers/anthropic/MessagesDecoder.h"
#include "providers/SseParser.h"

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

// All that a decoder makes of a stream, fed in pieces of one size.
QByteArray decoded(const QByteArray &stream, qsizetype piece)
{
    const Result<DecodeReport> report = reportMessagesStream(stream, piece);
    return report ? toJson(report->json) : QByteArray();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray stream(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    // How a stream is cut must not change what it says.
    if (decoded(stream, 0) != decoded(stream, 1 + data[0] % 16))
        std::abort();
    MessagesDecoder whole;
    QList<ModelEvent> events;
    whole.takeWhole(stream, events);
    static_cast<void>(whole.finish(stream, events));
    return 0;
}
