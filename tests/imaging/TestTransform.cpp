#include "imaging/Transform.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace vitrine;

namespace {

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    double between(double from, double to) { return from + (to - from) * (double(m_engine()) / double(m_engine.max())); }
    int below(int count) { return int(m_engine() % unsigned(count)); }

private:
    std::mt19937 m_engine;
};

Placement randomStep(const QSize &size, Chance &chance)
{
    const double w = size.width();
    const double h = size.height();
    switch (chance.below(5)) {
    case 0: {
        const double x = chance.between(0, w * 0.4);
        const double y = chance.between(0, h * 0.4);
        const QRectF box(x, y, chance.between(w * 0.3, w * 0.6), chance.between(h * 0.3, h * 0.6));
        return croppedTo(box, QSize(200 + chance.below(1800), 200 + chance.below(1800)));
    }
    case 1:
        return rotatedBy(size, chance.between(-180, 180), chance.below(2) ? Expand::Yes : Expand::No);
    case 2:
        return rotatedBy(size, 90 * (chance.below(7) - 3), Expand::Yes);
    case 3:
        return flippedOver(size, chance.below(2) ? FlipAxis::Horizontal : FlipAxis::Vertical);
    default: {
        const auto near = [&](double x, double y) { return QPointF(x + chance.between(-0.15, 0.15) * w, y + chance.between(-0.15, 0.15) * h); };
        const QPointF a = near(0.2 * w, 0.2 * h), b = near(0.8 * w, 0.2 * h), c = near(0.8 * w, 0.8 * h), d = near(0.2 * w, 0.8 * h);
        const Quad quad{a.x(), a.y(), b.x(), b.y(), c.x(), c.y(), d.x(), d.y()};
        return *rectifiedFrom(quad, rectifiedSize(quad, std::nullopt));
    }
    }
}

} // namespace

class TestTransform : public QObject
{
    Q_OBJECT

private slots:
    void chainsLeadToTheRootAndBack_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 200; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    // Composed once and inverted once, against every step taken by itself: within half a pixel of the root.
    void chainsLeadToTheRootAndBack()
    {
        QFETCH(unsigned, seed);
        Chance chance(seed);
        QSize size(1000 + chance.below(5000), 1000 + chance.below(5000));
        Matrix3 toRoot = identityMatrix;
        QList<Matrix3> steps;
        for (int count = 2 + chance.below(5); count > 0; --count) {
            const Placement step = randomStep(size, chance);
            steps.prepend(step.toParent);
            toRoot = multiplied(toRoot, step.toParent);
            size = step.size;
        }
        const QRectF box(size.width() * 0.3, size.height() * 0.4, size.width() * 0.2, size.height() * 0.3);
        const Quad atRoot = mapped(toRoot, box);
        const std::optional<Matrix3> fromRoot = inverted(toRoot);
        QVERIFY(fromRoot);
        const Quad back = mapped(*fromRoot, atRoot);
        for (int i = 0; i < 4; ++i) {
            QPointF walked = cornerOf(quadOf(box), i);
            for (const Matrix3 &step : steps)
                walked = mapped(step, walked);
            QVERIFY(distance(walked, cornerOf(atRoot, i)) < 0.5);
            QVERIFY(distance(cornerOf(back, i), cornerOf(quadOf(box), i)) < 0.5);
        }
    }

    void rotationsTurnClockwise()
    {
        // The top-left corner of a picture turned clockwise by 90 degrees stands at the top right.
        const Placement turned = rotatedBy(QSize(400, 300), 90, Expand::Yes);
        QCOMPARE(turned.size, QSize(300, 400));
        QCOMPARE(mapped(turned.toParent, QPointF(300, 0)), QPointF(0, 0));
        QCOMPARE(mapped(turned.toParent, QPointF(0, 0)), QPointF(0, 300));
    }

    void quarterTurnsAreExact_data()
    {
        QTest::addColumn<double>("degrees");
        for (double degrees : {-360.0, -270.0, -90.0, 0.0, 90.0, 180.0, 270.0, 360.0})
            QTest::addRow("%g", degrees) << degrees;
    }
    void quarterTurnsAreExact()
    {
        QFETCH(double, degrees);
        const Placement turned = rotatedBy(QSize(401, 300), degrees, Expand::Yes);
        for (double value : turned.toParent)
            QCOMPARE(value, std::round(value));
        const QRectF all = boundsOf(mapped(turned.toParent, QRectF(QPointF(0, 0), turned.size)));
        QCOMPARE(all, QRectF(0, 0, 401, 300));
    }

