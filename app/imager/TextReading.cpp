#include "imager/TextReading.h"

#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vitrine::imager {

namespace {

constexpr int longestSide = 1800;  // for a whole page; more costs time and reads no better
constexpr double goodLetters = 24; // pixels; the size that the recognition models were trained around
constexpr double smallLetters = 18;

struct Prepared {
    cv::Mat grey;
    double scale = 1;
};

bool isWordLike(const Word &word)
{
    return std::any_of(word.text.begin(), word.text.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; });
}

int significantCharacters(const std::string &text)
{
    int count = 0;
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        count += byte < 0x80 ? std::isalnum(byte) != 0 : (byte & 0xc0) != 0x80;
    }
    return count;
}

cv::Mat resized(const cv::Mat &grey, double scale)
{
    if (scale == 1)
        return grey;
    cv::Mat out;
    cv::resize(grey, out, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return out;
}

// Dark writing on an even ground, at a size at which letters are read well.
Prepared prepare(const cv::Mat &picture)
{
    cv::Mat grey = toGrey(picture);
    const double fits = std::min(1.0, double(longestSide) / std::max(grey.cols, grey.rows));
    Prepared result{resized(grey, fits), fits};
    if (isLightOnDark(result.grey))
        result.grey = 255 - result.grey;
    const double letters = letterHeight(inkMask(result.grey));
    if (letters > 0 && letters < smallLetters) {
        const double room = 2.0 * longestSide / std::max(result.grey.cols, result.grey.rows);
        const double more = std::min({2.0 * goodLetters / smallLetters, goodLetters / letters, room, 3.0});
        if (more > 1.2) {
            const double scale = std::min(1.0 * more * fits, 3.0);
            // From the full picture, if that has more pixels to give.
            result.grey = resized(grey, scale);
            if (isLightOnDark(result.grey))
                result.grey = 255 - result.grey;
            result.scale = scale;
        }
    }
    result.grey = flattened(result.grey);
    return result;
}

void mapBack(Page &page, double scale, cv::Point2d offset)
{
    for (Line &line : page.lines) {
        line.height /= scale;
        for (Word &word : line.words)
            word.box = {word.box.x / scale + offset.x, word.box.y / scale + offset.y, word.box.width / scale, word.box.height / scale};
    }
}

void dropNoise(Page &page, double minConfidence)
{
    for (Line &line : page.lines)
        std::erase_if(line.words, [&](const Word &word) { return word.confidence < minConfidence || word.text.empty(); });
    std::erase_if(page.lines, [](const Line &line) {
        return line.words.empty() || std::none_of(line.words.begin(), line.words.end(), isWordLike);
    });
}

bool isPoor(const Page &page) { return page.wordCount() < 3 || page.confidence() < 60; }

} // namespace

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
    const Prepared prepared = prepare(picture);
    ReadText best;
    best.languages = request.languages == "auto" ? "eng" : request.languages;
    best.layout = request.layout.value_or(Layout::Page);
    best.scale = prepared.scale;
    Outcome<Page> first = ocr.read(prepared.grey, best.languages, best.layout);
    if (!first)
        return tl::unexpected(first.error());
    best.page = *std::move(first);

    const auto tryAlso = [&](const std::string &languages, Layout layout) {
        Outcome<Page> other = ocr.read(prepared.grey, languages, layout);
        if (other && readingScore(*other) > readingScore(best.page)) {
            best.page = *std::move(other);
            best.languages = languages;
            best.layout = layout;
        }
    };
    if (request.languages == "auto" && isPoor(best.page)) {
        const Outcome<ScriptGuess> script = ocr.guessScript(prepared.grey);
        if (script && script->script.starts_with("Han"))
            tryAlso("chi_sim+eng", best.layout);
    }
    if (!request.layout && isPoor(best.page))
        tryAlso(best.languages, Layout::Sparse);
    mapBack(best.page, best.scale, {});
    dropNoise(best.page, request.minConfidence);
    return best;
}

} // namespace vitrine::imager
