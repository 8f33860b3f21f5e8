#include "imaging/FileType.h"

#include <QTest>

using namespace vitrine;

class TestFileType : public QObject
{
    Q_OBJECT

private slots:
    void contentDecidesAndTheNameHelps_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mime");
        QTest::addColumn<bool>("picture");
        const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("png") << png << "a.png" << "image/png" << true;
        QTest::newRow("png under another name") << png << "a.txt" << "image/png" << true;
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10) << "a" << "image/jpeg" << true;
        QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << "a" << "image/webp" << true;
        QTest::newRow("wav is no webp") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << "a.wav" << "application/octet-stream" << false;
        QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0", 8) << "a.tif" << "image/tiff" << true;
        QTest::newRow("a text that begins like a bitmap") << QByteArray("BMW 320\n") << "cars.txt" << "text/plain" << false;
        QTest::newRow("text named like a picture") << QByteArray("not a picture") << "photo.jpg" << "text/plain" << false;
        QTest::newRow("csv") << QByteArray("a,b\n1,2\n") << "t.csv" << "text/csv" << false;
        QTest::newRow("csv without a name") << QByteArray("a,b\n1,2\n3,4\n") << "table" << "text/csv" << false;
        QTest::newRow("tsv") << QByteArray("a\tb\n1\t2\n") << "t.tsv" << "text/tab-separated-values" << false;
        QTest::newRow("json") << QByteArray("{\"a\":1}") << "t.json" << "application/json" << false;
        QTest::newRow("json without a name") << QByteArray("[1,2]") << "data" << "application/json" << false;
        QTest::newRow("xlsx") << QByteArray("PK\x03\x04rest") << "t.xlsx" << "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" << false;
        QTest::newRow("zip") << QByteArray("PK\x03\x04rest") << "t.csv" << "application/zip" << false;
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n%\xe2\xe3") << "t" << "application/pdf" << false;
        QTest::newRow("latin 1 is not text") << QByteArray("caf\xe9 au lait") << "t.txt" << "application/octet-stream" << false;
        QTest::newRow("utf-8") << QByteArray("caf\xc3\xa9") << "t.txt" << "text/plain" << false;
        QTest::newRow("a character cut at the end") << QByteArray("caf\xc3") << "t.txt" << "text/plain" << false;
        QTest::newRow("zeros") << QByteArray(64, '\0') << "t.csv" << "application/octet-stream" << false;
    }
    void contentDecidesAndTheNameHelps()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, name);
        const FileType type = fileTypeOf(head, true, name);
        QTEST(type.mime, "mime");
        QTEST(type.looksLikePicture, "picture");
    }

    void labelsCannotForgeLines()
    {
        QCOMPARE(safeLabel(QStringLiteral("a\nimg_9: b.png")), QStringLiteral("a_img_9: b.png"));
        QCOMPARE(safeLabel(QStringLiteral("gnp\u202Egpj.exe")), QStringLiteral("gnp_gpj.exe"));
        QCOMPARE(safeLabel(QStringLiteral("白板 1.jpg")), QStringLiteral("白板 1.jpg"));
    }
};

QTEST_GUILESS_MAIN(TestFileType)
#include "TestFileType.moc"
