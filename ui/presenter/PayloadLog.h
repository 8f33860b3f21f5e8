#pragma once

#include "base/Id.h"
#include "providers/WireRecord.h"

#include <QList>
#include <QObject>

namespace vitrine {

// What went over the wire since the program started, for the newest requests only: they are large and can be recorded with
// `vitrine exec --record`. Interface thread.
class PayloadLog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadLog)

public:
    using QObject::QObject;

    struct Entry {
        TurnId turn;
        WireRecord record;
    };

    void add(const TurnId &turn, const WireRecord &record);
    // Of these turns, oldest first.
    QList<WireRecord> of(const QList<TurnId> &turns) const;

signals:
    void added(const vitrine::TurnId &turn);

private:
    static constexpr qsizetype mostEntries = 100;
    static constexpr qint64 mostBytes = 128 * 1024 * 1024;

    QList<Entry> m_entries;
    qint64 m_bytes = 0;
};

} // namespace vitrine
