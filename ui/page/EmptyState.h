#pragma once

#include <QWidget>

namespace vitrine {

// Before the first message: one sentence, and four things to do at once.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

signals:
    void whiteboardRequested();
    void tableRequested();
    void modelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Tile;
    Tile *addTile(const QString &icon, const QString &title, const QString &text);

    QWidget *m_grid;
    QList<Tile *> m_tiles;
    int m_columns = 0;
};

} // namespace vitrine
