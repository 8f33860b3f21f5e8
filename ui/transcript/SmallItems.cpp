#include "transcript/SmallItems.h"

#include "transcript/Thumbnail.h"
#include "transcript/TranscriptWords.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal pictureGap = 8;
constexpr qreal noticePadding = 14;
constexpr qreal footerHeight = 30;
const QSizeF pictureLimit(280, 200);

} // namespace

void PicturesItem::update(const QList<TranscriptPicture> &pictures)
{
    if (pictures == m_pictures)
        return;
    m_pictures = pictures;
    exact = false;
}

qreal PicturesItem::layout(const TranscriptMetrics &, qreal width)
{
    m_areas.clear();
    m_natural = 0;
    qreal x = 0;
    qreal y = 0;
    qreal tallest = 0;
    for (const TranscriptPicture &picture : std::as_const(m_pictures)) {
        const QSizeF size = thumbnailSize(picture, pictureLimit.boundedTo({width, 1000}));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += tallest + pictureGap;
            tallest = 0;
        }
        m_areas.emplace_back(QPointF(x, y), size);
        x += size.width() + pictureGap;
        tallest = std::max(tallest, size.height());
        m_natural = std::max(m_natural, x - pictureGap);
    }
    return m_areas.empty() ? 0 : y + tallest + pictureGap;
}

qreal PicturesItem::estimate(const TranscriptMetrics &, qreal) const
{
    return m_pictures.isEmpty() ? 0 : thumbnailSize(m_pictures.first(), pictureLimit).height() + pictureGap;
}

void PicturesItem::paint(const ItemPaint &paint)
{
    for (size_t i = 0; i < m_areas.size(); ++i)
        paintThumbnail(paint.painter, m_pictures.at(qsizetype(i)), m_areas[i], paint.metrics, paint.hovered == int(i) || paint.focused == int(i));
}

QString PicturesItem::toolTipAt(const QPointF &point) const
{
    for (size_t i = 0; i < m_areas.size(); ++i) {
        if (m_areas[i].contains(point))
            return m_pictures.at(qsizetype(i)).caption;
    }
    return {};
}

QList<TranscriptControl> PicturesItem::controls() const
{
    QList<TranscriptControl> controls;
    for (qsizetype i = 0; i < m_pictures.size(); ++i) {
        const TranscriptPicture &picture = m_pictures.at(i);
        controls.append({TranscriptControl::Kind::Picture, picture.id, picture.caption.isEmpty() ? TranscriptWords::tr("Picture") : picture.caption,
                         size_t(i) < m_areas.size() ? QList<QRectF>{m_areas[size_t(i)]} : QList<QRectF>{}});
    }
    return controls;
}

QString PicturesItem::accessibleText() const
{
    QStringList names;
    for (const TranscriptPicture &picture : m_pictures)
        names.append(picture.caption);
    return names.join(u", ");
}

QString PicturesItem::dump() const
{
    QStringList names;
    for (const TranscriptPicture &picture : m_pictures)
        names.append(picture.id);
    return names.isEmpty() ? QString() : u"PICTURES "_s + names.join(u' ');
}

void NoticeItem::update(const TranscriptEntry &entry)
{
    const QString text = QString(entry.markdown).replace(u'\n', QChar::LineSeparator);
    if (text == m_text.text && entry.noticeLevel == m_level && entry.actionText == m_actionText && entry.actionId == m_actionId)
        return;
    m_text.text = text;
    m_level = entry.noticeLevel;
    m_actionText = entry.actionText;
    m_actionId = entry.actionId;
    exact = false;
}

qreal NoticeItem::layout(const TranscriptMetrics &metrics, qreal width)
{
    m_width = width;
    const QFontMetricsF font(metrics.style.body);
    const qreal button = m_actionText.isEmpty() ? 0 : font.horizontalAdvance(m_actionText) + 28;
    const bool beside = button > 0 && button < width * 0.35;
    m_textAt = QPointF(noticePadding + 26, noticePadding - 2);
    const qreal room = width - m_textAt.x() - noticePadding - (beside ? button + 12 : 0);
    const RichSetting setting{metrics.style.body, metrics.style.text, metrics.line, Qt::AlignLeft, 0};
    const qreal text = m_layout.layout(m_text, setting, metrics, std::max<qreal>(60, room));
    qreal bottom = m_textAt.y() + text + noticePadding - 2;
    if (beside) {
        bottom = std::max<qreal>(bottom, 32 + 2 * 10);
        m_button = QRectF(width - noticePadding - button + 4, std::round((bottom - 32) / 2), button, 32);
    } else if (button > 0) {
        m_button = QRectF(m_textAt.x(), bottom, button, 32);
        bottom += 32 + 12;
    }
    if (beside || button == 0)
        m_textAt.setY(std::round((bottom - text) / 2));
    return bottom;
}

