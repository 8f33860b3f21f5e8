#include "transcript/ActivityItem.h"

#include "transcript/Thumbnail.h"
#include "transcript/TranscriptWords.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vitrine {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal lineHeight = 32;
constexpr qreal below = 10;
constexpr qreal small = 28;      // pictures beside the summary
constexpr qreal large = 84;      // and beneath an open step
constexpr qreal stepHeight = 28;
constexpr qreal textAt = 22;

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Running:
        return TranscriptWords::tr("running");
    case StepState::Ok:
        return TranscriptWords::tr("done");
    case StepState::Failed:
        return TranscriptWords::tr("failed");
    case StepState::Denied:
        return TranscriptWords::tr("declined");
    }
    return {};
}

// Shape and colour both tell the state.
void paintState(QPainter &painter, const QPointF &centre, StepState state, const TranscriptStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto pen = [](const QColor &colour) { return QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); };
    switch (state) {
    case StepState::Running:
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.accent);
        painter.drawEllipse(centre, 3.2, 3.2);
        break;
    case StepState::Ok:
        painter.setPen(pen(style.ok));
        painter.drawPolyline(QPolygonF({centre + QPointF(-3.8, 0.2), centre + QPointF(-1.2, 2.8), centre + QPointF(3.8, -3)}));
        break;
    case StepState::Failed:
        painter.setPen(pen(style.error));
        painter.drawLine(centre + QPointF(-3, -3), centre + QPointF(3, 3));
        painter.drawLine(centre + QPointF(-3, 3), centre + QPointF(3, -3));
        break;
    case StepState::Denied:
        painter.setPen(pen(style.warn));
        painter.drawEllipse(centre, 3.6, 3.6);
        painter.drawLine(centre + QPointF(-2.4, 2.4), centre + QPointF(2.4, -2.4));
        break;
    }
}

} // namespace

void ActivityItem::update(const TranscriptActivity &activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    exact = false;
}

qreal ActivityItem::estimate(const TranscriptMetrics &, qreal) const
{
    if (m_activity.summary.isEmpty())
        return 0;
    return lineHeight + below + (m_open ? qreal(m_activity.steps.size()) * stepHeight : 0);
}

qreal ActivityItem::layout(const TranscriptMetrics &metrics, qreal width)
{
    m_shown.clear();
    m_rows.clear();
    m_controls.clear();
    m_more.clear();
    if (m_activity.summary.isEmpty())
        return 0;
    m_controls.append({TranscriptControl::Kind::ToggleActivity, {}, m_activity.summary, {}});
    placeFolded(metrics, width);
    m_controls.first().areas = {m_line};
    if (!m_open)
        return lineHeight + below;
    return placeSteps(metrics, width) + below + 4;
}

void ActivityItem::placeFolded(const TranscriptMetrics &metrics, qreal width)
{
    const QFontMetricsF font(metrics.style.body);
    const qreal words = std::min(font.horizontalAdvance(m_activity.summary), width - textAt - 8);
    m_line = QRectF(-6, 0, textAt + words + 16, lineHeight);
    if (m_open)
        return;
    qreal x = m_line.right() + 4;
    int left = 0;
    for (const TranscriptStep &step : std::as_const(m_activity.steps)) {
        for (const TranscriptPicture &picture : step.pictures) {
            const QSizeF size = thumbnailSize(picture, {small * 1.5, small}).expandedTo({small, small});
            if (left > 0 || m_shown.size() >= 6 || x + size.width() + 40 > width) {
                ++left;
                continue;
            }
            addPicture(picture, QRectF(QPointF(x, (lineHeight - small) / 2), size));
            x += size.width() + 6;
        }
    }
    if (left > 0) {
        m_more = u'+' + QString::number(left);
        m_moreArea = QRectF(x, 0, 40, lineHeight);
    }
}

void ActivityItem::addPicture(const TranscriptPicture &picture, const QRectF &area)
{
    m_shown.push_back({picture, area, int(m_controls.size())});
    const QString name = picture.caption.isEmpty() ? TranscriptWords::tr("Picture") : picture.caption;
    m_controls.append({TranscriptControl::Kind::Picture, picture.id, name, {area}});
}

qreal ActivityItem::placeSteps(const TranscriptMetrics &, qreal width)
{
    qreal y = lineHeight + 2;
    for (qsizetype i = 0; i < m_activity.steps.size(); ++i) {
        const TranscriptStep &step = m_activity.steps.at(i);
        const QRectF area(textAt - 8, y, width - textAt + 8, stepHeight);
        m_rows.push_back({i, area, int(m_controls.size())});
        const QString name = step.title + u", "_s + stateWord(step.state);
        m_controls.append({TranscriptControl::Kind::Step, step.id, name, {area}});
        y += stepHeight;
        if (step.pictures.isEmpty())
            continue;
        qreal x = textAt + 16;
        y += 2;
        for (const TranscriptPicture &picture : step.pictures) {
            const QSizeF size = thumbnailSize(picture, {large * 1.6, large}).expandedTo({large / 2, large / 2});
            if (x + size.width() > width && x > textAt + 16) {
                x = textAt + 16;
                y += large + 6;
            }
            addPicture(picture, QRectF(QPointF(x, y), size));
            x += size.width() + 8;
        }
        y += large + 8;
    }
    return y;
}

