#pragma once

#include "imager/Failure.h"

#include <opencv2/core.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace vitrine::imager {

struct Word {
    std::string text; // UTF-8
    cv::Rect2d box;
    double confidence = 0; // 0..100
};

struct Line {
    std::vector<Word> words;
    int block = 0;
    int paragraph = 0;
    double height = 0; // of its letters with ascenders and descenders, pixels

    std::string text() const;
    cv::Rect2d box() const;
    double confidence() const; // mean over the words, by their length
};

struct Page {
    std::vector<Line> lines;

    double confidence() const; // mean over the words, by their length; 0 without any
    int wordCount() const;
};

enum class Layout { Page, Sparse, Line, Block };

struct ScriptGuess {
    int quarter = 0; // clockwise degrees to upright: 0, 90, 180, 270
    double confidence = 0;
    std::string script; // "Latin", "Han" ...
    double scriptConfidence = 0;
};

// Tesseract as a library. One object a thread; engines stay loaded once they were used.
class Ocr
{
public:
    Ocr();
    ~Ocr();
    Ocr(const Ocr &) = delete;
    Ocr &operator=(const Ocr &) = delete;

    // `grey`: 8-bit, one channel. Boxes are pixels of it. Ends after about `seconds` of work with what was read until then.
    Outcome<Page> read(const cv::Mat &grey, const std::string &languages, Layout layout, int seconds = 25);
    // Which way is up and what script it is; fails when there is too little text to tell.
    Outcome<ScriptGuess> guessScript(const cv::Mat &grey);

private:
    Outcome<tesseract::TessBaseAPI *> engine(const std::string &languages);

    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> m_engines;
};

} // namespace vitrine::imager
