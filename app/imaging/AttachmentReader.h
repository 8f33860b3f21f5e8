#pragma once

#include "base/Error.h"
#include "imaging/FileType.h"
#include "imaging/ProviderSizes.h"
#include "model/Item.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace vitrine {

class BlobStore;
class ImageService;

struct ReadAttachment {
    // `image` is still empty: the conversation's Gallery numbers pictures. A picture has a `size`, other files have none.
    Attachment attachment;
    QString notice; // one sentence for the user when something is not as expected; usually empty
};

// Takes a file in: decides by its content whether it is a picture, keeps its bytes, and makes the copy that a model is sent
// (upright, shrunk by `rule`, without the photo's EXIF data). Reads in threads of its own; lives on the engine thread.
class AttachmentReader final
{
    Q_DISABLE_COPY_MOVE(AttachmentReader)

public:
    static constexpr qint64 maxBytes = 256LL * 1024 * 1024;

    using Callback = std::function<void(const Result<ReadAttachment> &)>;

    // Both outlive the reader.
    AttachmentReader(BlobStore &blobs, ImageService &images);
    ~AttachmentReader(); // waits for files that are being copied

    // The callback runs later, exactly once, unless `context` is gone by then; the reader must outlive `context`. Errors are one sentence each: missing,
    // unreadable, a folder, empty, not a regular file, too large, damaged picture.
    void read(const QString &path, const PictureRule &rule, QObject *context, Callback done);
    // The same for a picture whose bytes are kept already. Without a `size` in the answer it could not be decoded.
    void readStored(const QString &name, const BlobRef &blob, const PictureRule &rule, QObject *context, Callback done);

private:
    struct TakenFile {
        Attachment attachment;
        FileType type;
    };
    static Result<TakenFile> take(BlobStore &blobs, const QString &path);
    void probe(const TakenFile &file, const PictureRule &rule, QObject *context, const Callback &done);
    void shrink(const TakenFile &file, const PictureRule &rule, QObject *context, const Callback &done);

    BlobStore &m_blobs;
    ImageService &m_images;
    QThreadPool m_pool;
};

} // namespace vitrine
