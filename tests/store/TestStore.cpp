#include "StoreFixture.h"
#include "support/SampleItems.h"

#include <sys/stat.h>

using namespace vitrine;

class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryKindOfItem();
    void keepsTheTree();
    void countsSeqPerConversation();
    void listsNewestFirst();
    void deletesWithUndoAndPurges();
    void replacesDraftByItem();
    void endingATurnKeepsOpenDrafts();
    void refusesWhatDoesNotFit();
    void isForTheUserOnly();
};

void TestStore::keepsEveryKindOfItem()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    QList<Item> appended;
    for (const ItemBody &body : sampleBodies()) {
        Item item = profile.newItem(body);
        item.status = appended.size() % 2 ? ItemStatus::Interrupted : ItemStatus::Failed;
        const auto stored = store->append(item, Durability::Stream);
        VERIFY_RESULT(stored);
        item.seq = appended.size() + 1;
        QCOMPARE(**stored, item);
        appended.append(item);
    }
    store.reset();
    const auto again = profile.open();
    VERIFY_RESULT(again);
    const auto tree = (*again)->tree(profile.conversation);
    VERIFY_RESULT(tree);
    const QList<ItemPtr> items = tree->items(profile.turn);
    QCOMPARE(items.size(), appended.size());
    for (qsizetype i = 0; i < items.size(); ++i)
        QVERIFY2(*items[i] == appended[i], qPrintable(kindOf(appended[i].body)));
    QCOMPARE(tree->lastSeq(), appended.size());
    QVERIFY((*again)->report().notices.isEmpty());
}

void TestStore::keepsTheTree()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    Turn child = profile.newTurn();
    child.id = TurnId::create(3);
    child.parent = profile.turn;
    Turn sibling = child;
    sibling.id = TurnId::create(4);
    VERIFY_RESULT(store->startTurn(child));
    VERIFY_RESULT(store->startTurn(sibling));
    const auto tree = store->tree(profile.conversation);
    VERIFY_RESULT(tree);
    QCOMPARE(tree->turns(), (QList<Turn>{profile.newTurn(), child, sibling}));
    QCOMPARE(tree->siblings(child.id), (QList<TurnId>{child.id, sibling.id}));
}

void TestStore::countsSeqPerConversation()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    Conversation other = profile.newConversation();
    other.id = ConversationId::create(9);
    Turn otherTurn = profile.newTurn();
    otherTurn.id = TurnId::create(9);
    otherTurn.conversation = other.id;
    VERIFY_RESULT(store->createConversation(other));
    VERIFY_RESULT(store->startTurn(otherTurn));
    for (int i = 1; i <= 3; ++i)
        QCOMPARE((*store->append(profile.newItem(Notice{}), Durability::Stream))->seq, i);
    Item first = profile.newItem(Notice{});
    first.conversation = other.id;
    first.turn = otherTurn.id;
    QCOMPARE((*store->append(first, Durability::Barrier))->seq, 1);
}

void TestStore::listsNewestFirst()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    profile.clock.advance(1000);
    Conversation newer = profile.newConversation();
    newer.id = ConversationId::create(9);
    newer.title = QStringLiteral("Newer");
    VERIFY_RESULT(store->createConversation(newer));
    QCOMPARE((*store->conversations())[0], newer);

    profile.clock.advance(1000);
    VERIFY_RESULT(store->append(profile.newItem(Notice{}), Durability::Stream));
    VERIFY_RESULT(store->rename(profile.conversation, QStringLiteral("Name")));
    VERIFY_RESULT(store->setPinned(profile.conversation, true));
    const auto list = store->conversations();
    QCOMPARE(list->size(), 2);
    Conversation expected = profile.newConversation();
    expected.title = QStringLiteral("Name");
    expected.pinned = true;
    expected.createdAt = profile.clock.now().addMSecs(-2000);
    QCOMPARE(list->constFirst(), expected);
    QCOMPARE(*store->conversation(profile.conversation), expected);
}

