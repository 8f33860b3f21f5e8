#pragma once

#include <QColor>
#include <QPalette>

namespace vitrine {

// Every colour of the window. The one place where a colour is written down is Tokens.cpp.
struct Tokens {
    bool dark = false;
    QColor page;
    QColor sidebar;
    QColor card;
    QColor line;
    QColor text;
    QColor secondary;
    QColor accent;
    QColor onAccent;
    QColor userCard;
    QColor ok;
    QColor warn;
    QColor error;
    QColor hover;    // translucent, over any of the grounds
    QColor pressed;
    QColor selected;
    QColor outline;  // drawn over pictures, whatever they show
};

enum class Contrast { Normal, High };

namespace spacing {
inline constexpr int step = 4; // everything else is a multiple
inline constexpr int corner = 8;
inline constexpr int cardCorner = 12;
inline constexpr int column = 760; // the widest a line of text gets
} // namespace spacing

Tokens lightTokens(Contrast contrast = Contrast::Normal);
Tokens darkTokens(Contrast contrast = Contrast::Normal);

// The palette carries the tokens, so that any widget can paint without knowing who chose them.
QPalette paletteFor(const Tokens &tokens);
// The tokens that the application's palette carries at the moment.
Tokens currentTokens();

// `over` laid on `ground` with the given share, as an opaque colour.
QColor mixed(const QColor &ground, const QColor &over, double share);

} // namespace vitrine
