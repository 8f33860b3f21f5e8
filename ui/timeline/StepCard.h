#pragma once

#include "presenter/Step.h"

#include <QWidget>

class QVBoxLayout;

namespace vitrine {

class StepDetails;
class Thumbnails;

// One step: icon, what in plain words, state, duration and its place in the turn's time. Opens to everything that is known of it.
class StepCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepCard)

public:
    StepCard(Thumbnails &thumbnails, QWidget *parent = nullptr);

    void setStep(const Step &step);
    // The time span that the duration bar is a part of, and what time it is for steps that run.
    void setSpan(const QDateTime &start, const QDateTime &end, const QDateTime &now);
    void refreshPictures();
    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    const Step &step() const { return m_step; }
    void setMarked(bool marked); // named by the transcript

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void openChanged(bool open);
    void pictureActivated(const QString &image);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int headerHeight(int width) const;
    QRect titleBox(int width) const;
    void paintState(QPainter &painter, const QRect &header) const;
    void paintBar(QPainter &painter, const QRect &header) const;
    void paintStrip(QPainter &painter, const QRect &header) const;
    qint64 milliseconds() const;
    void layOut();

    Thumbnails &m_thumbnails;
    Step m_step;
    QDateTime m_spanStart;
    QDateTime m_spanEnd;
    QDateTime m_now;
    StepDetails *m_details = nullptr; // made when first opened
    bool m_open = false;
    bool m_hovered = false;
    bool m_marked = false;
};

} // namespace vitrine
