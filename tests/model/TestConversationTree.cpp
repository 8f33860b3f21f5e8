#include "model/ConversationTree.h"
#include "support/TestPrint.h"

using namespace vitrine;

class TestConversationTree : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void knowsPathsAndSiblings();
    void givesTheItemsOfAPath();
    void survivesALoop();
};

static Turn turn(const QString &id, std::optional<TurnId> parent = {})
{
    Turn turn;
    turn.id = {id};
    turn.parent = parent;
    return turn;
}

static ItemPtr item(qint64 seq, const QString &turn)
{
    auto item = std::make_shared<Item>();
    item->seq = seq;
    item->turn = {turn};
    return item;
}

// a -> b -> c
//   \> b2
static ConversationTree sample()
{
    ConversationTree tree;
    tree.addTurn(turn(QStringLiteral("a")));
    tree.addTurn(turn(QStringLiteral("b"), TurnId{QStringLiteral("a")}));
    tree.addTurn(turn(QStringLiteral("c"), TurnId{QStringLiteral("b")}));
    tree.addTurn(turn(QStringLiteral("b2"), TurnId{QStringLiteral("a")}));
    return tree;
}

static QString names(const QList<TurnId> &ids)
{
    QStringList list;
    for (const TurnId &id : ids)
        list.append(id.value);
    return list.join(u' ');
}

void TestConversationTree::isEmptyAtFirst()
{
    const ConversationTree tree;
    QVERIFY(!tree.newestLeaf());
    QVERIFY(!tree.turn({QStringLiteral("a")}));
    QVERIFY(tree.pathTo({QStringLiteral("a")}).isEmpty());
    QVERIFY(tree.siblings({QStringLiteral("a")}).isEmpty());
    QCOMPARE(tree.lastSeq(), 0);
}

void TestConversationTree::knowsPathsAndSiblings()
{
    const ConversationTree tree = sample();
    QCOMPARE(names(tree.pathTo({QStringLiteral("c")})), QStringLiteral("a b c"));
    QCOMPARE(names(tree.pathTo({QStringLiteral("b2")})), QStringLiteral("a b2"));
    QCOMPARE(names(tree.siblings({QStringLiteral("b2")})), QStringLiteral("b b2"));
    QCOMPARE(names(tree.siblings({QStringLiteral("a")})), QStringLiteral("a"));
    QCOMPARE(tree.newestLeaf()->value, QStringLiteral("b2"));
    QCOMPARE(tree.turn({QStringLiteral("c")})->parent->value, QStringLiteral("b"));
}

void TestConversationTree::givesTheItemsOfAPath()
{
    ConversationTree tree = sample();
    tree.addItem(item(1, QStringLiteral("a")));
    tree.addItem(item(2, QStringLiteral("b")));
    tree.addItem(item(3, QStringLiteral("b2")));
    tree.addItem(item(4, QStringLiteral("b")));
    QList<qint64> seqs;
    for (const ItemPtr &found : tree.itemsOnPath({QStringLiteral("b")}))
        seqs.append(found->seq);
    QCOMPARE(seqs, (QList<qint64>{1, 2, 4}));
    QCOMPARE(tree.lastSeq(), 4);
}

// What was imported or damaged may name itself as its own ancestor.
void TestConversationTree::survivesALoop()
{
    ConversationTree tree;
    tree.addTurn(turn(QStringLiteral("a"), TurnId{QStringLiteral("b")}));
    tree.addTurn(turn(QStringLiteral("b"), TurnId{QStringLiteral("a")}));
    QVERIFY(tree.pathTo({QStringLiteral("a")}).size() <= 3);
    QVERIFY(tree.pathTo({QStringLiteral("missing")}).isEmpty());
}

QTEST_GUILESS_MAIN(TestConversationTree)
#include "TestConversationTree.moc"
