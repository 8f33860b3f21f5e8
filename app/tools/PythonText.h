#pragma once

#include "sandbox/PythonSession.h"
#include "tools/Tool.h"

#include <QByteArray>
#include <QString>

namespace vitrine {

// What a run printed, displayed and raised, as one text: standard output, displayed texts, the value, standard error, the
// traceback.
QByteArray pythonOutput(const PythonResult &result);

// How the run ended, as sentences for the model; empty when it completed and all names are kept.
QString pythonEnding(const PythonResult &result);

Outcome outcomeOf(PythonResult::How how);
// The exit status as a shell would give it; absent where the code was stopped at a limit.
std::optional<int> exitOf(const PythonResult &result);

// A text too long for a model keeps its beginning and its end.
struct CutText {
    QString text;
    qint64 givenBytes = 0; // of the text that was cut, without the note in the middle
    bool isWhole = true;
};
// `dropped`: bytes that the output had beyond `bytes`; named in the note.
CutText cutInTheMiddle(const QByteArray &bytes, qint64 dropped, qint64 mostBytes);

} // namespace vitrine
