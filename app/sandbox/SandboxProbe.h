#pragma once

#include "base/ChildProcess.h"
#include "base/Error.h"
#include "sandbox/Descriptor.h"
#include "sandbox/SandboxPrograms.h"

#include <QObject>

#include <memory>
#include <vector>

namespace vitrine {

// Finds out, once at the start of the program, whether a sandbox can be built here. Where it cannot, modes that run code
// without asking cannot be chosen. Asking does not replace the check that every start makes for itself.
class SandboxProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxProbe)

public:
    explicit SandboxProbe(SandboxPrograms programs, QObject *parent = nullptr);
    ~SandboxProbe() override;

    // Ends exactly once with finished(), later.
    void start();

signals:
    // Not only that a program ran: that it ran without capabilities, filtered and unable to gain rights.
    void finished(const vitrine::Done &result);

private:
    SandboxPrograms m_programs;
    std::unique_ptr<ChildProcess> m_child;
    std::vector<Descriptor> m_descriptors;
};

} // namespace vitrine
