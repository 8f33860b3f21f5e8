#include "sandbox/SandboxDoctor.h"

#include "base/Json.h"
#include "sandbox/BubblewrapSandbox.h"

#include <QCoreApplication>
#include <QFile>

namespace vitrine {

namespace {

struct Module {
    const char *name;
    const char *package; // of Debian and Ubuntu
    bool needed;         // without it the tool does not work at all
};

constexpr Module modules[] = {
    {"IPython", "python3-ipython", true},
    {"pandas", "python3-pandas", false},
    {"matplotlib", "python3-matplotlib", false},
    {"openpyxl", "python3-openpyxl", false},
};

QString installCommand(const QString &package)
{
    return QCoreApplication::translate("SandboxDoctor", "Install it: sudo apt install %1").arg(package);
}

// Looks the modules up without importing them, which would take seconds.
QString versionScript()
{
    QStringList names;
    for (const Module &module : modules)
        names.append(QLatin1Char('"') + QLatin1String(module.name) + QLatin1Char('"'));
    return QStringLiteral("import importlib.util, importlib.metadata, json, platform\n"
                          "found = {'python': platform.python_version()}\n"
                          "for name in [%1]:\n"
                          "    if importlib.util.find_spec(name):\n"
                          "        try: found[name] = importlib.metadata.version(name)\n"
                          "        except Exception: found[name] = ''\n"
                          "print(json.dumps(found))\n")
        .arg(names.join(QLatin1Char(',')));
}

} // namespace

QString toString(DoctorFact::Status status)
{
    switch (status) {
    case DoctorFact::Status::Ok:
        return QStringLiteral("ok");
    case DoctorFact::Status::Limited:
        return QStringLiteral("limited");
    case DoctorFact::Status::Missing:
        return QStringLiteral("missing");
    }
    Q_UNREACHABLE();
}

SandboxDoctor::SandboxDoctor(SandboxPrograms programs, QObject *parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_probe(m_programs)
{
    connect(&m_probe, &SandboxProbe::finished, this, &SandboxDoctor::sandboxChecked);
}

SandboxDoctor::~SandboxDoctor() = default;

void SandboxDoctor::start()
{
    m_probe.start();
}

void SandboxDoctor::sandboxChecked(const Done &result)
{
    const bool installed = !m_programs.bwrap.isEmpty();
    m_facts.append({QStringLiteral("sandbox.bubblewrap"), installed ? DoctorFact::Status::Ok : DoctorFact::Status::Missing,
                    installed ? m_programs.bwrap : tr("The program bwrap is not in PATH."),
                    installed ? QString() : installCommand(QStringLiteral("bubblewrap"))});
    m_facts.append({QStringLiteral("sandbox"), result ? DoctorFact::Status::Ok : DoctorFact::Status::Missing,
                    result ? tr("Code runs without network, capabilities or sight of your files.") : result.error().detail,
                    result ? QString() : result.error().message});
    if (!QFile::exists(m_programs.python)) {
        m_facts.append({QStringLiteral("python"), DoctorFact::Status::Missing, tr("%1 does not exist.").arg(m_programs.python),
                        installCommand(QStringLiteral("python3 python3-ipython"))});
        emit finished(m_facts);
    } else if (result) {
        askPython();
    } else {
        skipPython(tr("Not asked: there is no sandbox to ask it in."));
    }
}

void SandboxDoctor::askPython()
{
    Result<SandboxedCommand> command = bubblewrapCommand(
        m_programs, pythonPolicy({}), {m_programs.python, QStringLiteral("-I"), QStringLiteral("-c"), versionScript()});
    if (!command)
        return skipPython(command.error().message);
    command->spec.deadline = std::chrono::seconds(30);
    m_descriptors = std::move(command->descriptors);
    m_child = std::make_unique<ChildProcess>();
    connect(m_child.get(), &ChildProcess::finished, this, &SandboxDoctor::pythonAnswered);
    m_child->start(command->spec);
}

void SandboxDoctor::pythonAnswered(const Result<ChildExit> &result)
{
    m_descriptors.clear();
    const Result<QJsonObject> found = result ? parseJsonObject(result->standardOutput) : tl::unexpected(result.error());
    if (!found)
        return skipPython(tr("The interpreter did not start."));
    m_facts.append({QStringLiteral("python"), DoctorFact::Status::Ok, found->value(QLatin1String("python")).toString(), {}});
    for (const Module &module : modules) {
        const QString name = QLatin1String(module.name);
        const QString check = QStringLiteral("python.") + name.toLower();
        if (found->contains(name)) {
            m_facts.append({check, DoctorFact::Status::Ok, found->value(name).toString(), {}});
        } else {
            m_facts.append({check, module.needed ? DoctorFact::Status::Missing : DoctorFact::Status::Limited,
                            tr("The Python module %1 is not installed.").arg(name),
                            installCommand(QLatin1String(module.package))});
        }
    }
    emit finished(m_facts);
}

void SandboxDoctor::skipPython(const QString &reason)
{
    m_facts.append({QStringLiteral("python"), DoctorFact::Status::Missing, reason, tr("Mend the sandbox first.")});
    emit finished(m_facts);
}

} // namespace vitrine
