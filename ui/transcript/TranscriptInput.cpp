#include "transcript/TranscriptView.h"

#include "transcript/ActivityItem.h"
#include "transcript/LinkPrompt.h"
#include "transcript/SafeLink.h"
#include "transcript/TranscriptAccessible.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// Mouse, keyboard, selection and clipboard of the view.

namespace vitrine {

ItemPlace TranscriptView::itemUnder(const QPointF &viewportPoint) const
{
    const QPointF point = toDocument(viewportPoint);
    const ItemPlace place = m_layout.itemAt(point.y());
    if (!place.isValid())
        return {};
    // A paragraph that goes on in another's last line begins above the item's top: both are asked, the later first.
    const QPointF inside = point - m_layout.origin(place);
    return inside.y() < m_layout.item(place).height ? place : ItemPlace{};
}

TranscriptView::ControlPlace TranscriptView::controlAt(const QPointF &viewportPoint) const
{
    const ItemPlace place = itemUnder(viewportPoint);
    if (!place.isValid() || !m_layout.item(place).live)
        return {};
    const QPointF inside = toDocument(viewportPoint) - m_layout.origin(place);
    const QList<TranscriptControl> controls = m_layout.item(place).controls();
    for (int i = 0; i < controls.size(); ++i) {
        const QList<QRectF> &areas = controls.at(i).areas;
        if (std::any_of(areas.begin(), areas.end(), [&](const QRectF &area) { return area.contains(inside); }))
            return {place, i};
    }
    return {};
}

void TranscriptView::hover(const QPointF &viewportPoint)
{
    m_lastMouse = viewportPoint;
    const bool within = viewport()->rect().contains(viewportPoint.toPoint()) && viewport()->underMouse();
    const ControlPlace control = within ? controlAt(viewportPoint) : ControlPlace{};
    const int entry = within ? m_layout.entryAt(toDocument(viewportPoint).y()) : -1;
    if (control != m_hovered) {
        if (m_hovered.isValid() && m_hovered.item.entry < m_layout.count())
            viewport()->update(areaOf(m_hovered.item));
        if (control.isValid())
            viewport()->update(areaOf(control.item));
        m_hovered = control;
    }
    if (entry != m_hoveredEntry) {
        for (const int one : {m_hoveredEntry, entry}) {
            if (one >= 0 && one < m_layout.count())
                viewport()->update(areaOf({one, m_layout.entry(one).itemCount() - 1}));
        }
        m_hoveredEntry = entry;
    }
    if (!within || m_selecting)
        return;
    const ItemPlace place = itemUnder(viewportPoint);
    const bool text = place.isValid() && m_layout.item(place).isTextAt(toDocument(viewportPoint) - m_layout.origin(place));
    viewport()->setCursor(control.isValid() ? Qt::PointingHandCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
}

QString TranscriptView::toolTipAt(const QPointF &viewportPoint) const
{
    const ItemPlace place = itemUnder(viewportPoint);
    return place.isValid() ? m_layout.item(place).toolTipAt(toDocument(viewportPoint) - m_layout.origin(place)) : QString();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // An address may hold what looks like markup.
        const QString tip = toolTipAt(help->pos()).toHtmlEscaped();
        QToolTip::showText(help->globalPos(), tip.isEmpty() ? QString() : QStringLiteral("<qt>") + tip + QStringLiteral("</qt>"), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        hover({-1, -1});
    return QAbstractScrollArea::viewportEvent(event);
}

bool TranscriptView::event(QEvent *event)
{
    // Qt would take these for itself before the view sees them as keys.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TranscriptView::beginDrag(const QPointF &viewportPoint)
{
    const ItemPlace place = itemUnder(viewportPoint);
    if (!place.isValid() || !m_layout.item(place).isHandle(toDocument(viewportPoint) - m_layout.origin(place)))
        return false;
    m_handle = place;
    return true;
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    flush();
    m_lastMouse = event->position();
    setFocused({});
    if (beginDrag(event->position()))
        return;
    m_pressed = controlAt(event->position());
    const TranscriptPosition at = m_layout.positionAt(toDocument(event->position()));
    if (!(event->modifiers() & Qt::ShiftModifier) || !m_anchorPosition.isValid())
        m_anchorPosition = at;
    m_cursor = at;
    m_selecting = at.isValid();
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_handle.isValid()) {
        if (m_layout.item(m_handle).scrollBy(event->position().x() - m_lastMouse.x()))
            viewport()->update(areaOf(m_handle));
        m_lastMouse = event->position();
        return;
    }
    if (m_selecting && (event->buttons() & Qt::LeftButton)) {
        extendSelection(event->position());
        const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
        if (outside && !m_dragTimer.isActive())
            m_dragTimer.start(40, this);
        else if (!outside)
            m_dragTimer.stop();
        return;
    }
    hover(event->position());
}

void TranscriptView::extendSelection(const QPointF &viewportPoint)
{
    m_lastMouse = viewportPoint;
    const TranscriptPosition at = m_layout.positionAt(toDocument(viewportPoint));
    if (!at.isValid() || at == m_cursor)
        return;
    if (m_pressed.isValid() && at != m_anchorPosition)
        m_pressed = {}; // a drag, not a click
    m_cursor = at;
    viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    m_selecting = false;
    if (m_handle.isValid()) {
        m_handle = {};
        return;
    }
    const ControlPlace pressed = std::exchange(m_pressed, {});
    if (event->button() == Qt::LeftButton && pressed.isValid() && pressed == controlAt(event->position()))
        activateControl(pressed.item, pressed.control);
    else if (hasSelection() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TranscriptPosition at = m_layout.positionAt(toDocument(event->position()));
    if (event->button() == Qt::LeftButton && at.isValid() && !controlAt(event->position()).isValid())
        selectWord(at);
}

// Words as text(0, length()) has them would be off by list markers, so the characters beside the place are asked one by one.
void TranscriptView::selectWord(const TranscriptPosition &at)
{
    const TranscriptItem &item = m_layout.item({at.entry, at.item});
    const auto isWord = [&item](qsizetype i) {
        const QString one = i == 0 ? item.text(0, 1).right(1) : item.text(i, i + 1);
        return !one.isEmpty() && (one.at(0).isLetterOrNumber() || one.at(0) == u'_' || one.at(0).isSurrogate() || one.at(0).isMark());
    };
    qsizetype from = at.offset;
    qsizetype to = at.offset;
    constexpr qsizetype longest = 200;
    while (from > 0 && at.offset - from < longest && isWord(from - 1))
        --from;
    while (to < item.length() && to - at.offset < longest && isWord(to))
        ++to;
    m_anchorPosition = {at.entry, at.item, from};
    m_cursor = {at.entry, at.item, to};
    viewport()->update();
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier);
    if (sideways) {
        const ItemPlace place = itemUnder(event->position());
        const int notches = angle.x() != 0 ? angle.x() : angle.y();
        const qreal amount = pixels.isNull() ? notches / 120.0 * 60 : (pixels.x() != 0 ? pixels.x() : pixels.y());
        if (place.isValid() && m_layout.item(place).scrollBy(-amount / 2))
            viewport()->update(areaOf(place));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && m_focused.isValid()) {
        activateControl(m_focused.item, m_focused.control);
    } else if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        scrollToEnd();
    } else if (event->key() == Qt::Key_PageUp) {
        bar->setValue(bar->value() - bar->pageStep() + bar->singleStep());
    } else if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space) {
        bar->setValue(bar->value() + bar->pageStep() - bar->singleStep());
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        bar->setValue(bar->value() + (event->key() == Qt::Key_Up ? -1 : 1) * bar->singleStep());
    } else if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && m_focused.isValid()) {
        const qreal step = event->key() == Qt::Key_Left ? -40 : 40;
        if (m_layout.item(m_focused.item).scrollBy(step))
            viewport()->update(areaOf(m_focused.item));
    } else if (event->key() == Qt::Key_Escape && (hasSelection() || m_focused.isValid())) {
        clearSelection();
        setFocused({});
    } else {
        event->ignore(); // Esc stops the turn, letters may go to the composer
    }
}

