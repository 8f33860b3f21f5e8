#include "imaging/Gallery.h"

#include "base/Json.h"

#include <QTest>

using namespace vitrine;

namespace {

Attachment attachment(const QString &id, const QSize &size, const QSize &sent)
{
    return {QStringLiteral("board.jpg"), {QStringLiteral("a"), 1, QStringLiteral("image/jpeg")}, id, size, {QStringLiteral("b"), 1, QStringLiteral("image/jpeg")}, sent};
}

ImageStep step(const QString &id, const QString &parent, const QString &op, const QJsonObject &params, const QSize &size, const Matrix3 &toRoot)
{
    ImageStep result;
    result.image = id;
    result.parent = parent;
    result.root = id.section(u'.', 0, 0);
    result.op = op;
    result.params = toJson(params);
    result.size = size;
    result.sentSize = size;
    result.matrixToRoot = toRoot;
    result.blob = {id, 1, QStringLiteral("image/png")};
    result.sent = result.blob;
    return result;
}

ItemPtr item(const ItemBody &body)
{
    Item result;
    result.body = body;
    return std::make_shared<const Item>(result);
}

// img_1 (4000x3000) -> img_1.1 turned -> img_1.2 cut from it -> img_1.3 enhanced -> img_1.4 cut from that
struct Chain {
    Gallery gallery;
    QList<ItemPtr> items;
    Placement turned = rotatedBy(QSize(4000, 3000), 90, Expand::Yes);
    Placement cut = croppedTo(QRectF(100, 200, 500, 400), QSize(1000, 800));
    Placement cutAgain = croppedTo(QRectF(10, 20, 100, 100), QSize(400, 400));

    Chain()
    {
        const Matrix3 second = multiplied(turned.toParent, cut.toParent);
        items = {item(UserMessage{{}, {attachment(QStringLiteral("img_1"), QSize(4000, 3000), QSize(2048, 1536))}}),
                 item(step(QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("rotate"), {{"degrees", 90}, {"fill", "edge"}}, turned.size, turned.toParent)),
                 item(step(QStringLiteral("img_1.2"), QStringLiteral("img_1.1"), QStringLiteral("zoom"), {{"bbox", QJsonArray{100, 200, 600, 600}}}, cut.size, second)),
                 item(step(QStringLiteral("img_1.3"), QStringLiteral("img_1.2"), QStringLiteral("enhance"), {}, cut.size, second)),
                 item(step(QStringLiteral("img_1.4"), QStringLiteral("img_1.3"), QStringLiteral("zoom"), {}, cutAgain.size, multiplied(second, cutAgain.toParent)))};
        gallery.restore(items);
    }
};

bool isNear(const Matrix3 &a, const Matrix3 &b)
{
    for (size_t i = 0; i < a.size(); ++i) {
        if (std::abs(a[i] - b[i]) > 1e-9)
            return false;
    }
    return true;
}

} // namespace

class TestGallery : public QObject
{
    Q_OBJECT

private slots:
    void childrenAreNumberedUnderTheirRoot()
    {
        Chain chain;
        QCOMPARE(chain.gallery.reserveChild(QStringLiteral("img_1.2")), QStringLiteral("img_1.5"));
        QCOMPARE(chain.gallery.reserveChild(QStringLiteral("img_1")), QStringLiteral("img_1.6"));
        QCOMPARE(chain.gallery.reserveRoot(), QStringLiteral("img_2"));
        QCOMPARE(chain.gallery.reserveChild(QStringLiteral("img_2")), QStringLiteral("img_2.1"));
    }

    void onlyTheNewestNumberComesBack()
    {
        Gallery gallery;
        const QString first = gallery.reserveChild(QStringLiteral("img_1"));
        const QString second = gallery.reserveChild(QStringLiteral("img_1"));
        gallery.release(first);
        QCOMPARE(gallery.reserveChild(QStringLiteral("img_1")), QStringLiteral("img_1.3"));
        gallery.release(QStringLiteral("img_1.3"));
        gallery.release(second);
        QCOMPARE(gallery.reserveChild(QStringLiteral("img_1")), QStringLiteral("img_1.2"));
    }

    void pixelsComeFromTheHighestUntouchedAncestor()
    {
        Chain chain;
        const PixelSource cut = chain.gallery.pixelsOf(QStringLiteral("img_1.2"));
        QCOMPARE(cut.picture->id, QStringLiteral("img_1"));
        QVERIFY(isNear(cut.matrix, multiplied(chain.turned.toParent, chain.cut.toParent)));

        // Enhanced pixels exist nowhere above.
        const PixelSource enhanced = chain.gallery.pixelsOf(QStringLiteral("img_1.3"));
        QCOMPARE(enhanced.picture->id, QStringLiteral("img_1.3"));
        QVERIFY(isNear(enhanced.matrix, identityMatrix));
        const PixelSource below = chain.gallery.pixelsOf(QStringLiteral("img_1.4"));
        QCOMPARE(below.picture->id, QStringLiteral("img_1.3"));
        QVERIFY(isNear(below.matrix, chain.cutAgain.toParent));
    }

    void parentMatricesFollowFromTheStoredOnes()
    {
        Chain chain;
        QVERIFY(isNear(chain.gallery.find(QStringLiteral("img_1.2"))->toParent, chain.cut.toParent));
        QVERIFY(isNear(chain.gallery.find(QStringLiteral("img_1.3"))->toParent, identityMatrix));
        QVERIFY(isNear(chain.gallery.find(QStringLiteral("img_1.4"))->toParent, chain.cutAgain.toParent));
    }

