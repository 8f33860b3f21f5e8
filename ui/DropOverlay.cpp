#include "DropOverlay.h"

#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QPainter>

namespace vitrine {

DropOverlay::DropOverlay(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::begin()
{
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.page;
    veil.setAlphaF(0.86f);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(t.accent, 2, Qt::DashLine));
    painter.setBrush(t.selected);
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), spacing::cardCorner, spacing::cardCorner);
    const QRect middle(0, height() / 2 - 60, width(), 120);
    themedIcon(QStringLiteral("mail-attachment-symbolic mail-attachment"), IconTint::Accent).paint(&painter, QRect(width() / 2 - 16, middle.top(), 32, 32));
    painter.setFont(bodyFont(1.3, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(middle.adjusted(0, 44, 0, 0), Qt::AlignHCenter | Qt::AlignTop, tr("Drop pictures and files to add them to your message"));
}

} // namespace vitrine
