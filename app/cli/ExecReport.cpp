#include "cli/ExecReport.h"

#include "cli/Terminal.h"
#include "model/ItemJson.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

// One line of at most this many characters tells a step.
constexpr qsizetype lineLength = 160;

QString firstLine(const QString &text)
{
    QString line = text.trimmed().section(QLatin1Char('\n'), 0, 0);
    if (line.size() > lineLength)
        line = line.left(lineLength - 1) + QChar(0x2026);
    return line;
}

} // namespace

ExecReport::ExecReport(bool json, QObject *parent)
    : QObject(parent)
    , m_json(json)
{
}

void ExecReport::take(const Item &item, const std::function<QString(const BlobRef &)> &pathOf)
{
    m_conversation = item.conversation.value;
    if (m_json)
        printLine(toContractJson(item, pathOf));
    else
        tell(item, pathOf);
    if (const auto *message = std::get_if<AgentMessage>(&item.body)) {
        m_text += (m_text.isEmpty() ? QString() : QStringLiteral("\n\n")) + message->text;
    } else if (std::holds_alternative<ToolCall>(item.body)) {
        ++m_calls;
    } else if (const auto *end = std::get_if<TurnEnded>(&item.body)) {
        m_end = *end;
    } else if (const auto *notice = std::get_if<Notice>(&item.body); notice && item.seq == 0) {
        m_trouble = Error{ErrorKind::Storage, notice->text, Audience::User, {}, false};
    }
}

void ExecReport::tell(const Item &item, const std::function<QString(const BlobRef &)> &pathOf)
{
    std::visit(Overload{
                   [](const UserMessage &) {},
                   [](const AgentMessage &message) { printLine(harmless(message.text).toUtf8()); },
                   [](const Reasoning &reasoning) {
                       if (!reasoning.text.isEmpty())
                           printNote(QStringLiteral("· ") + firstLine(reasoning.text));
                   },
                   [this](const ToolCall &call) {
                       m_names.insert(call.callId, call.name);
                       printNote(QStringLiteral("→ %1 %2").arg(call.name, firstLine(call.arguments)));
                   },
                   [this](const ToolOutput &output) {
                       printNote(QStringLiteral("  %1: %2").arg(output.outcome == Outcome::Ok ? m_names.value(output.callId) : toString(output.outcome), firstLine(output.text)));
                   },
                   [](const HostedCall &call) { printNote(QStringLiteral("→ %1 (%2)").arg(call.type, call.outcome)); },
                   [&pathOf](const ImageStep &step) { printNote(QStringLiteral("  %1 %2x%3: %4").arg(step.image).arg(step.size.width()).arg(step.size.height()).arg(pathOf(step.blob))); },
                   [](const ApprovalRequest &) {},
                   [](const ApprovalDecision &) {},
                   [](const Notice &notice) { printNote(notice.text); },
                   [](const TurnEnded &) {},
               },
               item.body);
}

void ExecReport::printResult(const QString &status, const QJsonValue &error) const
{
    if (!m_json)
        return;
    printLine(QJsonObject{{"type", "result"},
                          {"conversation", m_conversation.isEmpty() ? QJsonValue() : QJsonValue(m_conversation)},
                          {"status", status},
                          {"text", m_text},
                          {"tool_calls", m_calls},
                          {"usage", toJsonObject(m_end ? m_end->usage : Usage())},
                          {"error", error}});
}

int ExecReport::ended()
{
    if (m_trouble && !m_end)
        return failed(*m_trouble);
    const TurnEnded end = m_end.value_or(TurnEnded{TurnOutcome::Failed, {}, {}, {}, false});
    const QJsonValue error = end.errorKind.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{"kind", end.errorKind}, {"message", end.reason}, {"retryable", end.retryable}});
    printResult(toString(end.outcome), error);
    if (end.outcome != TurnOutcome::Completed && !end.reason.isEmpty())
        printNote(QStringLiteral("vitrine: ") + end.reason);
    switch (end.outcome) {
    case TurnOutcome::Completed:
        return ExitDone;
    case TurnOutcome::Failed:
        return ExitFailed;
    case TurnOutcome::Incomplete:
    case TurnOutcome::Interrupted:
        return ExitIncomplete;
    case TurnOutcome::Denied:
        return ExitDenied;
    }
    return ExitFailed;
}

int ExecReport::failed(const Error &error)
{
    printResult(error.kind == ErrorKind::Cancelled ? QStringLiteral("interrupted") : QStringLiteral("failed"),
                QJsonObject{{"kind", toString(error.kind)}, {"message", error.message}, {"retryable", error.retryable}});
    printError(error);
    return error.kind == ErrorKind::Cancelled ? ExitIncomplete : ExitFailed;
}

} // namespace vitrine
