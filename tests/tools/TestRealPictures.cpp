#include "tools/ToolCatalog.h"

#include "imaging/AttachmentReader.h"
#include "imaging/ImagerClient.h"
#include "support/ScratchBlobs.h"
#include "support/TestPrint.h"
#include "tools/PictureToolContext.h"

#include <QImage>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace vitrine;

namespace {

constexpr int patience = 120'000; // reading text takes seconds, and machines are shared

QString fixture(const QString &name)
{
    return QStringLiteral(VITRINE_FIXTURES "/images/") + name;
}

// Decibels; equal pictures give 99.
double psnr(const QImage &a, const QImage &b)
{
    if (a.size() != b.size() || a.isNull())
        return 0;
    const QImage x = a.convertToFormat(QImage::Format_RGB888);
    const QImage y = b.convertToFormat(QImage::Format_RGB888);
    double sum = 0;
    for (int row = 0; row < x.height(); ++row) {
        const uchar *p = x.constScanLine(row);
        const uchar *q = y.constScanLine(row);
        for (int i = 0; i < x.width() * 3; ++i)
            sum += (double(p[i]) - q[i]) * (double(p[i]) - q[i]);
    }
    const double mean = sum / (double(x.width()) * x.height() * 3);
    return mean > 0 ? 10 * std::log10(255.0 * 255.0 / mean) : 99;
}

// The tools over the real picture service, with attached fixtures.
class Bench
{
public:
    Bench()
        : images({QStringLiteral(VITRINE_BIN "/vitrine-imager")})
        , context(gallery, images, blobs, {1000, 1'000'000'000})
        , tools(createTools({&context, nullptr, {}}, {true, false}))
    {
    }

    QString attach(const QString &file)
    {
        std::optional<Result<ReadAttachment>> answer;
        AttachmentReader reader(blobs, images);
        QObject waiting;
        reader.read(fixture(file), context.rule(), &waiting, [&answer](const Result<ReadAttachment> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience) || !answer->has_value() || (*answer)->attachment.size.isEmpty())
            return {};
        Attachment attachment = (*answer)->attachment;
        attachment.image = gallery.reserveRoot();
        gallery.addRoot(attachment);
        return attachment.image;
    }
    ToolResult call(const QString &tool, const QJsonObject &arguments)
    {
        std::optional<ToolResult> result;
        for (const auto &each : tools) {
            if (each->spec().name != tool)
                continue;
            const auto run = each->start({CallId{QStringLiteral("call")}, QString::fromUtf8(QJsonDocument(arguments).toJson())});
            QObject::connect(run.get(), &ToolRun::finished, run.get(), [&result](const ToolResult &finished) { result = finished; });
            if (!QTest::qWaitFor([&result] { return result.has_value(); }, patience))
                qWarning("%s gave no result in time", qPrintable(tool));
        }
        return result.value_or(ToolResult{});
    }
    // The id of the picture that the call made; empty when it made none.
    QString make(const QString &tool, const QJsonObject &arguments)
    {
        const ToolResult result = call(tool, arguments);
        if (result.steps.isEmpty())
            qWarning("%s", qPrintable(result.text));
        return result.steps.isEmpty() ? QString() : result.steps.first().image;
    }
    QImage pixels(const QString &id)
    {
        const GalleryPicture *picture = gallery.find(id);
        return picture ? QImage::fromData(blobs.read(picture->blob).value_or(QByteArray())) : QImage();
    }

    Gallery gallery;
    ScratchBlobs blobs;
    ImagerClient images;
    PictureToolContext context;
    std::vector<std::unique_ptr<Tool>> tools;
};

QJsonObject with(const QString &image, QJsonObject more = {})
{
    more.insert(QStringLiteral("image"), image);
    return more;
}

} // namespace

class TestRealPictures : public QObject
{
    Q_OBJECT

private slots:
    void aCropIsThePicturesOwnPixels()
    {
        Bench bench;
        const QString root = bench.attach(QStringLiteral("text_straight.png"));
        const QString cut = bench.make(QStringLiteral("image_zoom"), with(root, {{"bbox", QJsonArray{40, 30, 300, 130}}, {"upscale", 1}}));
        const QImage original(fixture(QStringLiteral("text_straight.png")));
        QVERIFY(psnr(bench.pixels(cut), original.copy(40, 30, 260, 100)) >= 45);
    }

