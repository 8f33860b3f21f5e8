#include "connect/TileGrid.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace vitrine {

TileGrid::TileGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(10);
}

void TileGrid::add(QWidget *tile)
{
    m_tiles.append(tile);
    m_columns = 0;
    arrange(2);
}

void TileGrid::focusFirst()
{
    if (!m_tiles.isEmpty())
        m_tiles.constFirst()->setFocus(Qt::OtherFocusReason);
}

void TileGrid::resizeEvent(QResizeEvent *event)
{
    const int width = event->size().width();
    arrange(width >= 680 ? 5 : width >= 520 ? 4 : width >= 380 ? 3 : 2);
}

void TileGrid::arrange(int columns)
{
    if (columns == m_columns)
        return;
    for (int column = 0; column < qMax(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    for (int i = 0; i < int(m_tiles.size()); ++i)
        m_grid->addWidget(m_tiles[i], i / columns, i % columns);
}

} // namespace vitrine
