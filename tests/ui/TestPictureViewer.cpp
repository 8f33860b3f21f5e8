#include "images/ImageView.h"
#include "images/PictureLoader.h"
#include "images/PictureViewer.h"
#include "presenter/Lineage.h"
#include "support/FakeImageService.h"
#include "support/ScratchBlobs.h"
#include "support/TestPrint.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace vitrine;

// What is drawn of a conversation's pictures.
class TestPictureViewer : public QObject
{
    Q_OBJECT

private slots:
    // Ids begin anew in each conversation: another picture may go by the same one.
    void anotherPictureOfTheSameIdReplacesTheFirst()
    {
        ScratchBlobs blobs;
        FakeImageService images;
        images.answer = [](const ImageRequest &request) -> Result<ImageReply> {
            QFile file(request.inputPath);
            ImageReply reply;
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorKind::Io, QStringLiteral("The file cannot be read."));
            reply.picture = file.readAll();
            reply.mime = QStringLiteral("image/png");
            return reply;
        };
        Lineage lineage;
        PictureLoader loader(blobs, images);
        PictureViewer viewer(lineage, loader, blobs);
        for (const QColor &color : {QColor(200, 0, 0), QColor(0, 0, 200)}) {
            lineage.clear();
            lineage.add(root(blobs, color));
            viewer.showPicture(QStringLiteral("img_1"));
            QTRY_VERIFY(!viewer.view().image().isNull());
            QTRY_COMPARE(viewer.view().image().pixelColor(5, 5).name(), color.name());
        }
    }

private:
    static PictureNode root(ScratchBlobs &blobs, const QColor &color)
    {
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(color);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        PictureNode node;
        node.image = node.root = node.title = QStringLiteral("img_1");
        node.blob = blobs.put(bytes, QStringLiteral("image/png")).value_or(BlobRef());
        node.size = image.size();
        return node;
    }
};

QTEST_MAIN(TestPictureViewer)
#include "TestPictureViewer.moc"
