#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace vitrine {

// Measures how long the event loop was kept from turning by what runs in it. Time in which the machine gave this thread no
// processor is not counted, so that a busy machine does not fail the test.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_clock.start();
        m_delay = runDelay();
        m_timer.callOnTimeout(this, [this] { look(); });
        m_timer.start(10);
    }

    qint64 worstMilliseconds() const { return m_worst; }

private:
    // Nanoseconds that this thread was ready to run and had to wait (second number of schedstat, see proc(5)).
    static qint64 runDelay()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    }

    void look()
    {
        const qint64 delay = runDelay();
        const qint64 own = m_clock.restart() - (delay - m_delay) / 1'000'000;
        m_delay = delay;
        m_worst = qMax(m_worst, own);
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_delay = 0;
    qint64 m_worst = 0;
};

} // namespace vitrine
