#include "transcript/TranscriptView.h"

#include "transcript/ActivityItem.h"
#include "transcript/CodeHighlighter.h"
#include "transcript/CodeItem.h"
#include "transcript/LinkPrompt.h"
#include "transcript/TranscriptAccessible.h"

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr int frame = 16;       // ms: what arrives within it is drawn once
constexpr qreal margin = 0.5;   // of a viewport, laid out beyond what is seen
constexpr int nearEnd = 4;      // pixels that still count as being at the end

} // namespace

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_layout(TranscriptStyle::light())
    , m_newest(new QToolButton(this))
    , m_prompt(new LinkPrompt(this))
{
    installTranscriptAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Conversation"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::ArrowCursor);
    verticalScrollBar()->setSingleStep(40);
    setMinimumWidth(200);

    m_newest->setObjectName(QStringLiteral("jumpToNewest"));
    m_newest->setText(tr("Jump to newest"));
    m_newest->setAccessibleName(m_newest->text());
    m_newest->setCursor(Qt::PointingHandCursor);
    m_newest->setFocusPolicy(Qt::NoFocus); // the End key does the same
    m_newest->hide();
    connect(m_newest, &QToolButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(m_prompt, &LinkPrompt::confirmed, this, &TranscriptView::linkRequested);
    connect(m_prompt, &LinkPrompt::copyRequested, this, &TranscriptView::toClipboard);
    connect(m_prompt, &LinkPrompt::closed, this, [this] { setFocus(Qt::OtherFocusReason); });
    setTranscriptStyle(TranscriptStyle::light());
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setTranscriptStyle(const TranscriptStyle &style)
{
    m_layout.setStyle(style);
    m_prompt->setTranscriptStyle(style);
    m_newest->setStyleSheet(QStringLiteral("QToolButton { color: %1; background: %2; border: 1px solid %3; border-radius: 15px; padding: 6px 14px; }"
                                           "QToolButton:hover { border-color: %4; }")
                                .arg(style.text.name(), style.card.name(), style.line.name(), style.accent.name()));
    m_newest->setFont(style.body);
    verticalScrollBar()->setSingleStep(int(m_layout.metrics().line * 2));
    arrange();
    viewport()->update();
}

void TranscriptView::setCodeHighlighter(CodeHighlighter *highlighter)
{
    if (m_highlighter)
        m_highlighter->disconnect(this);
    m_highlighter = highlighter;
    m_layout.setHighlighter(highlighter);
    if (!highlighter)
        return;
    connect(highlighter, &CodeHighlighter::highlighted, this, [this](quint64 block, int firstLine, const QList<QList<CodeRun>> &runs) {
        for (int e = m_layout.count() - 1; e >= 0; --e) {
            const EntryLayout &one = m_layout.entry(e);
            for (int i = one.itemCount() - 1; i >= 1; --i) {
                auto *code = dynamic_cast<CodeItem *>(&one.item(i));
                if (!code || code->highlightId() != block)
                    continue;
                code->setRuns(firstLine, runs);
                viewport()->update(areaOf({e, i}));
                return;
            }
        }
    });
}

void TranscriptView::setEntries(const QList<TranscriptEntry> &entries)
{
    m_pending.clear();
    m_anchorPosition = m_cursor = {};
    m_hovered = m_pressed = m_focused = {};
    m_hoveredEntry = -1;
    m_prompt->hide();
    m_layout.setEntries(entries);
    m_following = true;
    m_anchor = {};
    arrange();
    viewport()->update();
    notifyTranscriptReset(this);
}

void TranscriptView::clear()
{
    setEntries({});
}

void TranscriptView::appendEntry(const TranscriptEntry &entry)
{
    flush();
    m_layout.append(entry);
    arrange();
    viewport()->update();
    notifyTranscriptReset(this);
    if (entry.kind == TranscriptEntry::Kind::Notice)
        announce(m_layout.count() - 1);
}

void TranscriptView::updateEntry(const TranscriptEntry &entry)
{
    for (TranscriptEntry &pending : m_pending) {
        if (pending.id == entry.id) {
            pending = entry;
            return;
        }
    }
    m_pending.append(entry);
    scheduleFlush();
}

void TranscriptView::removeEntry(const QString &id)
{
    flush();
    const int at = m_layout.find(id);
    if (at < 0)
        return;
    m_anchorPosition = m_cursor = {};
    m_hovered = m_pressed = m_focused = {};
    m_hoveredEntry = -1;
    m_layout.remove(at);
    arrange();
    viewport()->update();
    notifyTranscriptReset(this);
}

void TranscriptView::scheduleFlush()
{
    if (!m_flushTimer.isActive())
        m_flushTimer.start(frame, this);
}

void TranscriptView::flush()
{
    m_flushTimer.stop();
    if (m_pending.isEmpty())
        return;
    QList<int> ended;
    const QList<TranscriptEntry> pending = std::exchange(m_pending, {});
    for (const TranscriptEntry &entry : pending) {
        const int at = m_layout.find(entry.id);
        const bool ends = at >= 0 && m_layout.entry(at).entry().streaming && !entry.streaming;
        m_layout.update(entry);
        if (ends)
            ended.append(at);
    }
    arrange();
    for (const int at : std::as_const(ended))
        announce(at);
}

void TranscriptView::announce(int entry)
{
    announceTranscriptEntry(this, entry);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_flushTimer.timerId()) {
        flush();
    } else if (event->timerId() == m_dragTimer.timerId()) {
        const qreal y = m_lastMouse.y();
        const qreal over = y < 0 ? y : std::max<qreal>(0, y - viewport()->height());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(over / 2));
        extendSelection(m_lastMouse);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

int TranscriptView::scrollOffset() const
{
    return verticalScrollBar()->value();
}

bool TranscriptView::atEnd() const
{
    return scrollOffset() >= verticalScrollBar()->maximum() - nearEnd;
}

// Everything near the viewport is measured exactly; what lies above may thereby change its height, and then the offset follows, so
// that what the reader looks at stays where it is. Or the end does, when the reader is there.
void TranscriptView::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    m_layout.setViewWidth(viewport()->width());
    const qreal seen = viewport()->height();
    const qreal before = scrollOffset();
    qreal offset = before;
    constexpr int mostRounds = 12; // each round makes more of it exact; in practice two
    for (int round = 0; round < mostRounds; ++round) {
        offset = m_following ? std::max<qreal>(0, m_layout.height() - seen) : offsetFromAnchor();
        if (!m_layout.ensure(offset - seen * margin, offset + seen * (1 + margin)))
            break;
    }
    setRange(offset);
    m_arranging = false;
    rememberAnchor();
    placeChildren();

    // What can be moved is moved; only what is new is drawn.
    const int moved = int(before) - scrollOffset();
    qreal dirty = m_layout.height();
    for (int i = 0; i < m_layout.count(); ++i) {
        const int item = m_layout.entry(i).takeFirstDirty();
        if (item >= 0)
            dirty = std::min(dirty, m_layout.origin({i, item}).y());
    }
    if (moved != 0 && std::abs(moved) < seen)
        viewport()->scroll(0, moved);
    else if (moved != 0)
        viewport()->update();
    if (dirty < m_layout.height())
        repaintFrom(dirty - 4);
}

void TranscriptView::repaintFrom(qreal y)
{
    const int top = std::max(0, int(std::floor(y - scrollOffset())));
    if (top < viewport()->height())
        viewport()->update(0, top, viewport()->width(), viewport()->height() - top);
}

qreal TranscriptView::offsetFromAnchor() const
{
    const int entry = m_layout.find(m_anchor.entry);
    if (entry < 0)
        return scrollOffset();
    const EntryLayout &one = m_layout.entry(entry);
    const qreal top = m_anchor.item < 0 ? one.top : one.top + one.item(std::min(m_anchor.item, one.itemCount() - 1)).top;
    return std::max<qreal>(0, top - m_anchor.y);
}

void TranscriptView::rememberAnchor()
{
    const ItemPlace place = m_layout.itemAt(scrollOffset());
    if (!place.isValid()) {
        m_anchor = {};
        return;
    }
    const EntryLayout &one = m_layout.entry(place.entry);
    m_anchor = {one.entry().id, place.item, one.top + one.item(place.item).top - scrollOffset()};
}

void TranscriptView::setRange(qreal offset)
{
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, int(std::ceil(m_layout.height())) - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setValue(int(std::lround(offset)));
}

void TranscriptView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    if (m_arranging)
        return; // the offset follows the content, not the reader
    // The reader moved: whatever was seen goes along exactly, also when what comes into view was only guessed.
    m_following = atEnd();
    if (std::abs(dy) > 2 * viewport()->height())
        rememberAnchor();
    else
        m_anchor.y += dy;
    const int wanted = scrollOffset();
    arrange();
    if (scrollOffset() == wanted && std::abs(dy) < viewport()->height())
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    hover(m_lastMouse);
}

