#include "imager/Ocr.h"

#include <algorithm>
#include <new>

#include <allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>
#include <ctime>

namespace vitrine::imager {

namespace {

constexpr int assumedResolution = 300;

double lengthOf(const std::string &text)
{
    // Code points: every byte that does not continue one.
    return double(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

tesseract::PageSegMode segmentation(Layout layout)
{
    switch (layout) {
    case Layout::Page:
        return tesseract::PSM_AUTO;
    case Layout::Sparse:
        return tesseract::PSM_SPARSE_TEXT;
    case Layout::Line:
        return tesseract::PSM_SINGLE_LINE;
    case Layout::Block:
        return tesseract::PSM_SINGLE_BLOCK;
    }
    return tesseract::PSM_AUTO;
}

Page collect(tesseract::TessBaseAPI &api)
{
    Page page;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at)
        return page;
    int block = -1;
    int paragraph = -1;
    do {
        if (at->Empty(tesseract::RIL_WORD))
            continue;
        if (at->IsAtBeginningOf(tesseract::RIL_BLOCK))
            ++block;
        if (at->IsAtBeginningOf(tesseract::RIL_PARA))
            ++paragraph;
        if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE) || page.lines.empty()) {
            float height = 0;
            float descenders = 0;
            float ascenders = 0;
            at->RowAttributes(&height, &descenders, &ascenders);
            page.lines.push_back({{}, std::max(block, 0), std::max(paragraph, 0), height});
        }
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        if (!text || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        page.lines.back().words.push_back({text.get(), cv::Rect2d(left, top, right - left, bottom - top), double(at->Confidence(tesseract::RIL_WORD))});
    } while (at->Next(tesseract::RIL_WORD));
    std::erase_if(page.lines, [](const Line &line) { return line.words.empty(); });
    return page;
}

// Counts the time that was worked, not the time that passed: on a busy computer a page would else be cut short.
struct Budget {
    timespec end{};

    explicit Budget(int seconds)
    {
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
        end.tv_sec += seconds;
    }
    static bool isSpent(void *self, int)
    {
        const timespec &end = static_cast<const Budget *>(self)->end;
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return now.tv_sec > end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec >= end.tv_nsec);
    }
};

struct DestroyPix {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, DestroyPix>;

// Leptonica's form of a grey picture. Tesseract judges sizes by its resolution; without one it assumes 70 dots an inch, and letters
// pass for lines and noise.
PixPtr toPix(const cv::Mat &grey)
{
    PixPtr pix(pixCreate(grey.cols, grey.rows, 8));
    if (!pix)
        throw std::bad_alloc();
    pixSetResolution(pix.get(), assumedResolution, assumedResolution);
    l_uint32 *row = pixGetData(pix.get());
    for (int y = 0; y < grey.rows; ++y, row += pixGetWpl(pix.get())) {
        const uchar *from = grey.ptr(y);
        for (int x = 0; x < grey.cols; ++x)
            SET_DATA_BYTE(row, x, from[x]);
    }
    return pix;
}

} // namespace

std::string Line::text() const
{
    std::string all;
    for (const Word &word : words)
        all += (all.empty() ? "" : " ") + word.text;
    return all;
}

cv::Rect2d Line::box() const
{
    cv::Rect2d all;
    for (const Word &word : words)
        all = all.empty() ? word.box : all | word.box;
    return all;
}

double Line::confidence() const
{
    double sum = 0;
    double weight = 0;
    for (const Word &word : words) {
        sum += word.confidence * lengthOf(word.text);
        weight += lengthOf(word.text);
    }
    return weight > 0 ? sum / weight : 0;
}

double Page::confidence() const
{
    double sum = 0;
    double weight = 0;
    for (const Line &line : lines) {
        for (const Word &word : line.words) {
            sum += word.confidence * lengthOf(word.text);
            weight += lengthOf(word.text);
        }
    }
    return weight > 0 ? sum / weight : 0;
}

int Page::wordCount() const
{
    int count = 0;
    for (const Line &line : lines)
        count += int(line.words.size());
    return count;
}

Ocr::Ocr() = default;
Ocr::~Ocr() = default;

Outcome<tesseract::TessBaseAPI *> Ocr::engine(const std::string &languages)
{
    std::unique_ptr<tesseract::TessBaseAPI> &slot = m_engines[languages];
    if (slot)
        return slot.get();
    auto made = std::make_unique<tesseract::TessBaseAPI>();
    // osd.traineddata holds a model of the old kind only.
    const auto kind = languages == "osd" ? tesseract::OEM_TESSERACT_ONLY : tesseract::OEM_LSTM_ONLY;
    if (made->Init(nullptr, languages.c_str(), kind) != 0) {
        m_engines.erase(languages);
        return refused("The text recognition data for \"" + languages + "\" is missing; install the tesseract language packages (tesseract-ocr-eng, tesseract-ocr-osd, tesseract-ocr-chi-sim).");
    }
    if (languages == "osd")
        made->SetVariable("min_characters_to_try", "10");
    slot = std::move(made);
    return slot.get();
}

Outcome<Page> Ocr::read(const cv::Mat &grey, const std::string &languages, Layout layout, int seconds)
{
    const Outcome<tesseract::TessBaseAPI *> found = engine(languages);
    if (!found)
        return tl::unexpected(found.error());
    tesseract::TessBaseAPI &api = **found;
    api.SetPageSegMode(segmentation(layout));
    const PixPtr pix = toPix(grey);
    api.SetImage(pix.get());
    tesseract::ETEXT_DESC monitor;
    Budget budget(seconds);
    monitor.cancel = &Budget::isSpent;
    monitor.cancel_this = &budget;
    api.Recognize(&monitor);
    Page page = collect(api);
    api.Clear();
    api.ClearAdaptiveClassifier();
    return page;
}

Outcome<ScriptGuess> Ocr::guessScript(const cv::Mat &grey)
{
    const Outcome<tesseract::TessBaseAPI *> found = engine("osd");
    if (!found)
        return tl::unexpected(found.error());
    tesseract::TessBaseAPI &api = **found;
    api.SetPageSegMode(tesseract::PSM_OSD_ONLY);
    const PixPtr pix = toPix(grey);
    api.SetImage(pix.get());
    int degrees = 0;
    float confidence = 0;
    const char *script = nullptr;
    float scriptConfidence = 0;
    const bool known = api.DetectOrientationScript(&degrees, &confidence, &script, &scriptConfidence);
    ScriptGuess guess;
    // Tesseract tells how far the page lies turned; the way back is the rest of the circle.
    guess.quarter = (360 - degrees) % 360;
    guess.confidence = confidence;
    guess.script = script ? script : "";
    guess.scriptConfidence = scriptConfidence;
    api.Clear();
    if (!known)
        return refused(QT_TRANSLATE_NOOP("Imager", "There is too little text to tell which way is up."));
    return guess;
}

} // namespace vitrine::imager
