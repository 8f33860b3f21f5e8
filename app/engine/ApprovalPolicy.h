#pragma once

#include "model/Approval.h"
#include "tools/Tool.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace vitrine {

enum class Verdict { Allow, Ask, Deny };

// Decides what may run unasked. Pure.
//   suggest    asks for every call that may change something of the user's
//   auto-edit  the same here; a tool that only writes inside the work folder is let through by its own rule
//   full-auto  lets everything through: the sandbox is the boundary
// Picture tools and Python touch nothing of the user's, so they never ask.
class ApprovalPolicy
{
public:
    explicit ApprovalPolicy(ApprovalMode mode)
        : m_mode(mode)
    {
    }

    Verdict judge(const ToolSpec &tool, const QString &arguments) const;
    // "Always this exact command": bound to the tool and to each byte of its arguments.
    void allowAlways(const ToolSpec &tool, const QString &arguments);

private:
    static QByteArray fingerprint(const ToolSpec &tool, const QString &arguments);

    ApprovalMode m_mode;
    QSet<QByteArray> m_always;
};

} // namespace vitrine
