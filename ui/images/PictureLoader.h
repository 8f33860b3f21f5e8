#pragma once

#include "base/Error.h"
#include "model/BlobRef.h"
#include "presenter/Thumbnails.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QPointer>
#include <QSet>

#include <functional>

namespace vitrine {

class BlobReader;
class ImageService;

// Gets pictures of blobs. The window never decodes a file that came from outside: the imager does, and what is decoded here is the
// PNG or JPEG that the imager itself encoded. Interface thread; the decoding of that copy runs in the pool.
class PictureLoader final : public Thumbnails
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureLoader)

public:
    using Callback = std::function<void(const Result<QImage> &)>;

    PictureLoader(const BlobReader &blobs, ImageService &images, QObject *parent = nullptr);

    QImage thumbnail(const BlobRef &blob) override;
    // At most `maxSide` pixels on the longer side. The callback runs later, unless `context` is gone by then.
    void load(const BlobRef &blob, int maxSide, QObject *context, Callback callback);

    // A small picture of a file that is not kept yet; read by the imager, never here.
    void loadFile(const QString &path, int maxSide, QObject *context, Callback callback);

    bool isIdle() const { return m_waiting.isEmpty(); }

    static constexpr int thumbnailSide = 240;

private:
    void request(const QString &key, const QString &path, int maxSide);
    void finish(const QString &key, const Result<QImage> &image);
    void decode(const QString &key, const QByteArray &bytes, const QString &mime);

    struct Waiting {
        QPointer<QObject> context;
        Callback callback;
    };

    const BlobReader &m_blobs;
    ImageService &m_images;
    QCache<QString, QImage> m_cache; // by "sha256/maxSide", cost in kB
    QHash<QString, QList<Waiting>> m_waiting;
    QSet<QString> m_unreadable;
};

} // namespace vitrine
