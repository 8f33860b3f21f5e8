#include "sidebar/ConversationDelegate.h"

#include "sidebar/ConversationList.h"
#include "theme/Theme.h"

#include <QPainter>

namespace vitrine {

namespace {
constexpr int rowHeight = 34;
constexpr int headingHeight = 32;
} // namespace

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = currentTokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(ConversationList::IsHeadingRole).toBool()) {
        painter->setFont(bodyFont(0.84, QFont::DemiBold));
        painter->setPen(t.secondary);
        painter->drawText(option.rect.adjusted(12, 8, -8, -2), Qt::AlignLeading | Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.pressed : t.hover);
        painter->drawRoundedRect(box, spacing::corner, spacing::corner);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(t.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), spacing::corner, spacing::corner);
    }
    QRect textBox = box.adjusted(12, 0, -10, 0);
    if (index.data(ConversationList::RunningRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawEllipse(QPointF(textBox.right() - 3, box.center().y() + 0.5), 3.5, 3.5);
        textBox.adjust(0, 0, -16, 0);
    }
    painter->setFont(bodyFont(0.95));
    painter->setPen(t.text);
    const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, textBox.width());
    painter->drawText(textBox, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, title);
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QSize(option.rect.width(), index.data(ConversationList::IsHeadingRole).toBool() ? headingHeight : rowHeight);
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(2, 1, -2, -1));
}

} // namespace vitrine
