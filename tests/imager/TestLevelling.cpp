#include "imager/Ink.h"
#include "imager/Levelling.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <functional>

using namespace vitrine::imager;

namespace {

constexpr int letterWidth = 12;
constexpr int letterHeightOf = 18;

// Rows of black boxes for letters, moved down by `shift` at each place.
cv::Mat pageOf(const std::function<double(double x, double y)> &shift)
{
    cv::Mat page(900, 1200, CV_8U, cv::Scalar(255));
    for (int y = 150; y < 780; y += 45) {
        for (int x = 100; x < 1090; x += 18) {
            const int top = y + int(std::lround(shift(x, y)));
            cv::rectangle(page, cv::Rect(x, top, letterWidth, letterHeightOf), cv::Scalar(0), cv::FILLED);
        }
    }
    return page;
}

std::optional<Levelling> levellingOf(const cv::Mat &page)
{
    return Levelling::of(rowsOfLetters(letterBoxes(inkMask(page))), page.size());
}

double bend(double x, double y)
{
    const double u = (x - 600) / 600;
    return 40 * u * u * (y - 450) / 450 + 12 * u;
}

} // namespace

class TestLevelling : public QObject
{
    Q_OBJECT

private slots:
    void levelRowsAreLeftAlone() { QVERIFY(!levellingOf(pageOf([](double, double) { return 0.0; }))); }

    void fewLettersTellNothing()
    {
        cv::Mat page(300, 400, CV_8U, cv::Scalar(255));
        for (int x = 50; x < 200; x += 18)
            cv::rectangle(page, cv::Rect(x, 100 + x / 5, letterWidth, letterHeightOf), cv::Scalar(0), cv::FILLED);
        QVERIFY(!levellingOf(page));
    }

    void scatteredBoxesTellNothing()
    {
        cv::RNG random(3);
        cv::Mat page(900, 1200, CV_8U, cv::Scalar(255));
        for (int i = 0; i < 1200; ++i)
            cv::rectangle(page, cv::Rect(random.uniform(0, 1180), random.uniform(0, 880), letterWidth, letterHeightOf), cv::Scalar(0), cv::FILLED);
        QVERIFY(!levellingOf(page));
    }

    void bentRowsComeOutLevel()
    {
        const cv::Mat page = pageOf(bend);
        const std::optional<Levelling> levelling = levellingOf(page);
        QVERIFY(levelling.has_value());
        const cv::Mat level = levelling->apply(page);
        const std::vector<std::vector<cv::Rect>> rows = rowsOfLetters(letterBoxes(inkMask(level)));
        QCOMPARE(rows.size(), std::size_t(14));
        for (const std::vector<cv::Rect> &row : rows) {
            QCOMPARE(row.size(), std::size_t(55)); // nothing is lost at the edges
            int highest = row.front().br().y;
            int lowest = highest;
            for (const cv::Rect &letter : row) {
                highest = std::min(highest, letter.br().y);
                lowest = std::max(lowest, letter.br().y);
            }
            QVERIFY2(lowest - highest <= 5, qPrintable(QString::number(lowest - highest)));
        }
    }

    void boxesGoBackToTheirPlace()
    {
        const cv::Mat page = pageOf(bend);
        const std::optional<Levelling> levelling = levellingOf(page);
        QVERIFY(levelling.has_value());
        const std::vector<cv::Rect> before = letterBoxes(inkMask(page));
        for (const cv::Rect &letter : letterBoxes(inkMask(levelling->apply(page)))) {
            const cv::Rect2d back = levelling->toBefore(letter);
            const bool isThere = std::any_of(before.begin(), before.end(), [&](const cv::Rect &box) {
                return std::abs(box.x - back.x) < 3 && std::abs(box.y - back.y) < 4 && std::abs(box.br().y - back.br().y) < 4;
            });
            QVERIFY(isThere);
        }
    }

    // What is enlarged on the way comes out at the size for which the levelling was made.
    void enlargesOnTheWay()
    {
        const cv::Mat page = pageOf(bend);
        const std::optional<Levelling> levelling = levellingOf(page);
        QVERIFY(levelling.has_value());
        cv::Mat smaller;
        cv::resize(page, smaller, {}, 0.5, 0.5, cv::INTER_AREA);
        const cv::Mat level = levelling->apply(smaller);
        QCOMPARE(level.size(), levelling->apply(page).size());
        QCOMPARE(rowsOfLetters(letterBoxes(inkMask(level))).size(), std::size_t(14));
    }
};

QTEST_APPLESS_MAIN(TestLevelling)
#include "TestLevelling.moc"
