#pragma once

#include "model/Item.h"

#include <QImage>
#include <QList>
#include <QString>

namespace vitrine {

// A picture shown small. `thumbnail` is already decoded (by the imager), at most a few hundred pixels on its longer side.
struct TranscriptPicture {
    QString id; // handed back by TranscriptView::pictureActivated
    QString caption;
    QImage thumbnail;

    bool operator==(const TranscriptPicture &) const = default;
};

enum class StepState { Running, Ok, Failed, Denied };

struct TranscriptStep {
    QString id; // handed back by TranscriptView::stepActivated
    QString title;  // in plain words: "Rotated img_1 by 180°"
    QString detail; // one line, may be empty
    StepState state = StepState::Ok;
    QList<TranscriptPicture> pictures;

    bool operator==(const TranscriptStep &) const = default;
};

// What was done for an answer, folded into one line above it. An empty summary shows no line.
struct TranscriptActivity {
    QString summary; // "Thought for 12 s · 5 steps · 3 pictures"
    bool running = false;
    QList<TranscriptStep> steps;

    bool operator==(const TranscriptActivity &) const = default;
};

// One message of the conversation as the reader sees it.
struct TranscriptEntry {
    enum class Kind { User, Answer, Notice };

    QString id; // unique within the view
    Kind kind = Kind::Answer;
    QString markdown;        // an answer is Markdown; a user's message and a notice are shown as they are, code fences apart
    QList<TextSpan> unsure;  // code points into `markdown`: what the answerer marked as unsure
    QList<TranscriptPicture> pictures;
    TranscriptActivity activity;
    QString footer; // time, tokens, cost: shown on hover and to the keyboard
    bool streaming = false; // more text will come
    NoticeLevel noticeLevel = NoticeLevel::Info;
    QString actionText; // a notice's one button: "Retry"; empty shows none
    QString actionId;   // handed back by TranscriptView::actionTriggered

    bool operator==(const TranscriptEntry &) const = default;
};

} // namespace vitrine