void ActivityItem::paintLine(const ItemPaint &paint) const
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    painter.setRenderHint(QPainter::Antialiasing);
    if (paint.hovered == 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(paint.metrics.hover());
        painter.drawRoundedRect(m_line.adjusted(0, 2, 0, -2), 6, 6);
    }
    if (paint.focused == 0) {
        painter.setPen(QPen(style.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_line.adjusted(1, 3, -1, -3), 6, 6);
    }
    const QPointF centre(7, lineHeight / 2);
    painter.setPen(QPen(style.secondary, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (m_open)
        painter.drawPolyline(QPolygonF({centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)}));
    else
        painter.drawPolyline(QPolygonF({centre + QPointF(-2, -4), centre + QPointF(2, 0), centre + QPointF(-2, 4)}));
    painter.setFont(style.body);
    painter.setPen(m_activity.running ? style.accent : style.secondary);
    const QRectF words = m_line.adjusted(textAt + 6, 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(style.body).elidedText(m_activity.summary, Qt::ElideRight, words.width()));
    if (!m_more.isEmpty()) {
        painter.setPen(style.secondary);
        painter.drawText(m_moreArea, Qt::AlignVCenter | Qt::AlignLeft, m_more);
    }
}

void ActivityItem::paintStep(const ItemPaint &paint, const Row &row) const
{
    QPainter &painter = paint.painter;
    const TranscriptStyle &style = paint.metrics.style;
    const TranscriptStep &step = m_activity.steps.at(row.step);
    painter.setRenderHint(QPainter::Antialiasing);
    if (paint.hovered == row.control || paint.focused == row.control) {
        painter.setPen(paint.focused == row.control ? QPen(style.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(paint.metrics.hover());
        painter.drawRoundedRect(row.area.adjusted(1, 1, -1, -1), 6, 6);
    }
    paintState(painter, {row.area.left() + 12, row.area.center().y()}, step.state, style);
    const QRectF words = row.area.adjusted(26, 0, -8, 0);
    const QFontMetricsF font(style.body);
    const QString title = font.elidedText(step.title, Qt::ElideRight, words.width());
    painter.setFont(style.body);
    painter.setPen(step.state == StepState::Failed ? style.error : style.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, title);
    const qreal used = font.horizontalAdvance(title) + 12;
    if (step.detail.isEmpty() || used + 40 > words.width())
        return;
    painter.setFont(paint.metrics.small);
    painter.setPen(style.secondary);
    const QRectF rest = words.adjusted(used, 0, 0, 0);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(paint.metrics.small).elidedText(step.detail, Qt::ElideRight, rest.width()));
}

void ActivityItem::paint(const ItemPaint &paint)
{
    if (m_activity.summary.isEmpty())
        return;
    paintLine(paint);
    if (!m_rows.empty()) {
        const qreal end = m_rows.back().area.bottom();
        paint.painter.fillRect(QRectF(6.5, lineHeight, 1, end - lineHeight), paint.metrics.style.line);
    }
    for (const Row &row : m_rows) {
        if (row.area.intersects(paint.clip))
            paintStep(paint, row);
    }
    for (const Shown &shown : m_shown) {
        if (shown.area.intersects(paint.clip))
            paintThumbnail(paint.painter, shown.picture, shown.area, paint.metrics, paint.hovered == shown.control || paint.focused == shown.control);
    }
}

QString ActivityItem::toolTipAt(const QPointF &point) const
{
    for (const Shown &shown : m_shown) {
        if (shown.area.contains(point))
            return shown.picture.caption;
    }
    for (const Row &row : m_rows) {
        if (row.area.contains(point))
            return m_activity.steps.at(row.step).detail;
    }
    return {};
}

bool ActivityItem::activate(const TranscriptControl &control)
{
    if (control.kind != TranscriptControl::Kind::ToggleActivity)
        return false;
    m_open = !m_open;
    exact = false;
    return true;
}

QString ActivityItem::accessibleText() const
{
    QStringList parts{m_activity.summary};
    for (const TranscriptStep &step : m_activity.steps) {
        if (m_open)
            parts.append(step.title + u", "_s + stateWord(step.state));
    }
    return parts.join(u'\n');
}

QString ActivityItem::dump() const
{
    if (m_activity.summary.isEmpty())
        return {};
    QString out = u"ACTIVITY "_s + (m_activity.running ? u"(running) "_s : QString()) + m_activity.summary;
    for (const TranscriptStep &step : m_activity.steps) {
        if (m_open)
            out += u"\n  STEP "_s + step.title + u" ["_s + stateWord(step.state) + u"] "_s + step.detail;
    }
    return out;
}

} // namespace vitrine
