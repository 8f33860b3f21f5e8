#include "composer/AttachmentChip.h"

#include "presenter/Words.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace vitrine {

namespace {
constexpr int side = 40;
}

AttachmentChip::AttachmentChip(const AttachedFile &file, QWidget *parent)
    : QWidget(parent)
    , m_file(file)
{
    setFixedSize(sizeHint());
    setAccessibleName(QStringLiteral("%1, %2").arg(file.name, words::size(file.size)));
    setToolTip(file.path.toHtmlEscaped());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->addStretch();
    QToolButton *remove = iconButton(QStringLiteral("window-close"), tr("Remove %1").arg(file.name), this, tr("Remove"));
    remove->setIconSize(QSize(14, 14));
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, &AttachmentChip::removeRequested);
}

void AttachmentChip::setThumbnail(const QImage &image)
{
    m_thumbnail = image;
    update();
}

void AttachmentChip::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(t.line);
    painter.setBrush(t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::corner, spacing::corner);
    const QRect box(6, 6, side, side);
    if (m_thumbnail.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(box, 6, 6);
        const QString icon = m_file.picture ? QStringLiteral("view-preview") : QStringLiteral("document-multiple view-list-text document-edit");
        themedIcon(icon).paint(&painter, box.adjusted(10, 10, -10, -10));
    } else {
        QPainterPath clip;
        clip.addRoundedRect(box, 6, 6);
        painter.save();
        painter.setClipPath(clip);
        const QSize fill = m_thumbnail.size().scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRect(box.center() - QPoint(fill.width() / 2 - 1, fill.height() / 2 - 1), fill), m_thumbnail);
        painter.restore();
    }
    const QRect text = rect().adjusted(side + 14, 8, -34, -8);
    painter.setFont(bodyFont(0.9));
    painter.setPen(t.text);
    painter.drawText(text, Qt::AlignTop | Qt::AlignLeading | Qt::TextSingleLine, painter.fontMetrics().elidedText(m_file.name, Qt::ElideMiddle, text.width()));
    painter.setFont(bodyFont(0.82));
    painter.setPen(t.secondary);
    painter.drawText(text, Qt::AlignBottom | Qt::AlignLeading, words::size(m_file.size));
}

} // namespace vitrine
