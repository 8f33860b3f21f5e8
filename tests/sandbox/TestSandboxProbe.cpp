#include "sandbox/SandboxProbe.h"

#include "PythonRunner.h"
#include "sandbox/SandboxDoctor.h"
#include "support/BothUsers.h"
#include "support/TestPrint.h"

using namespace vitrine;

// Where no sandbox can be built, nothing runs, and a sentence says what to do.
class TestSandboxProbe : public QObject
{
    Q_OBJECT

private slots:
    void worksHere();
    void nothingRunsWithoutOne_data();
    void nothingRunsWithoutOne();
    void standInThatRunsTheCommandIsRefused();
    void sandboxIsBackAfterItWasMended();
    void doctorKnowsWhatIsThere();
    void doctorSaysWhatIsMissing();

private:
    static Done probe(const SandboxPrograms &programs)
    {
        SandboxProbe probe(programs);
        QSignalSpy spy(&probe, &SandboxProbe::finished);
        probe.start();
        if (!spy.wait(60000))
            return fail(ErrorKind::Bug, QStringLiteral("no answer"));
        return spy.first().first().value<Done>();
    }
    // A program in place of bwrap.
    SandboxPrograms standIn(const QByteArray &script)
    {
        SandboxPrograms programs;
        programs.bwrap = m_folder.filePath(QStringLiteral("bwrap"));
        PythonRunner::writeFile(programs.bwrap, "#!/bin/sh\n" + script + '\n');
        QFile::setPermissions(programs.bwrap, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return programs;
    }

    QTemporaryDir m_folder;
};

void TestSandboxProbe::worksHere()
{
    VERIFY_RESULT(probe(SandboxPrograms::find()));
}

void TestSandboxProbe::nothingRunsWithoutOne_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("advice");
    QTest::newRow("not installed") << QByteArray() << QStringLiteral("apt install bubblewrap");
    QTest::newRow("uid map") << QByteArray("echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1")
                             << QStringLiteral("apparmor_parser");
    QTest::newRow("loopback") << QByteArray("echo 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted' >&2; exit 1")
                              << QStringLiteral("apparmor_parser");
    QTest::newRow("no namespaces")
        << QByteArray("echo 'bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded "
                      "(ENOSPC): No space left on device' >&2; exit 1")
        << QStringLiteral("max_user_namespaces");
    QTest::newRow("debian switch")
        << QByteArray("echo 'bwrap: No permissions to create new namespace, likely because the kernel does not allow "
                      "non-privileged user namespaces. On e.g. debian this can be enabled with "
                      "sysctl kernel.unprivileged_userns_clone=1.' >&2; exit 1")
        << QStringLiteral("sysctl kernel.unprivileged_userns_clone=1");
    QTest::newRow("old bwrap") << QByteArray("echo 'bwrap: Unknown option --disable-userns' >&2; exit 1")
                               << QStringLiteral("0.8");
    QTest::newRow("container") << QByteArray(
                                      "echo \"bwrap: Can't mount proc on /newroot/proc: Operation not permitted\" >&2; exit 1")
                               << QStringLiteral("container");
    QTest::newRow("silent failure") << QByteArray("exit 1") << QStringLiteral("doctor");
    QTest::newRow("silent success") << QByteArray("exit 0") << QStringLiteral("Nothing was run");
    QTest::newRow("not a program") << QByteArray("\x7f"
                                                 "ELF nonsense")
                                   << QStringLiteral("");
}

void TestSandboxProbe::nothingRunsWithoutOne()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, advice);
    SandboxPrograms programs;
    if (!script.isEmpty())
        programs = standIn(script);
    const Done probed = probe(programs);
    QVERIFY(!probed);
    QVERIFY(probed.error().kind == ErrorKind::Sandbox);
    QVERIFY2(probed.error().message.contains(advice), qPrintable(probed.error().message));

    PythonRunner python(programs);
    const auto result = python.run("open('/mnt/data/ran', 'w')\nopen('" + python.work().toUtf8() + "/ran', 'w')");
    QVERIFY(!result);
    QVERIFY(result.error().kind == ErrorKind::Sandbox);
    QVERIFY2(result.error().message.contains(advice), qPrintable(result.error().message));
    QVERIFY(QDir(python.work()).isEmpty());
}

