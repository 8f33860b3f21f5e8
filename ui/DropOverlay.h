#pragma once

#include <QWidget>

namespace vitrine {

// Lies over the whole window while something is dragged above it.
class DropOverlay final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropOverlay)

public:
    explicit DropOverlay(QWidget *parent);
    void begin();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vitrine
