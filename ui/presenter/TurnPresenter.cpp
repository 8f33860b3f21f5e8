#include "presenter/TurnPresenter.h"

#include "presenter/Spending.h"
#include "presenter/Words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace vitrine {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TurnPresenter)
};

StepState toTranscript(StepPhase phase)
{
    switch (phase) {
    case StepPhase::Running:
    case StepPhase::Waiting:
        return StepState::Running;
    case StepPhase::Succeeded:
        return StepState::Ok;
    case StepPhase::Failed:
    case StepPhase::Stopped:
        return StepState::Failed;
    case StepPhase::Denied:
        return StepState::Denied;
    }
    return StepState::Ok;
}

StepPhase phaseOf(const ToolOutput &output, ItemStatus status)
{
    if (status == ItemStatus::Interrupted)
        return StepPhase::Stopped;
    if (output.outcome == Outcome::Denied)
        return StepPhase::Denied;
    return output.outcome == Outcome::Ok ? StepPhase::Succeeded : StepPhase::Failed;
}

StepPhase phaseOf(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Completed:
        return StepPhase::Succeeded;
    case ItemStatus::Interrupted:
        return StepPhase::Stopped;
    case ItemStatus::Failed:
        return StepPhase::Failed;
    }
    return StepPhase::Succeeded;
}

qsizetype codePoints(const QString &text)
{
    qsizetype surrogates = 0;
    for (QChar c : text)
        surrogates += c.isLowSurrogate() ? 1 : 0;
    return text.size() - surrogates;
}

QString prefixed(const char *prefix, const TurnId &turn)
{
    return QLatin1String(prefix) + u'/' + turn.value;
}

} // namespace

TurnPresenter::TurnPresenter(const Turn &turn)
    : m_turn(turn)
    , m_startedAt(turn.startedAt)
{
}

Step &TurnPresenter::step(const ItemId &id, Step::Kind kind, const QDateTime &startedAt)
{
    for (Step &known : m_steps) {
        if (known.id == id.value)
            return known;
    }
    Step fresh;
    fresh.id = id.value;
    fresh.turn = m_turn.id;
    fresh.kind = kind;
    fresh.startedAt = startedAt;
    m_steps.append(fresh);
    return m_steps.last();
}

Step *TurnPresenter::stepOfCall(const CallId &call)
{
    const QString id = m_stepOfCall.value(call);
    for (Step &known : m_steps) {
        if (!id.isEmpty() && known.id == id)
            return &known;
    }
    return nullptr;
}

void TurnPresenter::describe(Step &step)
{
    switch (step.kind) {
    case Step::Kind::Reasoning:
        return words::describeReasoning(step);
    case Step::Kind::Tool:
        return words::describeTool(step, m_rawArguments.value(step.id));
    case Step::Kind::Hosted:
        return words::describeHosted(step, m_hostedArguments.value(step.id));
    case Step::Kind::Notice:
        return words::describeNotice(step);
    }
}

void TurnPresenter::addCall(const Item &item, const ToolCall &call)
{
    Step &card = step(item.id, Step::Kind::Tool, item.startedAt);
    card.name = call.name;
    card.callId = call.callId;
    card.provenance = item.provenance == Provenance::Provider ? Provenance::Local : item.provenance; // asked for there, carried out here
    if (item.status != ItemStatus::Completed)
        card.phase = phaseOf(item.status);
    m_stepOfCall.insert(call.callId, card.id);
    m_rawArguments.insert(card.id, call.arguments);
    describe(card);
}

void TurnPresenter::addOutput(const Item &item, const ToolOutput &output)
{
    Step *card = stepOfCall(output.callId);
    if (!card)
        return;
    card->phase = phaseOf(output, item.status);
    card->endedAt = item.endedAt;
    card->provenance = item.provenance;
    card->text = output.text;
    card->givenBytes = output.givenBytes;
    card->totalBytes = output.totalBytes;
    card->whole = output.whole;
    card->exit = output.exit;
    card->outcome = output.outcome;
    card->artifacts = output.artifacts;
    for (const Artifact &artifact : output.artifacts) {
        if (!artifact.blob.mime.startsWith(QLatin1String("image/")))
            continue;
        // The model was shown it under an id; a person knows it by its file's name.
        const auto shown = std::find_if(card->pictures.begin(), card->pictures.end(), [&artifact](const StepPicture &picture) { return picture.blob.sha256 == artifact.blob.sha256; });
        if (shown != card->pictures.end())
            shown->caption = artifact.name;
        else
            card->pictures.append({artifact.name, artifact.blob, {}, artifact.name});
    }
    describe(*card);
}

