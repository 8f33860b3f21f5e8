#include "StoreFixture.h"
#include "store/Database.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

using namespace vitrine;

// What a writer said it had committed.
struct Said {
    QList<ConversationId> conversations;
    QSet<QString> items;
    QHash<QString, int> drafts; // length by id
    QStringList errors;

    void read(const QByteArray &output)
    {
        // The last piece is cut by the kill unless it ends with a line break; then it is empty.
        QList<QByteArray> lines = output.split('\n');
        lines.removeLast();
        for (const QByteArray &line : lines) {
            const QStringList words = QString::fromUtf8(line).split(QLatin1Char(' '));
            if (words[0] == QLatin1String("conversation"))
                conversations.append({words[1]});
            else if (words[0] == QLatin1String("item"))
                items.insert(words[1]);
            else if (words[0] == QLatin1String("draft"))
                drafts[words[1]] = words[2].toInt();
            else if (words[0].endsWith(QLatin1String("error")))
                errors.append(QString::fromUtf8(line));
        }
    }
};

class TestStoreProcesses : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingWhenKilled();
    void endsTurnsOfDeadProcessesOnly();
    void waitsForAnotherWriterButNotForEver();
    void survivesAFullDisk();
    void readsAFolderThatCannotBeWritten();

private:
    static void check(Store &store, const Said &said);
};

void TestStoreProcesses::check(Store &store, const Said &said)
{
    QHash<QString, ItemPtr> found;
    for (const ConversationId &id : said.conversations) {
        const auto tree = store.tree(id);
        VERIFY_RESULT(tree);
        qint64 seq = 0;
        for (const Turn &turn : tree->turns()) {
            const QList<ItemPtr> items = tree->items(turn.id);
            QSet<CallId> open;
            for (const ItemPtr &item : items) {
                found.insert(item->id.value, item);
                QCOMPARE(item->seq, ++seq); // none is missing between two
                if (const auto *call = std::get_if<ToolCall>(&item->body))
                    open.insert(call->callId);
                else if (const auto *output = std::get_if<ToolOutput>(&item->body))
                    open.remove(output->callId);
            }
            QVERIFY(open.isEmpty());
            QVERIFY(!items.isEmpty());
            QVERIFY(std::holds_alternative<TurnEnded>(items.constLast()->body));
        }
    }
    for (const QString &id : said.items)
        QVERIFY2(found.contains(id), qPrintable(id));
    for (auto it = said.drafts.cbegin(); it != said.drafts.cend(); ++it) {
        QVERIFY2(found.contains(it.key()), qPrintable(it.key()));
        QVERIFY(std::get<AgentMessage>(found[it.key()]->body).text.size() >= it.value());
    }
}

// Two writers at a time on one profile, each killed at a moment of its own, 200 in all.
void TestStoreProcesses::losesNothingWhenKilled()
{
    Profile profile;
    QRandomGenerator random(20260416);
    Said all;
    int interruptedDrafts = 0;
    for (int round = 0; round < 100; ++round) {
        QProcess writers[2];
        for (QProcess &writer : writers)
            writer.start(QStringLiteral(VITRINE_STORE_WRITER), {QStringLiteral("write"), profile.folder()});
        // Every other round is killed while it starts, the rest while it writes, however slow the machine is.
        for (QProcess &writer : writers)
            QVERIFY2(round % 2 == 0 || writer.waitForReadyRead(60000), writer.readAllStandardError().constData());
        Said said;
        for (QProcess &writer : writers) {
            QVERIFY(!writer.waitForFinished(random.bounded(20, 300) / 2));
            writer.kill();
            QVERIFY(writer.waitForFinished(10000));
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            said.read(writer.readAllStandardOutput());
            QVERIFY2(said.errors.isEmpty(), qPrintable(said.errors.join(u'\n')));
        }
        const auto store = profile.open();
        VERIFY_RESULT(store);
        QVERIFY((*store)->report().setAside.isEmpty());
        QVERIFY((*store)->report().notices.isEmpty());
        check(**store, said);
        if (QTest::currentTestFailed())
            return;
        all.conversations += said.conversations;
        all.items += said.items;
        all.drafts.insert(said.drafts);
        for (auto it = said.drafts.cbegin(); it != said.drafts.cend(); ++it)
            interruptedDrafts += said.items.contains(it.key()) ? 0 : 1;
    }
    const auto store = profile.open();
    VERIFY_RESULT(store);
    check(**store, all);
    const auto database = Database::open(profile.file(), Database::Mode::ReadOnly);
    VERIFY_RESULT(database);
    QCOMPARE((*database)->damage(), QString());
    qInfo() << all.items.size() << "items committed by 200 killed writers," << interruptedDrafts << "answers cut";
    QVERIFY(all.items.size() > 500);
    QVERIFY(interruptedDrafts > 5);
}

