#include "imager/TextReading.h"

#include "imager/Ink.h"
#include "imager/Levelling.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace vitrine::imager {

namespace {

constexpr int longestSide = 1800;     // for a whole page; more costs time and reads no better
constexpr int longestEnlarged = 2600; // where small letters ask for it
constexpr double smallLetters = 13;   // pixels of the usual letter, mostly one without ascender
constexpr double goodLetters = 26;

struct Prepared {
    cv::Mat grey;
    double scale = 1;
    bool looksWritten = false; // letters in rows were seen
    std::optional<Levelling> levelling; // was applied last
};

cv::Mat resized(const cv::Mat &grey, double scale)
{
    if (scale == 1)
        return grey;
    cv::Mat out;
    cv::resize(grey, out, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LANCZOS4);
    return out;
}

// Dark writing on an even ground, at a size at which letters are read well.
Prepared prepare(const cv::Mat &picture)
{
    cv::Mat grey = toGrey(picture);
    if (isLightOnDark(grey))
        grey = 255 - grey;
    Prepared result;
    result.scale = std::min(1.0, double(longestSide) / std::max(grey.cols, grey.rows));
    cv::Mat fitted = resized(grey, result.scale);
    const std::vector<cv::Rect> all = letterBoxes(inkMask(fitted));
    LetterRows rows = rowsOfLetters(all);
    const std::vector<cv::Rect> letters = lettersOf(rows);
    const double height = letterHeight(letters);
    result.looksWritten = height > 0 && letters.size() * 4 > all.size();
    if (result.looksWritten && height < smallLetters) {
        const double room = double(longestEnlarged) / std::max(fitted.cols, fitted.rows);
        const double more = std::min({goodLetters / height, room, 3.0});
        if (more > 1.15) {
            result.scale *= more;
            fitted = resized(grey, result.scale); // from the full picture, which may have more to give
            rows = rowsOfLetters(letterBoxes(inkMask(fitted)));
        }
    }
    result.grey = flattened(fitted);
    if (result.looksWritten) {
        result.levelling = Levelling::of(rows, fitted.size());
        if (result.levelling)
            result.grey = result.levelling->apply(result.scale > 1 ? flattened(grey) : result.grey);
    }
    return result;
}

void mapBack(Page &page, const Prepared &prepared)
{
    const double scale = prepared.scale;
    for (Line &line : page.lines) {
        line.height /= scale;
        for (Word &word : line.words) {
            if (prepared.levelling)
                word.box = prepared.levelling->toBefore(word.box);
            word.box = {word.box.x / scale, word.box.y / scale, word.box.width / scale, word.box.height / scale};
        }
    }
}

// Specks and lines of a drawing come out as punctuation or as doubtful single letters.
bool isNoise(const Word &word, double minConfidence)
{
    const int characters = significantCharacters(word.text);
    if (word.confidence < minConfidence)
        return true;
    return characters == 0 ? word.confidence < 60 : characters == 1 && word.confidence < 25;
}

void dropNoise(Page &page, double minConfidence)
{
    for (Line &line : page.lines)
        std::erase_if(line.words, [&](const Word &word) { return isNoise(word, minConfidence); });
    std::erase_if(page.lines, [](const Line &line) { return significantCharacters(line.text()) == 0; });
}

// Words of `other` on places where `page` has none: what one layout analysis left out, the other may have seen.
void addMissing(Page &page, const Page &other)
{
    constexpr double sure = 75;
    std::vector<cv::Rect2d> taken;
    for (const Line &line : page.lines) {
        for (const Word &word : line.words)
            taken.push_back(word.box);
    }
    int block = 0;
    for (const Line &line : page.lines)
        block = std::max(block, line.block + 1);
    for (const Line &line : other.lines) {
        Line added = line;
        std::erase_if(added.words, [&](const Word &word) {
            return word.confidence < sure || significantCharacters(word.text) < 2
                || std::any_of(taken.begin(), taken.end(), [&](const cv::Rect2d &box) { return (box & word.box).area() > 0.2 * word.box.area(); });
        });
        if (added.words.empty())
            continue;
        added.block += block;
        added.paragraph += block;
        page.lines.push_back(added);
    }
}

void sortLines(Page &page)
{
    std::stable_sort(page.lines.begin(), page.lines.end(), [](const Line &a, const Line &b) { return a.box().y < b.box().y; });
}

// Letters in rows that no word of `page` holds, as boxes around whole rows; rows near each other share one. Layout analysis takes
// some lines for pictures or noise, above all short ones at the edge and soft ones.
std::vector<cv::Rect> missedRows(const Page &page, const cv::Mat &grey)
{
    constexpr std::size_t shortest = 5;
    std::vector<cv::Rect2d> words;
    for (const Line &line : page.lines) {
        for (const Word &word : line.words)
            words.push_back(word.box);
    }
    const auto isRead = [&](const cv::Rect &letter) {
        const cv::Point2d centre(letter.x + letter.width / 2.0, letter.y + letter.height / 2.0);
        return std::any_of(words.begin(), words.end(), [&](const cv::Rect2d &box) { return box.contains(centre); });
    };
    std::vector<cv::Rect> missed;
    for (const std::vector<cv::Rect> &row : rowsOfLetters(letterBoxes(inkMask(grey)))) {
        const auto read = std::count_if(row.begin(), row.end(), isRead);
        if (row.size() < shortest || std::size_t(read) * 5 > row.size() * 2)
            continue;
        cv::Rect box = row.front();
        for (const cv::Rect &letter : row)
            box |= letter;
        const int air = box.height;
        const auto near = std::find_if(missed.begin(), missed.end(), [&](const cv::Rect &other) {
            const cv::Rect grown(other.x - air, other.y - air, other.width + 2 * air, other.height + 2 * air);
            return (grown & box).area() > 0;
        });
        if (near == missed.end())
            missed.push_back(box);
        else
            *near |= box;
    }
    return missed;
}

class Reader
{
public:
    Reader(Ocr &ocr, const cv::Mat &picture, const ReadRequest &request)
        : m_ocr(ocr)
        , m_request(request)
        , m_prepared(prepare(picture))
    {
    }