void TurnPresenter::addPicture(const ImageStep &picture)
{
    Step *card = stepOfCall(picture.callId);
    if (!card)
        return;
    const QJsonObject params = QJsonDocument::fromJson(picture.params).object();
    card->pictures.append({picture.image, picture.blob, picture.size, words::pictureOperation(picture.op, params)});
    // A call that said "auto" learns its angle from the picture's own record.
    if (const QJsonValue angle = params.value(QLatin1String("degrees")); angle.isDouble())
        card->angle = angle.toDouble();
    describe(*card);
}

void TurnPresenter::setPiece(const Piece &piece)
{
    for (Piece &known : m_pieces) {
        if (known.id == piece.id) {
            known = piece;
            return;
        }
    }
    m_pieces.append(piece);
}

void TurnPresenter::stopOpenSteps(StepPhase phase, const QDateTime &at)
{
    for (Step &card : m_steps) {
        if (card.phase == StepPhase::Running || card.phase == StepPhase::Waiting) {
            card.phase = phase;
            card.endedAt = at;
            describe(card);
        }
    }
    for (Piece &piece : m_pieces)
        piece.growing = false;
}

void TurnPresenter::add(const Item &item)
{
    if (!m_startedAt.isValid())
        m_startedAt = item.startedAt;
    std::visit(
        Overload{
            [&](const UserMessage &b) { m_message = b; },
            [&](const AgentMessage &b) { setPiece({item.id, b.text, b.unsure, false}); },
            [&](const Reasoning &b) {
                Step &card = step(item.id, Step::Kind::Reasoning, item.startedAt);
                card.phase = phaseOf(item.status);
                card.provenance = item.provenance;
                card.endedAt = item.endedAt;
                card.text = b.text;
                card.tokens = b.tokens;
                describe(card);
            },
            [&](const ToolCall &b) { addCall(item, b); },
            [&](const ToolOutput &b) { addOutput(item, b); },
            [&](const HostedCall &b) {
                Step &card = step(item.id, Step::Kind::Hosted, item.startedAt);
                card.name = b.type;
                card.phase = b.outcome == QLatin1String("failed") ? StepPhase::Failed : phaseOf(item.status);
                card.provenance = item.provenance;
                card.endedAt = item.endedAt;
                card.text = b.output;
                card.artifacts = b.artifacts;
                card.pictures.clear(); // previews
                for (const Artifact &artifact : b.artifacts) {
                    if (artifact.blob.mime.startsWith(QLatin1String("image/")))
                        card.pictures.append({artifact.name, artifact.blob, {}, artifact.name});
                }
                m_hostedArguments.insert(card.id, b.arguments);
                describe(card);
            },
            [&](const ImageStep &b) { addPicture(b); },
            [&](const ApprovalRequest &b) {
                if (Step *card = stepOfCall(b.callId)) {
                    card->phase = StepPhase::Waiting;
                    card->approval = b.what;
                }
            },
            [&](const ApprovalDecision &b) {
                if (Step *card = stepOfCall(b.callId)) {
                    if (card->phase == StepPhase::Waiting)
                        card->phase = StepPhase::Running;
                    card->approval = words::decision(b.decision);
                }
            },
            [&](const Notice &b) {
                Step &card = step(item.id, Step::Kind::Notice, item.startedAt);
                card.phase = StepPhase::Succeeded;
                card.level = b.level;
                card.text = b.text;
                card.endedAt = item.endedAt;
                card.provenance = item.provenance;
                describe(card);
                if (b.level == NoticeLevel::Info)
                    return;
                TranscriptEntry entry;
                entry.id = QStringLiteral("notice/") + item.id.value;
                entry.kind = TranscriptEntry::Kind::Notice;
                entry.noticeLevel = b.level;
                entry.markdown = b.text;
                m_notices.append(entry);
            },
            [&](const TurnEnded &b) {
                m_ended = b;
                m_endedAt = item.endedAt;
                stopOpenSteps(StepPhase::Stopped, item.endedAt);
            },
        },
        item.body);
}

