#pragma once

#include "model/Item.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine {

enum class StepPhase { Running, Waiting, Succeeded, Failed, Denied, Stopped }; // Waiting: for the user's approval

struct StepPicture {
    QString image; // "img_1.2", or an artifact's name
    BlobRef blob;
    QSize size;
    QString caption;

    bool operator==(const StepPicture &) const = default;
};

// One card of the timeline: everything that is known of one thing the model did, in words and raw.
struct Step {
    enum class Kind { Reasoning, Tool, Hosted, Notice };

    QString id; // the id of the item that began it; the same while it grows and afterwards
    TurnId turn;
    Kind kind = Kind::Tool;
    StepPhase phase = StepPhase::Running;
    Provenance provenance = Provenance::Local;
    QString name;  // of the tool or hosted call
    QString icon;  // names for themedIcon()
    QString title; // in plain words: "Rotated img_1 by 180°"
    QString detail; // one more line, may be empty
    QDateTime startedAt;
    QDateTime endedAt; // invalid while it runs

    CallId callId;
    QString arguments; // code for Python, indented JSON for other tools
    QString text;      // reasoning, output or notice; what the model was given
    qint64 givenBytes = 0;
    qint64 totalBytes = 0;
    BlobRef whole; // the whole output when `text` is only a part
    std::optional<int> exit;
    std::optional<Outcome> outcome;
    std::optional<qint64> tokens;
    std::optional<double> angle; // that a picture was really turned by, clockwise
    NoticeLevel level = NoticeLevel::Info;
    QString approval; // what was asked and decided, in words
    QList<StepPicture> pictures;
    QList<Artifact> artifacts;

    bool operator==(const Step &) const = default;
};

} // namespace vitrine
