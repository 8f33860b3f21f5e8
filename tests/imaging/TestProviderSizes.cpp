#include "imaging/ProviderSizes.h"

#include <QTest>

using namespace vitrine;

namespace {

PictureRule rule(const char *provider, const char *model)
{
    return pictureRuleFor(QString::fromLatin1(provider), QString::fromLatin1(model));
}

} // namespace

class TestProviderSizes : public QObject
{
    Q_OBJECT

private slots:
    // Prices as measured or as the services' own guides count them.
    void tokensFollowTheServicesFormulas_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("o3, one tile") << "o3" << QSize(512, 512) << qint64(75 + 150);
        QTest::newRow("o3, four tiles") << "o3" << QSize(1024, 1024) << qint64(675);
        QTest::newRow("o3, small") << "o3" << QSize(128, 64) << qint64(225);
        QTest::newRow("gpt-4o, four tiles") << "gpt-4o" << QSize(1024, 1024) << qint64(85 + 4 * 170);
        QTest::newRow("gpt-4.1 is shrunk to 2048 and 768 first") << "gpt-4.1" << QSize(2048, 4096) << qint64(85 + 6 * 170);
        QTest::newRow("o4-mini, small") << "o4-mini" << QSize(1024, 1024) << qint64(1762);
        QTest::newRow("o4-mini, shrunk to 1452 patches") << "o4-mini" << QSize(1800, 2400) << qint64(2498);
        QTest::newRow("gpt-5-mini") << "gpt-5-mini" << QSize(1024, 1024) << qint64(1229);
        QTest::newRow("claude, 28 by 28") << "claude-sonnet-4-5" << QSize(280, 281) << qint64(10 * 11);
        QTest::newRow("gemini 2, small") << "gemini-2.5-flash" << QSize(384, 384) << qint64(258);
        QTest::newRow("gemini 2, tiles") << "gemini-2.5-flash" << QSize(1536, 800) << qint64(4 * 258);
        QTest::newRow("gemini 3, flat") << "gemini-3-flash" << QSize(2048, 1536) << qint64(1120);
        QTest::newRow("qwen 2.5") << "qwen2.5-vl-7b" << QSize(280, 280) << qint64(100);
        QTest::newRow("qwen 3") << "qwen3-vl-8b" << QSize(320, 320) << qint64(100);
    }
    void tokensFollowTheServicesFormulas()
    {
        QFETCH(QString, model);
        QFETCH(QSize, size);
        QFETCH(qint64, tokens);
        QCOMPARE(estimatedTokens(pictureRuleFor(u"any", model), size), tokens);
    }

    void sentSizesFitTheModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("sent");
        QTest::newRow("unknown") << "my-model" << QSize(4032, 3024) << QSize(2048, 1536);
        QTest::newRow("small ones stay") << "my-model" << QSize(300, 200) << QSize(300, 200);
        QTest::newRow("o3") << "o3" << QSize(4032, 3024) << QSize(1024, 768);
        QTest::newRow("o4-mini, the guide's example") << "o4-mini" << QSize(1800, 2400) << QSize(1056, 1408);
        QTest::newRow("tiles snap down to whole ones") << "o3" << QSize(1060, 700) << QSize(1024, 676);
        QTest::newRow("gateway names") << "openai/o3" << QSize(4032, 3024) << QSize(1024, 768);
    }
    void sentSizesFitTheModel()
    {
        QFETCH(QString, model);
        QFETCH(QSize, picture);
        QFETCH(QSize, sent);
        QCOMPARE(sentSizeFor(pictureRuleFor(u"any", model), picture), sent);
    }

    void limitsHoldForEveryShape()
    {
        const QList<PictureRule> rules{rule("", ""),           rule("x", "o3"),         rule("x", "o4-mini"), rule("x", "claude-opus-4-1"), rule("x", "claude-opus-4-7"),
                                       rule("x", "gemini-3-pro"), rule("x", "qwen3-vl-8b")};
        for (const PictureRule &each : rules) {
            for (int width : {1, 31, 640, 1568, 4032, 12000}) {
                for (int height : {1, 33, 480, 2100, 9000}) {
                    const QSize picture(width, height);
                    const QSize sent = sentSizeFor(each, picture);
                    QVERIFY(sent.width() >= 1 && sent.height() >= 1);
                    QVERIFY(sent.width() <= width && sent.height() <= height);
                    if (each.maxSide > 0)
                        QVERIFY(std::max(sent.width(), sent.height()) <= each.maxSide);
                    const auto cells = [&](int side) { return (side + each.cell - 1) / each.cell; };
                    if (each.maxCells > 0)
                        QVERIFY(cells(sent.width()) * cells(sent.height()) <= each.maxCells);
                    // Shrinking again would lose pixels for nothing.
                    QCOMPARE(sentSizeFor(each, sent), sent);
                }
            }
        }
    }

    void zoomsFillWhatTheModelTakes()
    {
        QCOMPARE(filledSizeFor(rule("x", "my-model"), QSize(256, 128), 4), QSize(1024, 512));
        QCOMPARE(filledSizeFor(rule("x", "my-model"), QSize(1000, 750), 4), QSize(2048, 1536));
        QCOMPARE(filledSizeFor(rule("x", "o3"), QSize(1000, 750), 4), QSize(1024, 768));
    }

    void modelsAreToldApartByName()
    {
        QCOMPARE(rule("x", "claude-3-5-sonnet-20241022").maxSide, 1568);
        QCOMPARE(rule("x", "claude-opus-4-20250514").maxSide, 1568);
        QCOMPARE(rule("x", "anthropic/claude-opus-4-7").maxSide, 2576);
        QCOMPARE(rule("x", "claude-opus-5-1").maxSide, 2576);
        QCOMPARE(rule("x", "gpt-4o-mini").baseTokens, 2833);
        QVERIFY(rule("x", "o4-mini-high").family == PictureFamily::OpenAiPatches);
        QVERIFY(rule("x", "qwen3-vl-8b").units == BoxUnits::Norm1000);
        QVERIFY(rule("x", "gemini-2.5-pro").units == BoxUnits::Norm1000);
        QVERIFY(rule("x", "claude-opus-4-7").units == BoxUnits::Pixels);
        QCOMPARE(rule("offline", "").maxSide, 2048);
        QCOMPARE(estimatedTokens(rule("offline", ""), QSize(2048, 1536)), qint64(0));
    }
};

QTEST_GUILESS_MAIN(TestProviderSizes)
#include "TestProviderSizes.moc"