void TurnPresenter::setDraft(const Draft &draft)
{
    if (!isRunning())
        return;
    switch (draft.kind) {
    case Draft::Kind::Message:
        setPiece({draft.id, draft.text, {}, true});
        return;
    case Draft::Kind::Reasoning: {
        Step &card = step(draft.id, Step::Kind::Reasoning, draft.startedAt);
        card.provenance = Provenance::Provider;
        card.text = draft.text;
        return describe(card);
    }
    case Draft::Kind::ToolCall: {
        Step &card = step(draft.id, Step::Kind::Tool, draft.startedAt);
        card.name = draft.name;
        card.callId = draft.callId;
        if (!draft.callId.isEmpty())
            m_stepOfCall.insert(draft.callId, card.id);
        m_rawArguments.insert(card.id, draft.text);
        return describe(card);
    }
    case Draft::Kind::HostedCall: {
        Step &card = step(draft.id, Step::Kind::Hosted, draft.startedAt);
        card.provenance = Provenance::Provider;
        card.name = draft.name;
        if (!draft.picture.isNull())
            card.pictures = {{draft.name, draft.picture, {}, {}}};
        m_hostedArguments.insert(card.id, draft.text.toUtf8());
        return describe(card);
    }
    case Draft::Kind::ToolOutput:
        if (Step *card = stepOfCall(draft.callId)) {
            card->text = draft.text;
            describe(*card);
        }
        return;
    }
}

void TurnPresenter::close()
{
    m_closed = true;
    stopOpenSteps(StepPhase::Stopped, m_endedAt);
}

bool TurnPresenter::shows(const QString &sha256) const
{
    if (m_message) {
        for (const Attachment &attachment : m_message->attachments) {
            if (attachment.blob.sha256 == sha256)
                return true;
        }
    }
    for (const Step &card : m_steps) {
        for (const StepPicture &picture : card.pictures) {
            if (picture.blob.sha256 == sha256)
                return true;
        }
    }
    return false;
}

QList<TranscriptEntry> TurnPresenter::entries(const QDateTime &now, Thumbnails &thumbnails) const
{
    QList<TranscriptEntry> result;
    if (m_message)
        result << question(thumbnails);
    result << answer(now, thumbnails);
    result << m_notices;
    if (const auto last = ending())
        result << *last;
    return result;
}

TranscriptEntry TurnPresenter::question(Thumbnails &thumbnails) const
{
    TranscriptEntry entry;
    entry.id = prefixed("question", m_turn.id);
    entry.kind = TranscriptEntry::Kind::User;
    entry.markdown = m_message->text;
    QStringList files;
    for (const Attachment &attachment : m_message->attachments) {
        if (!attachment.image.isEmpty())
            entry.pictures.append({attachment.image, attachment.name, thumbnails.thumbnail(attachment.blob)});
        else
            files << Tr::tr("%1 (%2)").arg(attachment.name, words::size(attachment.blob.size));
    }
    // Files have no picture, so their names stand above the text.
    if (!files.isEmpty())
        entry.markdown = files.join(QLatin1String("\n")) + (entry.markdown.isEmpty() ? QString() : QLatin1String("\n\n") + entry.markdown);
    entry.footer = QLocale().toString(m_startedAt.toLocalTime().time(), QLocale::ShortFormat);
    return entry;
}

TranscriptEntry TurnPresenter::answer(const QDateTime &now, Thumbnails &thumbnails) const
{
    TranscriptEntry entry;
    entry.id = prefixed("answer", m_turn.id);
    entry.kind = TranscriptEntry::Kind::Answer;
    entry.streaming = isRunning();
    qsizetype length = 0;
    for (const Piece &piece : m_pieces) {
        if (!entry.markdown.isEmpty() && !piece.text.isEmpty()) {
            entry.markdown += QLatin1String("\n\n");
            length += 2;
        }
        for (const TextSpan &span : piece.unsure)
            entry.unsure.append({span.start + length, span.end + length});
        entry.markdown += piece.text;
        length += codePoints(piece.text);
    }
    entry.activity = activity(now, thumbnails);
    entry.footer = footer();
    return entry;
}

