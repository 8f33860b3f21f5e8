#pragma once

#include "base/Clock.h"
#include "model/Item.h"

#include <QHash>
#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace vitrine {

class StepCard;
class Thumbnails;
class TimelineModel;

// The cards of all steps, newest at the bottom and followed unless the reader scrolled away from it.
class TimelinePanel final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePanel)

public:
    TimelinePanel(TimelineModel &model, Thumbnails &thumbnails, const Clock &clock, QWidget *parent = nullptr);

    void showStep(const QString &id); // opens, marks and scrolls to it
    StepCard *card(const QString &id) const { return m_cards.value(id); }
    void tick();

signals:
    void pictureActivated(const QString &image);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void addCard(int index);
    void updateSpans();
    bool atEnd() const;
    void follow();

    TimelineModel &m_model;
    Thumbnails &m_thumbnails;
    const Clock &m_clock;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QWidget *m_empty = nullptr;
    QPushButton *m_earlier = nullptr;
    QHash<QString, StepCard *> m_cards;
    int m_first = 0; // the earliest step that has a card
    bool m_following = true;
};

} // namespace vitrine
