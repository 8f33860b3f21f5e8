#pragma once

#include "sandbox/IPythonSession.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace vitrine {

// A session over two fresh folders, run step by step.
class PythonRunner
{
public:
    explicit PythonRunner(const SandboxPrograms &programs = SandboxPrograms::find(), const QString &cache = {})
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("work"));
        QDir(m_folder.path()).mkdir(QStringLiteral("uploads"));
        session = std::make_unique<IPythonSession>(programs, PythonFolders{work(), uploads(), cache});
    }

    QString work() const { return m_folder.filePath(QStringLiteral("work")); }
    QString uploads() const { return m_folder.filePath(QStringLiteral("uploads")); }

    Result<PythonResult> run(const QByteArray &code, std::chrono::milliseconds limit = std::chrono::seconds(60))
    {
        QSignalSpy spy(session.get(), &PythonSession::finished);
        const quint64 id = session->run(QString::fromUtf8(code), limit);
        if (!spy.wait(int(limit.count()) + 90'000))
            return fail(ErrorKind::Bug, QStringLiteral("no answer"));
        if (spy.first().at(0).toULongLong() != id)
            return fail(ErrorKind::Bug, QStringLiteral("answer to another run"));
        return spy.first().at(1).value<Result<PythonResult>>();
    }

    static void writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<IPythonSession> session;

private:
    QTemporaryDir m_folder;
};

} // namespace vitrine