TranscriptView::ControlPlace TranscriptView::nextControl(const ControlPlace &from, bool next) const
{
    ControlPlace at = from;
    if (!at.isValid()) {
        // Into the view by Tab: the first thing that is seen; backwards the last of all.
        at.item = next ? m_layout.itemAt(scrollOffset()) : ItemPlace{m_layout.count() - 1, 0};
        if (!at.item.isValid())
            return {};
        if (!next)
            at.item.item = m_layout.entry(at.item.entry).itemCount() - 1;
        at.control = next ? -1 : 1'000'000;
    }
    for (;;) {
        m_layout.entry(at.item.entry).read();
        const int count = int(m_layout.item(at.item).controls().size());
        at.control = next ? at.control + 1 : std::min(at.control, count) - 1;
        if (at.control >= 0 && at.control < count)
            return at;
        at.item.item += next ? 1 : -1;
        if (at.item.item < 0 || at.item.item >= m_layout.entry(at.item.entry).itemCount()) {
            at.item.entry += next ? 1 : -1;
            if (at.item.entry < 0 || at.item.entry >= m_layout.count())
                return {};
            m_layout.entry(at.item.entry).read();
            at.item.item = next ? 0 : m_layout.entry(at.item.entry).itemCount() - 1;
        }
        at.control = next ? -1 : 1'000'000;
    }
}

