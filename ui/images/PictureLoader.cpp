#include "images/PictureLoader.h"

#include "imaging/ImageService.h"
#include "model/Blobs.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace vitrine {

namespace {
constexpr int cacheKilobytes = 48 * 1024;

QString keyOf(const BlobRef &blob, int maxSide)
{
    return blob.sha256 + u'/' + QString::number(maxSide);
}
} // namespace

PictureLoader::PictureLoader(const BlobReader &blobs, ImageService &images, QObject *parent)
    : Thumbnails(parent)
    , m_blobs(blobs)
    , m_images(images)
    , m_cache(cacheKilobytes)
{
}

QImage PictureLoader::thumbnail(const BlobRef &blob)
{
    if (blob.isNull())
        return {};
    const QString key = keyOf(blob, thumbnailSide);
    if (const QImage *known = m_cache.object(key))
        return *known;
    if (!m_unreadable.contains(key) && !m_waiting.contains(key)) {
        load(blob, thumbnailSide, this, [this, sha = blob.sha256](const Result<QImage> &image) {
            if (image)
                emit arrived(sha);
        });
    }
    return {};
}

void PictureLoader::load(const BlobRef &blob, int maxSide, QObject *context, Callback callback)
{
    const QString key = keyOf(blob, maxSide);
    const bool asked = m_waiting.contains(key);
    m_waiting[key].append({context, std::move(callback)});
    if (asked)
        return;
    if (const QImage *known = m_cache.object(key)) {
        QTimer::singleShot(0, this, [this, key, image = *known] { finish(key, image); });
        return;
    }
    const Result<QString> path = m_blobs.path(blob);
    if (!path) {
        QTimer::singleShot(0, this, [this, key, error = path.error()] { finish(key, tl::unexpected(error)); });
        return;
    }
    request(key, *path, maxSide);
}

void PictureLoader::loadFile(const QString &path, int maxSide, QObject *context, Callback callback)
{
    // Not by its path alone: the file may change, and nothing of it is to be kept.
    static quint64 counter = 0; // interface thread only
    const QString key = QStringLiteral("file/%1").arg(++counter);
    m_waiting[key].append({context, std::move(callback)});
    request(key, path, maxSide);
}

void PictureLoader::request(const QString &key, const QString &path, int maxSide)
{
    const ImageRequest request{QStringLiteral("preview"), {{QStringLiteral("max_side"), maxSide}}, path, {}};
    m_images.send(request, this, [this, key](const Result<ImageReply> &reply) {
        if (!reply)
            finish(key, tl::unexpected(reply.error()));
        else
            decode(key, reply->picture, reply->mime);
    });
}

void PictureLoader::decode(const QString &key, const QByteArray &bytes, const QString &mime)
{
    // The format is named, so that no other decoder is ever tried.
    const char *format = mime == QLatin1String("image/png") ? "PNG" : mime == QLatin1String("image/jpeg") ? "JPG" : nullptr;
    if (!format)
        return finish(key, fail(ErrorKind::Bug, tr("The picture came back in a form that cannot be shown.")));
    QPointer<PictureLoader> self(this);
    QThreadPool::globalInstance()->start([self, key, bytes, format, sentence = tr("The picture cannot be shown.")] {
        const QImage image = QImage::fromData(bytes, format);
        QMetaObject::invokeMethod(
            qApp,
            [self, key, image, sentence] {
                if (self)
                    self->finish(key, image.isNull() ? Result<QImage>(fail(ErrorKind::Bug, sentence)) : Result<QImage>(image));
            },
            Qt::QueuedConnection);
    });
}

void PictureLoader::finish(const QString &key, const Result<QImage> &image)
{
    const bool isFile = key.startsWith(QLatin1String("file/"));
    if (image && !isFile)
        m_cache.insert(key, new QImage(*image), int(image->sizeInBytes() / 1024) + 1);
    else if (!image && !isFile)
        m_unreadable.insert(key);
    const QList<Waiting> waiting = m_waiting.take(key);
    for (const Waiting &one : waiting) {
        if (one.context)
            one.callback(image);
    }
}

} // namespace vitrine
