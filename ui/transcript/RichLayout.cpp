#include "transcript/RichLayout.h"

#include "transcript/TranscriptMetrics.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

QTextCharFormat formatOf(const InlineRun &run, const RichSetting &setting, const TranscriptMetrics &metrics)
{
    const TranscriptStyle &style = metrics.style;
    QTextCharFormat format;
    QFont font = setting.font;
    QColor colour = setting.colour;
    if (run.flags & (InlineCode | Math)) {
        const qreal scale = QFontMetricsF(setting.font).height() / QFontMetricsF(style.body).height();
        font = style.code;
        font.setWeight(setting.font.weight());
        if (style.code.pointSizeF() > 0)
            font.setPointSizeF(style.code.pointSizeF() * scale);
    }
    if (run.flags & NotLoaded)
        font = metrics.small;
    if (run.flags & Padding)
        font = setting.font; // a fixed font would make it as wide as a letter
    if (run.flags & Bold)
        font.setWeight(QFont::DemiBold);
    if (run.flags & Italic)
        font.setItalic(true);
    if (run.flags & (NotLoaded | Superscript))
        colour = style.secondary;
    if (run.link >= 0 && !(run.flags & NotLoaded)) {
        colour = style.accent;
        font.setUnderline(true);
    }
    if (run.flags & Strike)
        font.setStrikeOut(true);
    format.setFont(font);
    format.setForeground(colour);
    if (run.flags & Superscript)
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    if (run.flags & Unsure) {
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(style.warn);
    }
    return format;
}

bool isEmojiLead(QChar c)
{
    return c.unicode() >= 0xD83C && c.unicode() <= 0xD83E;
}

bool joinsEmoji(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x200D || u == 0xFE0F || c.isSurrogate();
}

} // namespace

// Left to itself the font system may take an emoji from one font and its skin tone from another.
QList<QTextLayout::FormatRange> emojiFormats(QStringView text)
{
    static const QString family = QStringLiteral("Noto Color Emoji");
    static const bool there = QFontDatabase::hasFamily(family);
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype at = 0; there && at < text.size(); ++at) {
        if (!isEmojiLead(text.at(at)))
            continue;
        const qsizetype from = at;
        while (at + 1 < text.size() && (joinsEmoji(text.at(at + 1)) || text.at(at).unicode() == 0x200D))
            ++at;
        QTextCharFormat format;
        format.setFontFamilies({family});
        formats.append({int(from), int(at + 1 - from), format});
    }
    return formats;
}

void RichLayout::makeFormats(const RichText &text, const RichSetting &setting, const TranscriptMetrics &metrics)
{
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat plain;
    plain.setForeground(setting.colour);
    int at = 0;
    const auto addPlain = [&](int to) {
        if (to > at)
            formats.append({at, to - at, plain});
    };
    m_grounds.clear();
    for (const InlineRun &run : text.runs) {
        addPlain(run.start);
        formats.append({run.start, run.length, formatOf(run, setting, metrics)});
        at = run.start + run.length;
        if (!(run.flags & (InlineCode | NotLoaded)))
            continue;
        const quint16 kind = run.flags & (InlineCode | NotLoaded);
        const bool joins = !m_grounds.isEmpty() && m_grounds.last().start + m_grounds.last().length == run.start
            && m_grounds.last().flags == kind && !(m_grounds.last().link && (run.flags & Padding));
        // `link` here: the ground has its closing pad.
        if (joins) {
            m_grounds.last().length += run.length;
        } else {
            m_grounds.append({run.start, run.length, kind, 0});
        }
        if (run.flags & Padding && m_grounds.last().length > run.length)
            m_grounds.last().link = 1;
    }
    addPlain(int(text.text.size()));
    m_layout->setFormats(formats + emojiFormats(text.text));
}

