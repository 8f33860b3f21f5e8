#include "transcript/CodeItem.h"

#include "transcript/RichLayout.h"
#include "transcript/TranscriptWords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr qreal padding = 14;
constexpr qreal headerHeight = 34;
constexpr int tabColumns = 4;
constexpr qsizetype longestDrawn = 10000; // of one line; shaping a megabyte on one line would stall the window

bool isWide(QChar c)
{
    return c.unicode() >= 0x1100 && (c.unicode() <= 0x115F || (c.unicode() >= 0x2E80 && c.unicode() <= 0xFFE6 && !c.isSurrogate()));
}

int columnsOf(QStringView line)
{
    int columns = 0;
    for (const QChar c : line.first(std::min(line.size(), longestDrawn)))
        columns += c == u'\t' ? tabColumns - columns % tabColumns : isWide(c) ? 2 : 1;
    return columns;
}

// Characters that reorder what the reader sees are the classic way to hide what code does. One for one, so that places stay.
QString visible(QStringView line)
{
    QString out = line.first(std::min(line.size(), longestDrawn)).toString();
    for (QChar &c : out) {
        const char16_t u = c.unicode();
        if ((u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

quint64 nextHighlightId()
{
    static quint64 last = 0; // interface thread only
    return ++last;
}

} // namespace

CodeItem::CodeItem(const MarkdownBlock &block, CodeHighlighter *highlighter)
    : BlockItem(block), m_highlighter(highlighter), m_highlightId(nextHighlightId())
{
    readLines(m_block.settled);
}

CodeItem::~CodeItem()
{
    if (m_highlighter && m_requested > 0)
        m_highlighter->forget(m_highlightId);
}

bool CodeItem::update(const MarkdownBlock &block)
{
    const bool grew = block.kind == m_block.kind && block.settled >= m_read && block.id == m_block.id
        && block.code.startsWith(QStringView(m_block.code).first(m_read));
    if (!grew)
        return false;
    if (block.language != m_block.language) {
        m_requested = 0;
        m_runs.clear();
    }
    m_block = block;
    readLines(m_block.settled);
    exact = false;
    return true;
}

// Lines that are settled stay; the one that is still being written is read anew each time.
void CodeItem::readLines(qsizetype settled)
{
    m_lines.resize(m_settledLines);
    const QStringView code(m_block.code);
    // The next line begins behind the line feed that ends the last settled one.
    qsizetype from = m_settledLines == 0 ? 0 : m_read + 1;
    while (from <= code.size()) {
        qsizetype end = code.indexOf(u'\n', from);
        if (end < 0)
            end = code.size();
        m_lines.push_back({from, end - from, 0, nullptr});
        m_columns = std::max(m_columns, columnsOf(code.mid(from, end - from)));
        if (end <= settled && (settled > 0 || !m_block.open)) {
            m_settledLines = m_lines.size();
            m_read = end;
        }
        from = end + 1;
    }
}

void CodeItem::release()
{
    for (Line &line : m_lines)
        line.layout.reset();
}

qreal CodeItem::layoutContent(const TranscriptMetrics &metrics, qreal width)
{
    const bool restyled = m_font != metrics.style.code || m_styles != metrics.style.codeStyles;
    if (restyled || (m_wrap && width != m_width))
        release();
    m_width = width;
    m_font = metrics.style.code;
    m_styles = metrics.style.codeStyles;
    m_lineHeight = metrics.codeLine;
    m_charWidth = metrics.codeChar;
    measure(metrics);
    requestRuns();
    const qreal handle = m_scroll.needed() ? SideScroll::handleRoom : 0;
    if (isMath())
        return m_textHeight + handle;
    return headerHeight + m_textHeight + padding * 0.7 + handle;
}

void CodeItem::measure(const TranscriptMetrics &)
{
    const qreal room = m_width - 2 * padding;
    qreal y = 0;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].y = y;
        const bool fits = !m_wrap || columnsOf(QStringView(m_block.code).mid(m_lines[i].from, m_lines[i].length)) * m_charWidth < room * 0.8;
        y += m_lineHeight * (fits ? 1 : std::max(1, layoutOf(i).lineCount()));
    }
    m_textHeight = std::max(y, m_lineHeight);
    m_scroll.setWidths(room, m_wrap ? room : m_columns * m_charWidth + 4);
}

qreal CodeItem::estimateContent(const TranscriptMetrics &metrics, qreal) const
{
    const qreal text = qreal(m_lines.size()) * metrics.codeLine;
    return isMath() ? text : headerHeight + text + padding * 0.7;
}

QTextLayout &CodeItem::layoutOf(size_t index) const
{
    Line &line = m_lines[index];
    if (line.layout)
        return *line.layout;
    line.layout = std::make_unique<QTextLayout>(visible(QStringView(m_block.code).mid(line.from, line.length)), m_font);
    QTextOption option;
    option.setWrapMode(m_wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(tabColumns * m_charWidth);
    option.setTextDirection(Qt::LeftToRight);
    line.layout->setTextOption(option);
    line.layout->setCacheEnabled(true);
    line.layout->setFormats(formatsOf(index) + emojiFormats(line.layout->text()));
    const QFontMetricsF font(m_font);
    const qreal baseline = std::round((m_lineHeight - font.height()) / 2 + font.ascent());
    qreal y = 0;
    line.layout->beginLayout();
    for (QTextLine piece = line.layout->createLine(); piece.isValid(); piece = line.layout->createLine()) {
        piece.setLineWidth(m_wrap ? m_width - 2 * padding : 1e6);
        piece.setPosition({0, y + baseline - piece.ascent()});
        y += m_lineHeight;
    }
    line.layout->endLayout();
    return *line.layout;
}

QList<QTextLayout::FormatRange> CodeItem::formatsOf(size_t index) const
{
    QList<QTextLayout::FormatRange> formats;
    if (index >= m_runs.size())
        return formats;
    for (const CodeRun &run : m_runs[index]) {
        const auto style = m_styles.constFind(run.style);
        if (style == m_styles.constEnd() || run.start < 0 || run.start + run.length > m_lines[index].length)
            continue;
        QTextCharFormat format;
        format.setForeground(style->colour);
        if (style->bold)
            format.setFontWeight(QFont::DemiBold);
        if (style->italic)
            format.setFontItalic(true);
        formats.append({run.start, run.length, format});
    }
    return formats;
}

// Only what is settled is sent: a line that is still being written would colour differently a moment later.
void CodeItem::requestRuns()
{
    const int ready = int(m_settledLines);
    if (!m_highlighter || isMath() || m_block.language.isEmpty() || ready <= m_requested)
        return;
    CodeRequest request{m_highlightId, m_block.language, m_requested, {}};
    for (int i = m_requested; i < ready; ++i)
        request.lines.append(m_block.code.mid(m_lines[size_t(i)].from, m_lines[size_t(i)].length));
    m_requested = ready;
    m_highlighter->request(request);
}

void CodeItem::setRuns(int firstLine, const QList<QList<CodeRun>> &runs)
{
    if (firstLine < 0 || size_t(firstLine) + size_t(runs.size()) > m_settledLines)
        return;
    m_runs.resize(std::max(m_runs.size(), size_t(firstLine) + size_t(runs.size())));
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const size_t at = size_t(firstLine + i);
        m_runs[at] = runs.at(i);
        if (m_lines[at].layout)
            m_lines[at].layout.reset();
    }
}

size_t CodeItem::lineAt(qreal y) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), y, [](qreal at, const Line &line) { return at < line.y; });
    return after == m_lines.begin() ? 0 : size_t(after - m_lines.begin()) - 1;
}

