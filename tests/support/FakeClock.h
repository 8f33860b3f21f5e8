#pragma once

#include "base/Clock.h"

namespace vitrine {

// Time that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }
    void advance(qint64 milliseconds)
    {
        m_now = m_now.addMSecs(milliseconds);
        m_monotonic += milliseconds;
    }

private:
    QDateTime m_now = QDateTime(QDate(2026, 4, 16), QTime(9, 30), Qt::UTC);
    qint64 m_monotonic = 1000;
};

} // namespace vitrine
