// Streams of the Gemini API as a hostile server would send them: the first byte says in what pieces they arrive.

#include "base/Json.h"
#include "cli/GeminiReport.h"
#include "providers/SseParser.h"
#include "providers/gemini/GeminiDecoder.h"
#include "providers/gemini/GeminiEncoder.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

// All that a decoder makes of a stream, fed in pieces of one size.
QByteArray decoded(const QByteArray &stream, qsizetype piece)
{
    const Result<DecodeReport> report = reportGeminiStream(stream, piece);
    return report ? toJson(report->json) : QByteArray();
}

// What came has to make a request again.
void sendBack(const QList<ModelEvent> &events)
{
    ModelRequest request;
    request.model = QStringLiteral("gemini-3-pro-preview");
    for (const ModelEvent &event : events) {
        const auto *done = std::get_if<ItemDone>(&event);
        if (!done)
            continue;
        if (const auto *call = std::get_if<ToolCall>(&done->body))
            request.input.append(PromptProviderItem{call->providerItem});
        else if (const auto *message = std::get_if<AgentMessage>(&done->body))
            request.input.append(PromptProviderItem{message->providerItem});
    }
    if (!QJsonDocument::fromJson(encodeGeminiRequest(request, {})).isObject())
        std::abort();
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
    GeminiDecoder whole;
    QList<ModelEvent> events;
    whole.takeWhole(stream, events);
    static_cast<void>(whole.finish(stream, events));
    sendBack(events);
    return 0;
}