TranscriptActivity TurnPresenter::activity(const QDateTime &now, Thumbnails &thumbnails) const
{
    TranscriptActivity result;
    result.running = isRunning();
    int calls = 0;
    int pictures = 0;
    for (const Step &card : m_steps) {
        if (card.kind == Step::Kind::Notice)
            continue;
        TranscriptStep step{card.id, card.title, card.detail, toTranscript(card.phase), {}};
        for (const StepPicture &picture : card.pictures)
            step.pictures.append({picture.image, picture.caption, thumbnails.thumbnail(picture.blob)});
        calls += card.kind == Step::Kind::Reasoning ? 0 : 1;
        pictures += int(card.pictures.size());
        result.steps.append(step);
    }
    if (result.steps.isEmpty() && !result.running)
        return result;
    const QDateTime end = m_endedAt.isValid() ? m_endedAt : now;
    const bool answering = !m_pieces.isEmpty();
    QStringList parts;
    if (result.running && !answering) {
        // While it works the line says what it is doing now.
        const Step *current = m_steps.isEmpty() ? nullptr : &m_steps.constLast();
        const bool named = current && current->kind != Step::Kind::Reasoning && current->phase == StepPhase::Running;
        parts << (named ? current->title : Tr::tr("Thinking"));
        parts << words::duration(m_startedAt.msecsTo(end));
    } else if (m_startedAt.isValid()) {
        parts << Tr::tr("Thought for %1").arg(words::duration(m_startedAt.msecsTo(end)));
    }
    if (calls > 0)
        parts << Tr::tr("%n step(s)", nullptr, calls);
    if (pictures > 0)
        parts << Tr::tr("%n picture(s)", nullptr, pictures);
    result.summary = parts.join(QStringLiteral(" · "));
    return result;
}

std::optional<TranscriptEntry> TurnPresenter::ending() const
{
    TranscriptEntry entry;
    entry.id = prefixed("ending", m_turn.id);
    entry.kind = TranscriptEntry::Kind::Notice;
    if (!m_ended) {
        if (!m_closed)
            return std::nullopt;
        entry.noticeLevel = NoticeLevel::Warning;
        entry.markdown = Tr::tr("This answer was cut off.");
        entry.actionText = Tr::tr("Retry");
        entry.actionId = QStringLiteral("retry");
        return entry;
    }
    switch (m_ended->outcome) {
    case TurnOutcome::Completed:
        return std::nullopt;
    case TurnOutcome::Incomplete:
        entry.noticeLevel = NoticeLevel::Warning;
        entry.markdown = m_ended->reason.isEmpty() ? Tr::tr("The answer is incomplete.") : Tr::tr("The answer is incomplete: %1").arg(m_ended->reason);
        break;
    case TurnOutcome::Failed:
        entry.noticeLevel = NoticeLevel::Error;
        entry.markdown = m_ended->reason.isEmpty() ? Tr::tr("The answer failed.") : m_ended->reason;
        break;
    case TurnOutcome::Interrupted:
        entry.noticeLevel = NoticeLevel::Info;
        entry.markdown = Tr::tr("Stopped. What had arrived is kept.");
        break;
    case TurnOutcome::Denied:
        entry.noticeLevel = NoticeLevel::Info;
        entry.markdown = Tr::tr("Ended because a step was declined.");
        break;
    }
    entry.actionText = Tr::tr("Retry");
    entry.actionId = QStringLiteral("retry");
    return entry;
}

QString TurnPresenter::footer() const
{
    if (!m_ended)
        return {};
    QStringList parts{QLocale().toString(m_endedAt.toLocalTime().time(), QLocale::ShortFormat), words::duration(m_startedAt.msecsTo(m_endedAt))};
    if (m_ended->usage.total)
        parts << Tr::tr("%1 tokens").arg(words::count(*m_ended->usage.total));
    if (m_turn.provider == QLatin1String("offline") || m_turn.provider.isEmpty())
        parts << Tr::tr("offline assistant, no cost");
    else if (!m_turn.model.isEmpty())
        parts << m_turn.model;
    if (m_cost)
        parts << costText(*m_cost);
    return parts.join(QStringLiteral(" · "));
}

} // namespace vitrine
