#pragma once

#include <QByteArray>
#include <QtEndian>

namespace vitrine {

inline QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// The checksum of a PNG chunk (PNG specification, annex D).
inline quint32 pngChecksum(const QByteArray &bytes)
{
    quint32 sum = ~0U;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? (sum >> 1) ^ 0xEDB88320U : sum >> 1;
    }
    return ~sum;
}

// A valid PNG of about 100 kB that says to have, and has, side x side black pixels: 30,000 make 900 megapixels.
inline QByteArray hugePng(quint32 side)
{
    const auto chunk = [](const QByteArray &type, const QByteArray &data) {
        return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(pngChecksum(type + data));
    };
    const QByteArray rows(qsizetype(side) * (1 + (side + 7) / 8), '\0');
    const QByteArray header = bigEndian(side) + bigEndian(side) + QByteArray("\x01\0\0\0\0", 5); // one bit a pixel, grey
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + chunk("IHDR", header) + chunk("IDAT", qCompress(rows, 9).mid(4)) + chunk("IEND", {});
}

} // namespace vitrine
