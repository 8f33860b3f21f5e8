#pragma once

#include "imaging/ImageService.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace vitrine {

// A picture service without pixels: keeps the requests, answers each from the event loop as `answer` says. With `held` set the
// answers wait for release().
class FakeImageService final : public ImageService
{
public:
    FakeImageService()
        : answer([](const ImageRequest &request) { return rendered(request); })
    {
    }

    std::function<Result<ImageReply>(const ImageRequest &)> answer;
    QList<ImageRequest> requests;
    QList<RequestId> cancelled;
    bool held = false;

    RequestId send(const ImageRequest &request, QObject *context, Callback callback) override
    {
        requests.append(request);
        const RequestId id = RequestId(requests.size());
        m_open.insert(id, {request, context, std::move(callback)});
        if (!held)
            QMetaObject::invokeMethod(this, [this, id] { deliver(id); }, Qt::QueuedConnection);
        return id;
    }
    void cancel(RequestId id) override
    {
        cancelled.append(id);
        m_open.remove(id);
    }
    void release()
    {
        held = false;
        for (RequestId id : m_open.keys())
            QMetaObject::invokeMethod(this, [this, id] { deliver(id); }, Qt::QueuedConnection);
    }

    // What the imager answers to an operation that makes a picture: bytes that differ when the request does.
    static ImageReply rendered(const ImageRequest &request)
    {
        QJsonArray size = request.params[QStringLiteral("size")].toArray();
        if (size.isEmpty())
            size = {100, 80};
        const int side = request.params[QStringLiteral("sent")].toObject()[QStringLiteral("max_side")].toInt();
        const double longer = std::max(size[0].toDouble(), size[1].toDouble());
        const double scale = side > 0 && side < longer ? side / longer : 1;
        ImageReply reply;
        reply.values = {{"size", size}, {"sent_size", QJsonArray{qRound(size[0].toDouble() * scale), qRound(size[1].toDouble() * scale)}}};
        reply.picture = "picture of " + request.op.toUtf8() + QByteArray::number(qHash(request.params));
        reply.mime = QStringLiteral("image/png");
        reply.sent = scale < 1 ? "sent " + reply.picture : reply.picture;
        reply.sentMime = QStringLiteral("image/jpeg");
        return reply;
    }

private:
    struct Open {
        ImageRequest request;
        QPointer<QObject> context;
        Callback callback;
    };
    void deliver(RequestId id)
    {
        if (!m_open.contains(id))
            return;
        const Open open = m_open.take(id);
        if (open.context)
            open.callback(answer(open.request));
    }

    QHash<RequestId, Open> m_open;
};

} // namespace vitrine
