#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QTimer;

namespace vitrine {

// Says what was done and offers to take it back for a while.
class UndoBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoBar)

public:
    explicit UndoBar(QWidget *parent = nullptr);
    // A newer offer takes the place of an older one, which is then final.
    void offer(const QString &sentence, std::function<void()> undo);
    void undo();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
    QTimer *m_timer;
    std::function<void()> m_undo;
};

} // namespace vitrine
