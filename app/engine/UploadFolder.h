#pragma once

#include "base/Error.h"
#include "model/Blobs.h"
#include "model/Item.h"

#include <QHash>
#include <QString>

namespace vitrine {

// The files a user attached, as the tools of one conversation see them under /mnt/uploads: by safe, unique names. The folder is
// made at the first need, with mode 0700.
class UploadFolder
{
public:
    explicit UploadFolder(QString path)
        : m_path(std::move(path))
    {
    }

    QString path() const { return m_path; }
    // Puts each file there that is not there yet.
    Done add(const QList<Attachment> &attachments, const BlobReader &blobs);
    // Names by the hash of the blob.
    const QHash<QString, QString> &names() const { return m_names; }

private:
    QString m_path;
    QHash<QString, QString> m_names;
};

} // namespace vitrine
