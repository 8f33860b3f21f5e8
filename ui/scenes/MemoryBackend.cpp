#include "scenes/MemoryBackend.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QPointer>
#include <QTimer>

namespace vitrine {

BlobRef MemoryBlobs::put(const QByteArray &bytes, const QString &mime)
{
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    m_bytes.insert(sha256, bytes);
    return {sha256, bytes.size(), mime};
}

Result<QByteArray> MemoryBlobs::read(const BlobRef &ref, qint64 offset, qint64 length) const
{
    const auto known = m_bytes.constFind(ref.sha256);
    if (known == m_bytes.cend())
        return fail(ErrorKind::Storage, QStringLiteral("No such bytes."));
    return known->mid(offset, length);
}

Result<QString> MemoryBlobs::path(const BlobRef &ref) const
{
    if (!m_bytes.contains(ref.sha256))
        return fail(ErrorKind::Storage, QStringLiteral("No such bytes."));
    return QStringLiteral("memory:") + ref.sha256;
}

OwnPictures::OwnPictures(const MemoryBlobs &blobs, QObject *parent)
    : ImageService(parent)
    , m_blobs(blobs)
{
}

ImageService::RequestId OwnPictures::send(const ImageRequest &request, QObject *context, Callback callback)
{
    const QString sha256 = request.inputPath.section(u':', 1);
    const int maxSide = request.params.value(QLatin1String("max_side")).toInt(1024);
    QTimer::singleShot(0, context, [callback, maxSide, bytes = m_blobs.bytes(sha256)] {
        QImage image = QImage::fromData(bytes);
        if (image.isNull())
            return callback(fail(ErrorKind::Io, QStringLiteral("No such picture.")));
        if (qMax(image.width(), image.height()) > maxSide)
            image = image.scaled(maxSide, maxSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        ImageReply reply;
        QBuffer buffer(&reply.picture);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG", 90);
        reply.mime = QStringLiteral("image/png");
        callback(reply);
    });
    return ++m_last;
}

MemoryBackend::MemoryBackend(QObject *parent)
    : Backend(parent)
    , m_images(m_blobs)
{
}

Conversation *MemoryBackend::find(const ConversationId &id)
{
    for (Conversation &conversation : m_conversations) {
        if (conversation.id == id)
            return &conversation;
    }
    return nullptr;
}

void MemoryBackend::add(const Conversation &conversation, const ConversationTree &tree)
{
    m_conversations.append(conversation);
    m_trees.insert(conversation.id, tree);
    m_seq.insert(conversation.id, tree.lastSeq());
}

void MemoryBackend::beginTurn(const Conversation &conversation, const Turn &turn, bool created)
{
    if (!find(conversation.id))
        m_conversations.append(conversation);
    m_trees[conversation.id].addTurn(turn);
    emit turnStarted(conversation, turn, created);
}

ItemPtr MemoryBackend::append(const Turn &turn, ItemBody body, const QDateTime &startedAt, const QDateTime &endedAt, Provenance provenance, const ItemId &id)
{
    auto item = std::make_shared<Item>();
    item->seq = ++m_seq[turn.conversation];
    item->id = id.isEmpty() ? ItemId::create(startedAt.toMSecsSinceEpoch()) : id;
    item->conversation = turn.conversation;
    item->turn = turn.id;
    item->provenance = provenance;
    item->startedAt = startedAt;
    item->endedAt = endedAt;
    item->body = std::move(body);
    m_trees[turn.conversation].addItem(item);
    emit itemAppended(item);
    return item;
}

void MemoryBackend::endTurn(const Turn &turn)
{
    emit turnEnded(turn.conversation, turn.id);
}

void MemoryBackend::listConversations(QObject *context, Answer<QList<Conversation>> answer)
{
    QTimer::singleShot(0, context, [this, answer] {
        QList<Conversation> kept;
        for (const Conversation &conversation : std::as_const(m_conversations)) {
            if (!conversation.deletedAt)
                kept << conversation;
        }
        answer(kept);
    });
}

void MemoryBackend::openConversation(const ConversationId &id, QObject *context, Answer<ConversationTree> answer)
{
    QTimer::singleShot(0, context, [this, id, answer] { answer(m_trees.value(id)); });
}

void MemoryBackend::rename(const ConversationId &id, const QString &title)
{
    if (Conversation *conversation = find(id))
        conversation->title = title;
}

void MemoryBackend::setPinned(const ConversationId &id, bool pinned)
{
    if (Conversation *conversation = find(id))
        conversation->pinned = pinned;
}

void MemoryBackend::setDeleted(const ConversationId &id, bool deleted)
{
    if (Conversation *conversation = find(id))
        conversation->deletedAt = deleted ? std::optional(QDateTime::currentDateTimeUtc()) : std::nullopt;
}

} // namespace vitrine
