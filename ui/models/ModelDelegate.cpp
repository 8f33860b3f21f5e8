#include "models/ModelDelegate.h"

#include "models/ModelList.h"
#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QStyle>

namespace vitrine {

namespace {
constexpr int rowHeight = 46;
constexpr int headingHeight = 30;
constexpr int margin = 12;
constexpr int starSize = 16;
} // namespace

QRect ModelDelegate::starRect(const QRect &row, Qt::LayoutDirection direction)
{
    const QRect star(row.right() - margin - starSize, row.center().y() - starSize / 2, starSize, starSize);
    return QStyle::visualRect(direction, row, star);
}

void ModelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens t = currentTokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString text = index.data().toString();
    const QString facts = index.data(ModelList::FactsRole).toString();
    if (index.data(ModelList::IsHeadingRole).toBool()) {
        const QRect box = option.rect.adjusted(margin, 8, -margin, -2);
        painter->setFont(bodyFont(0.84, QFont::DemiBold));
        painter->setPen(t.secondary);
        const int width = painter->fontMetrics().horizontalAdvance(text);
        painter->drawText(box, Qt::AlignLeading | Qt::AlignVCenter, text);
        if (!facts.isEmpty()) {
            painter->setPen(t.warn);
            painter->setFont(bodyFont(0.84));
            const QRect rest = QStyle::visualRect(option.direction, box, box.adjusted(width + 10, 0, 0, 0));
            painter->drawText(rest, Qt::AlignLeading | Qt::AlignVCenter, painter->fontMetrics().elidedText(facts, Qt::ElideRight, rest.width()));
        }
        painter->restore();
        return;
    }
    const QRect box = option.rect.adjusted(4, 1, -4, -1);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.pressed : t.hover);
        painter->drawRoundedRect(box, spacing::corner, spacing::corner);
    }
    const bool current = index.data(ModelList::IsCurrentRole).toBool();
    const QRect words = QStyle::visualRect(option.direction, box, box.adjusted(margin - 4, 0, -margin - starSize - 6, 0));
    painter->setFont(bodyFont(0.95, current ? QFont::DemiBold : QFont::Normal));
    painter->setPen(current ? t.accent : t.text);
    const QRect upper = facts.isEmpty() ? words : words.adjusted(0, 4, 0, -words.height() / 2);
    painter->drawText(upper, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    if (!facts.isEmpty()) {
        painter->setFont(bodyFont(0.84));
        painter->setPen(t.secondary);
        const QRect lower = words.adjusted(0, words.height() / 2, 0, -3);
        painter->drawText(lower, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, painter->fontMetrics().elidedText(facts, Qt::ElideRight, words.width()));
    }
    // The offline assistant is always at hand.
    const bool favourite = index.data(ModelList::IsFavouriteRole).toBool();
    const bool canBeFavourite = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (canBeFavourite && (favourite || selected || (option.state & QStyle::State_MouseOver)))
        themedIcon(QStringLiteral("starred-symbolic rating"), favourite ? IconTint::Accent : IconTint::Secondary).paint(painter, starRect(box, option.direction));
    painter->restore();
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), index.data(ModelList::IsHeadingRole).toBool() ? headingHeight : rowHeight};
}

} // namespace vitrine