QRectF CodeItem::frame() const
{
    return {origin().x(), origin().y(), m_width, height - origin().y()};
}

QRectF CodeItem::header() const
{
    return {origin().x(), origin().y(), m_width, headerHeight};
}

QPointF CodeItem::textOrigin() const
{
    return origin() + QPointF(padding - m_scroll.offset(), isMath() ? 0 : headerHeight);
}

qsizetype CodeItem::positionAt(const QPointF &point) const
{
    const QPointF inside = point - textOrigin();
    const size_t index = lineAt(inside.y());
    const QTextLayout &layout = layoutOf(index);
    const Line &line = m_lines[index];
    if (layout.lineCount() == 0)
        return line.from;
    const int piece = std::clamp(int((inside.y() - line.y) / m_lineHeight), 0, layout.lineCount() - 1);
    return line.from + layout.lineAt(piece).xToCursor(inside.x());
}

bool CodeItem::isTextAt(const QPointF &point) const
{
    return point.y() > textOrigin().y() && frame().contains(point) && !isHandle(point);
}

QList<TranscriptControl> CodeItem::controls() const
{
    if (isMath())
        return {};
    const QFontMetricsF font(m_font);
    const QRectF area = header();
    const QRectF copy(area.right() - 64, area.y() + 5, 58, 24);
    const QRectF wrap(copy.left() - 62, copy.y(), 58, 24);
    return {{TranscriptControl::Kind::ToggleWrap, {}, TranscriptWords::tr("Wrap"), {wrap}},
            {TranscriptControl::Kind::CopyText, m_block.code,
             m_justCopied ? TranscriptWords::tr("Copied") : TranscriptWords::tr("Copy"),
             {copy}}};
}

