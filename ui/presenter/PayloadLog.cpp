#include "presenter/PayloadLog.h"

namespace vitrine {

namespace {

qint64 bytesOf(const WireRecord &record)
{
    return record.request.size() + record.response.size();
}

} // namespace

void PayloadLog::add(const TurnId &turn, const WireRecord &record)
{
    m_entries.append({turn, record});
    m_bytes += bytesOf(record);
    while (m_entries.size() > 1 && (m_entries.size() > mostEntries || m_bytes > mostBytes))
        m_bytes -= bytesOf(m_entries.takeFirst().record);
    emit added(turn);
}

QList<WireRecord> PayloadLog::of(const QList<TurnId> &turns) const
{
    QList<WireRecord> records;
    for (const Entry &entry : m_entries) {
        if (turns.contains(entry.turn))
            records.append(entry.record);
    }
    return records;
}

} // namespace vitrine
