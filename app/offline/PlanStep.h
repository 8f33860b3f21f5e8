#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine {

// Characters of an answer that a tool was not sure of. Unicode code points, half-open.
struct UnsureSpan {
    qsizetype start = 0;
    qsizetype end = 0;

    bool operator==(const UnsureSpan &) const = default;
};

struct OfflineAnswer {
    QString text; // Markdown
    QList<UnsureSpan> unsure;
};

// A call that the client is asked to make.
struct PlannedCall {
    QString name;
    QJsonObject arguments;

    bool operator==(const PlannedCall &) const = default;
};

// What the assistant does next: calls that may run side by side, or the answer.
struct PlanStep {
    QString reasoning; // one or two plain sentences; may be empty
    QList<PlannedCall> calls;
    std::optional<OfflineAnswer> answer;
};

} // namespace vitrine
