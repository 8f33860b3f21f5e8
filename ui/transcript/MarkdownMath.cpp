#include "transcript/MarkdownMath.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cctype>
#include <string>

namespace vitrine {

namespace {

// A lone dollar looks no further than this, so that a text full of prices stays linear.
constexpr int longestInline = 1000;
constexpr int longestDisplay = 4000;

struct Closing {
    std::string_view text;
    int longest;
    bool tight; // no space within the delimiters, no digit after: "$5 and $10" is money
};

// Where `closing` begins, or -1. The buffer ends with a zero byte.
int findClosing(cmark_inline_parser *parser, int from, const Closing &closing)
{
    for (int at = from; at < from + closing.longest; ++at) {
        const unsigned char c = cmark_inline_parser_peek_at(parser, at);
        if (c == 0)
            return -1;
        if (c == '\\' && cmark_inline_parser_peek_at(parser, at + 1) != 0) {
            ++at;
            continue;
        }
        if (c != static_cast<unsigned char>(closing.text.front()))
            continue;
        if (closing.text.size() == 2) {
            if (cmark_inline_parser_peek_at(parser, at + 1) == static_cast<unsigned char>(closing.text[1]))
                return at;
            continue;
        }
        if (!closing.tight)
            return at;
        const unsigned char before = cmark_inline_parser_peek_at(parser, at - 1);
        const unsigned char after = cmark_inline_parser_peek_at(parser, at + 1);
        return at > from && !std::isspace(before) && !std::isdigit(after) ? at : -1;
    }
    return -1;
}

std::string readable(char16_t marker)
{
    switch (marker) {
    case mark::openParen:
        return "\\(";
    case mark::closeParen:
        return "\\)";
    case mark::openBracket:
        return "\\[";
    case mark::closeBracket:
        return "\\]";
    default:
        return "$";
    }
}

cmark_node *matchMath(cmark_syntax_extension *, cmark_parser *, cmark_node *, unsigned char character, cmark_inline_parser *inlines)
{
    const int start = cmark_inline_parser_get_offset(inlines);
    Closing closing{"$", longestInline, true};
    int width = 1;
    if (character == mark::openParen) {
        closing = {"\x02", longestInline, false};
    } else if (character == mark::openBracket) {
        closing = {"\x04", longestDisplay, false};
    } else if (character != '$') {
        return nullptr;
    } else if (cmark_inline_parser_peek_at(inlines, start + 1) == '$') {
        closing = {"$$", longestDisplay, false};
        width = 2;
    } else if (std::isspace(cmark_inline_parser_peek_at(inlines, start + 1))) {
        return nullptr;
    }
    const int end = findClosing(inlines, start + width, closing);
    if (end <= start + width)
        return nullptr;

    std::string tex(1, static_cast<char>(mark::math));
    for (int at = start; at < end + width; ++at) {
        const unsigned char c = cmark_inline_parser_peek_at(inlines, at);
        if (c >= 1 && c <= 4)
            tex += readable(c);
        else
            tex += static_cast<char>(c == '\n' ? ' ' : c);
    }
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE, cmark_get_default_mem_allocator());
    cmark_node_set_literal(node, tex.c_str());
    cmark_inline_parser_set_offset(inlines, end + width);
    return node;
}

cmark_syntax_extension *makeExtension()
{
    cmark_syntax_extension *extension = cmark_syntax_extension_new("vitrine-math");
    cmark_mem *memory = cmark_get_default_mem_allocator();
    cmark_llist *special = nullptr;
    for (const unsigned long c : {'$', char(mark::openParen), char(mark::openBracket)})
        special = cmark_llist_append(memory, special, reinterpret_cast<void *>(c));
    cmark_syntax_extension_set_special_inline_chars(extension, special);
    cmark_syntax_extension_set_match_inline_func(extension, matchMath);
    return extension;
}

} // namespace

void attachMath(cmark_parser *parser)
{
    static cmark_syntax_extension *const extension = makeExtension(); // lives as long as the program, as cmark's own do
    cmark_parser_attach_syntax_extension(parser, extension);
}

} // namespace vitrine
