#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace vitrine {

// The interpreter's messages: four bytes of length, big endian, then a JSON object.
QByteArray frame(const QJsonObject &message);

class FrameReader
{
public:
    static constexpr quint32 maxFrameBytes = 12 << 20;

    // Calls `handle` for each frame that is complete now. An error says that this is not our driver speaking: end the process.
    Done feed(const QByteArray &bytes, const std::function<void(const QJsonObject &)> &handle);

private:
    QByteArray m_pending;
};

} // namespace vitrine
