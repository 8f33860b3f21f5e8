#include "store/FileBlobStore.h"
#include "support/TestPrint.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace vitrine;

class TestFileBlobStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsBytes();
    void keepsTheSameBytesOnce();
    void copiesFiles();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesBadNames_data();
    void refusesBadNames();
    void noticesDamage();
    void isForTheUserOnly();

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileBlobStore> m_blobs;
    QStringList filesLeft() const { return QDir(m_path).entryList(QDir::Files | QDir::Hidden); }
};

void TestFileBlobStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("new/blobs"));
    auto blobs = FileBlobStore::open(m_path);
    VERIFY_RESULT(blobs);
    m_blobs = std::move(*blobs);
}

void TestFileBlobStore::keepsBytes()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello"), QByteArray(3 << 20, '\0')}) {
        const auto ref = m_blobs->put(bytes, QStringLiteral("text/plain"));
        VERIFY_RESULT(ref);
        QCOMPARE(ref->sha256.toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(ref->size, bytes.size());
        QCOMPARE(ref->mime, QStringLiteral("text/plain"));
        QCOMPARE(*m_blobs->read(*ref), bytes);
        QCOMPARE(*m_blobs->read(*ref, 2, 3), bytes.mid(2, 3));
        QCOMPARE(*m_blobs->read(*ref, bytes.size() + 5), QByteArray());
        QFile file(*m_blobs->path(*ref));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
    QVERIFY(filesLeft().isEmpty());
}

void TestFileBlobStore::keepsTheSameBytesOnce()
{
    const auto first = m_blobs->put("hello", {});
    struct stat before = {};
    QCOMPARE(stat(qPrintable(*m_blobs->path(*first)), &before), 0);
    QFile copy(m_folder->filePath(QStringLiteral("copy")));
    QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write("hello") == 5);
    copy.close();
    VERIFY_RESULT(m_blobs->put("hello", QStringLiteral("text/html")));
    VERIFY_RESULT(m_blobs->putFile(copy.fileName(), {}, 100));
    struct stat after = {};
    QCOMPARE(stat(qPrintable(*m_blobs->path(*first)), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QVERIFY(filesLeft().isEmpty());
}

void TestFileBlobStore::copiesFiles()
{
    QFile file(m_folder->filePath(QStringLiteral("photo.jpg")));
    const QByteArray bytes = QByteArray("0123456789").repeated(100000);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto ref = m_blobs->putFile(file.fileName(), QStringLiteral("image/jpeg"), bytes.size());
    VERIFY_RESULT(ref);
    QCOMPARE(*m_blobs->read(*ref), bytes);

    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(file.fileName(), link));
    QCOMPARE(*m_blobs->putFile(link, QStringLiteral("image/jpeg"), bytes.size()), *ref);

    const auto tooLarge = m_blobs->putFile(file.fileName(), {}, bytes.size() - 1);
    QVERIFY(!tooLarge);
    QCOMPARE(toString(tooLarge.error().kind), QStringLiteral("io"));
    QVERIFY(tooLarge.error().message.contains(QLatin1String("photo.jpg")));
    QVERIFY(filesLeft().isEmpty());
}

void TestFileBlobStore::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << QStringLiteral("missing");
    QTest::newRow("folder") << QStringLiteral(".");
    QTest::newRow("pipe") << QStringLiteral("pipe"); // nobody writes into it: opening it must not wait
    QTest::newRow("device") << QStringLiteral("/dev/zero");
    QTest::newRow("dangling link") << QStringLiteral("dangling");
    QTest::newRow("endless file of size 0") << QStringLiteral("/proc/self/mem");
    QTest::newRow("empty name") << QString();
}

void TestFileBlobStore::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    QCOMPARE(mkfifo(qPrintable(m_folder->filePath(QStringLiteral("pipe"))), 0600), 0);
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nowhere")), m_folder->filePath(QStringLiteral("dangling"))));
    const auto ref = m_blobs->putFile(path.startsWith(u'/') || path.isEmpty() ? path : m_folder->filePath(path), {}, 1000);
    QVERIFY(!ref);
    QCOMPARE(toString(ref.error().kind), QStringLiteral("io"));
    QVERIFY(filesLeft().isEmpty());
}

void TestFileBlobStore::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << QStringLiteral("ab");
    QTest::newRow("path") << QStringLiteral("../../../../../../../../../../../../../../../../../../etc/passwd").right(64);
    QTest::newRow("upper case") << QString(64, u'A');
    QTest::newRow("other digits") << QString(64, QChar(0x0661));
    QTest::newRow("unknown") << QString(64, u'0');
}

void TestFileBlobStore::refusesBadNames()
{
    QFETCH(QString, name);
    for (const qint64 size : {qint64(0), qint64(-1), qint64(1) << 62}) {
        const BlobRef ref{name, size, {}};
        QCOMPARE(toString(m_blobs->read(ref).error().kind), QStringLiteral("storage"));
        QCOMPARE(toString(m_blobs->path(ref).error().kind), QStringLiteral("storage"));
    }
}

void TestFileBlobStore::noticesDamage()
{
    const auto ref = m_blobs->put("hello", {});
    QFile file(*m_blobs->path(*ref));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("jello") == 5);
    file.close();
    QVERIFY(!m_blobs->read(*ref)); // the size is right, the bytes are not
    QVERIFY(file.resize(3));
    QVERIFY(!m_blobs->read(*ref, 0, 1));
    QVERIFY(!m_blobs->path(*ref));
    VERIFY_RESULT(m_blobs->put("hello", {})); // given once more it is whole again
    QCOMPARE(*m_blobs->read(*ref), QByteArray("hello"));
}

void TestFileBlobStore::isForTheUserOnly()
{
    const auto ref = m_blobs->put("hello", {});
    const auto modeOf = [](const QString &path) {
        struct stat info = {};
        return stat(qPrintable(path), &info) == 0 ? int(info.st_mode & 0777) : -1;
    };
    QCOMPARE(modeOf(m_path), 0700);
    QCOMPARE(modeOf(QFileInfo(*m_blobs->path(*ref)).path()), 0700);
    QCOMPARE(modeOf(*m_blobs->path(*ref)), 0600);
}

QTEST_GUILESS_MAIN(TestFileBlobStore)
#include "TestFileBlobStore.moc"
