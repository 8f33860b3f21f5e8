// Streams of Chat Completions as a hostile server would send them: the first byte says in what pieces they arrive.

#include "base/Json.h"
#include "cli/ChatReport.h"
#include "providers/openai/ChatDecoder.h"
#include "providers/openai/ChatEncoder.h"

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

// All that a decoder makes of a stream, fed in pieces of one size.
QByteArray decoded(const QByteArray &stream, qsizetype piece)
{
    const Result<DecodeReport> report = reportChatStream(stream, piece);
    return report ? toJson(report->json) : QByteArray();
}

// What a hostile answer left behind goes back with the next request.
void sendBack(const QList<ModelEvent> &events)
{
    ModelRequest request;
    request.model = QStringLiteral("m");
    for (const ModelEvent &event : events) {
        const auto *done = std::get_if<ItemDone>(&event);
        if (!done)
            continue;
        if (const auto *reasoning = std::get_if<Reasoning>(&done->body))
            request.input.append(PromptProviderItem{reasoning->providerItem});
        else if (const auto *message = std::get_if<AgentMessage>(&done->body))
            request.input.append(PromptProviderItem{message->providerItem});
        else if (const auto *call = std::get_if<ToolCall>(&done->body))
            request.input.append(PromptProviderItem{call->providerItem});
    }
    if (!parseJsonObject(encodeChatRequest(request, {})))
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
    ChatDecoder whole;
    QList<ModelEvent> events;
    whole.takeWhole(stream, events);
    static_cast<void>(whole.finish(stream, events));
    SseParser parser;
    ChatDecoder pieces;
    QList<SseEvent> lines;
    parser.feed(stream, lines);
    parser.finish(lines);
    for (const SseEvent &line : lines)
        pieces.take(line, events);
    static_cast<void>(pieces.finish(parser.lastOddLine(), events));
    sendBack(events);
    return 0;
}
