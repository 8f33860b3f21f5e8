#include "offline/EventStream.h"

#include <algorithm>

namespace vitrine {

EventStream::EventStream(const QList<QByteArray> &events)
{
    for (const QByteArray &event : events)
        m_body += QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n";
    m_body += "0\r\n\r\n";
    // Unbuffered, or QIODevice would hold bytes that bytesAvailable() must then count too.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool EventStream::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 EventStream::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 EventStream::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_body.size() - m_position);
    std::copy_n(m_body.constData() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 EventStream::writeData(const char *, qint64)
{
    return -1;
}

} // namespace vitrine
