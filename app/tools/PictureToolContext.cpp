#include "tools/PictureToolContext.h"

#include "tools/PictureJob.h"

namespace vitrine {

PictureToolContext::PictureToolContext(Gallery &gallery, ImageService &images, BlobStore &blobs, PictureBudget budget)
    : m_gallery(gallery)
    , m_images(images)
    , m_blobs(blobs)
    , m_budget(budget)
{
    // Writing is bound by the disk; more threads would not make it faster.
    m_pool.setMaxThreadCount(2);
}

PictureToolContext::~PictureToolContext()
{
    m_pool.clear();
}

void PictureToolContext::beginAnswer()
{
    m_calls = 0;
    m_tokens = 0;
}

std::optional<QString> PictureToolContext::countCall()
{
    if (m_calls >= m_budget.calls)
        return QStringLiteral("Limit: %1 image calls in this answer reached.").arg(m_budget.calls);
    ++m_calls;
    return std::nullopt;
}

std::optional<QString> PictureToolContext::refusePicture() const
{
    if (m_tokens >= m_budget.tokens)
        return QStringLiteral("Limit: %1 picture tokens in this answer reached.").arg(m_budget.tokens);
    return std::nullopt;
}

void PictureToolContext::countPicture(const QSize &sent)
{
    m_tokens += estimatedTokens(m_rule, sent);
}

} // namespace vitrine
