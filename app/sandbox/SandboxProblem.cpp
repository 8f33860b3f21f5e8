#include "sandbox/SandboxProblem.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QList>

namespace vitrine {

namespace {

struct KnownProblem {
    QList<QLatin1String> signs; // any of them in what bwrap wrote
    const char *sentence;
};

// In this order: what comes first is the surer sign.
const QList<KnownProblem> &knownProblems()
{
    static const QList<KnownProblem> problems{
        {{QLatin1String("Unknown option")},
         QT_TRANSLATE_NOOP(
             "Sandbox",
             "Nothing was run: this version of bubblewrap is too old for the sandbox. Install bubblewrap 0.8 or newer.")},
        {{QLatin1String("missing module")},
         QT_TRANSLATE_NOOP("Sandbox",
                           "Nothing was run: Python is there but IPython is not. Install it: sudo apt install python3-ipython")},
        {{QLatin1String("failed to execute /usr/bin/python3")},
         QT_TRANSLATE_NOOP("Sandbox", "Nothing was run: Python is missing. Install it: sudo apt install python3-ipython")},
        {{QLatin1String("No space left"), QLatin1String("does not support user namespaces")},
         QT_TRANSLATE_NOOP("Sandbox", "Nothing was run: this system allows no user namespaces, so the sandbox cannot be built. "
                                      "Allow them: sudo sysctl user.max_user_namespaces=15000")},
        {{QLatin1String("unprivileged_userns_clone")},
         QT_TRANSLATE_NOOP(
             "Sandbox", "Nothing was run: this system keeps user namespaces from ordinary users, so the sandbox cannot be built. "
                        "Allow them: sudo sysctl kernel.unprivileged_userns_clone=1")},
        // Ubuntu from 24.04 on: AppArmor lets a program make a namespace and then takes its rights, so bwrap fails at a later
        // step.
        {{QLatin1String("uid map: Permission denied"), QLatin1String("uid map: Operation not permitted"),
          QLatin1String("RTM_NEWADDR"), QLatin1String("RTM_NEWLINK"), QLatin1String("Creating new namespace failed: Permission"),
          QLatin1String("Creating new namespace failed: Operation"), QLatin1String("No permissions to creat")},
         QT_TRANSLATE_NOOP(
             "Sandbox",
             "Nothing was run: this system does not let bubblewrap build a sandbox (on Ubuntu 24.04 and later AppArmor "
             "forbids it). Allow it once: sudo apt install apparmor-profiles && sudo ln -s "
             "/usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ && "
             "sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict")},
        {{QLatin1String("mount proc"), QLatin1String("Failed to make / slave"), QLatin1String("pivot_root")},
         QT_TRANSLATE_NOOP("Sandbox",
                           "Nothing was run: the sandbox cannot be built inside this container. Start the container with user "
                           "namespaces and an unmasked /proc, or run the program outside of it.")},
        {{QLatin1String("Creating new namespace failed")},
         QT_TRANSLATE_NOOP("Sandbox", "Nothing was run: no new namespace can be made, so the sandbox cannot be built. "
                                      "Check user.max_user_namespaces and the number of running processes.")},
        {{QLatin1String("not sandboxed")},
         QT_TRANSLATE_NOOP("Sandbox", "Nothing was run: what was started in place of bubblewrap does not build a sandbox. "
                                      "Check which bwrap comes first in PATH.")},
    };
    return problems;
}

QString explanation(const QString &output)
{
    for (const KnownProblem &problem : knownProblems()) {
        for (QLatin1String sign : problem.signs) {
            if (output.contains(sign, Qt::CaseInsensitive))
                return QCoreApplication::translate("Sandbox", problem.sentence);
        }
    }
    return QCoreApplication::translate("Sandbox",
                                       "Nothing was run: the sandbox could not be built. Run vitrine doctor to see why.");
}

} // namespace

Error bubblewrapMissing()
{
    return {ErrorKind::Sandbox,
            QCoreApplication::translate("Sandbox", "Nothing was run: bubblewrap is missing, and without it there is no sandbox. "
                                                   "Install it: sudo apt install bubblewrap"),
            Audience::User,
            {},
            false};
}

Error sandboxProblem(const QString &bwrapOutput)
{
    return {ErrorKind::Sandbox, explanation(bwrapOutput), Audience::User, redacted(bwrapOutput.trimmed().left(2000)), false};
}

} // namespace vitrine
