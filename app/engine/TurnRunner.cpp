#include "engine/TurnRunner.h"

#include "engine/ConversationContext.h"
#include "engine/HostedFiles.h"
#include "engine/PromptBuilder.h"
#include "engine/ToolBox.h"
#include "store/StoreThread.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

// A model that never comes to an answer is ended here; the longest honest turns seen use a few dozen requests.
constexpr int maxRequests = 64;

// The first line of the question, as a name for the conversation.
QString titleFrom(const QString &text, const QList<Attachment> &attachments)
{
    QString title = text.simplified();
    if (title.isEmpty() && !attachments.isEmpty())
        title = attachments.first().name;
    static constexpr int longest = 60;
    if (title.size() > longest)
        title = title.left(longest - 1).trimmed() + QChar(0x2026);
    return title;
}

} // namespace

TurnRunner::TurnRunner(const TurnParts &parts, const StartTurn &command, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_command(command)
    , m_turn{command.turn, command.conversation.value_or(command.newConversation), command.parent, {}, parts.provider.name(), command.settings.model, command.settings.effort}
    , m_drafts(m_turn.conversation, m_turn.id, parts.clock)
{
    connect(&m_drafts, &DraftBoard::changed, this, &TurnRunner::draftChanged);
    connect(&m_drafts, &DraftBoard::keep, &m_parts.journal, &Journal::keepDraft);
}

TurnRunner::~TurnRunner() = default;

bool TurnRunner::advance(TurnEvent event)
{
    const std::optional<TurnState> next = nextState(m_state, event);
    if (next)
        m_state = *next;
    return next.has_value();
}

void TurnRunner::start()
{
    m_parts.context.readAttachments(m_command.input, m_command.settings, this, [this](const Result<ReadAttachments> &read) {
        if (m_state == TurnState::Ended)
            return;
        if (read && m_command.input.text.trimmed().isEmpty() && read->attachments.isEmpty()) {
            advance(TurnEvent::Stop);
            emit refused(Error{ErrorKind::InvalidRequest, tr("There is nothing to send: write a question or add a file."), Audience::User, {}, false});
        } else if (!read) {
            advance(TurnEvent::Stop);
            emit refused(read.error());
        } else {
            record(*read);
        }
    });
}

void TurnRunner::record(const ReadAttachments &read)
{
    advance(TurnEvent::Prepared);
    const bool created = !m_command.conversation;
    m_turn.startedAt = m_parts.clock.now();
    const Conversation conversation{m_turn.conversation, titleFrom(m_command.input.text, read.attachments), m_turn.startedAt, m_turn.startedAt, false, {}};
    m_parts.store.run<Done>(
        [created, conversation, turn = m_turn](Store &store) -> Done {
            if (created) {
                if (const Done done = store.createConversation(conversation); !done)
                    return done;
            }
            return store.startTurn(turn);
        },
        this,
        [this, created, conversation, read](Done stored) {
            if (stored)
                stored = m_parts.context.admit(read.attachments);
            if (!stored) {
                m_state = TurnState::Ended;
                emit refused(stored.error());
                return;
            }
            m_parts.context.tree.addTurn(m_turn);
            emit started(conversation, m_turn, created);
            m_parts.journal.append(item(UserMessage{m_command.input.text, read.attachments, m_command.input.compact}, Provenance::User), Durability::Barrier, this,
                                   [this](const Result<ItemPtr> &committed) {
                                       if (!committed)
                                           stop(TurnOutcome::Failed, committed.error());
                                       else if (advance(TurnEvent::Recorded))
                                           request();
                                   });
            for (const QString &notice : read.notices)
                m_parts.journal.append(item(Notice{NoticeLevel::Warning, notice}, Provenance::Local), Durability::Stream, this, {});
        });
}

void TurnRunner::request()
{
    if (++m_requests > maxRequests) {
        stop(TurnOutcome::Incomplete, Error{ErrorKind::InvalidRequest, tr("The model asked for %1 rounds of tools without coming to an answer; ask it to go on if you want more.").arg(maxRequests), Audience::User, {}, false});
        return;
    }
    if (!m_calls) {
        m_tools = &m_parts.context.tools(m_command.settings);
        m_tools->beginAnswer();
        m_calls = std::make_unique<CallDesk>(m_turn.conversation, m_turn.id, m_command.settings.approvalMode, m_parts.journal, *m_tools, m_drafts, m_parts.clock);
        connect(m_calls.get(), &CallDesk::idle, this, [this] { m_state == TurnState::Stopping ? finishStopping() : proceed(); });
        connect(m_calls.get(), &CallDesk::failed, this, [this](const Error &error) { stop(TurnOutcome::Failed, error); });
    }
    QList<PromptTurn> path;
    for (const TurnId &id : m_parts.context.tree.pathTo(m_turn.id))
        path.append({*m_parts.context.tree.turn(id), m_parts.context.tree.items(id)});
    const PromptSettings settings{m_turn.provider, m_turn.model, m_turn.effort, defaultInstructions(), m_tools->specs(), m_parts.context.uploadNames(), m_command.settings.hostedTools,
                                  m_command.settings.verbosity, m_command.settings.leaveOutEarlier};
    LeftOut leftOut;
    const Result<ModelRequest> prompt = buildPrompt(path, settings, m_parts.blobs, &leftOut);
    if (!prompt) {
        stop(TurnOutcome::Failed, prompt.error());
        return;
    }
    if (m_requests == 1)
        tellLeftOut(leftOut);
    m_answer.reset();
    m_callsBefore = m_calls->callCount();
    m_stream = m_parts.provider.send(*prompt);
    connect(m_stream.get(), &ModelStream::event, this, &TurnRunner::take);
    connect(m_stream.get(), &ModelStream::waiting, this, [this](const QString &notice) {
        m_parts.journal.append(item(Notice{NoticeLevel::Info, notice}, Provenance::Local), Durability::Stream, this, {});
    });
    connect(m_stream.get(), &ModelStream::exchanged, this, &TurnRunner::exchanged);
    connect(m_stream.get(), &ModelStream::finished, this, &TurnRunner::streamFinished);
}

// Nothing is cut in silence.
void TurnRunner::tellLeftOut(const LeftOut &leftOut)
{
    QStringList parts;
    if (leftOut.turns > 0)
        parts << tr("%n earlier message(s), for which the summary stands", nullptr, leftOut.turns);
    if (leftOut.outputs > 0)
        parts << tr("%n output(s)", nullptr, leftOut.outputs);
    if (leftOut.pictures > 0)
        parts << tr("%n picture(s)", nullptr, leftOut.pictures);
    if (!parts.isEmpty())
        m_parts.journal.append(item(Notice{NoticeLevel::Info, tr("Not sent to the model again: %1.").arg(parts.join(QStringLiteral(", ")))}, Provenance::Local), Durability::Stream, this, {});
}

void TurnRunner::take(const ModelEvent &event)
{
    if (m_state == TurnState::Requesting)
        advance(TurnEvent::Arrived);
    if (m_state != TurnState::Streaming)
        return;
    m_drafts.apply(event);
    if (const auto *picture = std::get_if<PartialPicture>(&event)) {
        // A preview that cannot be kept is no loss.
        if (const Result<BlobRef> kept = m_parts.blobs.put(picture->bytes, picture->mime))
            m_drafts.showPicture(picture->slot, *kept);
    }
    if (const auto *done = std::get_if<ItemDone>(&event))
        takeItem(*done);
    else if (const auto *ended = std::get_if<ResponseEnded>(&event))
        m_answer = *ended;
}

void TurnRunner::takeItem(const ItemDone &done)
{
    NewItem whole = item(done.body, Provenance::Provider, m_drafts.take(done.slot));
    if (auto *hosted = std::get_if<HostedCall>(&whole.body)) {
        if (const Done kept = keepFiles(done.files, m_parts.blobs, *hosted); !kept) {
            stop(TurnOutcome::Failed, kept.error());
            return;
        }
    }
    if (std::holds_alternative<ToolCall>(done.body)) {
        m_calls->take(std::move(whole));
        return;
    }
    ++m_uncommitted;
    m_parts.journal.append(std::move(whole), Durability::Stream, this, [this](const Result<ItemPtr> &committed) {
        --m_uncommitted;
        if (!committed)
            stop(TurnOutcome::Failed, committed.error());
        else
            proceed();
    });
}

void TurnRunner::streamFinished(const Done &result)
{
    m_stream.release()->deleteLater(); // its signal is on the stack
    if (m_state == TurnState::Stopping) {
        finishStopping();
        return;
    }
    if (m_answer) {
        const Usage &usage = m_answer->usage;
        m_usage = m_usage + usage;
        if (usage.input)
            m_contextTokens = *usage.input + usage.output.value_or(0);
    }
    if (!result) {
        stop(TurnOutcome::Failed, result.error());
    } else if (!m_answer) {
        stop(TurnOutcome::Failed, Error{ErrorKind::Protocol, tr("The server ended its answer before it was complete; try again."), Audience::User, {}, true});
    } else if (m_answer->finish == FinishReason::Failed) {
        stop(TurnOutcome::Failed, m_answer->error.value_or(Error{ErrorKind::Server, tr("The server reported that the answer failed; try again."), Audience::User, {}, true}));
    } else if (m_answer->finish == FinishReason::Incomplete) {
        const QString why = m_answer->reason == QLatin1String("max_output_tokens") ? tr("The answer reached the limit of its length.")
            : m_answer->reason == QLatin1String("content_filter")                  ? tr("The provider's content filter ended the answer.")
                                                                                   : tr("The provider ended the answer early: %1.").arg(m_answer->reason);
        stop(TurnOutcome::Incomplete, Error{ErrorKind::Server, why, Audience::User, m_answer->reason, false});
    } else if (m_calls->callCount() > m_callsBefore || m_answer->finish == FinishReason::Paused) {
        advance(TurnEvent::AnsweredCalls);
        proceed();
    } else {
        keepRemains();
        advance(TurnEvent::AnsweredAll);
        end({m_calls->endedInDenial() ? TurnOutcome::Denied : TurnOutcome::Completed, m_usage, {}, {}, false});
    }
}

void TurnRunner::proceed()
{
    // The next request holds what this answer said.
    if (m_state != TurnState::Working || !m_calls->isIdle() || m_uncommitted > 0)
        return;
    if (isOverBudget())
        stop(TurnOutcome::Incomplete, Error{ErrorKind::Quota, tr("The budget is used up, so nothing more was asked; raise it in the settings and ask the model to go on."), Audience::User, {}, false});
    else if (advance(TurnEvent::CallsDone))
        request();
}

bool TurnRunner::isOverBudget() const
{
    const std::optional<double> &budget = m_command.settings.budget;
    const std::optional<double> cost = budget && m_parts.costOf ? m_parts.costOf(m_usage) : std::nullopt;
    return cost && *cost >= *budget;
}

void TurnRunner::interrupt()
{
    if (m_state == TurnState::Preparing) {
        advance(TurnEvent::Stop);
        emit refused(Error{ErrorKind::Cancelled, tr("Stopped before anything was sent."), Audience::User, {}, false});
        return;
    }
    stop(TurnOutcome::Interrupted, Error{ErrorKind::Cancelled, tr("Stopped by you."), Audience::User, {}, false});
}

bool TurnRunner::decide(const CallId &call, Decision decision, const QString &words)
{
    return m_calls && m_calls->decide(call, decision, words);
}

void TurnRunner::stop(TurnOutcome outcome, const Error &error)
{
    if (!advance(TurnEvent::Stop))
        return;
    const bool plainEnd = outcome == TurnOutcome::Incomplete || outcome == TurnOutcome::Interrupted;
    m_ending = {outcome, {}, error.message, plainEnd ? QString() : toString(error.kind), error.retryable};
    if (outcome == TurnOutcome::Interrupted)
        m_ending.errorKind = toString(ErrorKind::Cancelled);
    keepRemains();
    if (m_calls)
        m_calls->cancelAll();
    if (m_stream)
        m_stream->abort();
    finishStopping();
}

// What had grown without ending as an item.
void TurnRunner::keepRemains()
{
    for (const Draft &draft : m_drafts.takeAll()) {
        if (draft.text.isEmpty() && draft.kind != Draft::Kind::ToolCall && draft.kind != Draft::Kind::HostedCall)
            continue;
        ItemBody body = AgentMessage{draft.text, false, {}, {}, {}};
        if (draft.kind == Draft::Kind::Reasoning)
            body = Reasoning{draft.text, {}, {}};
        else if (draft.kind == Draft::Kind::ToolCall)
            body = ToolCall{draft.callId, draft.name, draft.text, {}};
        else if (draft.kind == Draft::Kind::HostedCall)
            body = HostedCall{draft.name, draft.text.toUtf8(), {}, {}, {}, {}};
        NewItem remains = item(body, Provenance::Provider, draft);
        remains.status = ItemStatus::Interrupted;
        m_parts.journal.append(std::move(remains), Durability::Stream, this, {});
    }
}

void TurnRunner::finishStopping()
{
    if (m_stream || (m_calls && !m_calls->isIdle()))
        return;
    m_ending.usage = m_usage;
    end(m_ending);
}

void TurnRunner::end(TurnEnded ending)
{
    ending.contextTokens = m_contextTokens;
    m_parts.journal.append(item(ending, Provenance::Local), Durability::Barrier, this, [this](const Result<ItemPtr> &committed) {
        if (!committed) {
            const QDateTime now = m_parts.clock.now();
            emit unsaved(std::make_shared<const Item>(Item{0, ItemId::create(now.toMSecsSinceEpoch()), m_turn.conversation, m_turn.id, ItemStatus::Failed, Provenance::Local, now, now,
                                                           Notice{NoticeLevel::Error, committed.error().message}}));
        }
        if (advance(TurnEvent::Committed))
            emit ended();
    });
}

NewItem TurnRunner::item(ItemBody body, Provenance provenance, const std::optional<Draft> &draft) const
{
    return {draft ? draft->id : ItemId(), m_turn.conversation, m_turn.id, std::move(body), ItemStatus::Completed, provenance, draft ? draft->startedAt : QDateTime()};
}

} // namespace vitrine