bool CodeItem::activate(const TranscriptControl &control)
{
    if (control.kind != TranscriptControl::Kind::ToggleWrap)
        return false;
    m_wrap = !m_wrap;
    release();
    exact = false;
    return true;
}

qreal CodeItem::naturalWidth() const
{
    return origin().x() + std::max<qreal>(220, m_columns * m_charWidth + 2 * padding + 4);
}

void CodeItem::paintHeader(const ItemPaint &paint)
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    painter.setFont(paint.metrics.small);
    painter.setPen(style.secondary);
    const QRectF area = header();
    const QString label = painter.fontMetrics().elidedText(m_block.language, Qt::ElideRight, int(m_width - 160));
    painter.drawText(area.adjusted(padding, 0, -140, 0), Qt::AlignVCenter | Qt::AlignLeft, label);
    const QList<TranscriptControl> buttons = controls();
    for (int i = 0; i < buttons.size(); ++i) {
        const QRectF button = buttons.at(i).areas.first();
        const bool on = i == 0 && m_wrap;
        if (paint.hovered == i || on) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(paint.metrics.hover());
            painter.drawRoundedRect(button, 6, 6);
        }
        if (paint.focused == i) {
            painter.setPen(QPen(style.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(button.adjusted(1, 1, -1, -1), 6, 6);
        }
        painter.setPen(on ? style.accent : paint.hovered == i ? style.text : style.secondary);
        painter.drawText(button, Qt::AlignCenter, buttons.at(i).name);
    }
}

void CodeItem::paintSelection(const ItemPaint &paint, const Line &line, const QTextLayout &layout, const QPointF &at) const
{
    const qsizetype from = std::max(paint.selectedFrom, line.from);
    const qsizetype to = std::min(paint.selectedTo, line.from + line.length);
    if (paint.selectedFrom < 0 || paint.selectedTo <= line.from || from > line.from + line.length)
        return;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine piece = layout.lineAt(i);
        const int start = std::max(int(from - line.from), piece.textStart());
        const int end = std::min(int(to - line.from), piece.textStart() + piece.textLength());
        const bool lineEnd = paint.selectedTo > line.from + line.length && i == layout.lineCount() - 1;
        const qreal x1 = piece.cursorToX(start);
        const qreal x2 = piece.cursorToX(std::max(start, end)) + (lineEnd ? m_charWidth * 0.6 : 0);
        if (x2 > x1)
            paint.painter.fillRect(QRectF(at.x() + x1, at.y() + i * m_lineHeight, x2 - x1, m_lineHeight), paint.metrics.selection());
    }
}

void CodeItem::paintContent(const ItemPaint &paint, const QPointF &)
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    const QRectF area = frame();
    if (!isMath()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(style.line, 1));
        painter.setBrush(style.card);
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), TranscriptMetrics::corner, TranscriptMetrics::corner);
        paintHeader(paint);
    }
    painter.save();
    painter.setClipRect(area.adjusted(padding - 4, 0, 4 - padding, 0), Qt::IntersectClip);
    painter.setPen(style.text);
    const QPointF at = textOrigin();
    for (size_t i = lineAt(paint.clip.top() - at.y()); i < m_lines.size(); ++i) {
        const QPointF lineAtPoint = at + QPointF(0, m_lines[i].y);
        if (lineAtPoint.y() > paint.clip.bottom())
            break;
        const QTextLayout &layout = layoutOf(i);
        paintSelection(paint, m_lines[i], layout, lineAtPoint);
        layout.draw(&painter, lineAtPoint);
    }
    painter.restore();
    m_scroll.paint(painter, area.adjusted(padding, 0, -padding, 0), paint.metrics);
}

} // namespace vitrine
