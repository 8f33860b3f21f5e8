#include "tools/PictureBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace vitrine;

namespace {

const QString flip = QStringLiteral("image_flip");
const QString flipped = QStringLiteral(R"({"image":"img_2","axis":"vertical"})");

ToolResult resultOf(const QSignalSpy &spy)
{
    return spy.first().first().value<ToolResult>();
}

} // namespace

// What holds for every picture call: repeats, calls side by side, budgets, stops and failures.
class TestPictureCalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<ToolResult>(); }

    void aRepeatedCallMakesNoNewPicture()
    {
        PictureBench bench;
        bench.call(flip, flipped);
        const qsizetype requests = bench.images.requests.size();
        const ToolResult again = bench.call(flip, flipped);
        QCOMPARE(again.text, QStringLiteral("img_2.1: 400x300 (already made as img_2.1). This call repeats img_2.1; look at it again or zoom elsewhere."));
        QVERIFY(again.outcome == Outcome::Ok);
        QVERIFY(again.steps.isEmpty());
        QCOMPARE(bench.images.requests.size(), requests);
    }

    void aRepeatInOtherUnitsIsARepeat()
    {
        PictureBench bench;
        bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[100,75,200,150]})"));
        const ToolResult again = bench.call(QStringLiteral("image_zoom"), QStringLiteral(R"({"image":"img_2","bbox":[250,250,500,500],"units":"norm1000","label":"x"})"));
        QVERIFY(again.text.contains(QStringLiteral("already made as img_2.1")));
    }

    void equalCallsSideBySideShareOneResult()
    {
        PictureBench bench;
        bench.images.held = true;
        const auto first = bench.start(flip, flipped, QStringLiteral("call_1"));
        const auto second = bench.start(flip, flipped, QStringLiteral("call_2"));
        QSignalSpy firstEnd(first.get(), &ToolRun::finished);
        QSignalSpy secondEnd(second.get(), &ToolRun::finished);
        bench.images.release();
        QTRY_COMPARE(firstEnd.size(), 1);
        QTRY_COMPARE(secondEnd.size(), 1);
        QCOMPARE(bench.images.requests.size(), 1);
        QCOMPARE(resultOf(firstEnd).steps.size(), 1);
        QVERIFY(resultOf(secondEnd).steps.isEmpty());
        QVERIFY(resultOf(secondEnd).text.contains(QStringLiteral("already made as img_2.1")));
    }

    void theSharedResultOutlivesTheFirstCall()
    {
        PictureBench bench;
        bench.images.held = true;
        const auto first = bench.start(flip, flipped, QStringLiteral("call_1"));
        const auto second = bench.start(flip, flipped, QStringLiteral("call_2"));
        QSignalSpy firstEnd(first.get(), &ToolRun::finished);
        QSignalSpy secondEnd(second.get(), &ToolRun::finished);
        first->cancel();
        QTRY_COMPARE(firstEnd.size(), 1);
        QVERIFY(resultOf(firstEnd).outcome == Outcome::Error);
        bench.images.release();
        QTRY_COMPARE(secondEnd.size(), 1);
        QCOMPARE(resultOf(secondEnd).steps.value(0).callId.value, QStringLiteral("call_2"));
    }

    void differentCallsSideBySideKeepTheirOrder()
    {
        PictureBench bench;
        bench.images.held = true;
        const auto first = bench.start(flip, flipped, QStringLiteral("call_1"));
        const auto second = bench.start(flip, QStringLiteral(R"({"image":"img_2","axis":"horizontal"})"), QStringLiteral("call_2"));
        QSignalSpy firstEnd(first.get(), &ToolRun::finished);
        QSignalSpy secondEnd(second.get(), &ToolRun::finished);
        bench.images.release();
        QTRY_VERIFY(firstEnd.size() == 1 && secondEnd.size() == 1);
        QVERIFY(resultOf(firstEnd).text.startsWith(QStringLiteral("img_2.1:")));
        QVERIFY(resultOf(secondEnd).text.startsWith(QStringLiteral("img_2.2:")));
    }

    void nothingIsHeardWithinStart()
    {
        PictureBench bench;
        for (const QString &arguments : {flipped, QStringLiteral("{}")}) {
            const auto run = bench.start(flip, arguments);
            QSignalSpy end(run.get(), &ToolRun::finished);
            QCOMPARE(end.size(), 0);
            QTRY_COMPARE(end.size(), 1);
        }
    }

    void aStoppedCallEndsItsRequestAndItsNumber()
    {
        PictureBench bench;
        bench.images.held = true;
        const auto run = bench.start(flip, flipped);
        QSignalSpy end(run.get(), &ToolRun::finished);
        run->cancel();
        run->cancel();
        QTRY_COMPARE(end.size(), 1);
        QCOMPARE(resultOf(end).text, QStringLiteral("Stopped before there was a result."));
        QCOMPARE(bench.images.cancelled.size(), 1);
        bench.images.held = false;
        QVERIFY(bench.call(flip, flipped).text.startsWith(QStringLiteral("img_2.1: 400x300 (flip")));
    }

    void deletingARunIsSilent()
    {
        PictureBench bench;
        bench.images.held = true;
        auto run = bench.start(flip, flipped);
        run.reset();
        QCOMPARE(bench.images.cancelled.size(), 1);
        bench.images.release();
        QCoreApplication::processEvents();
        QVERIFY(!bench.gallery.find(QStringLiteral("img_2.1")));
    }

    void anAnswerMayMakeSoManyCalls()
    {
        PictureBench bench;
        for (int i = 0; i < 24; ++i)
            bench.call(flip, flipped);
        const ToolResult refused = bench.call(flip, flipped);
        QCOMPARE(refused.text, QStringLiteral("Limit: 24 image calls in this answer reached."));
        QVERIFY(refused.outcome == Outcome::Limit);
        bench.context.beginAnswer();
        QVERIFY(bench.call(flip, flipped).outcome == Outcome::Ok);
    }

    void anAnswerMayShowSoManyPictureTokens()
    {
        PictureBench bench(PictureBudget{24, 100});
        QVERIFY(bench.call(flip, flipped).outcome == Outcome::Ok);
        const ToolResult refused = bench.call(flip, QStringLiteral(R"({"image":"img_2","axis":"horizontal"})"));
        QCOMPARE(refused.text, QStringLiteral("Limit: 100 picture tokens in this answer reached."));
        QVERIFY(refused.outcome == Outcome::Limit);
        // What costs no picture is still allowed.
        bench.answerWith(QStringLiteral("decode_barcode"), {{"codes", QJsonArray()}});
        QVERIFY(bench.call(QStringLiteral("image_decode_barcode"), QStringLiteral(R"({"image":"img_2"})")).outcome == Outcome::Ok);
    }

    void failuresOfTheServiceAreHandedOn()
    {
        PictureBench bench;
        bench.images.answer = [](const ImageRequest &) -> Result<ImageReply> { return fail(ErrorKind::Timeout, QStringLiteral("The picture took too long and was given up.")); };
        const ToolResult late = bench.call(flip, flipped);
        QVERIFY(late.outcome == Outcome::Timeout);
        QCOMPARE(late.text, QStringLiteral("The picture took too long and was given up."));
        bench.answerWith({{"size", QJsonArray{1, 1}}});
        QVERIFY(bench.call(flip, flipped).text.startsWith(QStringLiteral("The picture service gave no usable picture back")));
    }

    void aFullDiskFailsTheCall()
    {
        PictureBench bench;
        bench.blobs.full = true;
        const ToolResult result = bench.call(flip, flipped);
        QVERIFY(result.outcome == Outcome::Error);
        QCOMPARE(result.text, QStringLiteral("The disk is full; make room and try again."));
        QVERIFY(!bench.gallery.find(QStringLiteral("img_2.1")));
    }
};

QTEST_GUILESS_MAIN(TestPictureCalls)
#include "TestPictureCalls.moc"
