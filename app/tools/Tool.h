#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace vitrine {

// What a model is told about a tool.
struct ToolSpec {
    QString name;              // [a-z_]{1,64}
    QString description;       // for the model, English
    QByteArray parameters;     // JSON schema of the arguments object
    bool mutating = false;     // may change something of the user's; true when in doubt. Such calls go through approval.
};

// One call, as the model wrote it.
struct ToolInvocation {
    CallId callId;
    QString arguments; // unchecked JSON text
};

// What came of it. `text` and the pictures of `steps` and `shown` go to the model; everything goes to the timeline.
struct ToolResult {
    Outcome outcome = Outcome::Ok;
    std::optional<int> exit;
    QString text;
    qint64 givenBytes = 0;
    qint64 totalBytes = 0;
    BlobRef whole;               // the whole output when `text` is only a part
    QList<ImageStep> steps;      // new pictures with their lineage; their blobs are stored already
    QList<Artifact> artifacts;   // files that were made; stored already
    QList<Attachment> shown;     // pictures among the artifacts that the model is to see (image ids given already)
};

// A call on its way. Emits finished() exactly once, never from inside Tool::start(); deleting it cancels silently.
class ToolRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolRun)

public:
    using QObject::QObject;

    // Ends the call and its processes within 200 ms; finished() then tells what had been reached.
    virtual void cancel() = 0;

signals:
    // Output as it comes, for the timeline.
    void progressed(const QString &text);
    void finished(const vitrine::ToolResult &result);
};

// Something a model may call. One object per conversation, so it may keep state. Lives on the engine thread and never blocks it:
// several calls of one answer run side by side.
class Tool
{
public:
    virtual ~Tool() = default;
    virtual ToolSpec spec() const = 0;
    // The run belongs to the caller. Wrong arguments end the run with Outcome::Error and one sentence that says what to do.
    virtual std::unique_ptr<ToolRun> start(const ToolInvocation &invocation) = 0;
};

} // namespace vitrine
