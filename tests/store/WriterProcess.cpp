// Works on a profile in a process of its own and reports each commit on standard output, so that a test can kill it at any
// moment and compare. Usage: store_writer write|hold|fill|list FOLDER

#include "store/FileBlobStore.h"
#include "store/Store.h"

#include <QFile>

#include <cstdio>
#include <unistd.h>

using namespace vitrine;

namespace {

SystemClock systemClock;

// Unbuffered: what is printed was committed, what was committed is printed unless the kill came between.
void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    (void)!::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size()));
}

int give(const Error &error)
{
    say(QStringLiteral("error %1 | %2").arg(error.message, error.detail));
    return 1;
}

class Writer
{
public:
    explicit Writer(Store &store)
        : m_store(store)
    {
    }

    bool begin()
    {
        const QDateTime now = systemClock.now();
        m_conversation = ConversationId::create(now.toMSecsSinceEpoch());
        if (!m_store.createConversation({m_conversation, {}, now, now, false, std::nullopt}))
            return false;
        say(QStringLiteral("conversation ") + m_conversation.value);
        return beginTurn();
    }

    bool beginTurn()
    {
        const Turn turn{TurnId::create(systemClock.now().toMSecsSinceEpoch()), m_conversation, m_turn, systemClock.now(), QStringLiteral("offline"), QStringLiteral("rules"), {}};
        m_turn = turn.id;
        return m_store.startTurn(turn).has_value();
    }

    Done append(const ItemBody &body, Durability durability, ItemId id = ItemId::create(systemClock.now().toMSecsSinceEpoch()))
    {
        const QDateTime now = systemClock.now();
        const Result<ItemPtr> item = m_store.append({0, id, m_conversation, *m_turn, ItemStatus::Completed, Provenance::Provider, now, now, body}, durability);
        if (!item)
            return tl::unexpected(item.error());
        say(QStringLiteral("item ") + id.value);
        return {};
    }

    Done draft(const ItemId &id, const QString &text)
    {
        const Done done = m_store.saveDraft({id, m_conversation, *m_turn, Draft::Kind::Message, {}, {}, text, systemClock.now()});
        if (done)
            say(QStringLiteral("draft %1 %2").arg(id.value).arg(text.size()));
        return done;
    }

    // A question, a call with its output, an answer that grows: one whole turn.
    Done turn(int number)
    {
        const CallId call{QStringLiteral("call_%1").arg(number)};
        Done done = append(UserMessage{QStringLiteral("question %1").arg(number), {}}, Durability::Barrier);
        if (done)
            done = append(ToolCall{call, QStringLiteral("python"), QStringLiteral("{}"), {}}, Durability::Barrier);
        if (done)
            done = append(ToolOutput{call, Outcome::Ok, 0, QString(2000, QLatin1Char('o')), 2000, 2000, {}, {}}, Durability::Stream);
        const ItemId answer = ItemId::create(systemClock.now().toMSecsSinceEpoch());
        QString text;
        for (int i = 0; done && i < 20; ++i) {
            text += QStringLiteral("some words of the answer %1 ").arg(i);
            done = draft(answer, text);
        }
        if (done)
            done = append(AgentMessage{text, false, {}, {}, {}}, Durability::Stream, answer);
        if (done)
            done = append(TurnEnded{}, Durability::Barrier);
        return done;
    }

private:
    Store &m_store;
    ConversationId m_conversation;
    std::optional<TurnId> m_turn;
};

int writeForEver(Store &store)
{
    Writer writer(store);
    if (!writer.begin())
        return 1;
    for (int number = 1;; ++number) {
        if (const Done done = writer.turn(number); !done)
            return give(done.error());
        if (!writer.beginTurn())
            return 1;
    }
}

// Leaves one of everything open and waits to be killed.
int hold(Store &store)
{
    Writer writer(store);
    if (!writer.begin())
        return 1;
    (void)writer.append(UserMessage{QStringLiteral("question"), {}}, Durability::Barrier);
    (void)writer.append(ToolCall{{QStringLiteral("call_1")}, QStringLiteral("python"), QStringLiteral("{}"), {}}, Durability::Barrier);
    (void)writer.draft(ItemId::create(1), QStringLiteral("half an answer"));
    say(QStringLiteral("holding"));
    pause();
    return 0;
}

// Fills the disk, makes room again and goes on.
int fill(Store &store, const QString &folder)
{
    const QString ballastPath = folder + QStringLiteral("/ballast");
    QFile ballast(ballastPath);
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(600000, 'b')) < 0)
        return 1;
    ballast.close();
    const auto blobs = FileBlobStore::open(folder + QStringLiteral("/blobs"));
    Writer writer(store);
    if (!blobs || !writer.begin())
        return 1;
    if (const auto blob = (*blobs)->put(QByteArray(20 << 20, 'x'), {}); !blob)
        say(QStringLiteral("blob-error ") + blob.error().message);
    const Notice notice{NoticeLevel::Info, QString(20000, QLatin1Char('n'))};
    for (int i = 0; i < 10000; ++i) {
        const Done done = writer.append(notice, Durability::Barrier);
        if (done)
            continue;
        say(QStringLiteral("store-error ") + done.error().message);
        QFile::remove(ballastPath);
        if (const Done again = writer.append(notice, Durability::Barrier); !again)
            return give(again.error());
        say(QStringLiteral("recovered"));
        return 0;
    }
    return 1;
}

int list(Store &store)
{
    const auto conversations = store.conversations();
    if (!conversations)
        return give(conversations.error());
    say(QStringLiteral("readonly %1").arg(store.report().readOnly));
    for (const Conversation &conversation : *conversations) {
        say(QStringLiteral("conversation ") + conversation.id.value);
        const auto tree = store.tree(conversation.id);
        if (!tree)
            return give(tree.error());
        for (const Turn &turn : tree->turns()) {
            for (const ItemPtr &item : tree->items(turn.id))
                say(QStringLiteral("item ") + item->id.value);
        }
        if (const Done done = store.rename(conversation.id, QStringLiteral("x")); !done)
            say(QStringLiteral("store-error ") + done.error().message);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const QByteArray mode = argv[1];
    const QString folder = QString::fromLocal8Bit(argv[2]);
    const auto store = Store::open({folder}, systemClock);
    if (!store)
        return give(store.error());
    if (mode == "write")
        return writeForEver(**store);
    if (mode == "hold")
        return hold(**store);
    if (mode == "fill")
        return fill(**store, folder);
    return mode == "list" ? list(**store) : 2;
}
