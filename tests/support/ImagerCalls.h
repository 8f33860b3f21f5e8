#pragma once

#include "imaging/ImagerClient.h"

#include <QEventLoop>

#include <optional>

namespace vitrine {

// Waits for the answer; for tests and benches only.
inline Result<ImageReply> callImager(ImageService &service, const QString &op, const QString &path, const QJsonObject &params = {})
{
    std::optional<Result<ImageReply>> answer;
    QEventLoop loop;
    ImageRequest request;
    request.op = op;
    request.params = params;
    request.inputPath = path;
    service.send(request, &loop, [&](const Result<ImageReply> &result) {
        answer = result;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

} // namespace vitrine
