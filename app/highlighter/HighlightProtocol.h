#pragma once

// What vitrine-highlighter and its client agree on. No Qt here: the two may be built against different ones.
//
// One JSON object a line, UTF-8, each way. First the helper says
//   {"protocol":1, "engine":"KSyntaxHighlighting 5.103.0", "styles":["Normal","Keyword",...], "languages":["Bash","C++",...]}
// then each request
//   {"id":7, "block":"12", "language":"cpp", "first":0, "text":"int x;\nint y;"}
// has one answer
//   {"id":7, "runs":[[0,3,16],[7,3,16]]}
// Runs are [start, length, index into styles] in UTF-16 units of `text`, sorted, not overlapping, none across a line's end;
// text of style 0 (Normal) has none. `first` is the number of the first line of `text` in its block: 0 begins the block
// anew, else it is where the last request for the block ended. When the helper does not know the lines before, it answers
//   {"id":7, "again":true}
// and wants the block from line 0. A language it does not know has no runs.

namespace vitrine::highlight {

inline constexpr int protocolVersion = 1;
inline constexpr int maxTextBytes = 256 * 1024;   // UTF-8 of one block
inline constexpr int maxLineLength = 20000;       // UTF-16 units
inline constexpr int maxRequestBytes = 2 << 20;   // one line to the helper: text in which all is escaped
inline constexpr int maxReplyBytes = 8 << 20;     // one line from the helper: a run for every second character
inline constexpr int keptBlocks = 32;             // whose state is kept for lines to come

} // namespace vitrine::highlight
