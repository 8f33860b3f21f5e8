// Answers as a hostile model would write them. The first byte says in what pieces they arrive, the next two what is marked as unsure.

#include "transcript/MarkdownBlocks.h"
#include "transcript/SafeLink.h"

#include <cstdint>
#include <cstdlib>

using namespace vitrine;

namespace {

void check(const RichText &text)
{
    int end = 0;
    for (const InlineRun &run : text.runs) {
        if (run.start < end || run.length < 0 || run.start + run.length > text.text.size() || run.link >= text.links.size())
            std::abort();
        end = run.start + run.length;
    }
    for (const QString &link : text.links) {
        if (!safeLink(link))
            std::abort();
    }
}

void check(const MarkdownBlocks &markdown)
{
    for (const MarkdownBlock &block : markdown.blocks()) {
        if (block.sourceFrom < 0 || block.sourceFrom > block.sourceTo || block.sourceTo > markdown.source().size())
            std::abort();
        check(block.text);
        for (const auto &row : block.rows) {
            if (row.size() != block.rows.first().size())
                std::abort();
            for (const RichText &cell : row)
                check(cell);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4 || size > 4096)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data) + 3, qsizetype(size) - 3);
    const qsizetype piece = 1 + data[0] % 32;
    for (const auto mode : {MarkdownBlocks::Mode::Markdown, MarkdownBlocks::Mode::Plain}) {
        MarkdownBlocks whole(mode);
        whole.setText(text);
        whole.finish();
        check(whole);
        MarkdownBlocks pieces(mode);
        for (qsizetype from = 0; from < text.size(); from += piece) {
            pieces.append(QStringView(text).mid(from, piece));
            check(pieces);
        }
        pieces.finish();
        if (whole.dump() != pieces.dump())
            std::abort();
        MarkdownBlocks marked(mode);
        marked.setText(text, {{data[1], qsizetype(data[1]) + data[2]}});
        marked.finish();
        check(marked);
    }
    return 0;
}
