// Replies of a highlighter that was taken over. The first two bytes: how long the text was, and how many styles there are.

#include "highlight/HighlightReply.h"

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype textLength = data[0];
    const qsizetype styles = data[1] % 64;
    const QByteArray line(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);
    if (const auto hello = parseHello(line); hello && (hello->styles.isEmpty() || hello->styles.size() > 64))
        std::abort();
    const Result<HighlightAnswer> answer = parseAnswer(line, 1, textLength, styles);
    if (!answer)
        return 0;
    qsizetype end = 0;
    for (const TextRun &run : answer->runs) {
        if (run.start < end || run.length < 1 || run.start + run.length > textLength || run.style < 0 || run.style >= styles)
            std::abort();
        end = run.start + run.length;
    }
    return 0;
}
