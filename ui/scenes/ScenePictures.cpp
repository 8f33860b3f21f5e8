#include "scenes/ScenePictures.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTransform>

namespace vitrine {

namespace {

BlobRef kept(MemoryBlobs &blobs, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 88);
    return blobs.put(bytes, QStringLiteral("image/jpeg"));
}

// QTransform multiplies row vectors, Matrix3 column vectors.
Matrix3 toMatrix(const QTransform &t)
{
    return {t.m11(), t.m21(), t.m31(), t.m12(), t.m22(), t.m32(), t.m13(), t.m23(), t.m33()};
}

QImage drawn(const QImage &source, const QTransform &toResult, const QSize &size)
{
    QImage result(size, QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toResult);
    painter.drawImage(0, 0, source);
    return result;
}

QImage brightened(QImage image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto lifted = [](int value) { return qBound(0, int((value - 60) * 1.75), 255); };
            line[x] = qRgb(lifted(qRed(line[x])), lifted(qGreen(line[x])), lifted(qBlue(line[x])));
        }
    }
    return image;
}

ImageStep step(const QString &image, const QString &parent, const QString &op, const QByteArray &params, const BlobRef &blob, const QSize &size, const QTransform &toRoot)
{
    ImageStep result;
    result.image = image;
    result.parent = parent;
    result.root = QStringLiteral("img_1");
    result.op = op;
    result.params = params;
    result.size = size;
    result.matrixToRoot = toMatrix(toRoot);
    result.blob = blob;
    result.sent = blob;
    result.sentSize = size;
    return result;
}

} // namespace

ScenePictures drawScenePictures(MemoryBlobs &blobs)
{
    QFile file(QStringLiteral(":/samples/whiteboard.jpg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const QImage photo = QImage::fromData(bytes, "JPG");
    ScenePictures result;
    result.photo = {QStringLiteral("whiteboard.jpg"), blobs.put(bytes, QStringLiteral("image/jpeg")), QStringLiteral("img_1"), photo.size(), {}, {}};

    // A quarter clockwise: column x of the result is row height - x of the photo.
    const QSize turnedSize(photo.height(), photo.width());
    const QTransform turnedToRoot(0, -1, 1, 0, 0, photo.height());
    const QImage turned = drawn(photo, turnedToRoot.inverted(), turnedSize);
    result.turned = step(QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("rotate"), R"({"degrees":90})", kept(blobs, turned), turnedSize, turnedToRoot);

    const QSize straightSize(1568, 1068);
    const QPolygonF corners({{205, 165}, {1735, 95}, {1665, 1275}, {255, 1215}});
    const QPolygonF straight({{0, 0}, {1568, 0}, {1568, 1068}, {0, 1068}});
    QTransform straightToTurned;
    QTransform::quadToQuad(straight, corners, straightToTurned);
    const QImage straightened = drawn(turned, straightToTurned.inverted(), straightSize);
    result.straightened = step(QStringLiteral("img_1.2"), QStringLiteral("img_1.1"), QStringLiteral("perspective"), "{}", kept(blobs, straightened), straightSize,
                               straightToTurned * turnedToRoot);
    const QImage enhanced = brightened(straightened);
    result.enhanced = step(QStringLiteral("img_1.3"), QStringLiteral("img_1.2"), QStringLiteral("enhance"), R"({"ops":[{"op":"flatten"},{"op":"clahe"}]})",
                           kept(blobs, enhanced), straightSize, straightToTurned * turnedToRoot);
    const QRect part(110, 690, 1000, 260);
    const QTransform zoomedToStraight = QTransform::fromTranslate(part.x(), part.y());
    result.zoomed = step(QStringLiteral("img_1.4"), QStringLiteral("img_1.3"), QStringLiteral("zoom"), "{}", kept(blobs, enhanced.copy(part)), part.size(),
                         zoomedToStraight * straightToTurned * turnedToRoot);
    return result;
}

} // namespace vitrine
