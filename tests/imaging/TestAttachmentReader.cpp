#include "imaging/AttachmentReader.h"

#include "support/FakeImageService.h"
#include "support/ScratchBlobs.h"
#include "support/TestPrint.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace vitrine;

namespace {

const QByteArray pngHead("\x89PNG\r\n\x1a\n\0\0\0\rIHDR and the rest", 29);

} // namespace

class TestAttachmentReader : public QObject
{
    Q_OBJECT

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return out.fileName();
    }
    Result<ReadAttachment> read(const QString &path)
    {
        std::optional<Result<ReadAttachment>> answer;
        AttachmentReader reader(m_blobs, m_images);
        QObject context;
        reader.read(path, {}, &context, [&answer](const Result<ReadAttachment> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
            return fail(ErrorKind::Bug, QStringLiteral("no answer"));
        return *answer;
    }

    QTemporaryDir m_folder;
    ScratchBlobs m_blobs;
    FakeImageService m_images;

private slots:
    void init()
    {
        m_images.requests.clear();
        m_blobs.full = false;
        m_images.answer = [](const ImageRequest &request) -> Result<ImageReply> {
            ImageReply reply;
            if (request.op == QLatin1String("probe")) {
                reply.values = {{"size", QJsonArray{4032, 3024}}};
                return reply;
            }
            reply.values = {{"size", QJsonArray{2048, 1536}}, {"full_size", QJsonArray{4032, 3024}}};
            reply.picture = "shrunk";
            reply.mime = QStringLiteral("image/jpeg");
            return reply;
        };
    }

    void aPictureIsKeptAndShrunk()
    {
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("board.png"), pngHead));
        VERIFY_RESULT(read);
        const Attachment &attachment = read->attachment;
        QCOMPARE(attachment.name, QStringLiteral("board.png"));
        QCOMPARE(attachment.size, QSize(4032, 3024));
        QCOMPARE(attachment.sentSize, QSize(2048, 1536));
        QCOMPARE(*m_blobs.read(attachment.blob), pngHead);
        QCOMPARE(*m_blobs.read(attachment.sent), QByteArray("shrunk"));
        QCOMPARE(attachment.sent.mime, QStringLiteral("image/jpeg"));
        QVERIFY(attachment.image.isEmpty());
        QVERIFY(read->notice.isEmpty());
        QCOMPARE(m_images.requests.last().params[QStringLiteral("max_side")].toInt(), 2048);
    }

    void aTableIsAttachedWithoutTroublingThePictureService()
    {
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("sales.csv"), "a,b\n1,2\n"));
        VERIFY_RESULT(read);
        QCOMPARE(read->attachment.blob.mime, QStringLiteral("text/csv"));
        QVERIFY(read->attachment.size.isEmpty());
        QVERIFY(m_images.requests.isEmpty());
    }

    void whatIsNoPictureInSpiteOfItsNameIsAPlainFile()
    {
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("photo.jpg"), "just words"));
        VERIFY_RESULT(read);
        QVERIFY(read->attachment.size.isEmpty());
        QCOMPARE(read->notice, QStringLiteral("photo.jpg is not a picture in spite of its name; it is attached as a plain file."));
    }

    void aPictureThatCannotBeReadIsAPlainFile()
    {
        m_images.answer = [](const ImageRequest &) -> Result<ImageReply> { return fail(ErrorKind::Io, QStringLiteral("The picture file is damaged.")); };
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("cut.png"), pngHead));
        VERIFY_RESULT(read);
        QVERIFY(read->attachment.size.isEmpty());
        QCOMPARE(read->notice, QStringLiteral("cut.png cannot be read as a picture and is attached as a plain file. The picture file is damaged."));
    }

    void aPictureThatIsTooLargeIsRefused()
    {
        m_images.answer = [](const ImageRequest &) -> Result<ImageReply> { return fail(ErrorKind::InvalidRequest, QStringLiteral("The picture has 30000x30000 pixels; shrink it.")); };
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("huge.png"), pngHead));
        QVERIFY(!read);
        QCOMPARE(read.error().message, QStringLiteral("huge.png: The picture has 30000x30000 pixels; shrink it."));
    }

    void eachFaultIsOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("message");
        const QString fifo = m_folder.filePath(QStringLiteral("pipe.png"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        const QString large = file(QStringLiteral("large.bin"), "x");
        QCOMPARE(::truncate(QFile::encodeName(large).constData(), AttachmentReader::maxBytes + 1), 0);
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("none.png")) << "none.png does not exist; check its name and folder.";
        QTest::newRow("below a file") << large + QStringLiteral("/a.png") << "a.png does not exist; check its name and folder.";
        QTest::newRow("folder") << m_folder.path() << QFileInfo(m_folder.path()).fileName() + QStringLiteral(" is a folder; attach the files in it.");
        QTest::newRow("empty") << file(QStringLiteral("empty.png"), {}) << "empty.png is empty; there is nothing to attach.";
        QTest::newRow("pipe") << fifo << "pipe.png is not a regular file; save what it gives to a file and attach that.";
        QTest::newRow("device") << "/dev/null" << "null is not a regular file; save what it gives to a file and attach that.";
        QTest::newRow("too large") << large << "large.bin is larger than 256 MB; attach a smaller copy or a part of it.";
    }
    void eachFaultIsOneSentence()
    {
        QFETCH(QString, path);
        const Result<ReadAttachment> read = this->read(path);
        QVERIFY(!read);
        QTEST(read.error().message, "message");
    }

    void aFullDiskIsTold()
    {
        m_blobs.full = true;
        const Result<ReadAttachment> read = this->read(file(QStringLiteral("a.csv"), "a,b\n"));
        QVERIFY(!read);
        QVERIFY(read.error().kind == ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestAttachmentReader)
#include "TestAttachmentReader.moc"
