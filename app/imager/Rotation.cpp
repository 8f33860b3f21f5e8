#include "imager/Rotation.h"

#include "imager/Ink.h"
#include "imager/TextReading.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace vitrine::imager {

namespace {

constexpr double trustedOsd = 4; // below that it was wrong or silent too often
constexpr int workingSide = 1800;
constexpr double readableLetters = 20; // pixels
constexpr int windowLetters = 36;      // a part of that many letter heights across tells as much as the page

cv::Mat quarterTurned(const cv::Mat &picture, int degrees)
{
    cv::Mat out;
    switch (degrees) {
    case 90:
        cv::rotate(picture, out, cv::ROTATE_90_CLOCKWISE);
        return out;
    case 180:
        cv::rotate(picture, out, cv::ROTATE_180);
        return out;
    case 270:
        cv::rotate(picture, out, cv::ROTATE_90_COUNTERCLOCKWISE);
        return out;
    default:
        return picture;
    }
}

std::vector<cv::Rect> transposed(std::vector<cv::Rect> boxes)
{
    for (cv::Rect &box : boxes)
        box = {box.y, box.x, box.height, box.width};
    return boxes;
}

// The letters that stand in rows, looked for along both ways that rows may run.
struct RowLetters {
    std::vector<cv::Rect> across;
    std::vector<cv::Rect> down;

