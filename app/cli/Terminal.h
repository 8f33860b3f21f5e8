#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

class QCommandLineParser;

namespace vitrine {

// Exit statuses: a contract.
enum ExitStatus { ExitDone = 0, ExitFailed = 1, ExitUsage = 2, ExitIncomplete = 3, ExitDenied = 4 };

void printLine(const QByteArray &line);       // standard output, flushed
void printLine(const QJsonObject &object);
void printNote(const QString &text);          // standard error; control characters made harmless
int printError(const Error &error);           // one line on standard error; returns ExitFailed
int printUsage(const QString &sentence);      // one line on standard error; returns ExitUsage

// Text from a model, a tool or a file name, safe to show on a terminal: escape sequences cannot act.
QString harmless(const QString &text);

// False after it has said what is wrong (or printed the help); the exit status is then in `status`.
bool parseArguments(QCommandLineParser &parser, const QString &command, const QStringList &arguments, int &status);

} // namespace vitrine
