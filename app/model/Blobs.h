#pragma once

#include "base/Error.h"
#include "model/BlobRef.h"

#include <QByteArray>

namespace vitrine {

// Reads the bytes behind a BlobRef. Callable from any thread.
class BlobReader
{
public:
    virtual ~BlobReader() = default;
    // At most `length` bytes from `offset` on; length -1 means to the end. Error Storage when the blob is gone or damaged.
    virtual Result<QByteArray> read(const BlobRef &ref, qint64 offset = 0, qint64 length = -1) const = 0;
    // A file that holds exactly the blob's bytes, to be opened read-only and never changed.
    virtual Result<QString> path(const BlobRef &ref) const = 0;
};

// Keeps bytes. Callable from any thread; what is kept is safe against kill -9 when the call returns.
class BlobStore : public BlobReader
{
public:
    virtual Result<BlobRef> put(const QByteArray &bytes, const QString &mime) = 0;
    // Copies a regular file of at most `maxBytes` in; refuses anything else (folders, pipes, devices) with one sentence.
    virtual Result<BlobRef> putFile(const QString &filePath, const QString &mime, qint64 maxBytes) = 0;
};

} // namespace vitrine
