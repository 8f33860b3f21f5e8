#include "PaneHost.h"

#include "theme/Tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace vitrine {

namespace {
constexpr int grip = 7;
constexpr int leastPage = 400;
} // namespace

PaneHost::PaneHost(QWidget *sidebar, QWidget *page, QWidget *panel, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_shade(new QWidget(this))
{
    m_left = {sidebar, new QWidget(this), 248, true, false};
    m_right = {panel, new QWidget(this), 392, true, false};
    for (QWidget *widget : {page, m_shade, sidebar, panel, m_left.handle, m_right.handle})
        widget->setParent(this);
    for (QWidget *handle : {m_left.handle, m_right.handle}) {
        handle->setCursor(Qt::SplitHCursor);
        handle->installEventFilter(this);
    }
    m_shade->installEventFilter(this);
    m_shade->setCursor(Qt::ArrowCursor);
    setTabOrder(sidebar, page);
    setTabOrder(page, panel);
}

bool PaneHost::fits(Side side) const
{
    if (width() < overlayBelow)
        return false;
    // The sidebar has the first claim; the panel gets what the page can spare.
    const int left = m_left.wished ? m_left.width : 0;
    return side == Side::Sidebar || width() - left - qMin(m_right.width, 300) >= leastPage;
}

bool PaneHost::isOverlay(Side side) const
{
    return !fits(side);
}

bool PaneHost::isShown(Side side) const
{
    return fits(side) ? pane(side).wished : pane(side).opened;
}

void PaneHost::setShown(Side side, bool shown)
{
    Pane &changed = pane(side);
    if (fits(side)) {
        changed.wished = shown;
    } else {
        changed.opened = shown;
        if (shown)
            pane(side == Side::Sidebar ? Side::Panel : Side::Sidebar).opened = false;
    }
    arrange();
    if (shown && isOverlay(side))
        changed.widget->setFocus(Qt::OtherFocusReason);
    emit panesChanged();
}

void PaneHost::setPaneWidth(Side side, int width)
{
    pane(side).width = width;
    arrange();
}

bool PaneHost::closeOverlays()
{
    bool any = false;
    for (Side side : {Side::Sidebar, Side::Panel}) {
        any = any || (isOverlay(side) && pane(side).opened);
        pane(side).opened = false;
    }
    if (any) {
        arrange();
        emit panesChanged();
    }
    return any;
}

void PaneHost::arrange()
{
    const bool leftBeside = fits(Side::Sidebar) && m_left.wished;
    const bool rightBeside = fits(Side::Panel) && m_right.wished;
    const bool leftOver = !fits(Side::Sidebar) && m_left.opened;
    const bool rightOver = !fits(Side::Panel) && m_right.opened;
    const int leftWidth = leftBeside ? m_left.width : 0;
    const int rightWidth = rightBeside ? qMin(m_right.width, width() - leftWidth - leastPage) : 0;
    const auto place = [this](QWidget *widget, int x, int w) { widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, w, height()))); };
    place(m_page, leftWidth, width() - leftWidth - rightWidth);
    place(m_left.widget, 0, leftBeside ? leftWidth : qMin(m_left.width + 24, width() - 48));
    const int overWidth = qMin(qMax(m_right.width, 392), width() - 48);
    place(m_right.widget, width() - (rightBeside ? rightWidth : overWidth), rightBeside ? rightWidth : overWidth);
    place(m_left.handle, leftWidth - grip / 2, grip);
    place(m_right.handle, width() - rightWidth - grip / 2, grip);
    m_shade->setGeometry(rect());
    m_shade->setVisible(leftOver || rightOver);
    m_left.widget->setVisible(leftBeside || leftOver);
    m_right.widget->setVisible(rightBeside || rightOver);
    m_left.handle->setVisible(leftBeside);
    m_right.handle->setVisible(rightBeside);
    if (leftOver || rightOver) {
        m_shade->raise();
        (leftOver ? m_left : m_right).widget->raise();
    }
    m_left.handle->raise();
    m_right.handle->raise();
    update();
}

void PaneHost::resizeEvent(QResizeEvent *)
{
    if (fits(Side::Sidebar))
        m_left.opened = false;
    if (fits(Side::Panel))
        m_right.opened = false;
    arrange();
    emit panesChanged();
}

void PaneHost::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTokens().page);
}

bool PaneHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_shade) {
        if (event->type() == QEvent::MouseButtonPress) {
            closeOverlays();
            return true;
        }
        if (event->type() == QEvent::Paint) {
            QPainter(m_shade).fillRect(m_shade->rect(), QColor(0, 0, 0, 70));
            return true;
        }
        return false;
    }
    if (event->type() == QEvent::MouseMove && static_cast<QMouseEvent *>(event)->buttons() & Qt::LeftButton) {
        const int x = mapFromGlobal(static_cast<QMouseEvent *>(event)->globalPosition().toPoint()).x();
        const int fromStart = layoutDirection() == Qt::RightToLeft ? width() - x : x;
        if (watched == m_left.handle)
            m_left.width = qBound(180, fromStart, qMin(480, width() / 3));
        else
            m_right.width = qBound(280, width() - fromStart, qMax(280, width() - leastPage - (m_left.wished ? m_left.width : 0)));
        arrange();
        emit panesChanged();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vitrine
