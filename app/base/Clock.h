#pragma once

#include <QDateTime>

namespace vitrine {

// Time is handed in, so that tests decide what time it is. Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;         // UTC, milliseconds
    virtual qint64 monotonicMs() const = 0;    // for durations and deadlines; never jumps
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    qint64 monotonicMs() const override;
};

// RFC 3339 with milliseconds in UTC, as all of our JSON has it: 2026-04-16T09:30:00.123Z. Empty for an invalid time.
QString toRfc3339(const QDateTime &time);
QDateTime fromRfc3339(const QString &text);

} // namespace vitrine
