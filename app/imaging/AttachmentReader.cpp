#include "imaging/AttachmentReader.h"

#include "imaging/Background.h"
#include "imaging/ImageService.h"
#include "model/Blobs.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(AttachmentReader)
};

QString openFailure(const QString &name, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return Sentences::tr("%1 does not exist; check its name and folder.").arg(name);
    if (error == EACCES || error == EPERM)
        return Sentences::tr("%1 may not be read; change its permissions or attach a copy.").arg(name);
    if (error == ENXIO)
        return Sentences::tr("%1 is not a regular file; save what it gives to a file and attach that.").arg(name);
    return Sentences::tr("%1 cannot be opened (%2).").arg(name, QString::fromLocal8Bit(std::strerror(error)));
}

// The file's first bytes, or why it is nothing to attach.
Result<QByteArray> headOf(const QString &path, const QString &name, qint64 &size)
{
    // Opening a pipe must not wait for someone to write to it.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return fail(ErrorKind::Io, openFailure(name, errno));
    QFile file;
    file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    struct stat status{};
    ::fstat(fd, &status);
    if (S_ISDIR(status.st_mode))
        return fail(ErrorKind::Io, Sentences::tr("%1 is a folder; attach the files in it.").arg(name));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::Io, openFailure(name, ENXIO));
    size = status.st_size;
    if (size == 0)
        return fail(ErrorKind::Io, Sentences::tr("%1 is empty; there is nothing to attach.").arg(name));
    if (size > AttachmentReader::maxBytes)
        return fail(ErrorKind::Io, Sentences::tr("%1 is larger than %2 MB; attach a smaller copy or a part of it.").arg(name).arg(AttachmentReader::maxBytes >> 20));
    return file.read(fileHeadBytes);
}

QSize sizeOf(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    return QSize(pair.at(0).toInt(), pair.at(1).toInt());
}

} // namespace

AttachmentReader::AttachmentReader(BlobStore &blobs, ImageService &images)
    : m_blobs(blobs)
    , m_images(images)
{
    m_pool.setMaxThreadCount(2);
}

AttachmentReader::~AttachmentReader()
{
    m_pool.clear();
}

Result<AttachmentReader::TakenFile> AttachmentReader::take(BlobStore &blobs, const QString &path)
{
    TakenFile taken;
    taken.attachment.name = safeLabel(QFileInfo(path).fileName());
    if (taken.attachment.name.isEmpty())
        taken.attachment.name = safeLabel(path);
    qint64 size = 0;
    const Result<QByteArray> head = headOf(path, taken.attachment.name, size);
    if (!head)
        return tl::unexpected(head.error());
    taken.type = fileTypeOf(*head, head->size() == size, taken.attachment.name);
    const Result<BlobRef> blob = blobs.putFile(path, taken.type.mime, maxBytes);
    if (!blob)
        return tl::unexpected(blob.error());
    taken.attachment.blob = *blob;
    return taken;
}

void AttachmentReader::read(const QString &path, const PictureRule &rule, QObject *context, Callback done)
{
    runInBackground<Result<TakenFile>>(
        m_pool, context, [&blobs = m_blobs, path] { return take(blobs, path); },
        [this, rule, context, done = std::move(done)](const Result<TakenFile> &taken) {
            if (!taken) {
                done(tl::unexpected(taken.error()));
            } else if (taken->type.looksLikePicture) {
                probe(*taken, rule, context, done);
            } else {
                const QString &name = taken->attachment.name;
                const QString notice = isNamedLikePicture(name) ? Sentences::tr("%1 is not a picture in spite of its name; it is attached as a plain file.").arg(name) : QString();
                done(ReadAttachment{taken->attachment, notice});
            }
        });
}

void AttachmentReader::readStored(const QString &name, const BlobRef &blob, const PictureRule &rule, QObject *context, Callback done)
{
    TakenFile stored;
    stored.attachment.name = name;
    stored.attachment.blob = blob;
    probe(stored, rule, context, done);
}

void AttachmentReader::probe(const TakenFile &file, const PictureRule &rule, QObject *context, const Callback &done)
{
    const Result<QString> path = m_blobs.path(file.attachment.blob);
    if (!path)
        return done(tl::unexpected(path.error()));
    m_images.send({QStringLiteral("probe"), {}, *path, {}}, context, [this, file, rule, context, done](const Result<ImageReply> &reply) {
        TakenFile picture = file;
        // Anything but unreadable content (too large, no time, no picture service) is no reason to call it a plain file.
        if (!reply && reply.error().kind != ErrorKind::Io)
            return done(fail(reply.error().kind, file.attachment.name + QStringLiteral(": ") + reply.error().message));
        const QSize size = reply ? sizeOf(reply->values[QStringLiteral("size")]) : QSize();
        if (!size.isEmpty()) {
            picture.attachment.size = size;
            return shrink(picture, rule, context, done);
        }
        const QString reason = reply ? QString() : u' ' + reply.error().message;
        done(ReadAttachment{picture.attachment, Sentences::tr("%1 cannot be read as a picture and is attached as a plain file.").arg(file.attachment.name) + reason});
    });
}

void AttachmentReader::shrink(const TakenFile &file, const PictureRule &rule, QObject *context, const Callback &done)
{
    const Result<QString> path = m_blobs.path(file.attachment.blob);
    if (!path)
        return done(tl::unexpected(path.error()));
    const QSize target = sentSizeFor(rule, file.attachment.size);
    const QJsonObject params{{"max_side", std::max(target.width(), target.height())}, {"encode", "auto"}};
    m_images.send({QStringLiteral("preview"), params, *path, {}}, context, [this, file, context, done](const Result<ImageReply> &reply) {
        if (!reply)
            return done(fail(reply.error().kind, file.attachment.name + QStringLiteral(": ") + reply.error().message));
        runInBackground<Result<BlobRef>>(
            m_pool, context, [&blobs = m_blobs, bytes = reply->picture, mime = reply->mime] { return blobs.put(bytes, mime); },
            [file, done, values = reply->values](const Result<BlobRef> &sent) {
                if (!sent)
                    return done(tl::unexpected(sent.error()));
                Attachment attachment = file.attachment;
                attachment.sent = *sent;
                attachment.sentSize = sizeOf(values[QStringLiteral("size")]);
                if (const QSize full = sizeOf(values[QStringLiteral("full_size")]); !full.isEmpty())
                    attachment.size = full;
                done(ReadAttachment{attachment, {}});
            });
    });
}

} // namespace vitrine
