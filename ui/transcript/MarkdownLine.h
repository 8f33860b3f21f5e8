#pragma once

#include <QStringView>

namespace vitrine {

// What one line begins with, seen by itself: enough to know where a Markdown block ends without parsing it.
struct MarkdownLine {
    enum class Kind {
        Blank,
        Text,
        Fence,
        Heading,
        Rule,     // also "---" and "===": with a paragraph above they underline a heading
        Quote,
        Bullet,
        Ordered,
        Indented, // by four columns or more
        Html,
        Math,     // "$$" or "\[" that is not closed on the same line
        Footnote, // "[^1]: ..."
    };

    Kind kind = Kind::Text;
    int indent = 0;        // columns
    QChar marker;          // of a fence or list
    int markerLength = 0;  // of a fence
    int contentIndent = 0; // columns where a list item's own text begins
    int number = 0;        // of an ordered item
    bool bare = false;     // an item without text on its first line
};

// `line` is without its line feed.
MarkdownLine readLine(QStringView line);

// Whether `line` ends a fence that `opening` began.
bool closesFence(QStringView line, const MarkdownLine &opening);
// Whether `line` could still become the end of that fence.
bool mayCloseFence(QStringView line, const MarkdownLine &opening);
// Whether `line` has only what separates a table's header from its rows, with at least one pipe.
bool looksLikeTableRule(QStringView line);

} // namespace vitrine
