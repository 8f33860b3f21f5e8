#include "connect/ConnectPage.h"

#include "connect/ConnectChoices.h"
#include "connect/ConnectForm.h"
#include "connect/ConnectModels.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

// How the page lies in its window: its frame, the keyboard, the focus.

namespace vitrine {

namespace {
constexpr int formWidth = 520;
} // namespace

void ConnectPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(8);
    QToolButton *backButton = iconButton(layoutDirection() == Qt::RightToLeft ? QStringLiteral("go-next") : QStringLiteral("go-previous"), tr("Back"), this, tr("Back (Esc)"));
    connect(backButton, &QToolButton::clicked, this, &ConnectPage::back);
    m_title->setFont(bodyFont(1.15, QFont::DemiBold));
    row->addWidget(backButton);
    row->addWidget(m_title, 1);
    column->addLayout(row);
    m_stack->addWidget(scrolled(m_choices, spacing::column));
    m_stack->addWidget(scrolled(m_form, formWidth));
    m_stack->addWidget(scrolled(m_models, spacing::column));
    column->addWidget(m_stack, 1);
}

QScrollArea *ConnectPage::scrolled(QWidget *content, int width)
{
    auto *area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *ground = new QWidget(area);
    auto *row = new QHBoxLayout(ground);
    row->setContentsMargins(24, 12, 24, 24);
    row->addStretch(1);
    content->setMaximumWidth(width);
    row->addWidget(content, 1000); // all the width it may have
    row->addStretch(1);
    area->setWidget(ground);
    ground->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

void ConnectPage::showFocus()
{
    // After the layout has made room for the sentence at it.
    QMetaObject::invokeMethod(
        this,
        [this] {
            auto *area = static_cast<QScrollArea *>(m_stack->currentWidget());
            QWidget *focused = window()->focusWidget();
            if (focused && area->isAncestorOf(focused))
                area->ensureWidgetVisible(focused, 0, 72);
        },
        Qt::QueuedConnection);
}

bool ConnectPage::event(QEvent *event)
{
    // The page covers the window, so the window's own shortcuts wait; closing it does not.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->matches(QKeySequence::Quit)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ConnectPage::keyPressEvent(QKeyEvent *event)
{
    const bool altLeft = event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Escape || altLeft)
        return back();
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return;
    auto *button = qobject_cast<QAbstractButton *>(window()->focusWidget());
    const bool choice = qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button);
    if (button && !choice && isAncestorOf(button))
        button->click();
    else
        mainAction();
}

bool ConnectPage::focusNextPrevChild(bool next)
{
    // Round within the page: what lies under it is out of sight.
    QWidget *from = window()->focusWidget();
    if (!from || !isAncestorOf(from))
        from = this;
    QWidget *widget = from;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (widget != from);
    return false;
}

bool ConnectPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void ConnectPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTokens().page);
}

} // namespace vitrine
