#include "engine/ApprovalPolicy.h"

#include <QCryptographicHash>

namespace vitrine {

Verdict ApprovalPolicy::judge(const ToolSpec &tool, const QString &arguments) const
{
    if (!tool.mutating || m_mode == ApprovalMode::FullAuto)
        return Verdict::Allow;
    return m_always.contains(fingerprint(tool, arguments)) ? Verdict::Allow : Verdict::Ask;
}

void ApprovalPolicy::allowAlways(const ToolSpec &tool, const QString &arguments)
{
    m_always.insert(fingerprint(tool, arguments));
}

QByteArray ApprovalPolicy::fingerprint(const ToolSpec &tool, const QString &arguments)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // The description is part of it: a tool that changes what it does is asked about again.
    for (const QByteArray &part : {tool.name.toUtf8(), tool.description.toUtf8(), tool.parameters, arguments.toUtf8()}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result();
}

} // namespace vitrine