    Outcome<ReadText> run()
    {
        m_best.languages = m_request.languages == "auto" ? "eng" : m_request.languages;
        m_best.layout = m_request.layout.value_or(Layout::Page);
        m_best.scale = m_prepared.scale;
        Outcome<Page> first = m_ocr.read(m_prepared.grey, m_best.languages, m_best.layout);
        if (!first)
            return tl::unexpected(first.error());
        m_best.page = *std::move(first);
        if (m_request.languages == "auto" && isPoor())
            tryChinese();
        if (!m_request.layout && (isPoor() || m_best.page.wordCount() < fewWords))
            trySparse();
        if (!m_request.layout && m_best.layout == Layout::Page && !isPoor())
            readMissedRows();
        mapBack(m_best.page, m_prepared);
        dropNoise(m_best.page, m_request.minConfidence);
        return m_best;
    }

private:
    static constexpr int fewWords = 12;
    static constexpr int secondsForMore = 6; // a second reading may help, but not for long

    bool isPoor() const { return m_best.page.wordCount() < 3 || m_best.page.confidence() < 65; }

    void tryChinese()
    {
        const Outcome<ScriptGuess> script = m_ocr.guessScript(m_prepared.grey);
        if (!script || (!script->script.starts_with("Han") && !script->script.starts_with("Japanese")))
            return;
        const std::string languages = "chi_sim+eng";
        Outcome<Page> page = m_ocr.read(m_prepared.grey, languages, m_best.layout, secondsForMore);
        if (page && page->confidence() > m_best.page.confidence() && page->wordCount() > 0) {
            m_best.page = *std::move(page);
            m_best.languages = languages;
        }
    }

    void trySparse()
    {
        // Texture without rows of letters gives nothing but time spent.
        if (!m_prepared.looksWritten && readingScore(m_best.page) == 0 && m_best.page.wordCount() > fewWords)
            return;
        Outcome<Page> page = m_ocr.read(m_prepared.grey, m_best.languages, Layout::Sparse, secondsForMore);
        if (!page)
            return;
        dropNoise(*page, 0);
        if (readingScore(*page) > 1.3 * readingScore(m_best.page)) {
            std::swap(m_best.page, *page);
            m_best.layout = Layout::Sparse;
            sortLines(m_best.page);
            return;
        }
        addMissing(m_best.page, *page);
    }

    void readMissedRows()
    {
        constexpr std::size_t mostParts = 6; // more is texture rather than writing
        const std::vector<cv::Rect> parts = missedRows(m_best.page, m_prepared.grey);
        if (parts.empty() || parts.size() > mostParts)
            return;
        for (const cv::Rect &part : parts) {
            const int air = std::min(part.height, 40);
            const cv::Rect box = cv::Rect(part.x - 2 * air, part.y - air, part.width + 4 * air, part.height + 2 * air) & cv::Rect({}, m_prepared.grey.size());
            Outcome<Page> page = m_ocr.read(m_prepared.grey(box), m_best.languages, Layout::Block, secondsForMore);
            if (!page)
                continue;
            for (Line &line : page->lines) {
                for (Word &word : line.words)
                    word.box += cv::Point2d(box.tl());
            }
            addMissing(m_best.page, *page);
        }
    }

    Ocr &m_ocr;
    const ReadRequest &m_request;
    Prepared m_prepared;
    ReadText m_best;
};

} // namespace

int significantCharacters(const std::string &text)
{
    int count = 0;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        count += byte < 0x80 ? std::isalnum(byte) != 0 : (byte & 0xc0) != 0x80;
    }
    return count;
}

double readingScore(const Page &page)
{
    double sum = 0;
    for (const Line &line : page.lines) {
        for (const Word &word : line.words) {
            const double trust = std::max(0.0, word.confidence - 30) / 70;
            sum += significantCharacters(word.text) * trust;
        }
    }
    return sum;
}

Outcome<ReadText> readText(Ocr &ocr, const cv::Mat &picture, const ReadRequest &request)
{
    return Reader(ocr, picture, request).run();
}

} // namespace vitrine::imager
