#pragma once

#include "model/Blobs.h"

#include <QString>

#include <memory>

namespace vitrine {

// Blobs as files named by their hash under `folder`/ab/cdef..., mode 0600. Written to a temporary file, synced, renamed.
class FileBlobStore final : public BlobStore
{
    Q_DISABLE_COPY_MOVE(FileBlobStore)

public:
    static Result<std::unique_ptr<FileBlobStore>> open(const QString &folder);

    Result<QByteArray> read(const BlobRef &ref, qint64 offset = 0, qint64 length = -1) const override;
    Result<QString> path(const BlobRef &ref) const override;
    Result<BlobRef> put(const QByteArray &bytes, const QString &mime) override;
    Result<BlobRef> putFile(const QString &filePath, const QString &mime, qint64 maxBytes) override;

private:
    explicit FileBlobStore(QString folder);
    QString m_folder;
};

} // namespace vitrine
