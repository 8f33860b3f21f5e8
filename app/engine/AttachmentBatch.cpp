#include "engine/AttachmentBatch.h"

#include "engine/Command.h"
#include "imaging/Gallery.h"

#include <QCoreApplication>

#include <vector>

namespace vitrine {

namespace {

// More at once is a slip of the hand (a whole folder was selected); it is said before anything is read.
constexpr qsizetype maxFiles = 50;

struct Batch {
    std::vector<std::optional<ReadAttachment>> read;
    qsizetype open = 0;
    bool failed = false;
    std::function<void(const Result<ReadAttachments> &)> done;
};

Result<ReadAttachments> numbered(const Batch &batch, Gallery &gallery)
{
    ReadAttachments all;
    for (const std::optional<ReadAttachment> &one : batch.read) {
        all.attachments.append(one->attachment);
        if (one->attachment.size.isValid() && !one->attachment.size.isEmpty())
            all.attachments.last().image = gallery.reserveRoot();
        if (!one->notice.isEmpty())
            all.notices.append(one->notice);
    }
    return all;
}

} // namespace

void readBatch(AttachmentReader &reader, Gallery &gallery, const UserInput &input, const PictureRule &rule, QObject *context,
               std::function<void(const Result<ReadAttachments> &)> done)
{
    const QStringList paths = input.pictures + input.files;
    const auto later = [context, done](const Result<ReadAttachments> &result) {
        QMetaObject::invokeMethod(context, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    if (paths.size() > maxFiles) {
        later(fail(ErrorKind::InvalidRequest,
                   QCoreApplication::translate("AttachmentBatch", "%1 files are too many for one message; choose at most %2.").arg(paths.size()).arg(maxFiles)));
        return;
    }
    if (paths.isEmpty()) {
        later(ReadAttachments());
        return;
    }
    auto batch = std::make_shared<Batch>();
    batch->read.resize(size_t(paths.size()));
    batch->open = paths.size();
    batch->done = std::move(done);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const bool mustBePicture = i < input.pictures.size();
        reader.read(paths[i], rule, context, [batch, &gallery, i, mustBePicture, path = paths[i]](const Result<ReadAttachment> &result) {
            if (batch->failed)
                return;
            if (!result) {
                batch->failed = true;
                batch->done(tl::unexpected(result.error()));
                return;
            }
            if (mustBePicture && result->attachment.size.isEmpty()) {
                batch->failed = true;
                batch->done(fail(ErrorKind::InvalidRequest,
                                 QCoreApplication::translate("AttachmentBatch", "%1 is not a picture; attach it as a file instead.").arg(path)));
                return;
            }
            batch->read[size_t(i)] = *result;
            if (--batch->open == 0)
                batch->done(numbered(*batch, gallery));
        });
    }
}

} // namespace vitrine
