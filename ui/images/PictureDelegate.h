#pragma once

#include <QStyledItemDelegate>

namespace vitrine {

// Draws one picture of the tree: thumbnail, id, what was done, size.
class PictureDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureDelegate)

public:
    enum Role { ImageRole = Qt::UserRole + 1, ShaRole, FactsRole, ThumbnailRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vitrine
