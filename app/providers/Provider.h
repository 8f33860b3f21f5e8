#pragma once

#include "base/Error.h"
#include "providers/ModelEvent.h"
#include "providers/ModelRequest.h"
#include "providers/WireRecord.h"

#include <QObject>

#include <memory>

namespace vitrine {

// One request on its way. Emits event() any number of times, the last one being ResponseEnded unless finished() carries an error;
// then finished() exactly once, never from inside Provider::send(). Deleting it closes the connection at once.
class ModelStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelStream)

public:
    using QObject::QObject;
    virtual void abort() = 0; // finished() follows with ErrorKind::Cancelled

signals:
    void event(const vitrine::ModelEvent &event);
    // A sentence for the user while nothing else comes: "Waiting 6 s, the server is busy (try 2 of 4)."
    void waiting(const QString &notice);
    // A try is over, whether it gave an answer or not; before finished().
    void exchanged(const vitrine::WireRecord &record);
    void finished(const vitrine::Done &result);
};

// A way to reach models. Lives on the engine thread.
class Provider : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Provider)

public:
    using QObject::QObject;
    virtual QString name() const = 0; // "openai", "offline"
    virtual std::unique_ptr<ModelStream> send(const ModelRequest &request) = 0;
};

} // namespace vitrine
