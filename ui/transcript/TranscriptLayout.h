#pragma once

#include "transcript/EntryLayout.h"

#include <QPointF>
#include <QRectF>

#include <compare>
#include <memory>
#include <vector>

namespace vitrine {

// A place in the text of all entries.
struct TranscriptPosition {
    int entry = -1;
    int item = 0;
    qsizetype offset = 0;

    bool isValid() const { return entry >= 0; }
    auto operator<=>(const TranscriptPosition &) const = default;
};

// An item, by entry and number.
struct ItemPlace {
    int entry = -1;
    int item = -1;

    bool isValid() const { return entry >= 0; }
    auto operator<=>(const ItemPlace &) const = default;
};

// All entries one below the other, in the coordinates of the whole document. No widget: what is seen is told from outside.
class TranscriptLayout
{
public:
    explicit TranscriptLayout(const TranscriptStyle &style);

    void setStyle(const TranscriptStyle &style);
    void setViewWidth(qreal width);
    void setHighlighter(CodeHighlighter *highlighter) { m_highlighter = highlighter; }
    const TranscriptMetrics &metrics() const { return m_metrics; }

    void setEntries(const QList<TranscriptEntry> &entries);
    void append(const TranscriptEntry &entry);
    bool update(const TranscriptEntry &entry); // false when there is none of that id
    void remove(int entry);
    int find(const QString &id) const;
    int count() const { return int(m_entries.size()); }
    EntryLayout &entry(int index) const { return *m_entries[size_t(index)]; }
    TranscriptItem &item(const ItemPlace &place) const { return entry(place.entry).item(place.item); }

    // Lays out what lies between `from` and `to`. True when anything moved.
    bool ensure(qreal from, qreal to);
    qreal height() const { return m_height; }
    qreal columnX() const { return m_columnX; }
    qreal columnWidth() const { return m_columnWidth; }
    int entryAt(qreal y) const; // the nearest
    ItemPlace itemAt(qreal y) const;
    QPointF origin(const ItemPlace &place) const;
    TranscriptPosition positionAt(const QPointF &point) const; // nearest text

    TranscriptPosition begin() const;
    TranscriptPosition end() const;
    QString textBetween(const TranscriptPosition &from, const TranscriptPosition &to) const;
    QString markdownBetween(const TranscriptPosition &from, const TranscriptPosition &to) const;
    QString dump() const;

private:
    ItemPlace nearestText(const ItemPlace &place, qreal y) const;

    TranscriptMetrics m_metrics;
    CodeHighlighter *m_highlighter = nullptr;
    std::vector<std::unique_ptr<EntryLayout>> m_entries;
    qreal m_viewWidth = 0;
    qreal m_columnX = 0;
    qreal m_columnWidth = 0;
    qreal m_height = 0;
};

} // namespace vitrine
