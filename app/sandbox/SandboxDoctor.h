#pragma once

#include "base/ChildProcess.h"
#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/SandboxProbe.h"
#include "sandbox/SandboxPrograms.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace vitrine {

// One line of `vitrine doctor`.
struct DoctorFact {
    enum class Status { Ok, Limited, Missing };
    QString check; // "sandbox", "python.pandas": a name for scripts
    Status status = Status::Ok;
    QString detail;
    QString mend; // what to do; empty when nothing is wrong
};
// "ok", "limited", "missing"
QString toString(DoctorFact::Status status);

// What the Python tool needs and whether it is there. Asks the sandboxed interpreter itself: what lies on the host is not
// what is seen inside.
class SandboxDoctor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxDoctor)

public:
    explicit SandboxDoctor(SandboxPrograms programs, QObject *parent = nullptr);
    ~SandboxDoctor() override;

    // Ends exactly once with finished(), later.
    void start();

signals:
    void finished(const QList<vitrine::DoctorFact> &facts);

private:
    void sandboxChecked(const Done &result);
    void askPython();
    void pythonAnswered(const Result<ChildExit> &result);
    void skipPython(const QString &reason);

    SandboxPrograms m_programs;
    SandboxProbe m_probe;
    std::unique_ptr<ChildProcess> m_child;
    std::vector<Descriptor> m_descriptors;
    QList<DoctorFact> m_facts;
};

} // namespace vitrine
