#include "theme/Theme.h"

#include <QHash>

namespace vitrine {

namespace {

// Widgets say what they are through the property "kind".
constexpr auto sheet = R"(
QToolTip { background: @card; color: @text; border: 1px solid @line; padding: 4px 8px; }
QMenu { background: @card; border: 1px solid @line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; margin: 1px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 2px 2px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; width: 0; height: 0; }
QToolButton { border: 1px solid transparent; border-radius: 8px; padding: 5px; background: transparent; color: @secondary; }
QToolButton:hover { background: @hover; color: @text; }
QToolButton:pressed { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="pill"] { padding: 4px 9px; border-radius: 14px; }
QToolButton[kind="pill"]:checked { background: @selected; color: @accent; }
QToolButton[kind="pill"]:checked:hover { background: @selectedHover; }
QToolButton[kind="send"] { background: @accent; border-radius: 16px; padding: 0; border: 2px solid transparent; }
QToolButton[kind="send"]:hover { background: @accentHover; }
QToolButton[kind="send"]:focus { border-color: @text; }
QToolButton[kind="send"]:disabled { background: @line; }
QToolButton[kind="row"] { padding: 6px 8px; color: @text; text-align: left; }
QToolButton[kind="tab"] { padding: 5px 10px; border-radius: 8px; color: @secondary; }
QToolButton[kind="tab"]:checked { background: @pressed; color: @text; }
QPushButton { border: 1px solid @line; border-radius: 8px; padding: 5px 12px; background: @page; color: @text; }
QPushButton:hover { background: @cardHover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled { background: @line; border-color: @line; color: @secondary; }
QPushButton[kind="danger"] { color: @error; border-color: @error; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: @accent; padding: 3px 6px; }
QPushButton[kind="link"]:hover { background: @hover; }
QPushButton[kind="link"]:focus { border-color: @accent; }
QPushButton[kind="inline"] { border: 1px solid transparent; background: transparent; color: @accent; padding: 3px 0; }
QPushButton[kind="inline"]:hover { text-decoration: underline; }
QPushButton[kind="inline"]:focus { border-color: @accent; }
QLineEdit { border: 1px solid @line; border-radius: 8px; padding: 5px 8px; background: @page; color: @text; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border-color: @accent; }
QLineEdit[kind="search"] { background: @sidebarField; border-color: transparent; }
QLineEdit[kind="search"]:focus { border-color: @accent; background: @page; }
QPlainTextEdit[kind="composer"] { border: none; background: transparent; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit[kind="code"] { border: 1px solid @line; border-radius: 8px; background: @page; color: @text; padding: 4px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit[kind="code"]:focus { border-color: @accent; }
QListView, QTreeView, QTreeWidget { border: none; background: transparent; outline: none; }
QScrollArea { border: none; background: transparent; }
QLabel[kind="secondary"] { color: @secondary; }
QLabel[kind="error"] { color: @error; }
QLabel[kind="warn"] { color: @warn; }
)";

QString css(const QColor &color)
{
    return color.alpha() == 255 ? color.name()
                                : QStringLiteral("rgba(%1,%2,%3,%4)").arg(color.red()).arg(color.green()).arg(color.blue()).arg(color.alpha());
}

} // namespace

QString styleSheetFor(const Tokens &t)
{
    QColor selectedHover = t.selected;
    selectedHover.setAlphaF(t.selected.alphaF() * 1.4f);
    const QList<std::pair<QString, QColor>> values{
        {QStringLiteral("page"), t.page},
        {QStringLiteral("card"), t.card},
        {QStringLiteral("cardHover"), mixed(t.page, t.text, 0.04)},
        {QStringLiteral("line"), t.line},
        {QStringLiteral("text"), t.text},
        {QStringLiteral("secondary"), t.secondary},
        {QStringLiteral("faint"), mixed(t.page, t.secondary, 0.6)},
        {QStringLiteral("accent"), t.accent},
        {QStringLiteral("accentHover"), mixed(t.accent, t.text, 0.12)},
        {QStringLiteral("onAccent"), t.onAccent},
        {QStringLiteral("error"), t.error},
        {QStringLiteral("warn"), t.warn},
        {QStringLiteral("hover"), t.hover},
        {QStringLiteral("pressed"), t.pressed},
        {QStringLiteral("selected"), t.selected},
        {QStringLiteral("selectedHover"), selectedHover},
        {QStringLiteral("scroll"), mixed(t.page, t.secondary, 0.35)},
        {QStringLiteral("sidebarField"), mixed(t.sidebar, t.text, 0.05)},
    };
    QHash<QString, QString> byName;
    for (const auto &[name, color] : values)
        byName.insert(name, css(color));
    QString result;
    const QString source = QString::fromLatin1(sheet);
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] != u'@') {
            result += source[i];
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source[end].isLetter())
            ++end;
        result += byName.value(source.mid(i + 1, end - i - 1));
        i = end - 1;
    }
    return result;
}

} // namespace vitrine
