#include "widgets/Buttons.h"

#include "theme/Icons.h"

#include <QPushButton>
#include <QToolButton>

namespace vitrine {

namespace {
QPushButton *pushButton(const char *kind, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (kind)
        button->setProperty("kind", QLatin1String(kind));
    button->setAccessibleName(text);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}
} // namespace

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent, const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize(QSize(18, 18));
    button->setAccessibleName(name);
    button->setToolTip(tip.isEmpty() ? name : tip);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

QToolButton *pillButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("pill"));
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!icon.isEmpty()) {
        button->setIcon(themedIcon(icon));
        button->setIconSize(QSize(16, 16));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    return button;
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    return pushButton("primary", text, parent);
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    return pushButton(nullptr, text, parent);
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    return pushButton("link", text, parent);
}

QPushButton *inlineButton(const QString &text, QWidget *parent)
{
    return pushButton("inline", text, parent);
}

} // namespace vitrine
