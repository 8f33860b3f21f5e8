#include "engine/PromptBuilder.h"

#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

class Builder
{
public:
    Builder(const PromptSettings &settings, const BlobReader &blobs)
        : m_settings(settings)
        , m_blobs(blobs)
    {
    }

    void add(const PromptTurn &turn, bool isEarlier)
    {
        m_leavesOut = isEarlier && m_settings.leaveOutEarlier;
        m_own = turn.turn.provider == m_settings.provider;
        m_pictures.clear();
        m_answered.clear();
        m_open.clear();
        for (const ItemPtr &item : turn.items) {
            if (const auto *step = std::get_if<ImageStep>(&item->body))
                m_pictures[step->callId].append(*step);
            else if (const auto *output = std::get_if<ToolOutput>(&item->body))
                m_answered.insert(output->callId);
        }
        for (const ItemPtr &item : turn.items)
            std::visit([this, &item](const auto &body) { addBody(*item, body); }, item->body);
        // A thought that nothing followed cannot go back.
        m_heldReasoning.clear();
        for (const CallId &call : std::as_const(m_open))
            m_request.input.append(PromptToolOutput{call, {QStringLiteral("cancelled: the call was stopped before it had a result")}});
    }

    const LeftOut &leftOut() const { return m_leftOut; }
    Result<ModelRequest> finish()
    {
        if (m_error)
            return tl::unexpected(*m_error);
        m_request.model = m_settings.model;
        m_request.effort = m_settings.effort;
        m_request.instructions = m_settings.instructions;
        m_request.hostedTools = m_settings.hostedTools;
        m_request.verbosity = m_settings.verbosity;
        for (const ToolSpec &tool : m_settings.tools)
            m_request.tools.append({tool.name, tool.description, tool.parameters});
        return std::move(m_request);
    }

private:
    void addBody(const Item &, const UserMessage &message)
    {
        PromptUserMessage prompt;
        for (const Attachment &attachment : message.attachments) {
            if (attachment.image.isEmpty()) {
                const QString name = m_settings.uploadNames.value(attachment.blob.sha256, attachment.name);
                prompt.parts.append(QStringLiteral("File: /mnt/uploads/%1 (%2, %3 bytes)").arg(name, attachment.blob.mime).arg(attachment.blob.size));
                continue;
            }
            if (m_leavesOut) {
                ++m_leftOut.pictures;
                prompt.parts.append(QStringLiteral("%1: %2 (picture left out of this request)").arg(attachment.image, attachment.name));
                continue;
            }
            // The size named is the one the model's coordinates refer to.
            prompt.parts.append(QStringLiteral("%1: %2 %3x%4").arg(attachment.image, attachment.name).arg(attachment.sentSize.width()).arg(attachment.sentSize.height()));
            addPicture(prompt.parts, attachment.sent);
        }
        if (const QString text = message.compacts ? compactionRequest() : message.text; !text.isEmpty())
            prompt.parts.append(text);
        m_request.input.append(prompt);
    }
    void addBody(const Item &item, const AgentMessage &message)
    {
        if (isOwn(item, message.providerItem))
            addOwn(message.providerItem);
        else if (!message.text.isEmpty())
            m_request.input.append(PromptAgentMessage{message.text});
    }
    void addBody(const Item &item, const Reasoning &reasoning)
    {
        if (isOwn(item, reasoning.providerItem))
            m_heldReasoning.append(reasoning.providerItem);
    }
    void addBody(const Item &item, const ToolCall &call)
    {
        // Cut before its arguments were whole: it never ran, and no API takes broken arguments back.
        if (item.status == ItemStatus::Interrupted)
            return;
        if (isOwn(item, call.providerItem))
            addOwn(call.providerItem);
        else
            m_request.input.append(PromptToolCall{call.callId, call.name, call.arguments});
        if (!m_answered.contains(call.callId))
            m_open.append(call.callId);
    }
    void addBody(const Item &, const ToolOutput &output)
    {
        if (m_leavesOut) {
            ++m_leftOut.outputs;
            m_leftOut.pictures += int(m_pictures.value(output.callId).size());
            m_request.input.append(PromptToolOutput{output.callId, {QStringLiteral("(output left out of this request)")}});
            return;
        }
        PromptToolOutput prompt{output.callId, {output.text}};
        for (const ImageStep &step : m_pictures.value(output.callId))
            addPicture(prompt.parts, step.sent);
        m_request.input.append(prompt);
    }
    void addBody(const Item &item, const HostedCall &call)
    {
        if (m_leavesOut) {
            ++m_leftOut.outputs;
            m_heldReasoning.clear(); // it goes back with what follows it, or not at all
        } else if (isOwn(item, call.providerItem)) {
            addOwn(call.providerItem);
        }
    }
    void addBody(const Item &, const ImageStep &) {} // goes with its tool output
    void addBody(const Item &, const ApprovalRequest &) {}
    void addBody(const Item &, const ApprovalDecision &) {}
    void addBody(const Item &, const Notice &) {}
    void addBody(const Item &, const TurnEnded &) {}

