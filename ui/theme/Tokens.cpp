#include "theme/Tokens.h"

#include <QGuiApplication>

namespace vitrine {

namespace {

void addStates(Tokens &t)
{
    const QColor ink = t.text;
    t.hover = ink;
    t.hover.setAlphaF(t.dark ? 0.07f : 0.05f);
    t.pressed = ink;
    t.pressed.setAlphaF(t.dark ? 0.12f : 0.09f);
    t.selected = t.accent;
    t.selected.setAlphaF(t.dark ? 0.18f : 0.12f);
    t.outline = QColor(0x3C, 0xC9, 0xB6);
}

} // namespace

Tokens lightTokens(Contrast contrast)
{
    Tokens t;
    t.page = QColor(0xFF, 0xFF, 0xFF);
    t.sidebar = QColor(0xF6, 0xF6, 0xF4);
    t.card = QColor(0xFB, 0xFB, 0xFA);
    t.line = QColor(0xE3, 0xE2, 0xDD);
    t.text = QColor(0x1D, 0x1C, 0x1A);
    t.secondary = QColor(0x66, 0x63, 0x5C);
    t.accent = QColor(0x0B, 0x7A, 0x6F);
    t.onAccent = QColor(0xFF, 0xFF, 0xFF);
    t.userCard = QColor(0xEE, 0xF4, 0xF2);
    t.ok = QColor(0x06, 0x76, 0x47);
    t.warn = QColor(0xA1, 0x5C, 0x07);
    t.error = QColor(0xB4, 0x23, 0x18);
    if (contrast == Contrast::High) {
        t.line = QColor(0x50, 0x4E, 0x49);
        t.text = QColor(0x00, 0x00, 0x00);
        t.secondary = QColor(0x2E, 0x2C, 0x28);
        t.accent = QColor(0x00, 0x55, 0x4C);
    }
    addStates(t);
    return t;
}

Tokens darkTokens(Contrast contrast)
{
    Tokens t;
    t.dark = true;
    t.page = QColor(0x17, 0x18, 0x1A);
    t.sidebar = QColor(0x12, 0x13, 0x14);
    t.card = QColor(0x1E, 0x20, 0x22);
    t.line = QColor(0x30, 0x34, 0x38);
    t.text = QColor(0xEC, 0xEC, 0xEA);
    t.secondary = QColor(0xA5, 0xA3, 0x9D);
    t.accent = QColor(0x3C, 0xC9, 0xB6);
    t.onAccent = QColor(0x06, 0x20, 0x1C);
    t.userCard = QColor(0x1F, 0x2A, 0x28);
    t.ok = QColor(0x47, 0xCD, 0x89);
    t.warn = QColor(0xFD, 0xB0, 0x22);
    t.error = QColor(0xF9, 0x70, 0x66);
    if (contrast == Contrast::High) {
        t.page = QColor(0x00, 0x00, 0x00);
        t.sidebar = t.page;
        t.line = QColor(0xA5, 0xA3, 0x9D);
        t.text = QColor(0xFF, 0xFF, 0xFF);
        t.secondary = QColor(0xDC, 0xDB, 0xD6);
    }
    addStates(t);
    return t;
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.page);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.page);
    p.setColor(QPalette::AlternateBase, t.card);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.secondary);
    p.setColor(QPalette::Button, t.card);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.error);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.card);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.sidebar);
    p.setColor(QPalette::Midlight, t.userCard);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.secondary);
    p.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mixed(t.page, t.secondary, 0.65));
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    return p;
}

Tokens currentTokens()
{
    const QPalette p = QGuiApplication::palette();
    Tokens t = p.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
    t.page = p.color(QPalette::Window);
    t.sidebar = p.color(QPalette::Light);
    t.card = p.color(QPalette::AlternateBase);
    t.line = p.color(QPalette::Mid);
    t.text = p.color(QPalette::WindowText);
    t.secondary = p.color(QPalette::PlaceholderText);
    t.accent = p.color(QPalette::Highlight);
    t.onAccent = p.color(QPalette::HighlightedText);
    t.userCard = p.color(QPalette::Midlight);
    addStates(t);
    return t;
}

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto blend = [share](int a, int b) { return int(a + (b - a) * share + 0.5); };
    return QColor(blend(ground.red(), over.red()), blend(ground.green(), over.green()), blend(ground.blue(), over.blue()));
}

} // namespace vitrine
