#include "page/MessageFiles.h"

#include "base/FileName.h"
#include "base/Id.h"
#include "model/Blobs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

namespace vitrine {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(MessageFiles)
};

QString freshFolder(const QString &scratchFolder)
{
    return scratchFolder + u'/' + createUlid(QDateTime::currentMSecsSinceEpoch());
}

Result<QStringList> copyAll(const BlobReader &blobs, const QList<Attachment> &attachments, const QString &folder)
{
    QStringList paths;
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        // A folder for each: two attachments may have the same name.
        const QString place = folder + u'/' + QString::number(i + 1);
        const QString path = place + u'/' + safeFileName(attachments[i].name);
        const Result<QString> source = blobs.path(attachments[i].blob);
        if (!source)
            return tl::unexpected(source.error());
        if (!QDir().mkpath(place) || !QFile::copy(*source, path))
            return fail(ErrorKind::Io, Tr::tr("“%1” cannot be copied for sending again; is the disk full?").arg(attachments[i].name));
        paths << path;
    }
    return paths;
}

} // namespace

void copyMessageFiles(const BlobReader &blobs, const QList<Attachment> &attachments, const QString &scratchFolder, QObject *context,
                      std::function<void(const Result<QStringList> &)> done)
{
    QPointer<QObject> guard(context);
    QThreadPool::globalInstance()->start([&blobs, attachments, folder = freshFolder(scratchFolder), guard, done] {
        const Result<QStringList> paths = copyAll(blobs, attachments, folder);
        QMetaObject::invokeMethod(
            qApp,
            [guard, done, paths] {
                if (guard)
                    done(paths);
            },
            Qt::QueuedConnection);
    });
}

Result<QString> unpackSample(const QString &resource, const QString &scratchFolder, const QString &name)
{
    const QString folder = scratchFolder + QLatin1String("/samples");
    const QString path = folder + u'/' + name;
    if (QFile::exists(path) && QFileInfo(path).size() == QFileInfo(resource).size())
        return path;
    QFile::remove(path);
    if (!QDir().mkpath(folder) || !QFile::copy(resource, path))
        return fail(ErrorKind::Io, Tr::tr("The sample cannot be written to %1; is the disk full?").arg(folder));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

} // namespace vitrine