    void quarterTurnsAndMirrorsMovePixelsExactly()
    {
        Bench bench;
        const QString root = bench.attach(QStringLiteral("text_straight.png"));
        const QImage original(fixture(QStringLiteral("text_straight.png")));
        const QString turned = bench.make(QStringLiteral("image_rotate"), with(root, {{"degrees", 90}}));
        QVERIFY(psnr(bench.pixels(turned), original.transformed(QTransform().rotate(90))) >= 45);
        const QString mirrored = bench.make(QStringLiteral("image_flip"), with(turned, {{"axis", "horizontal"}}));
        QVERIFY(psnr(bench.pixels(mirrored), original.transformed(QTransform().rotate(90)).mirrored(true, false)) >= 45);
    }

    // A chain that leads to a box of the root shows what a direct zoom into that box shows.
    void chainsAreAsSharpAsADirectCrop_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("line art") << "text_straight.png";
        QTest::newRow("photo") << "whiteboard_aws.png";
        QTest::newRow("photo with EXIF turn") << "exif_Landscape_6.jpg";
    }
    void chainsAreAsSharpAsADirectCrop()
    {
        QFETCH(QString, file);
        Bench bench;
        const QString root = bench.attach(file);
        QVERIFY(!root.isEmpty());
        const QString direct = bench.make(QStringLiteral("image_zoom"), with(root, {{"bbox", QJsonArray{100, 60, 300, 160}}, {"upscale", 2}}));

        const QString zoomed = bench.make(QStringLiteral("image_zoom"), with(root, {{"bbox", QJsonArray{50, 20, 350, 220}}, {"upscale", 4}}));
        const QString again = bench.make(QStringLiteral("image_zoom"), with(zoomed, {{"bbox", QJsonArray{200, 160, 1000, 560}}, {"units", "px"}}));
        const QImage twice = bench.pixels(again);
        const QString fourfold = bench.make(QStringLiteral("image_zoom"), with(root, {{"bbox", QJsonArray{100, 60, 300, 160}}, {"upscale", 4}}));
        QVERIFY(psnr(twice, bench.pixels(fourfold)) >= 45);

        const QSize size = bench.gallery.find(root)->size;
        const QString left = bench.make(QStringLiteral("image_rotate"), with(root, {{"degrees", -90}}));
        // Turned to the left, the top edge of the root is the left edge.
        const QJsonArray boxThere{60, size.width() - 300, 160, size.width() - 100};
        const QString part = bench.make(QStringLiteral("image_zoom"), with(left, {{"bbox", boxThere}, {"upscale", 2}}));
        const QString back = bench.make(QStringLiteral("image_rotate"), with(part, {{"degrees", 90}}));
        QVERIFY(psnr(bench.pixels(back), bench.pixels(direct)) >= 45);
    }

    // Turned by an odd angle, cut, and turned back: still one resampling, so what is seen equals one direct rendering.
    void oddAnglesAreResampledOnce()
    {
        Bench bench;
        const QString root = bench.attach(QStringLiteral("whiteboard_aws.png"));
        const QString turned = bench.make(QStringLiteral("image_rotate"), with(root, {{"degrees", 10}}));
        const QString back = bench.make(QStringLiteral("image_rotate"), with(turned, {{"degrees", -10}, {"expand", false}}));
        const QString part = bench.make(QStringLiteral("image_zoom"), with(back, {{"bbox", QJsonArray{500, 400, 800, 600}}, {"upscale", 1}}));
        // Centre to centre, and by an even number of pixels with this angle: the way there and back is a mere shift.
        const GalleryPicture cut = *bench.gallery.find(part);
        const QPointF corner = mapped(cut.toRoot, QPointF(0, 0));
        const QRect box(QPoint(int(std::lround(corner.x())), int(std::lround(corner.y()))), cut.size);
        const QString direct = bench.make(QStringLiteral("image_zoom"), with(root, {{"bbox", QJsonArray{box.left(), box.top(), box.right() + 1, box.bottom() + 1}}, {"upscale", 1}}));
        const double likeness = psnr(bench.pixels(part), bench.pixels(direct));
        QVERIFY2(likeness >= 45, qPrintable(QString::number(likeness)));
        // What JPEG takes away is all that is lost against the original.
        const QImage original(fixture(QStringLiteral("whiteboard_aws.png")));
        QVERIFY(psnr(bench.pixels(part), original.copy(box)) >= 40);
    }

