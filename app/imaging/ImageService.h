#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <functional>

namespace vitrine {

// One picture operation for the imager process. The names of `op` and the fields of `params` and of the answer are defined in
// imager/ImagerProtocol.h. Input is a file (a blob's path) that the imager receives as an open descriptor.
struct ImageRequest {
    QString op;
    QJsonObject params;
    QString inputPath;      // a picture file; empty for operations without one
    QString secondPath;     // for operations on two pictures
};

struct ImageReply {
    QJsonObject values;     // sizes, matrices, words, corners ... by operation
    QByteArray picture;     // the encoded result picture, if the operation makes one
    QString mime;
    QByteArray sent;        // the copy for a model, when `params` asked for one
    QString sentMime;
};

// Client of the imager process. Starts it at the first need, ends it when idle, replaces it when it dies or misses the deadline
// (that request fails with one sentence; the next one gets a new process). Any number of requests may wait; they run in order
// on as many workers as there are cores, at most two. Lives on one thread; answers come on the same.
class ImageService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageService)

public:
    using Callback = std::function<void(const Result<ImageReply> &)>;
    using RequestId = quint64;

    using QObject::QObject;
    // The callback runs exactly once, later, unless the request is cancelled or `context` dies first.
    virtual RequestId send(const ImageRequest &request, QObject *context, Callback callback) = 0;
    // Drops the request; a running one ends with its process.
    virtual void cancel(RequestId id) = 0;
};

} // namespace vitrine