    void theFillOfATurnIsHandedDown()
    {
        Chain chain;
        QCOMPARE(chain.gallery.fillOf(QStringLiteral("img_1")), QStringLiteral("white"));
        QCOMPARE(chain.gallery.fillOf(QStringLiteral("img_1.2")), QStringLiteral("edge"));
        QCOMPARE(chain.gallery.fillOf(QStringLiteral("img_1.4")), QStringLiteral("white")); // the enhanced picture has no outside of its own
    }

    void aRepeatedCallIsRecognised_data()
    {
        QTest::addColumn<QJsonObject>("made");
        QTest::addColumn<QJsonObject>("asked");
        QTest::addColumn<bool>("same");
        const QJsonObject zoom{{"bbox", QJsonArray{1, 2, 30, 40}}, {"upscale", 4}};
        QJsonObject labelled = zoom;
        labelled.insert(QStringLiteral("label"), QStringLiteral("the date"));
        QTest::newRow("equal") << zoom << zoom << true;
        QTest::newRow("a label is no difference") << labelled << zoom << true;
        QTest::newRow("another box") << zoom << QJsonObject{{"bbox", QJsonArray{1, 2, 30, 41}}, {"upscale", 4}} << false;
        QTest::newRow("what auto found is no difference") << QJsonObject{{"auto", true}, {"degrees", -3.2}} << QJsonObject{{"auto", true}} << true;
        QTest::newRow("the same angle, but given") << QJsonObject{{"auto", true}, {"degrees", 90}} << QJsonObject{{"degrees", 90}} << false;
    }
    void aRepeatedCallIsRecognised()
    {
        QFETCH(QJsonObject, made);
        QFETCH(QJsonObject, asked);
        QFETCH(bool, same);
        Gallery gallery;
        gallery.addRoot(attachment(QStringLiteral("img_1"), QSize(100, 100), QSize(100, 100)));
        gallery.addStep(step(QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("zoom"), made, QSize(10, 10), identityMatrix));
        QCOMPARE(gallery.findMade(QStringLiteral("img_1"), QStringLiteral("zoom"), asked) != nullptr, same);
        QVERIFY(!gallery.findMade(QStringLiteral("img_1.1"), QStringLiteral("zoom"), asked));
        QVERIFY(!gallery.findMade(QStringLiteral("img_1"), QStringLiteral("flip"), asked));
    }

    void picturesOfAnotherBranchOnlyKeepTheirNumbers()
    {
        Gallery gallery;
        const auto root = item(UserMessage{{}, {attachment(QStringLiteral("img_1"), QSize(100, 100), QSize(100, 100))}});
        const auto other = item(step(QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("flip"), {{"axis", "vertical"}}, QSize(100, 100), identityMatrix));
        const auto otherRoot = item(UserMessage{{}, {attachment(QStringLiteral("img_2"), QSize(100, 100), QSize(100, 100))}});
        gallery.restore({root}, {other, otherRoot});
        QVERIFY(!gallery.find(QStringLiteral("img_1.1")));
        QVERIFY(!gallery.findMade(QStringLiteral("img_1"), QStringLiteral("flip"), {{"axis", "vertical"}}));
        QCOMPARE(gallery.reserveChild(QStringLiteral("img_1")), QStringLiteral("img_1.2"));
        QCOMPARE(gallery.reserveRoot(), QStringLiteral("img_3"));
    }

    void aShownPictureIsARoot()
    {
        Gallery gallery;
        ImageStep plot = step(QStringLiteral("img_1"), {}, QStringLiteral("python"), {}, QSize(640, 480), identityMatrix);
        gallery.addStep(plot);
        QCOMPARE(gallery.pixelsOf(QStringLiteral("img_1")).picture->id, QStringLiteral("img_1"));
        QCOMPARE(gallery.reserveRoot(), QStringLiteral("img_2"));
    }

    void brokenLineageStandsAlone()
    {
        Gallery gallery;
        gallery.addRoot(attachment(QStringLiteral("img_1"), QSize(100, 100), QSize(100, 100)));
        gallery.addStep(step(QStringLiteral("img_1.1"), QStringLiteral("img_1.7"), QStringLiteral("zoom"), {}, QSize(10, 10), identityMatrix));
        gallery.addStep(step(QStringLiteral("img_1.2"), QStringLiteral("img_1"), QStringLiteral("zoom"), {}, QSize(10, 10), Matrix3{}));
        gallery.addStep(step(QStringLiteral("img_1.3"), QStringLiteral("img_1.2"), QStringLiteral("zoom"), {}, QSize(10, 10), identityMatrix));
        QCOMPARE(gallery.pixelsOf(QStringLiteral("img_1.1")).picture->id, QStringLiteral("img_1.1"));
        QVERIFY(isFinite(gallery.pixelsOf(QStringLiteral("img_1.3")).matrix));
    }

    void sizesAreNamedAsSent()
    {
        Chain chain;
        QVERIFY(chain.gallery.known().startsWith(QStringLiteral("img_1 (2048x1536), img_1.1 (3000x4000), img_1.2 (1000x800)")));
    }
};

QTEST_GUILESS_MAIN(TestGallery)
#include "TestGallery.moc"
