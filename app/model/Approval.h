#pragma once

#include <QString>

#include <optional>

namespace vitrine {

// What may run without being asked; the meanings stand in engine/ApprovalPolicy.
enum class ApprovalMode { Suggest, AutoEdit, FullAuto };

enum class Decision { Once, AlwaysThisExact, Edited, Declined };

inline QString toString(ApprovalMode mode)
{
    switch (mode) {
    case ApprovalMode::Suggest:
        return QStringLiteral("suggest");
    case ApprovalMode::AutoEdit:
        return QStringLiteral("auto-edit");
    case ApprovalMode::FullAuto:
        return QStringLiteral("full-auto");
    }
    return {};
}

inline std::optional<ApprovalMode> approvalModeFromString(const QString &text)
{
    for (ApprovalMode mode : {ApprovalMode::Suggest, ApprovalMode::AutoEdit, ApprovalMode::FullAuto}) {
        if (toString(mode) == text)
            return mode;
    }
    return std::nullopt;
}

} // namespace vitrine
