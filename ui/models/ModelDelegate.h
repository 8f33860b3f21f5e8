#pragma once

#include <QStyledItemDelegate>

namespace vitrine {

// A model as two lines, with a star that can be clicked; a connection as a heading.
class ModelDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static QRect starRect(const QRect &row, Qt::LayoutDirection direction);
};

} // namespace vitrine
