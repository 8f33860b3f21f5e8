#include "engine/CallDesk.h"

#include <QCoreApplication>

namespace vitrine {

struct CallDesk::Call {
    ToolCall body;
    Tool *tool = nullptr;
    ToolSpec spec;
    QDateTime startedAt;
    std::unique_ptr<ToolRun> run;
    bool waits = false;  // for the user's decision
    bool ending = false; // its output is on the way to the journal
};

namespace {

ToolResult refusal(Outcome outcome, const QString &text)
{
    ToolResult result;
    result.outcome = outcome;
    result.text = text;
    return result;
}

} // namespace

CallDesk::CallDesk(ConversationId conversation, TurnId turn, ApprovalMode mode, Journal &journal, ToolBox &tools, DraftBoard &drafts, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_conversation(std::move(conversation))
    , m_turn(std::move(turn))
    , m_policy(mode)
    , m_journal(journal)
    , m_tools(tools)
    , m_drafts(drafts)
    , m_clock(clock)
{
}

CallDesk::~CallDesk() = default;

void CallDesk::take(NewItem item)
{
    auto call = std::make_shared<Call>();
    call->body = std::get<ToolCall>(item.body);
    call->tool = m_tools.find(call->body.name);
    if (call->tool)
        call->spec = call->tool->spec();
    // A second call under the same id would take the first one's answer.
    if (m_calls.contains(call->body.callId)) {
        emit failed(Error{ErrorKind::Protocol, QCoreApplication::translate("CallDesk", "The model used the call id %1 twice.").arg(call->body.callId.value), Audience::User, {}, false});
        return;
    }
    m_calls.insert(call->body.callId, call);
    ++m_count;
    const Durability durability = call->spec.mutating ? Durability::Barrier : Durability::Stream;
    m_journal.append(std::move(item), durability, this, [this, call](const Result<ItemPtr> &committed) {
        if (!committed) {
            emit failed(committed.error());
        } else if (m_cancelling) {
            finish(call->body.callId, refusal(Outcome::Error, QStringLiteral("cancelled by the user before it started")));
        } else {
            judge(*call);
        }
    });
}

void CallDesk::judge(Call &call)
{
    if (!call.tool) {
        QStringList known;
        for (const ToolSpec &spec : m_tools.specs())
            known.append(spec.name);
        finish(call.body.callId, refusal(Outcome::Error, QStringLiteral("Unknown tool \"%1\". Known: %2.").arg(call.body.name, known.join(QStringLiteral(", ")))));
        return;
    }
    switch (m_policy.judge(call.spec, call.body.arguments)) {
    case Verdict::Allow:
        run(call);
        break;
    case Verdict::Ask:
        ask(call);
        break;
    case Verdict::Deny:
        m_denied = true;
        finish(call.body.callId, refusal(Outcome::Denied, QStringLiteral("denied: this is not allowed in the chosen approval mode")));
        break;
    }
}

void CallDesk::ask(Call &call)
{
    call.waits = true;
    append(ApprovalRequest{call.body.callId, call.body.arguments}, Durability::Barrier, Provenance::Local, {}, {});
}

bool CallDesk::decide(const CallId &id, Decision decision, const QString &words)
{
    const std::shared_ptr<Call> call = m_calls.value(id);
    if (!call || !call->waits)
        return false;
    call->waits = false;
    static constexpr const char *names[] = {"once", "always", "edited", "declined"};
    if (decision == Decision::Edited)
        call->body.arguments = words;
    if (decision == Decision::AlwaysThisExact)
        m_policy.allowAlways(call->spec, call->body.arguments);
    const ApprovalDecision body{id, call->body.arguments, QString::fromLatin1(names[int(decision)])};
    append(body, Durability::Barrier, Provenance::User, {}, [this, call, decision, words](const Result<ItemPtr> &committed) {
        if (!committed)
            return;
        if (decision == Decision::Declined) {
            m_denied = true;
            const QString reason = words.isEmpty() ? QString() : QStringLiteral(" The user says: ") + words;
            finish(call->body.callId, refusal(Outcome::Denied, QStringLiteral("declined by the user.") + reason));
        } else if (m_cancelling) {
            finish(call->body.callId, refusal(Outcome::Error, QStringLiteral("cancelled by the user before it started")));
        } else {
            run(*call);
        }
    });
    return true;
}

void CallDesk::run(Call &call)
{
    m_denied = false;
    call.startedAt = m_clock.now();
    const CallId id = call.body.callId;
    call.run = call.tool->start({id, call.body.arguments});
    connect(call.run.get(), &ToolRun::progressed, this, [this, id, name = call.body.name](const QString &text) { m_drafts.growOutput(id, name, text); });
    connect(call.run.get(), &ToolRun::finished, this, [this, id](const ToolResult &result) { finish(id, result); });
}

void CallDesk::finish(const CallId &id, const ToolResult &result)
{
    const std::shared_ptr<Call> call = m_calls.value(id);
    if (!call || call->ending)
        return;
    call->ending = true;
    call->waits = false;
    if (call->run)
        call->run.release()->deleteLater(); // it may be on the stack right now
    for (const ImageStep &step : result.steps)
        append(step, Durability::Stream, Provenance::Local, call->startedAt, {});
    for (const Attachment &picture : result.shown) {
        // A picture that has no parent among the conversation's pictures: a root of its own.
        const ImageStep root{id, picture.image, {}, picture.image, call->body.name, {}, picture.size, identityMatrix, {}, {}, picture.blob, picture.sent, picture.sentSize};
        append(root, Durability::Stream, Provenance::Local, call->startedAt, {});
    }
    const ToolOutput output{id, result.outcome, result.exit, result.text, result.givenBytes, result.totalBytes, result.whole, result.artifacts};
    NewItem item{{}, m_conversation, m_turn, output, ItemStatus::Completed, Provenance::Local, call->startedAt};
    if (const std::optional<Draft> draft = m_drafts.takeOutput(id))
        item.id = draft->id;
    m_journal.append(std::move(item), Durability::Stream, this, [this, id](const Result<ItemPtr> &committed) {
        if (!committed)
            emit failed(committed.error());
        close(id);
    });
}

void CallDesk::close(const CallId &id)
{
    m_calls.remove(id);
    if (m_calls.isEmpty())
        emit idle();
}

void CallDesk::cancelAll()
{
    m_cancelling = true;
    const QList<std::shared_ptr<Call>> calls = m_calls.values();
    for (const std::shared_ptr<Call> &call : calls) {
        if (call->run)
            call->run->cancel(); // its result says what had been reached
        else if (call->waits)
            finish(call->body.callId, refusal(Outcome::Denied, QStringLiteral("cancelled by the user")));
        // Calls that are not committed yet are ended when they are.
    }
}

void CallDesk::append(ItemBody body, Durability durability, Provenance provenance, QDateTime startedAt, Journal::Committed committed)
{
    m_journal.append({{}, m_conversation, m_turn, std::move(body), ItemStatus::Completed, provenance, startedAt}, durability, this,
                     [this, committed = std::move(committed)](const Result<ItemPtr> &result) {
                         if (!result)
                             emit failed(result.error());
                         if (committed)
                             committed(result);
                     });
}

} // namespace vitrine
