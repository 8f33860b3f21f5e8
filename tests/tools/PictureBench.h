#pragma once

#include "support/FakeImageService.h"
#include "support/ScratchBlobs.h"
#include "tools/PictureToolContext.h"
#include "tools/ToolCatalog.h"

#include <QTest>

namespace vitrine {

// The picture tools over a picture service without pixels. img_1 is stored with 4000x3000 pixels and sent with 2000x1500,
// img_2 is 400x300 and sent as it is.
class PictureBench
{
public:
    explicit PictureBench(PictureBudget budget = {})
        : context(gallery, images, blobs, budget)
        , tools(createTools({&context, nullptr, {}}, {true, false}))
    {
        attach(QStringLiteral("img_1"), QSize(4000, 3000), QSize(2000, 1500));
        attach(QStringLiteral("img_2"), QSize(400, 300), QSize(400, 300));
    }

    std::unique_ptr<ToolRun> start(const QString &tool, const QString &arguments, const QString &callId = QStringLiteral("call_1"))
    {
        for (const auto &each : tools) {
            if (each->spec().name == tool)
                return each->start({CallId{callId}, arguments});
        }
        qFatal("there is no such tool");
        return {};
    }
    ToolResult call(const QString &tool, const QString &arguments, const QString &callId = QStringLiteral("call_1"))
    {
        const auto run = start(tool, arguments, callId);
        std::optional<ToolResult> result;
        QObject::connect(run.get(), &ToolRun::finished, run.get(), [&result](const ToolResult &finished) { result = finished; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 10000))
            qFatal("the call did not end");
        return *result;
    }
    // Every operation answers with these values.
    void answerWith(const QJsonObject &values)
    {
        images.answer = [values](const ImageRequest &request) -> Result<ImageReply> {
            ImageReply reply = FakeImageService::rendered(request);
            for (const QString &key : values.keys())
                reply.values.insert(key, values[key]);
            if (values.contains(QStringLiteral("size")))
                reply.values.insert(QStringLiteral("sent_size"), values[QStringLiteral("size")]);
            return reply;
        };
    }
    // The operation `op` answers with these values, the others as before.
    void answerWith(const QString &op, const QJsonObject &values)
    {
        images.answer = [op, values, before = images.answer](const ImageRequest &request) -> Result<ImageReply> {
            if (request.op != op)
                return before(request);
            ImageReply reply;
            reply.values = values;
            return reply;
        };
    }

    Gallery gallery;
    FakeImageService images;
    ScratchBlobs blobs;
    PictureToolContext context;
    std::vector<std::unique_ptr<Tool>> tools;

private:
    void attach(const QString &id, const QSize &size, const QSize &sent)
    {
        const BlobRef blob = *blobs.put(id.toUtf8(), QStringLiteral("image/jpeg"));
        gallery.addRoot({id + QStringLiteral(".jpg"), blob, id, size, blob, sent});
    }
};

} // namespace vitrine
