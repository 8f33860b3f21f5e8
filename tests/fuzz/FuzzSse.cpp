// Event streams as a hostile server would send them: the first byte says in what pieces they arrive.

#include "providers/SseParser.h"

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

struct Parsed {
    QList<SseEvent> events;
    SseCounts counts;
    QByteArray lastOddLine;
    bool fits = true;

    bool operator==(const Parsed &) const = default;
};

Parsed parsed(QByteArrayView stream, qsizetype piece, qint64 limit)
{
    SseParser parser(limit);
    Parsed result;
    for (qsizetype from = 0; from < stream.size() && result.fits; from += piece)
        result.fits = parser.feed(stream.sliced(from, qMin(piece, stream.size() - from)), result.events);
    if (result.fits)
        parser.finish(result.events);
    result.counts = parser.counts();
    result.lastOddLine = parser.lastOddLine();
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView stream(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const qsizetype piece = 1 + data[0] % 16;
    if (!(parsed(stream, stream.size(), SseParser::defaultLimit) == parsed(stream, piece, SseParser::defaultLimit)))
        std::abort();
    // Over the limit nothing is taken, and that is said.
    if (parsed(stream, piece, stream.size() - 1).fits)
        std::abort();
    return 0;
}
