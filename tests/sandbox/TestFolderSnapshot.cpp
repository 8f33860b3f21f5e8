#include "sandbox/FolderSnapshot.h"

#include "support/TestPrint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace vitrine;

class TestFolderSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatChanged();
    void noticesContentWithOldTimeAndSize();
    void countsBlocksNotLengths();
    void followsNoLink();
    void stopsAtItsDepth();
    void missingFolderIsEmpty();

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
};

void TestFolderSnapshot::findsWhatChanged()
{
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("a/b"));
    write(folder.filePath(QStringLiteral("same")), "1");
    write(folder.filePath(QStringLiteral("a/b/changed")), "1");
    write(folder.filePath(QStringLiteral("gone")), "1");
    const FolderSnapshot before = FolderSnapshot::take(folder.path());
    write(folder.filePath(QStringLiteral("a/b/changed")), "22");
    write(folder.filePath(QStringLiteral("a/new")), "1");
    // A name that is not UTF-8: no text can name it, so it is left out.
    const int odd = ::open((folder.path().toUtf8() + "/odd\xff").constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(odd >= 0);
    ::close(odd);
    QFile::remove(folder.filePath(QStringLiteral("gone")));
    const FolderSnapshot after = FolderSnapshot::take(folder.path());
    QVERIFY(before.complete && after.complete);
    QCOMPARE(before.files.size(), 3);
    QCOMPARE(changedFiles(before, after), QStringList({QStringLiteral("a/b/changed"), QStringLiteral("a/new")}));
    QCOMPARE(changedFiles(after, after), QStringList());
}

void TestFolderSnapshot::noticesContentWithOldTimeAndSize()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    write(path, "old");
    const FolderSnapshot before = FolderSnapshot::take(folder.path());
    struct stat facts {
    };
    QCOMPARE(::stat(qPrintable(path), &facts), 0);
    QTest::qWait(20); // the clock of file times ticks every 4 to 10 ms
    write(path, "new");
    const timespec times[] = {facts.st_atim, facts.st_mtim};
    QCOMPARE(utimensat(AT_FDCWD, qPrintable(path), times, 0), 0);
    QCOMPARE(changedFiles(before, FolderSnapshot::take(folder.path())), QStringList{QStringLiteral("f")});
}

void TestFolderSnapshot::countsBlocksNotLengths()
{
    QTemporaryDir folder;
    const qint64 before = FolderSnapshot::take(folder.path()).bytesOnDisk;
    QFile sparse(folder.filePath(QStringLiteral("sparse")));
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    QVERIFY(sparse.resize(qint64(5) << 30));
    write(folder.filePath(QStringLiteral("full")), QByteArray(1 << 20, 'x'));
    ::sync();
    const qint64 grown = FolderSnapshot::take(folder.path()).bytesOnDisk - before;
    QVERIFY2(grown >= 1 << 20 && grown < 2 << 20, qPrintable(QString::number(grown)));
}

void TestFolderSnapshot::followsNoLink()
{
    QTemporaryDir outside;
    write(outside.filePath(QStringLiteral("secret")), "1");
    QTemporaryDir folder;
    QVERIFY(QFile::link(outside.path(), folder.filePath(QStringLiteral("folder"))));
    QVERIFY(QFile::link(outside.filePath(QStringLiteral("secret")), folder.filePath(QStringLiteral("file"))));
    QVERIFY(QFile::link(QStringLiteral("."), folder.filePath(QStringLiteral("loop"))));
    const FolderSnapshot snapshot = FolderSnapshot::take(folder.path());
    QVERIFY(snapshot.files.isEmpty());
    QVERIFY(snapshot.complete);
}

void TestFolderSnapshot::stopsAtItsDepth()
{
    QTemporaryDir folder;
    QString path = folder.path();
    for (int i = 0; i < FolderSnapshot::maxDepth + 5; ++i)
        path += QStringLiteral("/d");
    QDir().mkpath(path);
    write(path + QStringLiteral("/deep"), "1");
    const FolderSnapshot snapshot = FolderSnapshot::take(folder.path());
    QVERIFY(!snapshot.complete);
    QVERIFY(snapshot.files.isEmpty());
}

void TestFolderSnapshot::missingFolderIsEmpty()
{
    const FolderSnapshot snapshot = FolderSnapshot::take(QStringLiteral("/no/such/folder"));
    QVERIFY(snapshot.files.isEmpty());
    QVERIFY(!snapshot.complete);
}

QTEST_GUILESS_MAIN(TestFolderSnapshot)
#include "TestFolderSnapshot.moc"
