#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QString>

namespace vitrine {

// How code of one kind (keyword, string, comment ...) is drawn.
struct CodeStyle {
    QColor colour;
    bool bold = false;
    bool italic = false;

    bool operator==(const CodeStyle &) const = default;
};

// Fonts and colours of the transcript. The theme fills it; light() and dark() are complete by themselves.
struct TranscriptStyle {
    QFont body; // the desktop's font
    QFont code; // the desktop's fixed font, 0.92 of the body

    QColor page;
    QColor card;
    QColor userCard;
    QColor line;
    QColor text;
    QColor secondary;
    QColor accent;
    QColor onAccent;
    QColor ok;
    QColor warn;
    QColor error;

    // By the names KSyntaxHighlighting gives its text styles: "Keyword", "String", "Comment" ... Others are drawn as plain text.
    QHash<QString, CodeStyle> codeStyles;

    static TranscriptStyle light();
    static TranscriptStyle dark();

    bool operator==(const TranscriptStyle &) const = default;
};

} // namespace vitrine
