#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>

namespace vitrine {

// The body of a streamed answer in HTTP/1.1 chunks, one for each event.
//
// Qt HttpServer 6.4 has no chunked answers: it copies a sequential device to the socket as it is, so the device itself must frame
// what it gives. It asks `atEnd()` once before the first byte and deletes the device when that is true after a read, or when the
// client has gone.
class EventStream final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    explicit EventStream(const QList<QByteArray> &events);

    bool isSequential() const override { return true; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qsizetype m_position = 0;
};

} // namespace vitrine
