#include "tools/PictureText.h"

#include "support/TestPrint.h"

#include <QTest>

using namespace vitrine;

namespace {

GalleryPicture picture(const QSize &size, const QSize &sent)
{
    GalleryPicture result;
    result.id = QStringLiteral("img_1");
    result.root = result.id;
    result.size = size;
    result.sentSize = sent;
    return result;
}

QJsonObject word(const QString &text, double confidence)
{
    return {{"text", text}, {"confidence", confidence}, {"bbox", QJsonArray{0, 0, 1, 1}}};
}

QJsonObject line(const QJsonArray &words, const QJsonArray &box, double confidence, int block, int paragraph)
{
    return {{"words", words}, {"bbox", box}, {"confidence", confidence}, {"block", block}, {"paragraph", paragraph}};
}

} // namespace

class TestPictureText : public QObject
{
    Q_OBJECT

private slots:
    void boxesInEachUnitMeanTheSamePlace_data()
    {
        QTest::addColumn<QList<double>>("bbox");
        QTest::addColumn<int>("units");
        QTest::newRow("px") << QList<double>{500, 375, 1000, 750} << int(BoxUnits::Pixels);
        QTest::newRow("norm1000") << QList<double>{250, 250, 500, 500} << int(BoxUnits::Norm1000);
        QTest::newRow("norm1") << QList<double>{0.25, 0.25, 0.5, 0.5} << int(BoxUnits::Norm1);
    }
    void boxesInEachUnitMeanTheSamePlace()
    {
        QFETCH(QList<double>, bbox);
        QFETCH(int, units);
        const Result<ResolvedBox> box = resolveBox(picture(QSize(4000, 3000), QSize(2000, 1500)), bbox, BoxUnits(units));
        VERIFY_RESULT(box);
        QCOMPARE(box->box, QRectF(1000, 750, 1000, 750));
        QVERIFY(!box->clamped);
    }

    void boxesAreClampedToThePicture()
    {
        const Result<ResolvedBox> box = resolveBox(picture(QSize(400, 300), QSize(400, 300)), {-50, 100, 500, 200}, BoxUnits::Pixels);
        VERIFY_RESULT(box);
        QCOMPARE(box->box, QRectF(0, 100, 400, 100));
        QVERIFY(box->clamped);
    }

    void wrongBoxesAreOneSentence_data()
    {
        QTest::addColumn<QList<double>>("bbox");
        QTest::addColumn<int>("units");
        QTest::addColumn<QString>("message");
        const int px = int(BoxUnits::Pixels);
        QTest::newRow("fractions") << QList<double>{0.1, 0.2, 0.5, 0.6} << px << "bbox [0.1,0.2,0.5,0.6] has units px and covers less than 1 px; did you mean units \"norm1\"?";
        QTest::newRow("fractions as norm1000") << QList<double>{0.1, 0.2, 0.5, 0.6} << int(BoxUnits::Norm1000)
                                               << "bbox [0.1,0.2,0.5,0.6] has units norm1000 and covers less than 1 px; did you mean units \"norm1\"?";
        QTest::newRow("thin") << QList<double>{10, 10, 10.5, 90} << px << "bbox [10,10,10.5,90] has units px and covers less than 1 px; give a larger box.";
        QTest::newRow("x turned round") << QList<double>{900, 10, 300, 90} << px << "bbox x1 (900) must be less than x2 (300).";
        QTest::newRow("y turned round") << QList<double>{10, 90, 300, 90} << px << "bbox y1 (90) must be less than y2 (90).";
        QTest::newRow("outside") << QList<double>{4000, 10, 4500, 90} << px << "bbox lies outside img_1 (2000x1500).";
        QTest::newRow("above") << QList<double>{10, -90, 300, -10} << px << "bbox lies outside img_1 (2000x1500).";
        QTest::newRow("pixels as fractions") << QList<double>{100, 100, 300, 300} << int(BoxUnits::Norm1) << "bbox lies outside img_1 (2000x1500). Its units are norm1; did you mean \"px\"?";
    }
    void wrongBoxesAreOneSentence()
    {
        QFETCH(QList<double>, bbox);
        QFETCH(int, units);
        const Result<ResolvedBox> box = resolveBox(picture(QSize(4000, 3000), QSize(2000, 1500)), bbox, BoxUnits(units));
        QVERIFY(!box);
        QTEST(box.error().message, "message");
    }

    void placesAreToldInTheRootAsSent()
    {
        const GalleryPicture root = picture(QSize(4000, 3000), QSize(2000, 1500));
        GalleryPicture cut = picture(QSize(400, 200), QSize(400, 200));
        cut.toRoot = croppedTo(QRectF(100, 50, 800, 400), cut.size).toParent;
        QCOMPARE(placeText(cut, root), QStringLiteral("In img_1: [50,25,450,225]."));
        GalleryPicture turned = picture(QSize(3000, 4000), QSize(1536, 2048));
        turned.toRoot = rotatedBy(root.size, 90, Expand::Yes).toParent;
        QCOMPARE(placeText(turned, root), QStringLiteral("In img_1: corners [0,1500,0,0,2000,0,2000,1500]."));
        QCOMPARE(bothSizesText(turned), QStringLiteral("1536x2048 as sent, 3000x4000 stored"));
    }

    void recognisedTextCanBeTakenApart()
    {
        const QJsonObject values{{"lang", "eng"},
                                 {"confidence", 90.6},
                                 {"layout", "page"},
                                 {"lines", QJsonArray{line({word(QStringLiteral("Hello"), 95), word(QStringLiteral("wor1d"), 41.2)}, {240, 80, 752, 136}, 93.4, 1, 1),
                                                      line({word(QStringLiteral("a{b}\\"), 99)}, {240, 140, 752, 190}, 99, 1, 1),
                                                      line({word(QStringLiteral("new"), 80)}, {240, 300, 752, 350}, 80, 1, 2)}}};
        QCOMPARE(recognisedText(picture(QSize(4000, 3000), QSize(2000, 1500)), values),
                 QStringLiteral("Text in img_1 (2000x1500): language eng, mean confidence 91, 3 lines, layout page. Boxes are px of img_1 as sent.\n"
                                "[120,40,376,68] conf 93: Hello {wor1d?41}\n"
                                "[120,70,376,95] conf 99: a\\{b\\}\\\\\n"
                                "\n"
                                "[120,150,376,175] conf 80: new"));
    }

    void noWordsSaysWhatToTry()
    {
        const QString text = recognisedText(picture(QSize(400, 300), QSize(400, 300)), {{"lang", "eng"}, {"layout", "page"}, {"lines", QJsonArray()}});
        QVERIFY(text.startsWith(QStringLiteral("No words found in img_1 (400x300; language eng, layout page).")));
        QVERIFY(text.contains(QStringLiteral("image_rotate")));
    }

    void barcodesStayOnOneLine()
    {
        const QJsonArray codes{QJsonObject{{"format", "QR-Code"}, {"text", "a\nb\\c"}, {"corners", QJsonArray{10, 10, 90, 12, 91, 92, 9, 88}}}};
        QCOMPARE(barcodeText(picture(QSize(400, 300), QSize(400, 300)), codes),
                 QStringLiteral("1 code in img_1 (400x300). Corners are px of img_1 as sent.\nQR-Code [10,10,90,12,91,92,9,88]: a\\nb\\\\c"));
        QVERIFY(barcodeText(picture(QSize(400, 300), QSize(400, 300)), {}).startsWith(QStringLiteral("No barcode found in img_1 (400x300).")));
    }
};

QTEST_GUILESS_MAIN(TestPictureText)
#include "TestPictureText.moc"