void TranscriptView::setFocused(const ControlPlace &place)
{
    if (place == m_focused)
        return;
    for (const ControlPlace &one : {m_focused, place}) {
        if (one.isValid() && one.item.entry < m_layout.count())
            viewport()->update(areaOf(one.item));
    }
    m_focused = place;
    if (place.isValid())
        notifyTranscriptFocus(this, place.item.entry, place.item.item, place.control);
}

bool TranscriptView::focusNextPrevChild(bool next)
{
    flush();
    const ControlPlace to = m_layout.count() > 0 ? nextControl(m_focused, next) : ControlPlace{};
    if (!to.isValid()) {
        setFocused({});
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    setFocused(to);
    showControl(to);
    return true;
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool forward = event->reason() == Qt::TabFocusReason;
    if ((forward || event->reason() == Qt::BacktabFocusReason) && m_layout.count() > 0) {
        const ControlPlace to = nextControl({}, forward);
        setFocused(to);
        if (to.isValid())
            showControl(to);
    }
    if (m_focused.isValid())
        viewport()->update(areaOf(m_focused.item));
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (m_focused.isValid() && m_focused.item.entry < m_layout.count())
        viewport()->update(areaOf(m_focused.item));
}

// Brings a control into view by the shortest way, once its item is laid out.
void TranscriptView::showControl(const ControlPlace &place)
{
    const qreal seen = viewport()->height();
    const auto areaNow = [&] {
        const QList<TranscriptControl> controls = m_layout.item(place.item).controls();
        const QPointF origin = m_layout.origin(place.item);
        if (place.control >= controls.size() || controls.at(place.control).areas.isEmpty())
            return QRectF(origin, QSizeF(1, 1));
        return controls.at(place.control).areas.first().translated(origin);
    };
    for (int round = 0; round < 3; ++round) {
        const QRectF area = areaNow();
        const qreal offset = scrollOffset();
        constexpr qreal room = 40;
        if (area.top() >= offset && area.bottom() <= offset + seen && m_layout.item(place.item).live)
            return;
        const qreal wanted = area.top() < offset ? area.top() - room : area.bottom() - seen + room;
        verticalScrollBar()->setValue(int(std::lround(wanted)));
    }
}

void TranscriptView::activateControl(const ItemPlace &place, int index)
{
    if (place.entry < 0 || place.entry >= m_layout.count())
        return;
    TranscriptItem &item = m_layout.item(place);
    const QList<TranscriptControl> controls = item.controls();
    if (index < 0 || index >= controls.size())
        return;
    const TranscriptControl control = controls.at(index);
    const QString entryId = m_layout.entry(place.entry).entry().id;
    if (item.activate(control)) {
        // What the reader pressed stays under the pointer, also at the end of the conversation.
        m_following = false;
        const EntryLayout &one = m_layout.entry(place.entry);
        m_anchor = {entryId, place.item, one.top + item.top - scrollOffset()};
        arrange();
        m_following = atEnd();
        placeChildren();
        viewport()->update();
        if (control.kind == TranscriptControl::Kind::ToggleActivity)
            emit activityToggled(entryId, static_cast<const ActivityItem &>(item).isOpen());
        return;
    }
    switch (control.kind) {
    case TranscriptControl::Kind::Link:
        if (const std::optional<QUrl> url = safeLink(control.value)) {
            m_prompt->ask(*url);
            placeChildren();
        }
        break;
    case TranscriptControl::Kind::CopyText:
        toClipboard(control.value);
        break;
    case TranscriptControl::Kind::CopyAnswer:
        toClipboard(m_layout.entry(place.entry).entry().markdown);
        break;
    case TranscriptControl::Kind::Picture:
        emit pictureActivated(control.value);
        break;
    case TranscriptControl::Kind::Step:
        emit stepActivated(entryId, control.value);
        break;
    case TranscriptControl::Kind::Notice:
        emit actionTriggered(entryId, control.value);
        break;
    case TranscriptControl::Kind::ToggleWrap:
    case TranscriptControl::Kind::ToggleActivity:
        break;
    }
}

void TranscriptView::selectAll()
{
    flush();
    m_anchorPosition = m_layout.begin();
    for (int i = 0; i < m_layout.count(); ++i)
        m_layout.entry(i).read();
    m_cursor = m_layout.end();
    arrange();
    viewport()->update();
}

void TranscriptView::clearSelection()
{
    m_anchorPosition = m_cursor = {};
    viewport()->update();
}

QString TranscriptView::selectedText() const
{
    return hasSelection() ? m_layout.textBetween(selectionStart(), selectionEnd()) : QString();
}

QString TranscriptView::selectedMarkdown() const
{
    return hasSelection() ? m_layout.markdownBetween(selectionStart(), selectionEnd()) : QString();
}

void TranscriptView::copy()
{
    if (hasSelection())
        toClipboard(selectedText());
}

void TranscriptView::toClipboard(const QString &text)
{
    QApplication::clipboard()->setText(text);
    emit copied(text);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    flush();
    const ControlPlace control = controlAt(event->pos());
    const int entry = m_layout.entryAt(toDocument(event->pos()).y());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    QAction *text = menu->addAction(tr("Copy"), this, &TranscriptView::copy);
    QAction *markdown = menu->addAction(tr("Copy as Markdown"), this, [this] { toClipboard(selectedMarkdown()); });
    text->setEnabled(hasSelection());
    text->setShortcut(QKeySequence::Copy);
    markdown->setEnabled(hasSelection());
    if (entry >= 0 && m_layout.entry(entry).isAnswer()) {
        const QString whole = m_layout.entry(entry).entry().markdown;
        menu->addAction(tr("Copy answer as Markdown"), this, [this, whole] { toClipboard(whole); });
    }
    if (control.isValid()) {
        const TranscriptControl pressed = m_layout.item(control.item).controls().at(control.control);
        const std::optional<QUrl> url = pressed.kind == TranscriptControl::Kind::Link ? safeLink(pressed.value) : std::nullopt;
        if (url)
            menu->addAction(tr("Copy link address"), this, [this, address = trueTarget(*url)] { toClipboard(address); });
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->popup(event->globalPos());
}

} // namespace vitrine