    void expandingKeepsEveryCorner()
    {
        const QSize size(640, 480);
        for (double degrees = -179; degrees < 180; degrees += 7.3) {
            const Placement turned = rotatedBy(size, degrees, Expand::Yes);
            const Matrix3 fromParent = *inverted(turned.toParent);
            const QRectF all = QRectF(QPointF(0, 0), turned.size).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
            QVERIFY(all.contains(boundsOf(mapped(fromParent, QRectF(QPointF(0, 0), size)))));
            QCOMPARE(rotatedBy(size, degrees, Expand::No).size, size);
        }
    }

    void flippingTwiceChangesNothing()
    {
        for (FlipAxis axis : {FlipAxis::Horizontal, FlipAxis::Vertical}) {
            const Matrix3 once = flippedOver(QSize(400, 300), axis).toParent;
            QCOMPARE(multiplied(once, once), identityMatrix);
        }
        QCOMPARE(mapped(flippedOver(QSize(400, 300), FlipAxis::Horizontal).toParent, QPointF(0, 10)), QPointF(400, 10));
    }

    void aQuadIsLaidFlatCornerByCorner()
    {
        const Quad corners{110, 60, 900, 30, 950, 700, 80, 640};
        const QSize size = rectifiedSize(corners, std::nullopt);
        const Placement flat = *rectifiedFrom(corners, size);
        const Quad reached = mapped(flat.toParent, QRectF(QPointF(0, 0), size));
        for (size_t i = 0; i < corners.size(); ++i)
            QVERIFY(std::abs(reached[i] - corners[i]) < 1e-6);
        // No side is sampled more sparsely than it is.
        QVERIFY(size.width() >= 870 && size.height() >= 670);
    }

    void aspectDecidesTheShapeAndNeverLosesPixels()
    {
        const Quad corners{0, 0, 800, 0, 800, 400, 0, 400};
        QCOMPARE(rectifiedSize(corners, 2.0), QSize(800, 400));
        QCOMPARE(rectifiedSize(corners, 1.0), QSize(800, 800));
        QCOMPARE(rectifiedSize(corners, 4.0), QSize(1600, 400));
    }

    void areasThatCannotBeLaidFlatAreRefused_data()
    {
        QTest::addColumn<Quad>("corners");
        QTest::newRow("crossed") << Quad{0, 0, 100, 100, 100, 0, 0, 100};
        QTest::newRow("counter-clockwise") << Quad{0, 0, 0, 100, 100, 100, 100, 0};
        QTest::newRow("dented") << Quad{0, 0, 100, 0, 20, 20, 0, 100};
        QTest::newRow("one point") << Quad{5, 5, 5, 5, 5, 5, 5, 5};
        QTest::newRow("on a line") << Quad{0, 0, 10, 10, 20, 20, 30, 30};
        QTest::newRow("not a number") << Quad{0, 0, std::nan(""), 0, 100, 100, 0, 100};
    }
    void areasThatCannotBeLaidFlatAreRefused()
    {
        QFETCH(Quad, corners);
        QVERIFY(!rectifiedFrom(corners, QSize(100, 100)));
    }

    void matricesWithoutInverseAreToldApart()
    {
        QVERIFY(!inverted(Matrix3{1, 2, 3, 2, 4, 6, 0, 0, 1}));
        QVERIFY(!inverted(Matrix3{}));
        QVERIFY(!inverted(Matrix3{std::nan(""), 0, 0, 0, 1, 0, 0, 0, 1}));
    }

    void scaleSaysHowMuchIsMagnified()
    {
        const Matrix3 toParent = croppedTo(QRectF(10, 10, 100, 50), QSize(400, 200)).toParent;
        QVERIFY(std::abs(scaleAt(toParent, QPointF(7, 9)) - 0.25) < 1e-12);
        QVERIFY(std::abs(scaleAt(rotatedBy(QSize(300, 200), 33, Expand::Yes).toParent, QPointF(50, 50)) - 1) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestTransform)
#include "TestTransform.moc"
