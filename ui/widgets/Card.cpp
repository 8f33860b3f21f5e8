#include "widgets/Card.h"

#include "theme/Tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace vitrine {

Card::Card(QWidget *parent, Ground ground)
    : QWidget(parent)
    , m_ground(ground)
{
}

void Card::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QColor ground = t.card;
    QColor line = t.line;
    if (m_ground == Ground::Page)
        ground = t.page;
    if (m_ground == Ground::Warn) {
        ground = mixed(t.page, t.warn, 0.07);
        line = mixed(t.page, t.warn, 0.45);
    }
    if (m_ground == Ground::Error) {
        ground = mixed(t.page, t.error, 0.06);
        line = mixed(t.page, t.error, 0.4);
    }
    if (m_active)
        line = mixed(t.line, t.accent, 0.65);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cardCorner, spacing::cardCorner);
}

ElidedLabel::ElidedLabel(QWidget *parent, Ink ink)
    : QWidget(parent)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return QSize(metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(0, sizeHint().height());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setPen(m_ink == Ink::Text ? t.text : t.secondary);
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    setToolTip(shown == m_text ? QString() : m_text);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
}

} // namespace vitrine
