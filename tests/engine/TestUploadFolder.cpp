#include "engine/UploadFolder.h"

#include "base/FileName.h"
#include "store/FileBlobStore.h"
#include "support/TestPrint.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

class TestUploadFolder : public QObject
{
    Q_OBJECT

private slots:
    void namesAreOneHarmlessComponent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << QStringLiteral("sales 2026.csv") << QStringLiteral("sales 2026.csv");
        QTest::newRow("chinese") << QStringLiteral("销售表.csv") << QStringLiteral("销售表.csv");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("passwd");
        QTest::newRow("hidden") << QStringLiteral(".bashrc") << QStringLiteral("bashrc");
        QTest::newRow("option") << QStringLiteral("-rf") << QStringLiteral("rf");
        QTest::newRow("line break") << QStringLiteral("a\nb.csv") << QStringLiteral("a_b.csv");
        QTest::newRow("right to left") << QStringLiteral("a\u202Egnp.exe") << QStringLiteral("a_gnp.exe");
        QTest::newRow("nothing left") << QStringLiteral("../..") << QStringLiteral("file");
        QTest::newRow("empty") << QString() << QStringLiteral("file");
    }
    void namesAreOneHarmlessComponent()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name), safe);
    }

    void aLongNameKeepsItsEnding()
    {
        const QString safe = safeFileName(QString(400, QChar(0x4e2d)) + QStringLiteral(".csv"));
        QVERIFY(safe.endsWith(QStringLiteral(".csv")));
        QVERIFY(safe.toUtf8().size() <= 255);
    }

    void filesOfOneNameDoNotMeet()
    {
        QTemporaryDir folder;
        const auto blobs = FileBlobStore::open(folder.filePath(QStringLiteral("blobs")));
        VERIFY_RESULT(blobs);
        const auto attach = [&](const QByteArray &bytes) {
            return Attachment{QStringLiteral("t.csv"), *(*blobs)->put(bytes, QStringLiteral("text/csv")), {}, {}, {}, {}};
        };
        UploadFolder uploads(folder.filePath(QStringLiteral("uploads")));
        VERIFY_RESULT(uploads.add({attach("a"), attach("b"), attach("a")}, **blobs));
        QCOMPARE(QDir(uploads.path()).entryList(QDir::Files), (QStringList{QStringLiteral("t-2.csv"), QStringLiteral("t.csv")}));
        QFile second(uploads.path() + QStringLiteral("/t-2.csv"));
        QVERIFY(second.open(QIODevice::ReadOnly));
        QCOMPARE(second.readAll(), QByteArray("b"));
    }
};

QTEST_GUILESS_MAIN(TestUploadFolder)
#include "TestUploadFolder.moc"
