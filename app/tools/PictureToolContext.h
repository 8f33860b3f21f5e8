#pragma once

#include "imaging/Gallery.h"
#include "imaging/ImageService.h"
#include "imaging/ProviderSizes.h"
#include "model/Blobs.h"

#include <QHash>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace vitrine {

class PictureJob;

// How much looking one answer may do.
struct PictureBudget {
    int calls = 24;
    qint64 tokens = 40000;
};

// What the picture tools of one conversation share: its pictures, the picture service, the blobs, the model's size rule, what
// this answer has used up, and the calls under way. All that it is given outlives it; the tools and their runs do not.
// Lives on the engine thread.
class PictureToolContext final
{
    Q_DISABLE_COPY_MOVE(PictureToolContext)

public:
    PictureToolContext(Gallery &gallery, ImageService &images, BlobStore &blobs, PictureBudget budget = {});
    ~PictureToolContext(); // waits for blobs that are being written

    // A new answer begins: its budget is whole again.
    void beginAnswer();
    // The model may change from turn to turn.
    void setRule(const PictureRule &rule) { m_rule = rule; }
    const PictureRule &rule() const { return m_rule; }

    Gallery &gallery() { return m_gallery; }
    ImageService &images() { return m_images; }
    BlobStore &blobs() { return m_blobs; }
    QThreadPool &pool() { return m_pool; }

    // Counts a call; the sentence for the model when there are none left.
    std::optional<QString> countCall();
    // The sentence when no further picture may be shown.
    std::optional<QString> refusePicture() const;
    // Tools that show pictures of their own (plots) count them here too.
    void countPicture(const QSize &sent);

    // Identical calls under way share one job; null when there is none.
    std::shared_ptr<PictureJob> running(const QByteArray &key) const { return m_running.value(key).lock(); }
    void setRunning(const QByteArray &key, const std::shared_ptr<PictureJob> &job) { m_running.insert(key, job); }
    void removeRunning(const QByteArray &key) { m_running.remove(key); }

private:
    Gallery &m_gallery;
    ImageService &m_images;
    BlobStore &m_blobs;
    PictureBudget m_budget;
    PictureRule m_rule;
    int m_calls = 0;
    qint64 m_tokens = 0;
    QHash<QByteArray, std::weak_ptr<PictureJob>> m_running;
    QThreadPool m_pool;
};

} // namespace vitrine
