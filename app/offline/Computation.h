#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>

namespace vitrine {

struct Wording;

// The lines "key: value" that a program printed.
using PrintedValues = QHash<QString, QString>;

// A question that a Python program answers: the program, why it is run, and how its output becomes words.
struct Computation {
    QString reasoning;
    QString code;
    std::function<QString(const PrintedValues &)> say;
};

// The programs of resources/offline with these names, one after the other, and their parameters before them as `NAME = value`
// (value: Python source).
QString pythonProgram(const QStringList &names, const QList<QPair<QString, QString>> &parameters);

// A Python string literal. Safe for any text: quotes, backslashes, control characters and what is invisible are escaped.
QString pythonString(const QString &text);

// Reads what pythonProgram's programs print out of the text of a tool result. A key's first line counts.
PrintedValues printedValues(const QString &output);

// What a run that failed has to say: the line of its exception, else its last line. One short line.
QString complaintOf(const QString &output);

// `text` as Markdown code, with as many backquotes as it needs.
QString inlineCode(const QString &text);
// The same with its lines kept.
QString codeBlock(const QString &text);

} // namespace vitrine
