#pragma once

#include "presenter/Step.h"

#include <QJsonObject>

namespace vitrine {

// How things are said to the reader. Pure functions of their arguments and the language.
namespace words {

// "0.4 s", "12 s", "2 min 5 s".
QString duration(qint64 milliseconds);
// "812 B", "14.2 kB", "3.1 MB".
QString size(qint64 bytes);
QString count(qint64 number); // with the language's separators

// Fills icon, title and detail of a tool's step from its name, arguments, output and pictures.
void describeTool(Step &step, const QString &rawArguments);
void describeReasoning(Step &step);
void describeHosted(Step &step, const QByteArray &arguments);
void describeNotice(Step &step);

// What was done to a picture, as a caption: "Rotated by 180°".
QString pictureOperation(const QString &op, const QJsonObject &params);
QString provenance(Provenance provenance);
QString phase(StepPhase phase);
QString outcome(Outcome outcome);
QString decision(const QString &decision);

// Text with what cannot be seen made visible: bidi controls, zero width characters, ESC and other controls as "⟨U+202E⟩".
QString withHiddenShown(const QString &text);

} // namespace words

} // namespace vitrine