// Takes bwrap's options and drops them: the driver itself refuses to work without walls.
void TestSandboxProbe::standInThatRunsTheCommandIsRefused()
{
    const QByteArray driver = m_folder.filePath(QStringLiteral("driver.py")).toUtf8();
    const SandboxPrograms programs =
        standIn("while [ \"$1\" != -- ]; do [ \"$1\" = --args ] && options=$2; shift; done; shift\n"
                "while [ \"$1\" != -- ]; do shift; done; shift\n"
                "for n in $(tr '\\0' '\\n' < /dev/fd/$options | grep -A1 '^--ro-bind-data$' | grep '^[0-9]'); do\n"
                "  grep -q 'one IPython interpreter' /dev/fd/$n && cat /dev/fd/$n > " +
                driver +
                "\ndone\n"
                "echo started > " +
                driver +
                ".started\n"
                "exec \"$1\" -I " +
                driver + " $4 $5");
    QVERIFY(!probe(programs));
    PythonRunner python(programs);
    const auto result = python.run("open('" + python.work().toUtf8() + "/ran', 'w')");
    QVERIFY(!result);
    QVERIFY(result.error().kind == ErrorKind::Sandbox);
    QVERIFY(QFile::exists(QString::fromUtf8(driver) + QStringLiteral(".started")));
    QVERIFY2(result.error().detail.contains(QStringLiteral("not sandboxed")), qPrintable(result.error().detail));
    QVERIFY(QDir(python.work()).isEmpty());
}

void TestSandboxProbe::sandboxIsBackAfterItWasMended()
{
    const SandboxPrograms programs = standIn("echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1");
    PythonRunner python(programs);
    QVERIFY(!python.run("1"));
    standIn("exec " + SandboxPrograms::find().bwrap.toUtf8() + " \"$@\""); // the same file, now with the real thing behind it
    const auto result = python.run("1");
    VERIFY_RESULT(result);
    QVERIFY(!result->startedFresh); // there were no names to lose
}

void TestSandboxProbe::doctorKnowsWhatIsThere()
{
    SandboxDoctor doctor(SandboxPrograms::find());
    QSignalSpy spy(&doctor, &SandboxDoctor::finished);
    doctor.start();
    QVERIFY(spy.wait(60000));
    const auto facts = spy.first().first().value<QList<DoctorFact>>();
    QStringList checks;
    for (const DoctorFact &fact : facts) {
        checks.append(fact.check);
        QVERIFY2(fact.status == DoctorFact::Status::Ok, qPrintable(fact.check + fact.detail));
        QVERIFY(!fact.detail.isEmpty());
        QVERIFY(fact.mend.isEmpty());
    }
    QCOMPARE(checks, QStringList({QStringLiteral("sandbox.bubblewrap"), QStringLiteral("sandbox"), QStringLiteral("python"),
                                  QStringLiteral("python.ipython"), QStringLiteral("python.pandas"),
                                  QStringLiteral("python.matplotlib"), QStringLiteral("python.openpyxl")}));
}

void TestSandboxProbe::doctorSaysWhatIsMissing()
{
    SandboxDoctor doctor(standIn("echo 'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted' >&2; exit 1"));
    QSignalSpy spy(&doctor, &SandboxDoctor::finished);
    doctor.start();
    QVERIFY(spy.wait(60000));
    const auto facts = spy.first().first().value<QList<DoctorFact>>();
    QCOMPARE(facts.size(), 3);
    QCOMPARE(facts.at(1).check, QStringLiteral("sandbox"));
    QCOMPARE(toString(facts.at(1).status), QStringLiteral("missing"));
    QVERIFY(facts.at(1).detail.contains(QStringLiteral("RTM_NEWADDR")));
    QVERIFY(facts.at(1).mend.contains(QStringLiteral("apparmor_parser")));
}

VITRINE_TEST_AS_BOTH_USERS(TestSandboxProbe)
#include "TestSandboxProbe.moc"
