#include "StoreFixture.h"
#include "store/Schema.h"

using namespace vitrine;

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void copiesBeforeItMigrates();
    void undoesAMigrationThatFails();
    void refusesANewerVersionUntouched();
    void refusesAnotherProgramsFile();
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

static QList<Migration> withSecond(std::function<Done(Database &)> second)
{
    QList<Migration> steps = migrations();
    const int next = steps.constLast().to + 1;
    steps.append({next, std::move(second)});
    return steps;
}

void TestSchema::copiesBeforeItMigrates()
{
    Profile profile;
    QVERIFY(profile.begin());
    const qint64 version = migrations().constLast().to;
    const auto database = Database::open(profile.file(), Database::Mode::Create);
    VERIFY_RESULT(database);
    const auto backup = migrate(**database, withSecond([](Database &db) { return db.execute("ALTER TABLE conversation ADD COLUMN colour TEXT; UPDATE conversation SET colour = 'red'"); }));
    VERIFY_RESULT(backup);
    QCOMPARE(schemaState(**database)->version, version + 1);
    QCOMPARE(*(*database)->integer("SELECT count(*) FROM conversation WHERE colour = 'red'"), 1);

    const auto copy = Database::open(*backup, Database::Mode::ReadOnly);
    VERIFY_RESULT(copy);
    QCOMPARE(schemaState(**copy)->version, version);
    QCOMPARE(*(*copy)->integer("SELECT count(*) FROM conversation"), 1);
    QCOMPARE((*copy)->damage(), QString());
    QCOMPARE(QFile::permissions(*backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // Done already: nothing more to do, and no further copy.
    QCOMPARE(*migrate(**database, migrations()), QString());
}

void TestSchema::undoesAMigrationThatFails()
{
    Profile profile;
    QVERIFY(profile.begin());
    {
        const auto database = Database::open(profile.file(), Database::Mode::Create);
        VERIFY_RESULT(database);
        const auto failed = migrate(**database, withSecond([](Database &db) { return db.execute("DELETE FROM turn; DROP TABLE item; CREATE TABLE broken("); }));
        QVERIFY(!failed);
        QCOMPARE(toString(failed.error().kind), QStringLiteral("storage"));
        QCOMPARE(schemaState(**database)->version, migrations().constLast().to);
    }
    const auto store = profile.open();
    VERIFY_RESULT(store);
    QCOMPARE((*store)->tree(profile.conversation)->turns().size(), 1);
}

void TestSchema::refusesANewerVersionUntouched()
{
    Profile profile;
    QVERIFY(profile.begin());
    {
        const auto database = Database::open(profile.file(), Database::Mode::Create);
        VERIFY_RESULT((*database)->execute("PRAGMA user_version=99"));
    }
    const QByteArray before = contents(profile.file());
    const auto store = profile.open();
    QVERIFY(!store);
    QCOMPARE(toString(store.error().kind), QStringLiteral("storage"));
    QVERIFY2(store.error().message.contains(QLatin1String("newer version")), qPrintable(store.error().message));
    QCOMPARE(contents(profile.file()), before);

    // Also while the newer program runs: what it has in the journal is not written back by us.
    const auto running = Database::open(profile.file(), Database::Mode::Create);
    VERIFY_RESULT((*running)->execute("UPDATE conversation SET title = 'by the newer one'"));
    const QByteArray journal = contents(profile.file() + QStringLiteral("-wal"));
    QVERIFY(!profile.open());
    QCOMPARE(contents(profile.file()), before);
    QCOMPARE(contents(profile.file() + QStringLiteral("-wal")), journal);
}

void TestSchema::refusesAnotherProgramsFile()
{
    Profile profile;
    QVERIFY(QDir().mkpath(profile.folder()));
    {
        const auto database = Database::open(profile.file(), Database::Mode::Create);
        VERIFY_RESULT((*database)->execute("CREATE TABLE bookmarks(url TEXT)"));
    }
    const QByteArray before = contents(profile.file());
    const auto store = profile.open();
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains(QLatin1String("another program")), qPrintable(store.error().message));
    QCOMPARE(contents(profile.file()), before);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "TestSchema.moc"
