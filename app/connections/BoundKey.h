#pragma once

#include <QByteArray>
#include <QString>

namespace vitrine {

// A key and the one place it may be sent to. It has no stream operator and no conversion, so that it does not slip into a log.
struct BoundKey {
    QString endpoint; // as endpointOf() gives it
    QByteArray secret; // empty: there is none

    bool isEmpty() const { return secret.isEmpty(); }
};

} // namespace vitrine