    void picturesAreFoundUpright_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("degrees");
        QTest::newRow("left") << "phototest_L.png" << 90.0;
        QTest::newRow("right") << "phototest_R.png" << -90.0;
        QTest::newRow("head down") << "phototest_180.png" << 180.0;
        QTest::newRow("skewed") << "text_skewed.png" << 9.25;
        QTest::newRow("handwriting on its side") << "notes_sideways.png" << -91.5;
    }
    void picturesAreFoundUpright()
    {
        QFETCH(QString, file);
        QFETCH(double, degrees);
        Bench bench;
        const ToolResult result = bench.call(QStringLiteral("image_rotate"), with(bench.attach(file), {{"auto", true}}));
        QVERIFY2(result.steps.size() == 1, qPrintable(result.text));
        const double found = QJsonDocument::fromJson(result.steps.first().params).object()[QStringLiteral("degrees")].toDouble();
        QVERIFY2(std::abs(std::remainder(found - degrees, 360.0)) < 1.0, qPrintable(result.text));
    }

    void textIsReadAndCanBeTakenApart()
    {
        Bench bench;
        const ToolResult result = bench.call(QStringLiteral("image_detect_text"), with(bench.attach(QStringLiteral("phototest_180.png"))));
        QVERIFY(result.outcome == Outcome::Ok);
        const QString root = bench.attach(QStringLiteral("text_straight.png"));
        const QString text = bench.call(QStringLiteral("image_detect_text"), with(root)).text;
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 5);
        static const QRegularExpression head(QStringLiteral("^Text in img_2 \\(556x257\\): language \\S+, mean confidence \\d+, \\d+ lines, layout \\S+\\. Boxes are px of img_2 as sent\\.$"));
        QVERIFY2(head.match(lines.first()).hasMatch(), qPrintable(lines.first()));
        static const QRegularExpression line(QStringLiteral("^\\[(\\d+),(\\d+),(\\d+),(\\d+)\\] conf \\d+: \\S"));
        for (const QString &each : lines.mid(1)) {
            const auto match = line.match(each);
            QVERIFY2(match.hasMatch(), qPrintable(each));
            QVERIFY(match.captured(3).toInt() <= 556 && match.captured(4).toInt() <= 257);
        }
    }

    void codesAreRead()
    {
        Bench bench;
        const QString text = bench.call(QStringLiteral("image_decode_barcode"), with(bench.attach(QStringLiteral("qr_1.webp")))).text;
        QVERIFY2(text.endsWith(QStringLiteral(": Sean Owen\\r\\nsrowen@google.com\\r\\n917-364-2918\\r\\nhttp://awesome-thoughts.com")), qPrintable(text));
        QVERIFY(text.startsWith(QStringLiteral("1 code in img_1 (257x249).")));
    }

    void outlinesAreFoundOrRefused()
    {
        Bench bench;
        const ToolResult flat = bench.call(QStringLiteral("image_perspective"), with(bench.attach(QStringLiteral("paper_on_wood.png")), {{"auto", true}}));
        QVERIFY2(flat.steps.size() == 1 && flat.steps.first().corners.has_value(), qPrintable(flat.text));
        const ToolResult none = bench.call(QStringLiteral("image_perspective"), with(bench.attach(QStringLiteral("text_straight.png")), {{"auto", true}}));
        QVERIFY(none.outcome == Outcome::Error);
        QVERIFY2(none.text.startsWith(QStringLiteral("No page outline found (best score ")), qPrintable(none.text));
    }

    void anEnhancedPictureKeepsItsPlace()
    {
        Bench bench;
        const QString root = bench.attach(QStringLiteral("notes_shadow.png"));
        const ToolResult better = bench.call(QStringLiteral("image_enhance"), with(root, {{"ops", QJsonArray{QJsonObject{{"op", "auto"}}}}}));
        QVERIFY2(better.steps.size() == 1, qPrintable(better.text));
        QCOMPARE(better.steps.first().size, QSize(875, 775));
        const ToolResult cut = bench.call(QStringLiteral("image_zoom"), with(better.steps.first().image, {{"bbox", QJsonArray{100, 100, 300, 200}}}));
        QVERIFY2(cut.text.contains(QStringLiteral("In img_1: [100,100,300,200].")), qPrintable(cut.text));
    }
};

QTEST_GUILESS_MAIN(TestRealPictures)
#include "TestRealPictures.moc"
