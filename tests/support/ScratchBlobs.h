#pragma once

#include "model/Blobs.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

namespace vitrine {

// Blobs in a folder that goes away with the test.
class ScratchBlobs final : public BlobStore
{
public:
    Result<QByteArray> read(const BlobRef &ref, qint64 offset = 0, qint64 length = -1) const override
    {
        QFile file(m_folder.filePath(ref.sha256));
        if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
            return fail(ErrorKind::Storage, QStringLiteral("No such blob."));
        return length < 0 ? file.readAll() : file.read(length);
    }
    Result<QString> path(const BlobRef &ref) const override
    {
        const QString file = m_folder.filePath(ref.sha256);
        if (ref.isNull() || !QFile::exists(file))
            return fail(ErrorKind::Storage, QStringLiteral("The picture's bytes are gone."));
        return file;
    }
    Result<BlobRef> put(const QByteArray &bytes, const QString &mime) override
    {
        if (full)
            return fail(ErrorKind::Storage, QStringLiteral("The disk is full; make room and try again."));
        const BlobRef ref{QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), bytes.size(), mime};
        QFile file(m_folder.filePath(ref.sha256));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return fail(ErrorKind::Storage, QStringLiteral("The disk is full; make room and try again."));
        return ref;
    }
    Result<BlobRef> putFile(const QString &filePath, const QString &mime, qint64 maxBytes) override
    {
        QFile file(filePath);
        if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
            return fail(ErrorKind::Io, QStringLiteral("The file cannot be read."));
        return put(file.readAll(), mime);
    }

    bool full = false; // every put fails

private:
    QTemporaryDir m_folder;
};

} // namespace vitrine
