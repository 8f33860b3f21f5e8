#include "model/Item.h"

namespace vitrine {

QString kindOf(const ItemBody &body)
{
    static constexpr const char *names[] = {"user_message", "agent_message",    "reasoning",         "tool_call", "tool_output", "hosted_call",
                                            "image_step",   "approval_request", "approval_decision", "notice",    "turn_ended"};
    static_assert(std::size(names) == std::variant_size_v<ItemBody>);
    return QString::fromLatin1(names[body.index()]);
}

QString toString(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Local:
        return QStringLiteral("local");
    case Provenance::Provider:
        return QStringLiteral("provider");
    case Provenance::User:
        return QStringLiteral("user");
    }
    return {};
}

QString toString(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Completed:
        return QStringLiteral("completed");
    case ItemStatus::Interrupted:
        return QStringLiteral("interrupted");
    case ItemStatus::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString toString(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Error:
        return QStringLiteral("error");
    case Outcome::Timeout:
        return QStringLiteral("timeout");
    case Outcome::Denied:
        return QStringLiteral("denied");
    case Outcome::Limit:
        return QStringLiteral("limit");
    }
    return {};
}

QString toString(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return QStringLiteral("info");
    case NoticeLevel::Warning:
        return QStringLiteral("warning");
    case NoticeLevel::Error:
        return QStringLiteral("error");
    }
    return {};
}

QString toString(TurnOutcome outcome)
{
    switch (outcome) {
    case TurnOutcome::Completed:
        return QStringLiteral("completed");
    case TurnOutcome::Incomplete:
        return QStringLiteral("incomplete");
    case TurnOutcome::Failed:
        return QStringLiteral("failed");
    case TurnOutcome::Interrupted:
        return QStringLiteral("interrupted");
    case TurnOutcome::Denied:
        return QStringLiteral("denied");
    }
    return {};
}

} // namespace vitrine
