#pragma once

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrine {

// Runs this test program once more as an ordinary user. Through a descriptor: that user may not be able to reach its folder.
inline int runAgainAsOrdinaryUser(char **argv)
{
    constexpr uid_t nobody = 65534;
    const int self = open("/proc/self/exe", O_RDONLY);
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        const gid_t group = nobody;
        if (chdir("/") != 0 || setgroups(1, &group) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)
            _exit(120);
        fexecve(self, argv, environ);
        _exit(121);
    }
    close(self);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 122;
}

template<class Test>
int runAsBothUsers(int argc, char **argv)
{
    int failures = 0;
    {
        QCoreApplication application(argc, argv);
        Test test;
        failures = QTest::qExec(&test, argc, argv);
    }
    if (failures == 0 && geteuid() == 0)
        failures = runAgainAsOrdinaryUser(argv);
    return failures;
}

} // namespace vitrine

// A test that must hold for an ordinary user and, as on a build server, for root: run as root it is run as both.
#define VITRINE_TEST_AS_BOTH_USERS(Test) \
    int main(int argc, char **argv) \
    { \
        return vitrine::runAsBothUsers<Test>(argc, argv); \
    }
