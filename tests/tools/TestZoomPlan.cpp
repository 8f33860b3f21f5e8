#include "tools/ZoomPlan.h"

#include <QTest>

using namespace vitrine;

namespace {

ZoomPlan zoom(const QRectF &box, std::optional<double> upscale = std::nullopt, const QSize &picture = QSize(4000, 3000), double originalPerPixel = 1, double pad = 0)
{
    return planZoom({picture, box, pad, upscale, originalPerPixel}, pictureRuleFor(u"any", u"any"));
}

const QString grown = QStringLiteral("The box was grown about its centre so that no side of the result is under 64 px.");

} // namespace

class TestZoomPlan : public QObject
{
    Q_OBJECT

private slots:
    void automaticFillsButNeverMoreThanFourTimes()
    {
        QCOMPARE(zoom(QRectF(120, 40, 256, 128)).size, QSize(1024, 512));
        QCOMPARE(zoom(QRectF(0, 0, 1000, 750)).size, QSize(2048, 1536));
        // What is larger than the model sees keeps its pixels; only the copy that is sent shrinks.
        QCOMPARE(zoom(QRectF(0, 0, 4000, 3000)).size, QSize(4000, 3000));
    }

    void anEnlargedPictureIsNotEnlargedAgain()
    {
        // Enlarged 4 times already: its pixels are a quarter of the original's.
        QCOMPARE(zoom(QRectF(0, 0, 256, 128), std::nullopt, QSize(1024, 512), 0.25).size, QSize(256, 128));
        QCOMPARE(zoom(QRectF(0, 0, 256, 128), std::nullopt, QSize(1024, 512), 0.5).size, QSize(512, 256));
        QCOMPARE(zoom(QRectF(0, 0, 256, 128), 3, QSize(1024, 512), 0.25).size, QSize(768, 384));
    }

    void smallBoxesGrowAboutTheirCentre()
    {
        const ZoomPlan plan = zoom(QRectF(100, 100, 4, 2));
        QCOMPARE(plan.size, QSize(64, 64));
        QCOMPARE(plan.box, QRectF(94, 93, 16, 16));
        QCOMPARE(plan.notes, QStringList{grown});
    }

    void atTheEdgeTheyMoveInstead()
    {
        const ZoomPlan corner = zoom(QRectF(0, 0, 2, 2));
        QCOMPARE(corner.box, QRectF(0, 0, 16, 16));
        const ZoomPlan opposite = zoom(QRectF(3998, 2999, 2, 1));
        QCOMPARE(opposite.box, QRectF(3984, 2984, 16, 16));
    }

    void thinBoxesGrowOnlyAcross()
    {
        const ZoomPlan plan = zoom(QRectF(1000, 500, 800, 5));
        QCOMPARE(plan.box.width(), 800.0);
        QVERIFY(plan.size.height() >= 64 && plan.size.height() <= 68);
        QCOMPARE(plan.size.width(), 2048);
    }

    void aTinyPictureIsEnlargedUntilItCanBeSeen()
    {
        const ZoomPlan plan = zoom(QRectF(0, 0, 10, 8), std::nullopt, QSize(10, 8));
        QCOMPARE(plan.size, QSize(80, 64));
        QVERIFY(zoom(QRectF(0, 0, 1, 1), std::nullopt, QSize(1, 1)).size == QSize(64, 64));
    }

    void padWidensAndStopsAtTheEdge()
    {
        QCOMPARE(zoom(QRectF(1000, 1000, 200, 100), 1, QSize(4000, 3000), 1, 0.5).box, QRectF(900, 950, 400, 200));
        QCOMPARE(zoom(QRectF(0, 0, 200, 100), 1, QSize(4000, 3000), 1, 0.5).box, QRectF(0, 0, 300, 150));
    }

    void boxesAreWholePixels()
    {
        QCOMPARE(zoom(QRectF(100.4, 50.6, 100.2, 80.1)).box, QRectF(100, 50, 101, 81));
        QCOMPARE(zoom(QRectF(100.0000000001, 50, 99.9999999999, 80)).box, QRectF(100, 50, 100, 80));
    }

    void absurdSizesAreLimitedAndSaid()
    {
        const ZoomPlan plan = zoom(QRectF(0, 0, 4000, 3000), 8);
        QVERIFY(plan.size.width() <= 8192 && double(plan.size.width()) * plan.size.height() <= 32.1e6);
        QCOMPARE(plan.notes.size(), 1);
        QVERIFY(plan.notes.first().startsWith(QStringLiteral("Enlarged only 1.63 times")));
    }
};

QTEST_GUILESS_MAIN(TestZoomPlan)
#include "TestZoomPlan.moc"
