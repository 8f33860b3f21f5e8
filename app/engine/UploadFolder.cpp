#include "engine/UploadFolder.h"

#include "base/FileName.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

Done UploadFolder::add(const QList<Attachment> &attachments, const BlobReader &blobs)
{
    for (const Attachment &attachment : attachments) {
        if (m_names.contains(attachment.blob.sha256))
            continue;
        const Result<QString> source = blobs.path(attachment.blob);
        if (!source)
            return tl::unexpected(source.error());
        if (!QDir().mkpath(m_path))
            return fail(ErrorKind::Storage, QCoreApplication::translate("UploadFolder", "The folder %1 cannot be made; check the free space and its permissions.").arg(m_path));
        ::chmod(QFile::encodeName(m_path).constData(), 0700);

        const QString wanted = safeFileName(attachment.name);
        const QFileInfo parts(wanted);
        QString name = wanted;
        const QList<QString> taken = m_names.values();
        for (int i = 2; taken.contains(name); ++i)
            name = QStringLiteral("%1-%2%3").arg(parts.completeBaseName()).arg(i).arg(parts.suffix().isEmpty() ? QString() : QLatin1Char('.') + parts.suffix());
        const QString target = m_path + QLatin1Char('/') + name;
        // A hard link costs nothing however large the file is; the sandbox sees the folder read-only.
        QFile::remove(target);
        if (::link(QFile::encodeName(*source).constData(), QFile::encodeName(target).constData()) != 0 && !QFile::copy(*source, target))
            return fail(ErrorKind::Storage, QCoreApplication::translate("UploadFolder", "%1 cannot be handed to the tools; check the free space.").arg(attachment.name));
        m_names.insert(attachment.blob.sha256, name);
    }
    return {};
}

} // namespace vitrine
