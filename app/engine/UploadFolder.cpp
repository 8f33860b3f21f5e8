#include "engine/UploadFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar c : name.section(QLatin1Char('/'), -1)) {
        const QChar::Category category = c.category();
        const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_NotAssigned
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        safe += hidden || QStringLiteral("\\:*?\"<>|").contains(c) ? QLatin1Char('_') : c;
    }
    // Neither a hidden file nor an option of a command.
    while (safe.startsWith(QLatin1Char('.')) || safe.startsWith(QLatin1Char('-')) || safe.startsWith(QLatin1Char(' ')))
        safe.remove(0, 1);
    static constexpr qsizetype longest = 80; // at most 240 bytes of UTF-8
    if (safe.size() > longest) {
        const QString suffix = QFileInfo(safe).suffix().left(10);
        safe = safe.left(longest - suffix.size() - 1) + QLatin1Char('.') + suffix;
    }
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

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
