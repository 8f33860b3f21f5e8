#include "sandbox/FrameCodec.h"

#include "base/Json.h"

#include <QCoreApplication>
#include <QtEndian>

namespace vitrine {

QByteArray frame(const QJsonObject &message)
{
    const QByteArray body = toJson(message);
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(quint32(body.size()), bytes.data());
    return bytes + body;
}

Done FrameReader::feed(const QByteArray &bytes, const std::function<void(const QJsonObject &)> &handle)
{
    m_pending += bytes;
    qsizetype start = 0;
    Done done;
    while (done && m_pending.size() - start >= 4) {
        const quint32 length = qFromBigEndian<quint32>(m_pending.constData() + start);
        if (length > maxFrameBytes) {
            done = fail(ErrorKind::Protocol,
                        QCoreApplication::translate("Sandbox", "The interpreter sent a message that is too large."));
            break;
        }
        if (m_pending.size() - start - 4 < qsizetype(length))
            break;
        const Result<QJsonObject> message = parseJsonObject(m_pending.mid(start + 4, length));
        start += 4 + qsizetype(length);
        if (message)
            handle(*message);
        else
            done = tl::unexpected(message.error());
    }
    m_pending.remove(0, start);
    return done;
}

} // namespace vitrine
