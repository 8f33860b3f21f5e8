#pragma once

#include <QWidget>

class QGridLayout;

namespace vitrine {

// Tiles of one width, as many a row as fit, so that the rows are even.
class TileGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TileGrid)

public:
    explicit TileGrid(QWidget *parent = nullptr);
    void add(QWidget *tile);
    void focusFirst();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    QGridLayout *m_grid;
    QList<QWidget *> m_tiles;
    int m_columns = 0;
};

} // namespace vitrine
