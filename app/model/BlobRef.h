#pragma once

#include <QString>

namespace vitrine {

// Names bytes that are kept whole, by what they are.
struct BlobRef {
    QString sha256; // 64 lower-case hexadecimal digits
    qint64 size = 0; // bytes
    QString mime;

    bool isNull() const { return sha256.isEmpty(); }
    bool operator==(const BlobRef &) const = default;
};

} // namespace vitrine
