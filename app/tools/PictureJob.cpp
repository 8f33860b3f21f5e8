#include "tools/PictureJob.h"

#include "base/Json.h"
#include "imaging/Background.h"
#include "tools/PictureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

// Larger results help nobody and cost seconds.
constexpr double maxResultPixels = 48e6;
constexpr int maxResultSide = 16000;

QJsonArray toArray(const auto &numbers)
{
    QJsonArray array;
    for (double number : numbers)
        array.append(number);
    return array;
}

QSize sizeOf(const QJsonValue &value, const QSize &otherwise)
{
    const QJsonArray pair = value.toArray();
    const QSize size(pair.at(0).toInt(), pair.at(1).toInt());
    return size.isEmpty() ? otherwise : size;
}

ToolResult textResult(const QString &text, Outcome outcome)
{
    ToolResult result;
    result.outcome = outcome;
    result.text = text;
    result.givenBytes = result.totalBytes = text.toUtf8().size();
    return result;
}

Outcome outcomeOf(const Error &error)
{
    return error.kind == ErrorKind::Timeout ? Outcome::Timeout : Outcome::Error;
}

struct StoredPair {
    BlobRef picture;
    BlobRef sent;
};

Result<StoredPair> storePair(BlobStore &blobs, const ImageReply &reply)
{
    const Result<BlobRef> picture = blobs.put(reply.picture, reply.mime);
    if (!picture)
        return tl::unexpected(picture.error());
    if (reply.sent.isEmpty() || reply.sent == reply.picture)
        return StoredPair{*picture, *picture};
    const Result<BlobRef> sent = blobs.put(reply.sent, reply.sentMime);
    if (!sent)
        return tl::unexpected(sent.error());
    return StoredPair{*picture, *sent};
}

void limitSize(NewPicture &picture)
{
    const QSize size = picture.placement.size;
    const double factor = std::min(std::sqrt(maxResultPixels / (double(size.width()) * size.height())), double(maxResultSide) / std::max(size.width(), size.height()));
    if (factor >= 1)
        return;
    const QSize smaller(std::max(1, int(size.width() * factor)), std::max(1, int(size.height() * factor)));
    picture.placement = resized(picture.placement, smaller);
    picture.notes.append(QStringLiteral("Made smaller than %1, which is more than this tool gives.").arg(sizeText(size)));
}

} // namespace

PictureJob::PictureJob(PictureToolContext &context, QByteArray key, GalleryPicture picture)
    : m_context(context)
    , m_key(std::move(key))
    , m_picture(std::move(picture))
{
}

PictureJob::~PictureJob()
{
    drop();
}

void PictureJob::send(const QString &op, const QJsonObject &params, const BlobRef &input, std::function<void(const ImageReply &)> next)
{
    const Result<QString> path = m_context.blobs().path(input);
    if (!path) {
        endWithText(path.error().message, Outcome::Error);
        return;
    }
    m_request = m_context.images().send({op, params, *path, {}}, this, [this, next = std::move(next)](const Result<ImageReply> &reply) {
        m_request.reset();
        if (m_ended)
            return;
        if (reply)
            next(*reply);
        else
            endWithText(reply.error().message, outcomeOf(reply.error()));
    });
}

void PictureJob::ask(const QString &op, const QJsonObject &params, Next next)
{
    send(op, params, m_picture.blob, [next = std::move(next)](const ImageReply &reply) { next(reply.values); });
}

QJsonObject PictureJob::sentParams(const QSize &size) const
{
    const QSize sent = sentSizeFor(m_context.rule(), size);
    return {{"max_side", std::max(sent.width(), sent.height())}};
}

void PictureJob::render(NewPicture picture, const QString &fill)
{
    m_reserved = m_context.gallery().reserveChild(m_picture.id);
    limitSize(picture);
    const PixelSource source = m_context.gallery().pixelsOf(m_picture.id);
    const Placement &placement = picture.placement;
    const QJsonObject params{{"matrix", toArray(multiplied(source.matrix, placement.toParent))},
                             {"size", QJsonArray{placement.size.width(), placement.size.height()}},
                             {"fill", fill},
                             {"encode", "auto"},
                             {"sent", sentParams(placement.size)}};
    send(QStringLiteral("render"), params, source.picture->blob, [this, picture](const ImageReply &reply) { store(picture, reply); });
}

