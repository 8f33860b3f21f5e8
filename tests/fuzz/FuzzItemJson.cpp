// A store that somebody else has written. The first byte: the kind of item.

#include "base/Json.h"
#include "model/ItemJson.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array<QString, 12> kinds{"user_message", "agent_message", "reasoning",        "tool_call",         "tool_output", "hosted_call",
                                               "image_step",   "notice",        "approval_request", "approval_decision", "turn_ended",  "other"};
    if (size < 1)
        return 0;
    const QString &kind = kinds[data[0] % kinds.size()];
    const Result<QJsonObject> object = parseJsonObject(QByteArray(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1));
    if (!object)
        return 0;
    const Result<ItemBody> body = bodyFromStoredJson(kind, *object);
    if (!body)
        return 0;
    if (kindOf(*body) != kind)
        std::abort();
    // Lossless from here on.
    const Result<QJsonObject> stored = parseJsonObject(toJson(toStoredJson(*body)));
    if (!stored)
        std::abort();
    const Result<ItemBody> again = bodyFromStoredJson(kind, *stored);
    if (!again || !(*again == *body))
        std::abort();
    Item item;
    item.body = *body;
    if (!parseJsonObject(toJson(toContractJson(item, [](const BlobRef &ref) { return ref.sha256; }))))
        std::abort();
    return 0;
}
