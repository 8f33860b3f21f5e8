#pragma once

#include "imaging/Gallery.h"
#include "imaging/ImageService.h"
#include "tools/PictureToolContext.h"
#include "tools/Tool.h"

#include <QObject>

#include <functional>
#include <memory>

namespace vitrine {

class PictureRun;

// A picture about to be made from the job's picture.
struct NewPicture {
    QString op;
    QJsonObject params;
    Placement placement;
    std::optional<Quad> corners; // pixels of the parent
    std::optional<double> confidence;
    QString what;      // "crop [120,40,376,168] of img_1, x4.00 lanczos"
    QStringList notes; // further sentences
};

// The work behind one call, or behind several identical ones: requests to the picture service, one after the other, and what
// becomes of the answers. Ends once, with end(); is dropped when nobody waits for it any more.
class PictureJob final : public QObject, public std::enable_shared_from_this<PictureJob>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureJob)

public:
    using Next = std::function<void(const QJsonObject &values)>;

    // `key` tells identical calls; `picture` is the one that the call names.
    PictureJob(PictureToolContext &context, QByteArray key, GalleryPicture picture);
    ~PictureJob() override;

    const GalleryPicture &picture() const { return m_picture; }
    PictureToolContext &context() { return m_context; }

    // Asks about the job's picture; a failure ends the job with the service's sentence.
    void ask(const QString &op, const QJsonObject &params, Next next);
    // Renders by geometry, from the highest ancestor with untouched pixels, and ends with the new picture.
    // `fill` is what lies outside: "white", "black" or "edge".
    void render(NewPicture picture, const QString &fill);
    // Changes pixels and leaves them where they are; `complete` fills in what the answer tells, or ends the job and returns false.
    void enhance(const QJsonObject &params, NewPicture picture, std::function<bool(const QJsonObject &values, NewPicture &)> complete);

    void end(const ToolResult &result);
    void endWithText(const QString &text, Outcome outcome = Outcome::Ok);

    void attach(PictureRun *run);
    void detach(PictureRun *run);

private:
    void send(const QString &op, const QJsonObject &params, const BlobRef &input, std::function<void(const ImageReply &)> next);
    QJsonObject sentParams(const QSize &size) const;
    void store(NewPicture picture, const ImageReply &reply);
    void finish(const NewPicture &picture, const QSize &sentSize, const BlobRef &blob, const BlobRef &sent);
    void drop();

    PictureToolContext &m_context;
    const QByteArray m_key;
    const GalleryPicture m_picture;
    QList<PictureRun *> m_runs; // the first one gets the picture, later ones are told its id
    QString m_reserved;         // the id for the picture to come
    std::optional<ImageService::RequestId> m_request;
    bool m_ended = false;
};

// One call's end of a job, or an answer that was known at once.
class PictureRun final : public ToolRun
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureRun)

public:
    explicit PictureRun(CallId callId);
    ~PictureRun() override;

    const CallId &callId() const { return m_callId; }
    void follow(const std::shared_ptr<PictureJob> &job);
    // Emits finished() from the event loop.
    void finishLater(const ToolResult &result);
    void finishLater(const QString &text, Outcome outcome);
    void cancel() override;

private:
    const CallId m_callId;
    std::shared_ptr<PictureJob> m_job;
    bool m_finishing = false;
};

} // namespace vitrine
