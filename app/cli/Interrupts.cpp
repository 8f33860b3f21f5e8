#include "cli/Interrupts.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace vitrine {

namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    for (int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, signal);
    return set;
}

} // namespace

// The signals are blocked and read from a descriptor instead: no code runs inside a signal handler. Threads started later inherit
// the mask; child processes get a clean one (base/ChildProcess).
Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info;
        while (::read(m_descriptor, &info, sizeof info) == ssize_t(sizeof info)) {
        }
        emit interrupted();
    });
}

Interrupts::~Interrupts()
{
    m_notifier.reset();
    ::close(m_descriptor);
    const sigset_t set = watched();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace vitrine