qreal NoticeItem::estimate(const TranscriptMetrics &metrics, qreal width) const
{
    return 2 * noticePadding + metrics.line * std::ceil(std::max<qreal>(1, qreal(m_text.text.size()) * metrics.charWidth / width));
}

void NoticeItem::paint(const ItemPaint &paint)
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    const QColor tint = m_level == NoticeLevel::Error ? style.error : m_level == NoticeLevel::Warning ? style.warn : style.secondary;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.line, 1));
    painter.setBrush(style.card);
    painter.drawRoundedRect(QRectF(0.5, 0.5, m_width - 1, height - 1), TranscriptMetrics::cardCorner, TranscriptMetrics::cardCorner);

    // "i" in a circle, "!" in a circle, "!" in a triangle: told apart without colour.
    const QPointF centre(noticePadding + 8, m_textAt.y() + paint.metrics.line / 2);
    painter.setPen(QPen(tint, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (m_level == NoticeLevel::Warning)
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -8), centre + QPointF(8.5, 6.5), centre + QPointF(-8.5, 6.5)}));
    else
        painter.drawEllipse(centre, 8, 8);
    const bool upright = m_level != NoticeLevel::Info;
    const qreal shift = m_level == NoticeLevel::Warning ? 1 : 0;
    painter.drawLine(centre + QPointF(0, (upright ? -4 : -0.5) + shift), centre + QPointF(0, (upright ? 0.5 : 4) + shift));
    painter.drawPoint(centre + QPointF(0, (upright ? 3.6 : -3.6) + shift));
    m_layout.paint(painter, m_textAt, paint.metrics, paint.selectedFrom, paint.selectedTo);
    if (m_actionText.isEmpty())
        return;
    painter.setPen(QPen(paint.focused == 0 ? style.accent : style.line, paint.focused == 0 ? 2 : 1));
    painter.setBrush(paint.hovered == 0 ? paint.metrics.hover() : style.page);
    painter.drawRoundedRect(m_button.adjusted(0.5, 0.5, -0.5, -0.5), TranscriptMetrics::corner, TranscriptMetrics::corner);
    painter.setFont(style.body);
    painter.setPen(style.text);
    painter.drawText(m_button, Qt::AlignCenter, m_actionText);
}

bool NoticeItem::isTextAt(const QPointF &point) const
{
    return point.x() >= m_textAt.x() && !m_button.contains(point);
}

QList<TranscriptControl> NoticeItem::controls() const
{
    if (m_actionText.isEmpty())
        return {};
    return {{TranscriptControl::Kind::Notice, m_actionId, m_actionText, {m_button}}};
}

QAccessible::Role NoticeItem::role() const
{
    return m_level == NoticeLevel::Info ? QAccessible::StaticText : QAccessible::AlertMessage;
}

QString NoticeItem::dump() const
{
    return u"NOTICE("_s + toString(m_level) + u") "_s + m_text.plain() + (m_actionText.isEmpty() ? QString() : u" ["_s + m_actionText + u']');
}

void FooterItem::update(const QString &footer, bool shown)
{
    if (footer == m_footer && shown == m_shown)
        return;
    m_footer = footer;
    m_shown = shown;
    exact = false;
}

qreal FooterItem::estimate(const TranscriptMetrics &, qreal) const
{
    return footerHeight;
}

qreal FooterItem::layout(const TranscriptMetrics &metrics, qreal width)
{
    m_width = width;
    m_copy = QRectF(-8, 5, QFontMetricsF(metrics.small).horizontalAdvance(TranscriptWords::tr("Copy")) + 16, footerHeight - 7);
    return footerHeight;
}

void FooterItem::paint(const ItemPaint &paint)
{
    if (!m_shown || (!paint.entryHovered && paint.focused < 0))
        return;
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    painter.setRenderHint(QPainter::Antialiasing);
    if (paint.hovered == 0 || paint.focused == 0) {
        painter.setPen(paint.focused == 0 ? QPen(style.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(paint.metrics.hover());
        painter.drawRoundedRect(m_copy, 6, 6);
    }
    painter.setFont(paint.metrics.small);
    painter.setPen(paint.hovered == 0 ? style.text : style.secondary);
    painter.drawText(m_copy, Qt::AlignCenter, TranscriptWords::tr("Copy"));
    painter.setPen(style.secondary);
    const QRectF rest(m_copy.right() + 10, m_copy.y(), m_width - m_copy.right() - 10, m_copy.height());
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(paint.metrics.small).elidedText(m_footer, Qt::ElideRight, rest.width()));
}

QList<TranscriptControl> FooterItem::controls() const
{
    if (!m_shown)
        return {};
    return {{TranscriptControl::Kind::CopyAnswer, {}, TranscriptWords::tr("Copy"), {m_copy}}};
}

QString FooterItem::dump() const
{
    return m_footer.isEmpty() ? QString() : u"FOOTER "_s + m_footer;
}

} // namespace vitrine
