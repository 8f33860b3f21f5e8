#pragma once

#include "offline/MarkedText.h"
#include "offline/PictureResults.h"

namespace vitrine {

enum class UnsureMarks { Visible, SpansOnly };

// What was read, as Markdown: headings by the height of the letters, lists by bullets and numbers, paragraphs by the blocks of the
// page. Every word is one of `text`; an unsure one stands as *word*(?) or, with SpansOnly, plain. Characters that Markdown would take
// for markup are escaped.
MarkedText markdownOf(const ReadText &text, UnsureMarks marks);

// `word` so that Markdown shows just its characters, wherever in a line it stands.
QString escapedMarkdown(const QString &word);

} // namespace vitrine
