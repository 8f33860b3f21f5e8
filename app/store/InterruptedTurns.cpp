#include "store/InterruptedTurns.h"

#include "store/ItemRows.h"
#include "store/ProcessIdentity.h"

#include <QCoreApplication>
#include <QSet>

namespace vitrine {

namespace {

struct RunningTurn {
    TurnId turn;
    ConversationId conversation;
};

// Read by the model, so not translated.
const QString cancelledText = QStringLiteral("cancelled: the program ended before the call was done");

std::optional<ItemBody> bodyOf(const QString &kind, const QString &name, const CallId &callId, const QString &text)
{
    if (kind == toString(Draft::Kind::ToolCall))
        return ToolCall{callId, name, text, {}};
    if (kind == toString(Draft::Kind::HostedCall))
        return HostedCall{name, text.toUtf8(), {}, {}, {}, {}};
    if (kind == toString(Draft::Kind::ToolOutput)) {
        const qint64 bytes = text.toUtf8().size();
        return ToolOutput{callId, Outcome::Error, {}, text.isEmpty() ? cancelledText : text + QLatin1Char('\n') + cancelledText, bytes, bytes, {}, {}};
    }
    if (text.isEmpty())
        return std::nullopt;
    if (kind == toString(Draft::Kind::Reasoning))
        return Reasoning{text, {}, {}};
    AgentMessage message;
    message.text = text;
    return message;
}

Provenance provenanceOf(const ItemBody &body)
{
    return std::holds_alternative<ToolOutput>(body) ? Provenance::Local : Provenance::Provider;
}

Done answerOpenCalls(Database &database, const RunningTurn &turn, const QDateTime &now)
{
    const Result<QList<ItemPtr>> items = itemsOfTurn(database, turn.turn);
    if (!items)
        return tl::unexpected(items.error());
    QList<CallId> calls;
    QSet<CallId> answered;
    for (const ItemPtr &item : *items) {
        if (const auto *call = std::get_if<ToolCall>(&item->body))
            calls.append(call->callId);
        else if (const auto *output = std::get_if<ToolOutput>(&item->body))
            answered.insert(output->callId);
    }
    for (const CallId &call : calls) {
        if (answered.contains(call))
            continue;
        answered.insert(call);
        const ToolOutput output{call, Outcome::Error, {}, cancelledText, 0, 0, {}, {}};
        const Result<Item> done = insertItem(database, {0, ItemId::create(now.toMSecsSinceEpoch()), turn.conversation, turn.turn, ItemStatus::Interrupted, Provenance::Local, now, now, output});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Done endTurn(Database &database, const RunningTurn &turn, const QDateTime &now)
{
    if (const Done done = closeDrafts(database, turn.turn, now); !done)
        return done;
    if (const Done done = answerOpenCalls(database, turn, now); !done)
        return done;
    TurnEnded ended;
    ended.outcome = TurnOutcome::Interrupted;
    ended.reason = QCoreApplication::translate("Store", "The program ended before the answer was done.");
    ended.retryable = true;
    const Result<Item> item = insertItem(database, {0, ItemId::create(now.toMSecsSinceEpoch()), turn.conversation, turn.turn, ItemStatus::Completed, Provenance::Local, now, now, ended});
    if (!item)
        return tl::unexpected(item.error());
    if (const Done done = touchConversation(database, turn.conversation, now); !done)
        return done;
    return database.statement("UPDATE turn SET owner = NULL WHERE id = ?1").bind(turn.turn.value).run();
}

Result<QList<RunningTurn>> deadTurns(const Database &database)
{
    Statement query = database.statement("SELECT id, conversation, owner FROM turn WHERE owner IS NOT NULL ORDER BY rowid");
    QList<RunningTurn> turns;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return turns;
        if (isProcessGone(query.text(2)))
            turns.append(RunningTurn{{query.text(0)}, {query.text(1)}});
    }
}

} // namespace

QString toString(Draft::Kind kind)
{
    switch (kind) {
    case Draft::Kind::Message:
        return QStringLiteral("message");
    case Draft::Kind::Reasoning:
        return QStringLiteral("reasoning");
    case Draft::Kind::ToolCall:
        return QStringLiteral("tool_call");
    case Draft::Kind::ToolOutput:
        return QStringLiteral("tool_output");
    case Draft::Kind::HostedCall:
        return QStringLiteral("hosted_call");
    }
    return {};
}

Done closeDrafts(Database &database, const TurnId &turn, const QDateTime &now)
{
    QList<Item> items;
    {
        Statement query = database.statement("SELECT id, conversation, kind, name, call_id, text, started_at FROM draft WHERE turn = ?1 ORDER BY rowid").bind(turn.value);
        while (true) {
            const Result<bool> row = query.step();
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                break;
            if (const auto body = bodyOf(query.text(2), query.text(3), {query.text(4)}, query.text(5)))
                items.append({0, {query.text(0)}, {query.text(1)}, turn, ItemStatus::Interrupted, provenanceOf(*body), query.time(6), now, *body});
        }
    }
    for (const Item &item : items) {
        if (const Result<Item> done = insertItem(database, item); !done)
            return tl::unexpected(done.error());
    }
    return database.statement("DELETE FROM draft WHERE turn = ?1").bind(turn.value).run(); // the empty ones
}

Result<int> endTurnsOfDeadProcesses(Database &database, const Clock &clock)
{
    // Nearly always there are none; then nothing is written.
    if (const Result<QList<RunningTurn>> turns = deadTurns(database); !turns || turns->isEmpty())
        return turns ? Result<int>(0) : tl::unexpected(turns.error());
    Transaction transaction(database, Database::Sync::Full);
    if (!transaction.begun())
        return tl::unexpected(transaction.begun().error());
    // Once more under the lock: another process may have ended them meanwhile.
    const Result<QList<RunningTurn>> turns = deadTurns(database);
    if (!turns)
        return tl::unexpected(turns.error());
    for (const RunningTurn &turn : *turns) {
        if (const Done done = endTurn(database, turn, clock.now()); !done)
            return tl::unexpected(done.error());
    }
    if (const Done done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    return int(turns->size());
}

} // namespace vitrine