qreal RichLayout::layout(const RichText &text, const RichSetting &setting, const TranscriptMetrics &metrics, qreal width)
{
    m_line = setting.line;
    m_layout = std::make_unique<QTextLayout>(text.text, setting.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // QTextLayout takes "left" literally; Arabic and Hebrew begin at the right.
    const bool turned = setting.alignment == Qt::AlignLeft && text.text.isRightToLeft();
    option.setAlignment(turned ? Qt::AlignRight : setting.alignment);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    makeFormats(text, setting, metrics);

    const QFontMetricsF font(setting.font);
    const qreal baseline = std::round((m_line - font.height()) / 2 + font.ascent());
    qreal y = 0;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        const qreal indent = line.lineNumber() == 0 ? setting.firstIndent : 0;
        line.setLineWidth(std::max<qreal>(1, width - indent));
        // The baseline, not the line's own top: fonts that join in (Chinese, emoji) must not move it.
        line.setPosition({indent, y + baseline - line.ascent()});
        y += m_line;
    }
    m_layout->endLayout();
    return std::max(y, m_line);
}

void RichLayout::paintGrounds(QPainter &painter, const QPointF &at, const TranscriptMetrics &metrics) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const InlineRun &ground : m_grounds) {
        const bool picture = ground.flags & NotLoaded;
        painter.setPen(picture ? QPen(metrics.style.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(picture ? metrics.style.card : metrics.codeGround());
        const QList<QRectF> rects = rectsOf(ground.start, ground.start + ground.length);
        for (const QRectF &rect : rects) {
            const qreal inset = std::round((rect.height() - metrics.bodyPixels * 1.32) / 2);
            painter.drawRoundedRect(rect.translated(at).adjusted(0.5, inset, -0.5, -inset), 4, 4);
        }
    }
}

void RichLayout::paint(QPainter &painter, const QPointF &at, const TranscriptMetrics &metrics, qsizetype selectedFrom,
                       qsizetype selectedTo) const
{
    if (!m_layout)
        return;
    paintGrounds(painter, at, metrics);
    if (selectedFrom >= 0 && selectedTo > selectedFrom) {
        const QList<QRectF> rects = rectsOf(selectedFrom, selectedTo);
        for (const QRectF &rect : rects)
            painter.fillRect(rect.translated(at), metrics.selection());
    }
    painter.setPen(metrics.style.text);
    m_layout->draw(&painter, at);
}

qsizetype RichLayout::positionAt(const QPointF &point) const
{
    if (!m_layout || m_layout->lineCount() == 0)
        return 0;
    const int line = std::clamp(int(std::floor(point.y() / m_line)), 0, m_layout->lineCount() - 1);
    return m_layout->lineAt(line).xToCursor(point.x());
}

QList<QRectF> RichLayout::rectsOf(qsizetype from, qsizetype to) const
{
    QList<QRectF> rects;
    if (!m_layout)
        return rects;
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const int start = std::max(int(from), line.textStart());
        const int end = std::min(int(to), line.textStart() + line.textLength());
        if (start >= end)
            continue;
        const qreal x1 = line.cursorToX(start);
        const qreal x2 = line.cursorToX(end);
        rects.append(QRectF(std::min(x1, x2), i * m_line, std::abs(x2 - x1), m_line));
    }
    return rects;
}

qreal RichLayout::naturalWidth() const
{
    qreal width = 0;
    for (int i = 0; m_layout && i < m_layout->lineCount(); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        width = std::max(width, line.x() + line.naturalTextWidth());
    }
    return std::ceil(width);
}

qreal RichLayout::lastLineEnd() const
{
    if (!m_layout || m_layout->lineCount() == 0)
        return 0;
    const QTextLine line = m_layout->lineAt(m_layout->lineCount() - 1);
    return line.x() + line.cursorToX(line.textStart() + line.textLength()) - line.cursorToX(line.textStart());
}

bool RichLayout::breaksFirstWord() const
{
    if (!m_layout || m_layout->lineCount() < 2)
        return false;
    const QTextLine line = m_layout->lineAt(0);
    const qsizetype end = line.textStart() + line.textLength();
    const QString text = m_layout->text();
    return end <= 0 || (text.at(end - 1).isLetterOrNumber() && text.at(end).isLetterOrNumber() && text.at(end).unicode() < 0x2E80);
}

} // namespace vitrine
