#include "offline/PictureResults.h"

#include <QTest>

namespace vitrine {

// The forms are those that tools/PictureText.h promises.
class TestPictureResults final : public QObject
{
    Q_OBJECT

private slots:
    void readsNewPictures_data();
    void readsNewPictures();
    void readsText();
    void readsNothing();
    void readsCodes();
    void readsFacts();
    void takesNoOtherText_data();
    void takesNoOtherText();
};

void TestPictureResults::readsNewPictures_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("how");
    QTest::newRow("zoom") << "img_1.3: 1024x512 (crop [120,40,376,168] of img_1, x4.00 lanczos). In img_1: [120,40,376,168]."
                          << "img_1.3" << QSize(1024, 512) << "crop [120,40,376,168] of img_1, x4.00 lanczos";
    QTest::newRow("two sizes") << "img_1.4: 1536x2048 as sent, 3024x4032 stored (rotation by 90 deg of img_1, lossless). In img_1: corners [0,1,2,3,4,5,6,7]."
                               << "img_1.4" << QSize(1536, 2048) << "rotation by 90 deg of img_1, lossless";
    QTest::newRow("repeated") << "img_2.1: 10x20 (already made as img_2.1). This call repeats img_2.1; look at it again or zoom elsewhere."
                              << "img_2.1" << QSize(10, 20) << "already made as img_2.1";
}

void TestPictureResults::readsNewPictures()
{
    QFETCH(QString, output);
    QFETCH(QString, id);
    QFETCH(QSize, size);
    QFETCH(QString, how);
    const auto made = readMadePicture(output);
    QVERIFY(made);
    QVERIFY((*made == MadePicture{id, size, how}));
}

void TestPictureResults::readsText()
{
    const auto text = readDetectedText(QStringLiteral("Text in img_1.2 (2048x1536): language eng, mean confidence 91, 3 lines, layout page. Boxes are px of img_1.2 as sent.\n"
                                                      "[120,40,376,68] conf 93: Hello {wor1d?41} again\n"
                                                      "[120,80,376,108] conf 88: set \\{a\\\\b\\} {what\\{??7}\n"
                                                      "\n"
                                                      "[10,200,50,220] conf 95: C:\\\\temp?"));
    QVERIFY(text);
    const ReadText expected{QStringLiteral("img_1.2"), QSize(2048, 1536), QStringLiteral("eng"), QStringLiteral("page"), 91,
                            {{QRectF(120, 40, 256, 28), 93, 0, {{QStringLiteral("Hello"), 93, false}, {QStringLiteral("wor1d"), 41, true}, {QStringLiteral("again"), 93, false}}},
                             {QRectF(120, 80, 256, 28), 88, 0, {{QStringLiteral("set"), 88, false}, {QStringLiteral("{a\\b}"), 88, false}, {QStringLiteral("what{?"), 7, true}}},
                             {QRectF(10, 200, 40, 20), 95, 1, {{QStringLiteral("C:\\temp?"), 95, false}}}}};
    QVERIFY(*text == expected);
}

void TestPictureResults::readsNothing()
{
    const auto text = readDetectedText(QStringLiteral("No words found in img_1 (640x480; language eng, layout page). Next, turn it upright with image_rotate and auto, zoom into "
                                                      "the part with text, clear it up with image_enhance, or try layout \"sparse\"."));
    QVERIFY(text);
    QVERIFY((*text == ReadText{QStringLiteral("img_1"), QSize(640, 480), QStringLiteral("eng"), QStringLiteral("page"), 0, {}}));
    const auto codes = readFoundCodes(QStringLiteral("No barcode found in img_1 (640x480). Next, zoom into the code with image_zoom, or clear the picture up with image_enhance."));
    QVERIFY(codes && codes->isEmpty());
}

void TestPictureResults::readsCodes()
{
    const auto codes = readFoundCodes(QStringLiteral("2 codes in img_1 (1000x800). Corners are px of img_1 as sent.\n"
                                                     "QR-Code [100,90,300,92.5,301,290,99,288]: a\\nb\\\\n [x]: y\n"
                                                     "EAN-13 [1,2,3,4,5,6,7,8]: 4006381333931"));
    QVERIFY(codes);
    const QList<FoundCode> expected{{QStringLiteral("QR-Code"), {100, 90, 300, 92.5, 301, 290, 99, 288}, QStringLiteral("a\nb\\n [x]: y")},
                                    {QStringLiteral("EAN-13"), {1, 2, 3, 4, 5, 6, 7, 8}, QStringLiteral("4006381333931")}};
    QVERIFY(*codes == expected);
}

void TestPictureResults::readsFacts()
{
    const auto facts = readPictureFacts(QStringLiteral("image: img_1\nname: a.jpg\nas_sent: 2048x1536\nstored: 4032x3024\nscale: 0.5079\nformat: jpeg\nexif_orientation: 6\n"
                                                       "mean: 120.5\ncontrast: 45.2\nsharpness: 310\nflags: dark, low contrast\nskew: -2.3"));
    QVERIFY(facts);
    QVERIFY((*facts == PictureFacts{QSize(2048, 1536), QSize(4032, 3024), QStringLiteral("jpeg"), 45.2, {QStringLiteral("dark"), QStringLiteral("low contrast")}}));
}

void TestPictureResults::takesNoOtherText_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("empty") << "";
    QTest::newRow("error") << "Unknown image \"img_9\". Known: img_1 (4032x3024).";
    QTest::newRow("no outline") << "No page outline found (best score 0.18). Give corners as [x1,y1,..,x4,y4] or use image_zoom.";
    QTest::newRow("limit") << "Limit: 24 image calls in this answer reached.";
    QTest::newRow("cancelled") << "cancelled: the call was stopped before it had a result";
}

void TestPictureResults::takesNoOtherText()
{
    QFETCH(QString, output);
    QVERIFY(!readMadePicture(output));
    QVERIFY(!readDetectedText(output));
    QVERIFY(!readFoundCodes(output));
    QVERIFY(!readPictureFacts(output));
    QCOMPARE(saysLimitReached(output), output.startsWith(QStringLiteral("Limit")));
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestPictureResults)
#include "TestPictureResults.moc"