void TestStore::deletesWithUndoAndPurges()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    VERIFY_RESULT(store->append(profile.newItem(Notice{NoticeLevel::Info, QStringLiteral("a-secret-word")}), Durability::Stream));
    VERIFY_RESULT(store->setDeleted(profile.conversation, true));
    QVERIFY(store->conversations()->isEmpty());
    VERIFY_RESULT(store->setDeleted(profile.conversation, false));
    QCOMPARE(store->conversations()->size(), 1);
    QCOMPARE(store->tree(profile.conversation)->turns().size(), 1);

    VERIFY_RESULT(store->setDeleted(profile.conversation, true));
    VERIFY_RESULT(store->purge(profile.clock.now())); // marked not before, but just now
    QVERIFY(store->conversation(profile.conversation));
    profile.clock.advance(1);
    VERIFY_RESULT(store->purge(profile.clock.now()));
    QVERIFY(!store->conversation(profile.conversation));
    QVERIFY(!store->setDeleted(profile.conversation, false));
    QVERIFY(store->tree(profile.conversation)->turns().isEmpty());
    for (const char *suffix : {"", "-wal"}) {
        QFile file(profile.file() + QLatin1String(suffix));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("a-secret-word"), suffix);
    }
}

void TestStore::replacesDraftByItem()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    const Item item = profile.newItem(AgentMessage{QStringLiteral("whole"), false, {}, {}, {}});
    Draft draft{item.id, profile.conversation, profile.turn, Draft::Kind::Message, {}, {}, QStringLiteral("wh"), profile.clock.now()};
    VERIFY_RESULT(store->saveDraft(draft));
    draft.text = QStringLiteral("who");
    VERIFY_RESULT(store->saveDraft(draft));
    QVERIFY(store->tree(profile.conversation)->items(profile.turn).isEmpty());
    VERIFY_RESULT(store->append(item, Durability::Stream));
    VERIFY_RESULT(store->saveDraft(draft)); // late: changes nothing
    VERIFY_RESULT(store->append(profile.newItem(TurnEnded{}), Durability::Barrier));
    const QList<ItemPtr> items = store->tree(profile.conversation)->items(profile.turn);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0]->body, item.body);
}

void TestStore::endingATurnKeepsOpenDrafts()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    VERIFY_RESULT(store->saveDraft({ItemId::create(1), profile.conversation, profile.turn, Draft::Kind::Reasoning, {}, {}, QStringLiteral("half a thought"), profile.clock.now()}));
    VERIFY_RESULT(store->saveDraft({ItemId::create(2), profile.conversation, profile.turn, Draft::Kind::Message, {}, {}, {}, profile.clock.now()}));
    const auto end = store->append(profile.newItem(TurnEnded{}), Durability::Barrier);
    VERIFY_RESULT(end);
    const QList<ItemPtr> items = store->tree(profile.conversation)->items(profile.turn);
    QCOMPARE(items.size(), 2); // the draft without a word left nothing
    QCOMPARE(toString(items[0]->status), QStringLiteral("interrupted"));
    QCOMPARE(std::get<Reasoning>(items[0]->body).text, QStringLiteral("half a thought"));
    QCOMPARE(*items[1], **end);
}

void TestStore::refusesWhatDoesNotFit()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    const Item item = profile.newItem(Notice{});
    VERIFY_RESULT(store->append(item, Durability::Stream));
    const auto twice = store->append(item, Durability::Stream);
    QVERIFY(!twice);
    QCOMPARE(toString(twice.error().kind), QStringLiteral("storage"));

    Item stray = profile.newItem(Notice{});
    stray.turn = TurnId::create(77);
    QVERIFY(!store->append(stray, Durability::Stream));
    Turn orphan = profile.newTurn();
    orphan.id = TurnId::create(78);
    orphan.parent = TurnId::create(79);
    QVERIFY(!store->startTurn(orphan));
    QVERIFY(!store->rename(ConversationId::create(80), QStringLiteral("x")));
    // What was refused left nothing, and the store still works.
    QCOMPARE((*store->append(profile.newItem(Notice{}), Durability::Stream))->seq, 2);
}

void TestStore::isForTheUserOnly()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    const auto modeOf = [](const QString &path) {
        struct stat info = {};
        return stat(qPrintable(path), &info) == 0 ? int(info.st_mode & 0777) : -1;
    };
    QCOMPARE(modeOf(profile.folder()), 0700);
    const QFileInfoList files = QDir(profile.folder()).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 3); // database, journal, lock
    for (const QFileInfo &file : files)
        QVERIFY2(modeOf(file.filePath()) == 0600, qPrintable(file.fileName()));
}

QTEST_GUILESS_MAIN(TestStore)
#include "TestStore.moc"