void PictureJob::enhance(const QJsonObject &params, NewPicture picture, std::function<bool(const QJsonObject &, NewPicture &)> complete)
{
    m_reserved = m_context.gallery().reserveChild(m_picture.id);
    QJsonObject request = params;
    request.insert(QStringLiteral("encode"), QStringLiteral("auto"));
    request.insert(QStringLiteral("sent"), sentParams(m_picture.size));
    send(QStringLiteral("enhance"), request, m_picture.blob, [this, picture, complete = std::move(complete)](const ImageReply &reply) {
        NewPicture made = picture;
        if (complete(reply.values, made))
            store(made, reply);
    });
}

void PictureJob::store(NewPicture picture, const ImageReply &reply)
{
    const QSize size = sizeOf(reply.values[QStringLiteral("size")], picture.placement.size);
    if (reply.picture.isEmpty() || size != picture.placement.size) {
        endWithText(QStringLiteral("The picture service gave no usable picture back; try the call again."), Outcome::Error);
        return;
    }
    const QSize sentSize = sizeOf(reply.values[QStringLiteral("sent_size")], size);
    runInBackground<Result<StoredPair>>(
        m_context.pool(), this, [&blobs = m_context.blobs(), reply] { return storePair(blobs, reply); },
        [this, picture = std::move(picture), sentSize](const Result<StoredPair> &stored) {
            if (m_ended)
                return;
            if (stored)
                finish(picture, sentSize, stored->picture, stored->sent);
            else
                endWithText(stored.error().message, Outcome::Error);
        });
}

void PictureJob::finish(const NewPicture &picture, const QSize &sentSize, const BlobRef &blob, const BlobRef &sent)
{
    Gallery &gallery = m_context.gallery();
    ImageStep step;
    step.image = m_reserved;
    step.parent = m_picture.id;
    step.root = m_picture.root;
    step.op = picture.op;
    step.params = toJson(picture.params);
    step.size = picture.placement.size;
    step.matrixToRoot = multiplied(m_picture.toRoot, picture.placement.toParent);
    step.corners = picture.corners;
    step.confidence = picture.confidence;
    step.blob = blob;
    step.sent = sent;
    step.sentSize = sentSize;
    gallery.addStep(step);
    m_reserved.clear();
    m_context.countPicture(sentSize);

    const GalleryPicture &made = *gallery.find(step.image);
    const GalleryPicture *root = gallery.find(made.root);
    ToolResult result = textResult(newPictureText(made, root ? *root : made, picture.what, picture.notes), Outcome::Ok);
    result.steps.append(step);
    end(result);
}

void PictureJob::endWithText(const QString &text, Outcome outcome)
{
    end(textResult(text, outcome));
}

void PictureJob::end(const ToolResult &result)
{
    if (m_ended)
        return;
    // The last run may let go of this job while it is told.
    const std::shared_ptr<PictureJob> self = shared_from_this();
    drop();
    bool isFirst = true;
    for (PictureRun *run : std::exchange(m_runs, {})) {
        ToolResult own = result;
        if (!isFirst && !result.steps.isEmpty())
            own = textResult(repeatText(*m_context.gallery().find(result.steps.first().image)), Outcome::Ok);
        for (ImageStep &step : own.steps)
            step.callId = run->callId();
        isFirst = false;
        run->finishLater(own);
    }
}

void PictureJob::drop()
{
    if (m_ended)
        return;
    m_ended = true;
    m_context.removeRunning(m_key);
    if (m_request)
        m_context.images().cancel(*std::exchange(m_request, std::nullopt));
    if (!m_reserved.isEmpty())
        m_context.gallery().release(std::exchange(m_reserved, {}));
}

void PictureJob::attach(PictureRun *run)
{
    m_runs.append(run);
}

void PictureJob::detach(PictureRun *run)
{
    m_runs.removeAll(run);
    if (m_runs.isEmpty())
        drop();
}

PictureRun::PictureRun(CallId callId)
    : m_callId(std::move(callId))
{
}

PictureRun::~PictureRun()
{
    if (m_job)
        m_job->detach(this);
}

void PictureRun::follow(const std::shared_ptr<PictureJob> &job)
{
    m_job = job;
    job->attach(this);
}

void PictureRun::finishLater(const ToolResult &result)
{
    if (std::exchange(m_finishing, true))
        return;
    QMetaObject::invokeMethod(this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
}

void PictureRun::finishLater(const QString &text, Outcome outcome)
{
    finishLater(textResult(text, outcome));
}

void PictureRun::cancel()
{
    if (m_job)
        std::exchange(m_job, nullptr)->detach(this);
    finishLater(QStringLiteral("Stopped before there was a result."), Outcome::Error);
}

} // namespace vitrine