void TranscriptView::scrollToEnd()
{
    flush();
    m_following = true;
    arrange();
    viewport()->update();
}

void TranscriptView::scrollToEntry(const QString &id)
{
    flush();
    const int entry = m_layout.find(id);
    if (entry < 0)
        return;
    m_following = false;
    m_anchor = {id, -1, 16};
    arrange();
    m_following = atEnd();
    viewport()->update();
}

void TranscriptView::setActivityOpen(const QString &entryId, bool open)
{
    flush();
    const int entry = m_layout.find(entryId);
    if (entry < 0 || !m_layout.entry(entry).isAnswer())
        return;
    auto &activity = static_cast<ActivityItem &>(m_layout.entry(entry).item(0));
    if (activity.isOpen() != open)
        activateControl({entry, 0}, 0);
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
    viewport()->update();
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    flush();
    arrange();
}

void TranscriptView::placeChildren()
{
    const QRect seen = viewport()->geometry();
    constexpr int worthAJump = 80; // nearer than that the end is seen anyway
    m_newest->setVisible(!m_following && verticalScrollBar()->maximum() - scrollOffset() > worthAJump);
    m_newest->adjustSize();
    m_newest->move(seen.x() + (seen.width() - m_newest->width()) / 2, seen.bottom() - m_newest->height() - 12);
    m_newest->raise();
    if (m_prompt->isVisible()) {
        const int width = std::min(seen.width() - 24, 720);
        m_prompt->setGeometry(seen.x() + (seen.width() - width) / 2, 0, width, m_prompt->heightFor(width));
        m_prompt->move(m_prompt->x(), seen.bottom() - m_prompt->height() - 12);
        m_prompt->raise();
    }
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect clip = event->rect();
    painter.fillRect(clip, m_layout.metrics().style.page);
    const qreal from = clip.top() + scrollOffset();
    const qreal to = clip.bottom() + 1 + scrollOffset();
    for (int e = std::max(0, m_layout.entryAt(from)); e < m_layout.count() && m_layout.entry(e).top < to; ++e)
        paintEntry(painter, clip, e);
}

