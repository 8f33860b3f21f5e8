#include "StoreFixture.h"
#include "store/Database.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

using namespace vitrine;

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void recoversFromADamagedPage_data();
    void recoversFromADamagedPage();
    void recoversFromACutFile();
    void bringsBackItemsWithoutTheirTurn();
    void setsAsideWhatIsNoDatabase();
    void beginsAnewFromAnEmptyFile();
    void keepsAJournalWithoutDatabase();
    void leavesADamagedFileThatIsInUse();
    void findsDamageThatItMet();

private:
    void put(Profile &profile, const QByteArray &bytes) const;
    static QByteArray contents(const QString &path);

    QByteArray m_sound;
    QSet<qint64> m_roots; // pages where a table or index begins
    ConversationId m_conversation;
    static constexpr int pageSize = 4096;
    static constexpr int itemCount = 400;
};

QByteArray TestRecovery::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestRecovery::put(Profile &profile, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(profile.folder()));
    QFile file(profile.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

// Items from a few bytes to several pages, so that all kinds of pages are there.
void TestRecovery::initTestCase()
{
    Profile profile;
    auto store = profile.begin();
    QVERIFY(store);
    m_conversation = profile.conversation;
    for (int i = 0; i < itemCount; ++i)
        VERIFY_RESULT(store->append(profile.newItem(Notice{NoticeLevel::Info, QString(i % 40 == 39 ? 15000 : i % 400, QLatin1Char('t'))}), Durability::Stream));
    VERIFY_RESULT(store->append(profile.newItem(TurnEnded{}), Durability::Stream));
    store.reset();
    m_sound = contents(profile.file());
    QVERIFY(m_sound.size() > 50 * pageSize);
    const auto database = Database::open(profile.file(), Database::Mode::ReadOnly);
    Statement roots = (*database)->statement("SELECT rootpage FROM sqlite_schema");
    while (*roots.step())
        m_roots.insert(roots.integer(0) - 1);
}

void TestRecovery::recoversFromADamagedPage_data()
{
    QTest::addColumn<qint64>("page");
    const qint64 pages = m_sound.size() / pageSize;
    for (int i = 0; i < 50; ++i)
        QTest::newRow(qPrintable(QString::number(i * pages / 50))) << i * pages / 50;
}

void TestRecovery::recoversFromADamagedPage()
{
    QFETCH(qint64, page);
    QByteArray bytes = m_sound;
    QRandomGenerator random(quint32(page) + 1);
    for (int i = 0; i < pageSize; ++i)
        bytes[page * pageSize + i] = char(random.bounded(256));
    Profile profile;
    put(profile, bytes);

    auto store = profile.open();
    VERIFY_RESULT(store);
    const StoreReport report = (*store)->report();
    if (report.setAside.isEmpty()) // the page held text or was free: only the text is hurt
        QVERIFY(report.notices.isEmpty());
    else
        QCOMPARE(contents(report.setAside), bytes);
    const auto tree = (*store)->tree(m_conversation);
    VERIFY_RESULT(tree);
    // The page where the table of items itself begins is the one that takes all; the kept file is left then.
    const qsizetype found = tree->turns().isEmpty() ? 0 : tree->items(tree->turns()[0].id).size();
    if (page == 0 || !m_roots.contains(page))
        QVERIFY2(found >= itemCount - 40, qPrintable(QStringLiteral("only %1 items").arg(found)));
    // It goes on.
    profile.conversation = ConversationId::create(99);
    profile.turn = TurnId::create(99);
    VERIFY_RESULT((*store)->createConversation(profile.newConversation()));
    VERIFY_RESULT((*store)->startTurn(profile.newTurn()));
    VERIFY_RESULT((*store)->append(profile.newItem(TurnEnded{}), Durability::Barrier));
    store->reset();
    const auto again = profile.open();
    VERIFY_RESULT(again);
    QVERIFY((*again)->report().notices.isEmpty());
    const auto database = Database::open(profile.file(), Database::Mode::ReadOnly);
    if (!report.setAside.isEmpty())
        QCOMPARE((*database)->damage(), QString());
}

void TestRecovery::recoversFromACutFile()
{
    Profile profile;
    put(profile, m_sound.left(m_sound.size() / 2 + 100));
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QVERIFY(!(*store)->report().setAside.isEmpty());
    QCOMPARE((*store)->report().notices.size(), 1);
    const auto tree = (*store)->tree(m_conversation);
    QVERIFY(!tree->turns().isEmpty());
    QVERIFY(tree->items(tree->turns()[0].id).size() > itemCount / 4);
}

void TestRecovery::bringsBackItemsWithoutTheirTurn()
{
    Profile profile;
    QVERIFY(profile.begin());
    const TurnId turn = profile.turn;
    qint64 turnRoot = 0;
    {
        auto store = profile.open();
        VERIFY_RESULT(store);
        VERIFY_RESULT((*store)->append(profile.newItem(Notice{}), Durability::Stream));
        store->reset();
        const auto database = Database::open(profile.file(), Database::Mode::ReadOnly);
        turnRoot = *(*database)->integer("SELECT rootpage FROM sqlite_schema WHERE name = 'turn'");
    }
    QByteArray bytes = contents(profile.file());
    bytes.replace((turnRoot - 1) * pageSize, pageSize, QByteArray(pageSize, '\x7f'));
    put(profile, bytes);
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QCOMPARE((*store)->conversations()->size(), 1);
    QCOMPARE((*store)->tree(profile.conversation)->items(turn).size(), 1);
}

void TestRecovery::setsAsideWhatIsNoDatabase()
{
    Profile profile;
    const QByteArray bytes = QByteArray("this is a shopping list\n").repeated(2000);
    put(profile, bytes);
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QCOMPARE(contents((*store)->report().setAside), bytes);
    QVERIFY((*store)->conversations()->isEmpty());
}

void TestRecovery::beginsAnewFromAnEmptyFile()
{
    Profile profile;
    put(profile, {});
    QVERIFY(profile.begin());
    QCOMPARE((*profile.open())->conversations()->size(), 1);
}

void TestRecovery::keepsAJournalWithoutDatabase()
{
    Profile profile;
    QByteArray journal;
    {
        const auto store = profile.begin();
        QVERIFY(store);
        journal = contents(profile.file() + QStringLiteral("-wal"));
        QVERIFY(!journal.isEmpty());
    }
    QFile::remove(profile.file());
    QFile file(profile.file() + QStringLiteral("-wal"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(journal) > 0);
    file.close();
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QCOMPARE((*store)->report().notices.size(), 1);
    QCOMPARE(contents((*store)->report().setAside), journal);
}

void TestRecovery::leavesADamagedFileThatIsInUse()
{
    Profile profile;
    put(profile, m_sound);
    auto running = profile.open();
    VERIFY_RESULT(running);
    QByteArray bytes = m_sound;
    bytes.replace(pageSize, 10 * pageSize, QByteArray(10 * pageSize, '\x7f'));
    QFile file(profile.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto refused = profile.open();
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(QLatin1String("close all windows")), qPrintable(refused.error().message));
    QVERIFY(QDir(profile.folder()).entryList({QStringLiteral("*damaged*")}).isEmpty());
    running->reset();
    VERIFY_RESULT(profile.open());
    QVERIFY(!QDir(profile.folder()).entryList({QStringLiteral("*damaged*")}).isEmpty());
}

// Too large to be looked through at every start: the damage is found when it is met, and mended at the next start.
void TestRecovery::findsDamageThatItMet()
{
    Profile profile;
    {
        auto store = profile.begin();
        QVERIFY(store);
        for (int i = 0; i < 40; ++i)
            VERIFY_RESULT(store->append(profile.newItem(Notice{NoticeLevel::Info, QString(1 << 20, QLatin1Char('t'))}), Durability::Stream));
    }
    qint64 root = 0;
    {
        const auto database = Database::open(profile.file(), Database::Mode::ReadOnly);
        root = *(*database)->integer("SELECT rootpage FROM sqlite_schema WHERE name = 'item'");
    }
    QFile file(profile.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((root - 1) * pageSize) && file.write(QByteArray(pageSize, '\x7f')) == pageSize);
    file.close();
    {
        const auto store = profile.open();
        VERIFY_RESULT(store);
        const auto tree = (*store)->tree(profile.conversation);
        QVERIFY(!tree);
        QVERIFY2(tree.error().message.contains(QLatin1String("damaged")), qPrintable(tree.error().message));
    }
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QVERIFY(!(*store)->report().setAside.isEmpty());
    VERIFY_RESULT((*store)->tree(profile.conversation));
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "TestRecovery.moc"
