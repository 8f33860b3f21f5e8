#pragma once

struct cmark_parser;

namespace vitrine {

// Stand-ins within the text that cmark is given. Real control characters never get this far: MarkdownBlocks replaces them.
namespace mark {
inline constexpr char16_t openParen = 0x01;    // "\("
inline constexpr char16_t closeParen = 0x02;   // "\)"
inline constexpr char16_t openBracket = 0x03;  // "\["
inline constexpr char16_t closeBracket = 0x04; // "\]"
inline constexpr char16_t math = 0x05;         // first in a code node that holds TeX
inline constexpr char16_t unsureFrom = 0x0E;
inline constexpr char16_t unsureTo = 0x0F;
inline constexpr char16_t guard = 0x10; // before text that must not begin a block
} // namespace mark

// Lets the parser take $...$, $$...$$, \(...\) and \[...\] as they are, so that emphasis does not eat TeX's own characters.
// It must come after code spans in precedence, which an inline extension of cmark gets for free.
void attachMath(cmark_parser *parser);

} // namespace vitrine
