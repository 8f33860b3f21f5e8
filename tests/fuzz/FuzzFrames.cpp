// What comes out of the sandbox in the interpreter's name: the first byte says in what pieces it arrives.

#include "sandbox/FrameCodec.h"

#include <QList>

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

struct Taken {
    QList<QJsonObject> messages;
    bool isOurs = true;

    bool operator==(const Taken &) const = default;
};

Taken taken(const QByteArray &bytes, qsizetype piece)
{
    FrameReader reader;
    Taken result;
    for (qsizetype from = 0; from < bytes.size() && result.isOurs; from += piece)
        result.isOurs = reader.feed(bytes.mid(from, piece), [&](const QJsonObject &message) { result.messages.append(message); }).has_value();
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const Taken whole = taken(bytes, bytes.size());
    if (!(whole == taken(bytes, 1 + data[0] % 16)))
        std::abort();
    for (const QJsonObject &message : whole.messages) {
        const Taken again = taken(frame(message), 7);
        if (!again.isOurs || again.messages.size() != 1)
            std::abort();
    }
    return 0;
}