    static RowLetters in(const cv::Mat &level)
    {
        const std::vector<cv::Rect> all = letterBoxes(inkMask(level));
        return {lettersOf(rowsOfLetters(all)), transposed(lettersOf(rowsOfLetters(transposed(all))))};
    }
    // Whether rows run up or down and hardly any across. Holds for handwriting too, which reading tells little of. The factor:
    // circuits, grids and gravel have rows either way.
    bool runDownOnly() const
    {
        constexpr std::size_t leastLetters = 30;
        constexpr std::size_t factor = 4;
        return down.size() >= leastLetters && down.size() >= factor * across.size();
    }
};

// The square with the most letters, at a size that is read well; the whole picture when that is small.
cv::Mat busiestPart(const cv::Mat &level, const RowLetters &rows)
{
    const std::vector<cv::Rect> &letters = rows.down.size() > rows.across.size() ? rows.down : rows.across;
    const double height = letterHeight(letters);
    if (height == 0)
        return shrunkTo(level, windowLetters * int(readableLetters));
    const double scale = std::clamp(readableLetters / height, 0.5, 2.5);
    const int window = int(windowLetters * height);
    cv::Mat part = level;
    if (window < level.cols || window < level.rows) {
        cv::Mat centres = cv::Mat::zeros(level.size(), CV_8U);
        for (const cv::Rect &letter : letters) {
            if (letter.height > height / 2 && letter.height < height * 2)
                centres.at<uchar>(letter.y + letter.height / 2, letter.x + letter.width / 2) = 1;
        }
        cv::Mat sums;
        cv::integral(centres, sums, CV_32S);
        const cv::Size size(std::min(window, level.cols), std::min(window, level.rows));
        int most = -1;
        cv::Rect best;
        const int step = std::max(1, window / 8);
        for (int y = 0; y + size.height <= level.rows; y += step) {
            for (int x = 0; x + size.width <= level.cols; x += step) {
                const int count = sums.at<int>(y + size.height, x + size.width) - sums.at<int>(y, x + size.width)
                    - sums.at<int>(y + size.height, x) + sums.at<int>(y, x);
                if (count > most) {
                    most = count;
                    best = cv::Rect(cv::Point(x, y), size);
                }
            }
        }
        part = level(best);
    }
    cv::Mat out;
    cv::resize(part, out, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return out;
}

// Letters in good words that run from left to right. The page layout turns vertical lines by itself, so a page read sideways
// looks as good as an upright one unless the shape of the words is looked at.
double uprightScore(const Page &page)
{
    double sum = 0;
    for (const Line &line : page.lines) {
        for (const Word &word : line.words) {
            const int letters = significantCharacters(word.text);
            if (letters >= 2 && word.box.width > word.box.height)
                sum += letters * std::max(0.0, word.confidence - 40) / 60;
        }
    }
    return sum;
}

} // namespace

cv::Mat turnedClockwise(const cv::Mat &picture, double degrees)
{
    if (std::abs(std::remainder(degrees, 90)) < 1e-9)
        return quarterTurned(picture, (int(std::lround(degrees)) % 360 + 360) % 360);
    const double angle = degrees * CV_PI / 180;
    const double c = std::abs(std::cos(angle));
    const double s = std::abs(std::sin(angle));
    const cv::Size size(int(std::ceil(picture.cols * c + picture.rows * s)), int(std::ceil(picture.cols * s + picture.rows * c)));
    // OpenCV counts angles the other way round.
    cv::Mat turn = cv::getRotationMatrix2D(cv::Point2f(float(picture.cols - 1) / 2, float(picture.rows - 1) / 2), -degrees, 1);
    turn.at<double>(0, 2) += (size.width - picture.cols) / 2.0;
    turn.at<double>(1, 2) += (size.height - picture.rows) / 2.0;
    cv::Mat out;
    cv::warpAffine(picture, out, turn, size, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return out;
}

namespace {

// Reads the four turns of a picture until one is beyond doubt.
struct Turns {
    std::array<double, 4> scores{}; // of 0, 90, 180, 270 degrees
    bool certain = false;

    int best() const { return int(std::max_element(scores.begin(), scores.end()) - scores.begin()); }
    double bestScore() const { return scores[std::size_t(best())]; }
    double secondScore() const
    {
        std::array<double, 4> sorted = scores;
        std::sort(sorted.begin(), sorted.end());
        return sorted[2];
    }
};

Outcome<Turns> readTurns(Ocr &ocr, const cv::Mat &picture, const std::string &languages, Layout layout)
{
    constexpr double certainLetters = 60;
    constexpr double certainShare = 0.7;
    Turns turns;
    for (int turn : {0, 3, 1, 2}) { // the usual ways to hold a camera first
        const Outcome<Page> page = ocr.read(quarterTurned(picture, turn * 90), languages, layout);
        if (!page)
            return tl::unexpected(page.error());
        const double score = uprightScore(*page);
        turns.scores[std::size_t(turn)] = score;
        int letters = 0;
        for (const Line &line : page->lines)
            letters += significantCharacters(line.text());
        turns.certain = score >= certainLetters && score >= certainShare * letters;
        if (turns.certain)
            break;
    }
    return turns;
}

void decide(Rotation &result, const Turns &turns)
{
    result.method = Rotation::Method::Ocr;
    result.quarter = turns.best() * 90;
    result.quarterScore = turns.bestScore();
    result.confidence = turns.certain ? 0.97 : std::clamp(1 - turns.secondScore() / turns.bestScore(), 0.0, 1.0) * std::min(1.0, 0.5 + turns.bestScore() / 80);
}

// Once the rows are known to run up or down only two turns are left, and a little reading tells them apart. Nothing if it does not.
std::optional<Turns> sidewaysOf(Turns turns)
{
    constexpr double leastScore = 4;
    constexpr double needed = 1.25;
    turns.scores[0] = turns.scores[2] = 0;
    if (turns.bestScore() < leastScore || turns.bestScore() < needed * turns.secondScore())
        return std::nullopt;
    return turns;
}

// Whether one turn stands out. To leave a picture as it is needs less proof than to turn it: most pictures are upright.
bool isClear(const Turns &turns, double least)
{
    if (turns.certain)
        return true;
    const double needed = turns.best() == 0 ? 1.3 : 1.9;
    return turns.bestScore() >= least && turns.bestScore() > needed * turns.secondScore();
}

} // namespace

Outcome<Rotation> findRotation(Ocr &ocr, const cv::Mat &picture, const std::string &languages)
{
    cv::Mat grey = shrunkTo(toGrey(picture), workingSide);
    if (isLightOnDark(grey))
        grey = 255 - grey;
    Rotation result;
    result.skew = skewOf(inkMask(grey));
    const cv::Mat level = turnedClockwise(flattened(grey), result.skew);
    const auto note = [&](const Turns &turns) {
        result.candidates.clear();
        for (int turn = 0; turn < 4; ++turn)
            result.candidates.push_back({turn * 90 + result.skew, turns.scores[std::size_t(turn)]});
    };

    // Print: a busy part of it, read in one to four turns, is beyond doubt nearly always, and sooner than script detection.
    const std::string usual = languages == "auto" ? "eng" : languages;
    const RowLetters rows = RowLetters::in(level);
    const cv::Mat part = busiestPart(level, rows);
    const Outcome<Turns> first = readTurns(ocr, part, usual, Layout::Page);
    if (!first)
        return tl::unexpected(first.error());
    note(*first);
    if (isClear(*first, 40)) {
        decide(result, *first);
    } else if (const Outcome<ScriptGuess> osd = ocr.guessScript(level); osd && osd->confidence >= trustedOsd) {
        result.method = Rotation::Method::Osd;
        result.quarter = osd->quarter;
        result.quarterScore = osd->confidence;
        result.confidence = std::min(1.0, 0.7 + osd->confidence / 50);
        result.candidates = {{result.quarter + result.skew, osd->confidence}};
    } else {
        // Handwriting and other scripts: the whole picture, and less is taken for proof.
        const bool mayBeChinese = languages == "auto" && osd && osd->script.starts_with("Han");
        const Outcome<Turns> all = readTurns(ocr, shrunkTo(level, 1400), mayBeChinese ? "chi_sim+eng" : usual, Layout::Page);
        if (!all)
            return tl::unexpected(all.error());
        note(*all);
        if (isClear(*all, 8)) {
            decide(result, *all);
        } else if (const std::optional<Turns> sideways = rows.runDownOnly() ? sidewaysOf(*all) : std::nullopt) {
            decide(result, *sideways);
            result.confidence = 0.5;
        } else if (result.skew != 0) {
            result.method = Rotation::Method::Skew;
            result.confidence = std::abs(result.skew) < 10 ? 0.3 : 0.15;
        }
    }
    result.degrees = result.quarter + result.skew;
    return result;
}

} // namespace vitrine::imager
