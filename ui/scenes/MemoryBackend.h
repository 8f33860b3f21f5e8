#pragma once

#include "backend/Backend.h"
#include "imaging/ImageService.h"
#include "scenes/MemoryConnections.h"

#include <QHash>

namespace vitrine {

// Bytes in memory. For scenes and tests.
class MemoryBlobs final : public BlobReader
{
public:
    BlobRef put(const QByteArray &bytes, const QString &mime);
    Result<QByteArray> read(const BlobRef &ref, qint64 offset, qint64 length) const override;
    // "memory:" and the hash: understood by OwnPictures only.
    Result<QString> path(const BlobRef &ref) const override;
    QByteArray bytes(const QString &sha256) const { return m_bytes.value(sha256); }

private:
    QHash<QString, QByteArray> m_bytes;
};

// Answers `preview` for pictures that the program drew itself or ships. Never given a file from outside.
class OwnPictures final : public ImageService
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnPictures)

public:
    explicit OwnPictures(const MemoryBlobs &blobs, QObject *parent = nullptr);
    RequestId send(const ImageRequest &request, QObject *context, Callback callback) override;
    void cancel(RequestId) override {}

private:
    const MemoryBlobs &m_blobs;
    RequestId m_last = 0;
};

// A library of conversations without a store, and commands that are only written down: scenes and tests play the engine.
class MemoryBackend final : public Backend
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryBackend)

public:
    explicit MemoryBackend(QObject *parent = nullptr);

    void add(const Conversation &conversation, const ConversationTree &tree = {});
    // Stores and announces, as the engine does.
    void beginTurn(const Conversation &conversation, const Turn &turn, bool created);
    ItemPtr append(const Turn &turn, ItemBody body, const QDateTime &startedAt, const QDateTime &endedAt, Provenance provenance = Provenance::Local,
                   const ItemId &id = {});
    void endTurn(const Turn &turn);

    MemoryBlobs &store() { return m_blobs; }
    QList<StartTurn> started;
    QList<TurnId> interrupted;
    struct Decided {
        CallId call;
        Decision decision;
        QString words;
    };
    QList<Decided> decisions;
    int warmUps = 0;
    QList<Conversation> library() const { return m_conversations; }

    void startTurn(const StartTurn &command) override { started.append(command); }
    void interrupt(const TurnId &turn) override { interrupted.append(turn); }
    void decide(const CallId &call, Decision decision, const QString &words) override { decisions.append({call, decision, words}); }
    void warmUp() override { ++warmUps; }
    void listConversations(QObject *context, Answer<QList<Conversation>> answer) override;
    void openConversation(const ConversationId &id, QObject *context, Answer<ConversationTree> answer) override;
    void rename(const ConversationId &id, const QString &title) override;
    void setPinned(const ConversationId &id, bool pinned) override;
    void setDeleted(const ConversationId &id, bool deleted) override;
    const BlobReader &blobs() const override { return m_blobs; }
    ImageService &images() override { return m_images; }
    MemoryConnections &connections() override { return m_connections; }

private:
    Conversation *find(const ConversationId &id);

    MemoryBlobs m_blobs;
    OwnPictures m_images;
    MemoryConnections m_connections;
    QList<Conversation> m_conversations;
    QHash<ConversationId, ConversationTree> m_trees;
    QHash<ConversationId, qint64> m_seq;
};

} // namespace vitrine
