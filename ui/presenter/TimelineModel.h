#pragma once

#include "presenter/Step.h"

#include <QHash>
#include <QObject>

namespace vitrine {

// The steps of the shown conversation in the order in which they began. Interface thread.
class TimelineModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineModel)

public:
    explicit TimelineModel(QObject *parent = nullptr);

    const QList<Step> &steps() const { return m_steps; }
    int indexOf(const QString &id) const { return m_index.value(id, -1); }
    const Step *find(const QString &id) const;
    // From the first start to the last end of a turn's steps, for the duration bars.
    std::pair<QDateTime, QDateTime> span(const TurnId &turn) const;

    void clear();
    void reset(const QList<Step> &steps);
    // Adds the step, or replaces the one with its id.
    void put(const Step &step);

    // One line a step: "[done] tool image_rotate | Rotated img_1 by 180° | executed here | img_1.1". Without times, for tests.
    QString dump() const;

signals:
    void wasReset();
    void stepAdded(int index);
    void stepChanged(int index);

private:
    QList<Step> m_steps;
    QHash<QString, int> m_index;
};

} // namespace vitrine
