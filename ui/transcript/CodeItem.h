#pragma once

#include "transcript/BlockItem.h"
#include "transcript/CodeHighlighter.h"
#include "transcript/SideScroll.h"

#include <QTextLayout>

#include <memory>
#include <vector>

namespace vitrine {

// A code block: language, wrap and copy above; lines that are laid out only where they are drawn. Grows by lines.
// A formula that is not closed to TeX yet is shown the same way, without the frame.
class CodeItem final : public BlockItem
{
public:
    CodeItem(const MarkdownBlock &block, CodeHighlighter *highlighter);
    ~CodeItem() override;

    bool update(const MarkdownBlock &block) override;
    void release() override;
    // Colours for lines from `firstLine` on.
    void setRuns(int firstLine, const QList<QList<CodeRun>> &runs);
    quint64 highlightId() const { return m_highlightId; }

    qsizetype length() const override { return m_block.code.size(); }
    qsizetype positionAt(const QPointF &point) const override;
    QString text(qsizetype from, qsizetype to) const override { return m_block.code.mid(from, to - from); }
    bool isTextAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override;
    bool activate(const TranscriptControl &control) override;
    bool scrollBy(qreal pixels) override { return m_scroll.scrollBy(pixels * m_scroll.contentPerHandle()); }
    bool isHandle(const QPointF &point) const override { return m_scroll.handle(frame()).adjusted(-4, -4, 4, 4).contains(point); }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    qreal naturalWidth() const override;

protected:
    qreal layoutContent(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimateContent(const TranscriptMetrics &metrics, qreal width) const override;
    void paintContent(const ItemPaint &paint, const QPointF &at) override;

private:
    struct Line {
        qsizetype from = 0;
        qsizetype length = 0;
        qreal y = 0; // within the text
        std::unique_ptr<QTextLayout> layout;
    };

    bool isMath() const { return m_block.kind == MarkdownBlock::Kind::Math; }
    void readLines(qsizetype settled);
    void measure(const TranscriptMetrics &metrics);
    QTextLayout &layoutOf(size_t line) const;
    QList<QTextLayout::FormatRange> formatsOf(size_t line) const;
    void requestRuns();
    size_t lineAt(qreal y) const;
    QRectF frame() const;
    QRectF header() const;
    QPointF textOrigin() const;
    void paintHeader(const ItemPaint &paint);
    void paintSelection(const ItemPaint &paint, const Line &line, const QTextLayout &layout, const QPointF &at) const;

    CodeHighlighter *m_highlighter = nullptr;
    quint64 m_highlightId = 0;
    mutable std::vector<Line> m_lines;
    std::vector<QList<CodeRun>> m_runs;
    int m_requested = 0;       // lines that were sent to be coloured
    qsizetype m_read = 0;      // units of settled code that are in m_lines
    size_t m_settledLines = 0;
    int m_columns = 0;         // of the widest line
    bool m_wrap = false;
    bool m_justCopied = false;
    qreal m_width = 0;
    qreal m_textHeight = 0;
    QFont m_font;
    QHash<QString, CodeStyle> m_styles;
    QColor m_warn;
    qreal m_lineHeight = 19;
    qreal m_charWidth = 8;
    SideScroll m_scroll;
};

} // namespace vitrine
