#include "tools/PictureBench.h"

#include "imaging/Transform.h"

#include <QJsonDocument>
#include <QTest>

using namespace vitrine;

namespace {

Matrix3 matrixOf(const ImageRequest &request)
{
    Matrix3 matrix{};
    const QJsonArray numbers = request.params[QStringLiteral("matrix")].toArray();
    for (size_t i = 0; i < matrix.size(); ++i)
        matrix[i] = numbers.at(qsizetype(i)).toDouble();
    return matrix;
}

} // namespace

// What each tool makes of its arguments and of the picture service's answers.
class TestImageTools : public QObject
{
    Q_OBJECT

private slots:
    void wrongArgumentsAreOneSentence_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown picture") << "image_info" << R"({"image":"img_9"})" << "Unknown image \"img_9\". Known: img_1 (2000x1500), img_2 (400x300).";
        QTest::newRow("zoom without a box") << "image_zoom" << R"({"image":"img_1"})" << "image_zoom needs \"bbox\": an array of 4 numbers [x1,y1,x2,y2].";
        QTest::newRow("zoom outside") << "image_zoom" << R"({"image":"img_1","bbox":[2000,0,2100,50]})" << "bbox lies outside img_1 (2000x1500).";
        QTest::newRow("zoom pad") << "image_zoom" << R"({"image":"img_1","bbox":[0,0,9,9],"pad":0.6})" << "\"pad\" must be a number from 0 to 0.5, not 0.6.";
        QTest::newRow("zoom units") << "image_zoom" << R"({"image":"img_1","bbox":[0,0,9,9],"units":"percent"})" << "\"units\" must be \"px\", \"norm1000\" or \"norm1\", not \"percent\".";
        QTest::newRow("rotate by nothing") << "image_rotate" << R"({"image":"img_1"})" << "image_rotate needs \"degrees\" or \"auto\":true.";
        QTest::newRow("rotate by both") << "image_rotate" << R"({"image":"img_1","degrees":3,"auto":true})" << "Give image_rotate either \"degrees\" or \"auto\":true, not both.";
        QTest::newRow("flip how") << "image_flip" << R"({"image":"img_1"})" << "image_flip needs \"axis\": \"horizontal\" or \"vertical\".";
        QTest::newRow("perspective of nothing") << "image_perspective" << R"({"image":"img_1"})" << "image_perspective needs \"corners\" or \"auto\":true.";
        QTest::newRow("perspective of both") << "image_perspective" << R"({"image":"img_1","auto":true,"corners":[0,0,9,0,9,9,0,9]})" << "Give image_perspective either \"corners\" or \"auto\":true, not both.";
        QTest::newRow("perspective crossed") << "image_perspective" << R"({"image":"img_1","corners":[0,0,90,90,90,0,0,90]})"
                                             << "corners [0,0,90,90,90,0,0,90] are not the top-left, top-right, bottom-right and bottom-left corner of an area; give them in this order.";
        QTest::newRow("perspective outside") << "image_perspective" << R"({"image":"img_1","corners":[0,0,9000,0,9000,90,0,90]})" << "corners [0,0,9000,0,9000,90,0,90] lie outside img_1 (2000x1500).";
        QTest::newRow("enhance by nothing") << "image_enhance" << R"({"image":"img_1"})" << "image_enhance needs \"ops\": an array of objects like [{\"op\":\"auto\"}].";
        QTest::newRow("enhance unknown") << "image_enhance" << R"({"image":"img_1","ops":[{"op":"magic"}]})"
                                         << "Unknown enhance op \"magic\"; known are auto, whitebalance, flatten, clahe, gamma, denoise, sharpen, deblur, binarize, invert, grayscale.";
        QTest::newRow("enhance strength") << "image_enhance" << R"({"image":"img_1","ops":[{"op":"clahe","strength":2}]})" << "\"strength\" of clahe must be a number from 0 to 1.";
        QTest::newRow("enhance field") << "image_enhance" << R"({"image":"img_1","ops":[{"op":"clahe","clip":2}]})" << "Unknown field \"clip\" in ops; an op has \"op\" and, if you like, \"strength\".";
        QTest::newRow("language of a path") << "image_detect_text" << R"({"image":"img_1","lang":"../../etc/passwd"})"
                                            << "\"lang\" must be like \"eng\", \"chi_sim\", \"eng+chi_sim\" or \"auto\", not \"../../etc/passwd\".";
        QTest::newRow("layout") << "image_detect_text" << R"({"image":"img_1","layout":"table"})" << "\"layout\" must be \"page\", \"sparse\", \"line\" or \"auto\", not \"table\".";
        QTest::newRow("barcode box") << "image_decode_barcode" << R"({"image":"img_1","bbox":[5,5,2,9]})" << "bbox x1 (5) must be less than x2 (2).";
    }
    void wrongArgumentsAreOneSentence()
    {
        QFETCH(QString, tool);
        QFETCH(QString, arguments);
        PictureBench bench;
        const ToolResult result = bench.call(tool, arguments);
        QVERIFY(result.outcome == Outcome::Error);
        QTEST(result.text, "message");
        QVERIFY(bench.images.requests.isEmpty());
        QVERIFY(result.steps.isEmpty());
    }

    void zoomCutsTheStoredPixels()
    {
        PictureBench bench;
        const ToolResult result = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_1","bbox":[120,40,248,104],"label":"the date"})"));
        QCOMPARE(result.text, QStringLiteral("img_1.1: 1024x512 (crop [120,40,248,104] of img_1, x4.00 lanczos). In img_1: [120,40,248,104]."));
        const ImageRequest &request = bench.images.requests.last();
        QCOMPARE(request.op, QStringLiteral("render"));
        QCOMPARE(mapped(matrixOf(request), QPointF(0, 0)), QPointF(240, 80));
        QCOMPARE(mapped(matrixOf(request), QPointF(1024, 512)), QPointF(496, 208));
        QCOMPARE(result.steps.size(), 1);
        const ImageStep &step = result.steps.first();
        QCOMPARE(step.callId.value, QStringLiteral("call_1"));
        QCOMPARE(step.image, QStringLiteral("img_1.1"));
        QCOMPARE(step.parent, QStringLiteral("img_1"));
        QCOMPARE(step.root, QStringLiteral("img_1"));
        QCOMPARE(step.op, QStringLiteral("zoom"));
        QCOMPARE(QJsonDocument::fromJson(step.params).object(), (QJsonObject{{"bbox", QJsonArray{120, 40, 248, 104}}, {"upscale", 4}, {"label", "the date"}}));
        QCOMPARE(step.size, QSize(1024, 512));
        QCOMPARE(mapped(step.matrixToRoot, QPointF(1024, 512)), QPointF(496, 208));
        QVERIFY(bench.blobs.read(step.blob).has_value() && bench.blobs.read(step.sent).has_value());
    }

    void zoomSaysWhatItDidOtherwise()
    {
        PictureBench bench;
        const ToolResult clamped = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[300,200,600,400]})"));
        QCOMPARE(clamped.text, QStringLiteral("img_2.1: 400x400 (crop [300,200,400,300] of img_2, x4.00 lanczos). In img_2: [300,200,400,300]. The box was clamped to the picture."));
        const ToolResult grown = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[100,100,104,104]})"));
        QCOMPARE(grown.text, QStringLiteral("img_2.2: 64x64 (crop [94,94,110,110] of img_2, x4.00 lanczos). In img_2: [94,94,110,110]. The box was grown about its centre so that no "
                                            "side of the result is under 64 px."));
    }

    void zoomAfterTurningIsCutFromTheOriginal()
    {
        PictureBench bench;
        bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_2","degrees":90})"));
        const ToolResult result = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2.1","bbox":[0,0,100,100]})"));
        QCOMPARE(result.text, QStringLiteral("img_2.2: 400x400 (crop [0,0,100,100] of img_2.1, x4.00 lanczos). In img_2: corners [0,300,0,200,100,200,100,300]."));
        QCOMPARE(bench.images.requests.last().inputPath, *bench.blobs.path(bench.gallery.find(QStringLiteral("img_2"))->blob));
        QCOMPARE(mapped(matrixOf(bench.images.requests.last()), QPointF(0, 0)), QPointF(0, 300));
    }

    void unitsFollowTheModel()
    {
        PictureBench bench;
        bench.context.setRule(pictureRuleFor(u"any", u"qwen3-vl-8b"));
        const ToolResult result = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[250,250,500,500],"upscale":1})"));
        QVERIFY2(result.text.contains(QStringLiteral("crop [100,75,200,150] of img_2, x1.00)")), qPrintable(result.text));
        const ToolResult named = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[0.5,0.5,1,1],"units":"norm1","upscale":1})"));
        QVERIFY2(named.text.contains(QStringLiteral("crop [200,150,400,300] of img_2")), qPrintable(named.text));
    }

    void quarterTurnsAreLossless()
    {
        PictureBench bench;
        const ToolResult result = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","degrees":-90})"));
        QCOMPARE(result.text,
                 QStringLiteral("img_1.1: 1536x2048 as sent, 3000x4000 stored (rotation by -90 deg of img_1, lossless). In img_1: corners [2000,0,2000,1500,0,1500,0,0]."));
        const ToolResult same = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_2","degrees":10,"expand":false,"fill":"edge"})"));
        QVERIFY2(same.text.startsWith(QStringLiteral("img_2.1: 400x300 (rotation by 10 deg of img_2). In img_2: corners [")), qPrintable(same.text));
        QCOMPARE(bench.images.requests.last().params[QStringLiteral("fill")].toString(), QStringLiteral("edge"));
    }

    void turningACutShowsItsSurroundings()
    {
        PictureBench bench;
        bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[100,100,200,200]})"));
        const ToolResult result = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_2.1","degrees":20})"));
        QVERIFY2(result.text.endsWith(QStringLiteral("The corners show what surrounds img_2.1 in img_2.")), qPrintable(result.text));
    }

    void turningUprightSaysHowSureItIs()
    {
        PictureBench bench;
        bench.answerWith(QStringLiteral("find_rotation"), {{"degrees", 268.17}, {"confidence", 0.93}, {"method", "osd"}, {"skew", -1.83}});
        const ToolResult result = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_2","auto":true})"));
        QVERIFY2(result.text.contains(QStringLiteral("(rotation by -91.83 deg of img_2, found by osd, confidence 0.93)")), qPrintable(result.text));
        QCOMPARE(result.steps.first().confidence.value(), 0.93);
        const QJsonObject params = QJsonDocument::fromJson(result.steps.first().params).object();
        QCOMPARE(params[QStringLiteral("degrees")].toDouble(), -91.83);
        QCOMPARE(params[QStringLiteral("auto")].toBool(), true);
    }

    void aTurnThatCannotBeSeenIsSnappedOrLeft()
    {
        PictureBench bench;
        bench.answerWith(QStringLiteral("find_rotation"), {{"degrees", 90.2}, {"confidence", 0.9}, {"method", "ocr"}});
        QVERIFY(bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_2","auto":true})")).text.contains(QStringLiteral("rotation by 90 deg of img_2, found by ocr, confidence 0.90, lossless")));
        bench.answerWith(QStringLiteral("find_rotation"), {{"degrees", 0.1}, {"confidence", 0.9}, {"method", "osd"}});
        const ToolResult upright = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","auto":true})"));
        QCOMPARE(upright.text, QStringLiteral("img_1 is upright already (0.1 deg, found by osd, confidence 0.90); nothing changed."));
        QVERIFY(upright.outcome == Outcome::Ok && upright.steps.isEmpty());
    }

    void anUnsureTurnIsRefusedWithCandidates()
    {
        PictureBench bench;
        bench.answerWith(QStringLiteral("find_rotation"),
                         {{"degrees", 0}, {"confidence", 0}, {"method", "none"}, {"candidates", QJsonArray{QJsonObject{{"degrees", 0}, {"score", 3.1}}, QJsonObject{{"degrees", 180}, {"score", 2.9}}}}});
        const ToolResult result = bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","auto":true})"));
        QCOMPARE(result.text, QStringLiteral("Rotation unsure (candidates 0 deg 3.1, 180 deg 2.9); nothing changed."));
        QVERIFY(result.outcome == Outcome::Error);
        bench.answerWith(QStringLiteral("find_rotation"), {{"degrees", 4.5}, {"confidence", 0.3}, {"method", "skew"}, {"skew", 4.5}});
        QCOMPARE(bench.call(QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","auto":true})")).text,
                 QStringLiteral("Rotation unsure (no text to go by); nothing changed. Its lines are level after a turn by 4.5 deg."));
        // No number was used up by what was not made.
        QVERIFY(bench.call(QStringLiteral("image_flip"), QStringLiteral(R"({"image":"img_1","axis":"vertical"})")).text.startsWith(QStringLiteral("img_1.1:")));
    }

    void flippingMirrors()
    {
        PictureBench bench;
        const ToolResult result = bench.call(QStringLiteral("image_flip"), QStringLiteral(R"({"image":"img_2","axis":"horizontal"})"));
        QCOMPARE(result.text, QStringLiteral("img_2.1: 400x300 (flip horizontal of img_2). In img_2: corners [400,0,0,0,0,300,400,300]."));
        QCOMPARE(mapped(matrixOf(bench.images.requests.last()), QPointF(0, 0)), QPointF(400, 0));
    }

    void perspectiveTakesCornersInSentPixels()
    {
        PictureBench bench;
        const ToolResult result = bench.call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_1","corners":[100,100,600,100,600,500,100,500]})"));
        QCOMPARE(result.text, QStringLiteral("img_1.1: 1000x800 (perspective [100,100,600,100,600,500,100,500] of img_1). In img_1: [100,100,600,500]."));
        QCOMPARE(result.steps.first().corners.value(), (Quad{200, 200, 1200, 200, 1200, 1000, 200, 1000}));
        QCOMPARE(result.steps.first().size, QSize(1000, 800));
        const ToolResult square = bench.call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_1","corners":[100,100,600,100,600,500,100,500],"aspect":1})"));
        QCOMPARE(square.steps.first().size, QSize(1000, 1000));
    }

    void perspectiveDoesNotGuess()
    {
        PictureBench bench;
        bench.answerWith(QStringLiteral("find_outline"), {{"corners", QJsonArray{10, 10, 390, 12, 388, 290, 12, 288}}, {"score", 0.18}});
        const ToolResult refused = bench.call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_2","auto":true})"));
        QCOMPARE(refused.text, QStringLiteral("No page outline found (best score 0.18). Give corners as [x1,y1,..,x4,y4] or use image_zoom."));
        QVERIFY(refused.outcome == Outcome::Error);
        bench.answerWith(QStringLiteral("find_outline"), {{"corners", QJsonValue()}, {"score", 0}});
        QVERIFY(bench.call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_2","auto":true})")).text.startsWith(QStringLiteral("No page outline found (best score 0.00).")));
        bench.answerWith(QStringLiteral("find_outline"), {{"corners", QJsonArray{10, 10, 390, 12, 388, 290, 12, 288}}, {"score", 0.82}});
        const ToolResult found = bench.call(QStringLiteral("image_perspective"), QStringLiteral(R"({"image":"img_2","auto":true})"));
        QVERIFY2(found.text.startsWith(QStringLiteral("img_2.1: 380x278 (perspective [10,10,390,12,388,290,12,288] of img_2, outline score 0.82).")), qPrintable(found.text));
        QCOMPARE(found.steps.first().confidence.value(), 0.82);
    }

    void enhancingSaysWhatWasDoneAndWhetherItHelped()
    {
        PictureBench bench;
        bench.answerWith({{"size", QJsonArray{400, 300}}, {"applied", QJsonArray{"flatten", "clahe"}}, {"improved", true}});
        const ToolResult better = bench.call(QStringLiteral("image_enhance"), QStringLiteral(R"({"image":"img_2","ops":[{"op":"auto"}]})"));
        QCOMPARE(better.text, QStringLiteral("img_2.1: 400x300 (enhance flatten, clahe of img_2). In img_2: [0,0,400,300]. Its writing stands out better than in img_2."));
        QCOMPARE(better.steps.first().matrixToRoot, identityMatrix);
        bench.answerWith({{"size", QJsonArray{400, 300}}, {"applied", QJsonArray{"gamma"}}, {"improved", false}});
        const ToolResult worse = bench.call(QStringLiteral("image_enhance"), QStringLiteral(R"({"image":"img_2","ops":[{"op":"gamma","strength":2}]})"));
        QVERIFY(worse.text.endsWith(QStringLiteral("Its writing does not stand out better than in img_2; compare both.")));
        bench.answerWith({{"size", QJsonArray{400, 300}}, {"applied", QJsonArray()}, {"improved", false}});
        const ToolResult nothing = bench.call(QStringLiteral("image_enhance"), QStringLiteral(R"({"image":"img_2.1","ops":[{"op":"auto"}]})"));
        QCOMPARE(nothing.text, QStringLiteral("img_2.1 needs no enhancing; nothing changed."));
        QVERIFY(nothing.steps.isEmpty());
    }

    void enhancedPicturesAreTheSourceOfWhatFollows()
    {
        PictureBench bench;
        bench.answerWith({{"size", QJsonArray{400, 300}}, {"applied", QJsonArray{"clahe"}}, {"improved", true}});
        bench.call(QStringLiteral("image_enhance"), QStringLiteral(R"({"image":"img_2","ops":[{"op":"clahe"}],"bbox":[10,10,50,50]})"));
        QCOMPARE(bench.images.requests.last().params[QStringLiteral("bbox")].toArray(), (QJsonArray{10, 10, 50, 50}));
        bench.images.answer = [](const ImageRequest &request) { return FakeImageService::rendered(request); };
        bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2.1","bbox":[0,0,100,100]})"));
        QCOMPARE(bench.images.requests.last().inputPath, *bench.blobs.path(bench.gallery.find(QStringLiteral("img_2.1"))->blob));
    }

    void readingHandsItsOptionsOn()
    {
        PictureBench bench;
        bench.answerWith(QStringLiteral("detect_text"), {{"lines", QJsonArray()}, {"lang", "chi_sim"}, {"layout", "sparse"}});
        const ToolResult result =
            bench.call(QStringLiteral("image_detect_text"), QStringLiteral(R"({"image":"img_1","bbox":[100,100,200,150],"lang":"chi_sim","layout":"sparse","min_conf":30})"));
        QVERIFY(result.text.startsWith(QStringLiteral("No words found in img_1 (2000x1500; language chi_sim, layout sparse).")));
        QCOMPARE(bench.images.requests.last().params,
                 (QJsonObject{{"bbox", QJsonArray{200, 200, 400, 300}}, {"lang", "chi_sim"}, {"layout", "sparse"}, {"min_conf", 30}}));
    }

    void muchTextIsCutAndKeptWhole()
    {
        PictureBench bench;
        QJsonArray lines;
        for (int i = 0; i < 2000; ++i)
            lines.append(QJsonObject{{"text", QString(60, u'x')}, {"bbox", QJsonArray{0, 0, 10, 10}}, {"confidence", 90}});
        bench.answerWith(QStringLiteral("detect_text"), {{"lines", lines}, {"lang", "eng"}});
        const ToolResult result = bench.call(QStringLiteral("image_detect_text"), QStringLiteral(R"({"image":"img_1"})"));
        QVERIFY(result.givenBytes < 50'000 && result.totalBytes > 150'000);
        QVERIFY(result.text.endsWith(QStringLiteral("The text was cut here; read the rest part by part with bbox.")));
        QCOMPARE(bench.blobs.read(result.whole)->size(), result.totalBytes);
    }

    void infoTellsSizesAndDescent()
    {
        PictureBench bench;
        bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[100,100,200,200],"upscale":2})"));
        bench.answerWith({{"format", "jpeg"}, {"exif_orientation", 6}, {"mean", 120.52}, {"contrast", 44}, {"sharpness", 310}, {"dark", true}, {"low_contrast", true}, {"skew_degrees", -2.31}});
        QCOMPARE(bench.call(QStringLiteral("image_info"), QStringLiteral(R"({"image":"img_1"})")).text,
                 QStringLiteral("image: img_1\nname: img_1.jpg\nas_sent: 2000x1500\nstored: 4000x3000\nscale: 0.5\nformat: jpeg\nexif_orientation: 6\nmean: 120.5\ncontrast: 44\n"
                                "sharpness: 310\nflags: dark, low contrast\nskew: -2.3\nmade_by: attached by the user\nmatrix_to_root: [1,0,0,0,1,0,0,0,1]\nmade_from_it: none"));
        const QString derived = bench.call(QStringLiteral("image_info"), QStringLiteral(R"({"image":"img_2.1"})")).text;
        QVERIFY2(derived.contains(QStringLiteral("made_by: zoom {\"bbox\":[100,100,200,200],\"upscale\":2} of img_2\nplace: In img_2: [100,100,200,200].\nmatrix_to_root: [0.5,0,100,0,0.5,100,0,0,1]")),
                 qPrintable(derived));
    }

    void everySchemaIsAnObjectWithAnImage()
    {
        PictureBench bench;
        QStringList names;
        for (const auto &tool : bench.tools) {
            const ToolSpec spec = tool->spec();
            names.append(spec.name);
            const QJsonObject schema = QJsonDocument::fromJson(spec.parameters).object();
            QVERIFY(schema[QStringLiteral("required")].toArray().contains(QStringLiteral("image")));
            QVERIFY(!spec.description.isEmpty() && !spec.mutating);
        }
        QCOMPARE(names.join(u' '), QStringLiteral("image_info image_zoom image_rotate image_flip image_perspective image_enhance image_detect_text image_decode_barcode"));
    }
};

QTEST_GUILESS_MAIN(TestImageTools)
#include "TestImageTools.moc"
