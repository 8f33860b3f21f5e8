#pragma once

#include "base/Error.h"
#include "engine/Command.h"
#include "model/Approval.h"
#include "model/Blobs.h"
#include "model/Conversation.h"
#include "model/ConversationTree.h"
#include "model/Draft.h"
#include "model/Item.h"
#include "providers/WireRecord.h"

#include <QObject>

#include <functional>

namespace vitrine {

class ConnectionBackend;
class ImageService;

// All that the window knows of the rest: commands in, items out, and the library of conversations. Lives on the interface thread;
// nothing here waits. Answers come later, on the interface thread, unless their context object is gone by then.
class Backend : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Backend)

public:
    using QObject::QObject;
    template<class T>
    using Answer = std::function<void(const Result<T> &)>;

    virtual void startTurn(const StartTurn &command) = 0;
    virtual void interrupt(const TurnId &turn) = 0;
    virtual void decide(const CallId &call, Decision decision, const QString &words) = 0;
    virtual void warmUp() = 0;

    virtual void listConversations(QObject *context, Answer<QList<Conversation>> answer) = 0;
    virtual void openConversation(const ConversationId &id, QObject *context, Answer<ConversationTree> answer) = 0;
    virtual void rename(const ConversationId &id, const QString &title) = 0;
    virtual void setPinned(const ConversationId &id, bool pinned) = 0;
    virtual void setDeleted(const ConversationId &id, bool deleted) = 0;

    virtual const BlobReader &blobs() const = 0;
    virtual ImageService &images() = 0;
    virtual ConnectionBackend &connections() = 0;

signals:
    void turnStarted(const vitrine::Conversation &conversation, const vitrine::Turn &turn, bool created);
    void itemAppended(const vitrine::ItemPtr &item);
    void draftChanged(const vitrine::Draft &draft);
    void exchanged(const vitrine::TurnId &turn, const vitrine::WireRecord &record);
    void turnEnded(const vitrine::ConversationId &conversation, const vitrine::TurnId &turn);
    void turnRefused(const vitrine::TurnId &turn, const vitrine::Error &error);
    void failed(const vitrine::Error &error); // of something that nobody waits for: a rename on a full disk
};

} // namespace vitrine
