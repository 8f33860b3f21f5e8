#pragma once

#include <QString>

class QPushButton;
class QToolButton;
class QWidget;

namespace vitrine {

// Buttons as the window has them. Each gets an accessible name; `tip` is the tooltip, which also names the shortcut.
QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent, const QString &tip = {});
// A small rounded button with text and, if given, an icon; checkable ones stay switched on.
QToolButton *pillButton(const QString &icon, const QString &text, QWidget *parent);
QPushButton *primaryButton(const QString &text, QWidget *parent);
QPushButton *plainButton(const QString &text, QWidget *parent);
QPushButton *linkButton(const QString &text, QWidget *parent);
// A link whose text begins and ends where that of its neighbours does.
QPushButton *inlineButton(const QString &text, QWidget *parent);

} // namespace vitrine