void TranscriptView::paintEntry(QPainter &painter, const QRect &clip, int index)
{
    const EntryLayout &one = m_layout.entry(index);
    const TranscriptMetrics &metrics = m_layout.metrics();
    if (one.isUser() && !one.card().isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(metrics.style.userCard);
        painter.drawRoundedRect(one.card().translated(m_layout.columnX(), one.top - scrollOffset()), TranscriptMetrics::cardCorner,
                                TranscriptMetrics::cardCorner);
    }
    const TranscriptPosition selectedFrom = selectionStart();
    const TranscriptPosition selectedTo = selectionEnd();
    for (int i = 0; i < one.itemCount(); ++i) {
        TranscriptItem &item = one.item(i);
        const QPointF at = m_layout.origin({index, i}) - QPointF(0, scrollOffset());
        constexpr qreal room = 30; // some paint a little outside
        if (!item.live || at.y() > clip.bottom() + room)
            continue;
        if (at.y() + item.height < clip.top() - room)
            continue;
        ItemPaint paint{painter, metrics, QRectF(clip).translated(-at), -1, -1, -1, -1, m_hoveredEntry == index};
        const TranscriptPosition begin{index, i, 0};
        const TranscriptPosition end{index, i, item.length()};
        if (hasSelection() && selectedFrom < end && selectedTo > begin) {
            paint.selectedFrom = selectedFrom > begin ? selectedFrom.offset : 0;
            paint.selectedTo = selectedTo < end ? selectedTo.offset : item.length();
        }
        if (m_hovered.item == ItemPlace{index, i})
            paint.hovered = m_hovered.control;
        if (m_focused.item == ItemPlace{index, i} && hasFocus())
            paint.focused = m_focused.control;
        painter.save();
        painter.translate(at);
        item.paint(paint);
        painter.restore();
    }
}

QRect TranscriptView::areaOf(const ItemPlace &place) const
{
    const QPointF at = m_layout.origin(place) - QPointF(0, scrollOffset());
    return QRectF(at, QSizeF(m_layout.columnWidth(), m_layout.item(place).height)).toAlignedRect().adjusted(-12, -4, 12, 4);
}

QString TranscriptView::dump() const
{
    const_cast<TranscriptView *>(this)->flush();
    return m_layout.dump();
}

} // namespace vitrine
