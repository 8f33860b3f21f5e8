#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace vitrine {

struct ProgramRun {
    int status = -1; // exit status; 128 + signal when it was killed
    QByteArray output;
    QByteArray errors;

    // The lines of --json output.
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : output.split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }
    QList<QJsonObject> items(const QString &kind) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &line : lines()) {
            if (line["kind"].toString() == kind)
                found.append(line);
        }
        return found;
    }
    QJsonObject result() const
    {
        const QList<QJsonObject> all = lines();
        return all.isEmpty() ? QJsonObject() : all.constLast();
    }
};

// Runs one of our programs to its end, with a profile of its own and a clean environment.
inline ProgramRun runProgram(const QString &name, const QStringList &arguments, const QString &profile, const QByteArray &input = {},
                             const QHash<QString, QString> &variables = {}, int milliseconds = 110'000)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("HOME"), profile);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("VITRINE_PROFILE"), profile);
    // The sanitizers' own switches go with every program that was built with them.
    for (const char *switches : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(switches))
            environment.insert(QString::fromLatin1(switches), qEnvironmentVariable(switches));
    }
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(VITRINE_BIN "/") + name, arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramRun run;
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        run.errors = "did not end in time\n";
    }
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors += process.readAllStandardError();
    return run;
}

} // namespace vitrine
