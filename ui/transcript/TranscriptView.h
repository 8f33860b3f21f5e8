#pragma once

#include "transcript/TranscriptEntry.h"
#include "transcript/TranscriptLayout.h"
#include "transcript/TranscriptStyle.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

class QToolButton;

namespace vitrine {

class CodeHighlighter;
class LinkPrompt;

// The conversation as a list of native blocks: one layout a block, only those near the viewport alive. Text from models is
// hostile: nothing of it is run, fetched or opened; an address leaves only through linkRequested, after the reader saw it whole.
class TranscriptView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TranscriptView)

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setTranscriptStyle(const TranscriptStyle &style);
    // Not owned; null shows code plain. To be set before there are entries.
    void setCodeHighlighter(CodeHighlighter *highlighter);

    void setEntries(const QList<TranscriptEntry> &entries); // scrolls to the end
    void appendEntry(const TranscriptEntry &entry);
    // The entry with the same id; unknown ids are ignored. A growing answer is cheap: only its new text is read, and what arrives
    // within one frame is drawn once.
    void updateEntry(const TranscriptEntry &entry);
    void removeEntry(const QString &id);
    void clear();

    void scrollToEntry(const QString &id);
    void scrollToEnd();
    bool atEnd() const;
    void flush(); // shows at once what waits for the next frame
    void setActivityOpen(const QString &entryId, bool open);

    void selectAll();
    void clearSelection();
    void copy(); // the selection, as text
    QString selectedText() const;
    QString selectedMarkdown() const; // whole blocks: the selection rounded outwards

    // What is shown, as text: one line a block, for tests.
    QString dump() const;
    // For tests and the accessible tree.
    TranscriptLayout &document() { return m_layout; }
    int scrollOffset() const;
    QRect areaOf(const ItemPlace &place) const; // in the viewport
    void activateControl(const ItemPlace &place, int control);

signals:
    void linkRequested(const QUrl &url); // http, https or mailto; the reader has confirmed it
    void pictureActivated(const QString &pictureId);
    void stepActivated(const QString &entryId, const QString &stepId);
    void actionTriggered(const QString &entryId, const QString &actionId);
    void activityToggled(const QString &entryId, bool open);
    void copied(const QString &text);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct ControlPlace {
        ItemPlace item;
        int control = -1;

        bool isValid() const { return control >= 0; }
        bool operator==(const ControlPlace &) const = default;
    };
    // What stays where it is when heights elsewhere change.
    struct Anchor {
        QString entry;
        int item = 0;
        qreal y = 0; // of its top, in the viewport
    };

    void scheduleFlush();
    void arrange();
    void rememberAnchor();
    qreal offsetFromAnchor() const;
    void setRange(qreal offset);
    void repaintFrom(qreal y);
    void placeChildren();
    void paintEntry(QPainter &painter, const QRect &clip, int entry);
    void announce(int entry);

    QPointF toDocument(const QPointF &point) const { return point + QPointF(0, scrollOffset()); }
    ControlPlace controlAt(const QPointF &viewportPoint) const;
    ItemPlace itemUnder(const QPointF &viewportPoint) const;
    void hover(const QPointF &viewportPoint);
    void setFocused(const ControlPlace &place);
    void showControl(const ControlPlace &place);
    ControlPlace nextControl(const ControlPlace &from, bool next) const;
    bool beginDrag(const QPointF &viewportPoint);
    void extendSelection(const QPointF &viewportPoint);
    void selectWord(const TranscriptPosition &at);
    TranscriptPosition selectionStart() const { return std::min(m_anchorPosition, m_cursor); }
    TranscriptPosition selectionEnd() const { return std::max(m_anchorPosition, m_cursor); }
    bool hasSelection() const { return m_anchorPosition.isValid() && m_anchorPosition != m_cursor; }
    void toClipboard(const QString &text);
    QString toolTipAt(const QPointF &viewportPoint) const;

    TranscriptLayout m_layout;
    CodeHighlighter *m_highlighter = nullptr;
    QToolButton *m_newest = nullptr;
    LinkPrompt *m_prompt = nullptr;
    QBasicTimer m_flushTimer;
    QBasicTimer m_dragTimer; // scrolls while a selection is dragged over the edge
    QList<TranscriptEntry> m_pending; // newest state of entries that changed since the last flush
    Anchor m_anchor;
    bool m_following = true;
    bool m_arranging = false;

    ControlPlace m_hovered;
    ControlPlace m_pressed;
    ControlPlace m_focused;
    int m_hoveredEntry = -1;
    TranscriptPosition m_anchorPosition; // where the selection began
    TranscriptPosition m_cursor;         // and where it goes to
    bool m_selecting = false;
    ItemPlace m_handle; // whose sideways handle is dragged
    QPointF m_lastMouse;
};

} // namespace vitrine