    bool isOwn(const Item &item, const QByteArray &providerItem) const
    {
        return m_own && item.status == ItemStatus::Completed && !providerItem.isEmpty();
    }
    void addOwn(const QByteArray &providerItem)
    {
        for (const QByteArray &reasoning : std::as_const(m_heldReasoning))
            m_request.input.append(PromptProviderItem{reasoning});
        m_heldReasoning.clear();
        m_request.input.append(PromptProviderItem{providerItem});
    }
    void addPicture(QList<PromptPart> &parts, const BlobRef &ref)
    {
        const Result<QByteArray> bytes = m_blobs.read(ref);
        if (bytes)
            parts.append(PromptPicture{*bytes, ref.mime, {}});
        else
            m_error = bytes.error();
    }

    const PromptSettings &m_settings;
    const BlobReader &m_blobs;
    ModelRequest m_request;
    std::optional<Error> m_error;
    LeftOut m_leftOut;
    bool m_own = false;
    bool m_leavesOut = false; // outputs and pictures of this turn
    QHash<CallId, QList<ImageStep>> m_pictures;
    QSet<CallId> m_answered;
    QList<CallId> m_open;
    QList<QByteArray> m_heldReasoning;
};

} // namespace

namespace {

bool isCompaction(const PromptTurn &turn)
{
    return std::any_of(turn.items.begin(), turn.items.end(), [](const ItemPtr &item) {
        const auto *message = std::get_if<UserMessage>(&item->body);
        return message && message->compacts;
    });
}

// A summary stands for what lies before it once it is whole.
bool hasAnswer(const PromptTurn &turn)
{
    return std::any_of(turn.items.begin(), turn.items.end(), [](const ItemPtr &item) {
        const auto *message = std::get_if<AgentMessage>(&item->body);
        return message && item->status == ItemStatus::Completed && !message->text.isEmpty();
    });
}

} // namespace

Result<ModelRequest> buildPrompt(const QList<PromptTurn> &path, const PromptSettings &settings, const BlobReader &blobs, LeftOut *leftOut)
{
    qsizetype first = 0;
    for (qsizetype i = path.size() - 2; i > 0 && first == 0; --i) {
        if (isCompaction(path[i]) && hasAnswer(path[i]))
            first = i;
    }
    Builder builder(settings, blobs);
    for (qsizetype i = first; i < path.size(); ++i)
        builder.add(path[i], i + 1 < path.size());
    if (leftOut) {
        *leftOut = builder.leftOut();
        leftOut->turns = int(first);
    }
    return builder.finish();
}

QString compactionRequest()
{
    return QStringLiteral(
        "Summarise this conversation so that it can go on from your summary alone. Keep: what the user wants and has decided; every fact, number, name, "
        "path and picture id that may be needed again; what was done with which result, and what failed; what is still open. Leave out what no longer "
        "matters. Write in the user's language, in Markdown, and call no tools.");
}

QString defaultInstructions()
{
    return QStringLiteral(
        "You work in a desktop client that shows the user every tool call you make. Use the tools when they help, and say only what they or the user's "
        "material show: never claim a run, a file or a result that is not in a tool's output. Pictures have ids (img_1); the image tools take an id and "
        "make a new picture, the original is never changed. Look closely before you answer: rotate, rectify, crop and zoom when something is small, "
        "turned or unclear. Python runs in a sandbox without network; uploaded files are under /mnt/uploads, what you write under /mnt/data is offered "
        "to the user. Answer in the user's language, in Markdown.");
}

} // namespace vitrine
