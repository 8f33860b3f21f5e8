#include "engine/ApprovalPolicy.h"

#include <QTest>

using namespace vitrine;

namespace {

const ToolSpec picture{QStringLiteral("image_zoom"), QStringLiteral("zooms"), "{}", false};
const ToolSpec shell{QStringLiteral("shell"), QStringLiteral("runs"), "{}", true};
const QString command = QStringLiteral(R"({"command":["ls"]})");

} // namespace

class TestApprovalPolicy : public QObject
{
    Q_OBJECT

private slots:
    void harmlessToolsNeverAsk()
    {
        for (ApprovalMode mode : {ApprovalMode::Suggest, ApprovalMode::AutoEdit, ApprovalMode::FullAuto})
            QCOMPARE(ApprovalPolicy(mode).judge(picture, command), Verdict::Allow);
    }

    void onlyFullAutoLetsChangesThrough()
    {
        QCOMPARE(ApprovalPolicy(ApprovalMode::Suggest).judge(shell, command), Verdict::Ask);
        QCOMPARE(ApprovalPolicy(ApprovalMode::AutoEdit).judge(shell, command), Verdict::Ask);
        QCOMPARE(ApprovalPolicy(ApprovalMode::FullAuto).judge(shell, command), Verdict::Allow);
    }

    void alwaysIsBoundToTheContent()
    {
        ApprovalPolicy policy(ApprovalMode::Suggest);
        policy.allowAlways(shell, command);
        QCOMPARE(policy.judge(shell, command), Verdict::Allow);
        QCOMPARE(policy.judge(shell, command + QLatin1Char(' ')), Verdict::Ask);
        ToolSpec changed = shell;
        changed.description = QStringLiteral("runs something else");
        QCOMPARE(policy.judge(changed, command), Verdict::Ask);
        // Where one part ends and the next begins is part of the fingerprint.
        ToolSpec shifted = shell;
        shifted.name = QStringLiteral("shellruns");
        shifted.description.clear();
        QCOMPARE(policy.judge(shifted, command), Verdict::Ask);
    }
};

QTEST_GUILESS_MAIN(TestApprovalPolicy)
#include "TestApprovalPolicy.moc"