void TestStoreProcesses::endsTurnsOfDeadProcessesOnly()
{
    Profile profile;
    QProcess holder;
    holder.start(QStringLiteral(VITRINE_STORE_WRITER), {QStringLiteral("hold"), profile.folder()});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += holder.readAllStandardOutput()).endsWith("holding\n"), 10000);
    Said said;
    said.read(output);
    {
        const auto store = profile.open();
        VERIFY_RESULT(store);
        QCOMPARE((*store)->report().interruptedTurns, 0);
        const auto tree = (*store)->tree(said.conversations[0]);
        QCOMPARE(tree->items(tree->turns()[0].id).size(), 2);
    }
    holder.kill();
    QVERIFY(holder.waitForFinished(10000));

    const auto store = profile.open();
    VERIFY_RESULT(store);
    QCOMPARE((*store)->report().interruptedTurns, 1);
    const auto tree = (*store)->tree(said.conversations[0]);
    const QList<ItemPtr> items = tree->items(tree->turns()[0].id);
    QCOMPARE(items.size(), 5); // question, call, cut answer, answer of the call, end
    QCOMPARE(toString(items[2]->status), QStringLiteral("interrupted"));
    QCOMPARE(std::get<AgentMessage>(items[2]->body).text, QStringLiteral("half an answer"));
    const ToolOutput expected{{QStringLiteral("call_1")}, Outcome::Error, {}, QStringLiteral("cancelled: the program ended before the call was done"), 0, 0, {}, {}};
    QVERIFY(std::get<ToolOutput>(items[3]->body) == expected);
    QCOMPARE(toString(std::get<TurnEnded>(items[4]->body).outcome), QStringLiteral("interrupted"));

    const auto again = profile.open();
    QCOMPARE((*again)->report().interruptedTurns, 0);
    QCOMPARE((*again)->tree(said.conversations[0])->lastSeq(), 5);
}

void TestStoreProcesses::waitsForAnotherWriterButNotForEver()
{
    Profile profile;
    const auto store = profile.begin();
    QVERIFY(store);
    const auto other = Database::open(profile.file(), Database::Mode::Create);
    VERIFY_RESULT(other);
    {
        const Transaction writing(**other, Database::Sync::Normal);
        QVERIFY(writing.begun());
        const auto refused = store->append(profile.newItem(Notice{}), Durability::Stream);
        QVERIFY(!refused);
        QVERIFY(refused.error().retryable);
        QVERIFY2(refused.error().message.contains(QLatin1String("is busy")), qPrintable(refused.error().message));
        VERIFY_RESULT(store->tree(profile.conversation)); // readers do not wait
    }
    VERIFY_RESULT(store->append(profile.newItem(Notice{}), Durability::Stream));
}

void TestStoreProcesses::survivesAFullDisk()
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/bwrap"), {QStringLiteral("--dev-bind"), QStringLiteral("/"), QStringLiteral("/"), QStringLiteral("--size"), QStringLiteral("6000000"),
                                                     QStringLiteral("--tmpfs"), QStringLiteral("/mnt"), QStringLiteral("--"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                                                     QStringLiteral("\"$0\" fill /mnt/data && \"$0\" list /mnt/data >&2 && ls /mnt/data/blobs"), QStringLiteral(VITRINE_STORE_WRITER)});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAllStandardOutput();
    const QByteArray listed = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, (output.right(500) + listed.right(500)).constData());
    Said written;
    written.read(output);
    Said kept;
    kept.read(listed);
    QCOMPARE(written.errors.size(), 2); // the blob, then the item
    for (const QString &error : written.errors)
        QVERIFY2(error.contains(QLatin1String("disk is full")), qPrintable(error));
    QVERIFY(written.items.size() > 20);
    QVERIFY(kept.items.contains(written.items));
    QVERIFY(!output.contains("new-")); // nothing half-written is left among the blobs
}

void TestStoreProcesses::readsAFolderThatCannotBeWritten()
{
    Profile profile;
    {
        const auto store = profile.begin();
        QVERIFY(store);
        VERIFY_RESULT(store->append(profile.newItem(Notice{}), Durability::Stream));
    }
    QProcess process;
    process.start(QStringLiteral("/usr/bin/bwrap"), {QStringLiteral("--ro-bind"), QStringLiteral("/"), QStringLiteral("/"), QStringLiteral("--"), QStringLiteral(VITRINE_STORE_WRITER),
                                                     QStringLiteral("list"), profile.folder()});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0, output.constData());
    Said said;
    said.read(output);
    QVERIFY(output.startsWith("readonly 1\n"));
    QCOMPARE(said.conversations, QList<ConversationId>{profile.conversation});
    QCOMPARE(said.items.size(), 1);
    QCOMPARE(said.errors.size(), 1);
    QVERIFY2(said.errors[0].contains(QLatin1String("read-only")), qPrintable(said.errors[0]));
}

QTEST_GUILESS_MAIN(TestStoreProcesses)
#include "TestStoreProcesses.moc"
