#pragma once

#include "base/Error.h"
#include "model/ConversationTree.h"
#include "model/Item.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace vitrine {

class ToolBox;
struct TurnSettings;
struct UserInput;

struct ReadAttachments {
    QList<Attachment> attachments;
    QStringList notices; // sentences for the user, when something is not as expected
};

// What a conversation needs while a turn of it runs: its items, its tools with their state, its uploaded files.
// Lives on the engine thread. An interface, so that the engine can be tested without pictures and sandbox.
class ConversationContext : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationContext)

public:
    using QObject::QObject;

    // Reads the files, stores them as blobs and numbers the pictures. All or nothing; one sentence when it cannot be done.
    // The callback runs later, exactly once, unless `context` is gone by then.
    virtual void readAttachments(const UserInput &input, const TurnSettings &settings, QObject *context,
                                 std::function<void(const Result<ReadAttachments> &)> done) = 0;
    // Puts attached files where the tools see them, and makes pictures known.
    virtual Done admit(const QList<Attachment> &attachments) = 0;
    // Takes a stored conversation up again: its files, its pictures with their ids.
    virtual Done restore(const ConversationTree &stored) = 0;
    // Starts what is slow to start (Python).
    virtual void warmUp() = 0;
    // Names under /mnt/uploads by the hash of the blob.
    virtual QHash<QString, QString> uploadNames() const = 0;
    virtual ToolBox &tools(const TurnSettings &settings) = 0;

    ConversationTree tree;
};

} // namespace vitrine
