#include "engine/DraftBoard.h"

namespace vitrine {

DraftBoard::DraftBoard(ConversationId conversation, TurnId turn, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_conversation(std::move(conversation))
    , m_turn(std::move(turn))
    , m_clock(clock)
{
    m_announceTimer.setSingleShot(true);
    m_announceTimer.setInterval(30);
    connect(&m_announceTimer, &QTimer::timeout, this, &DraftBoard::announce);
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(500);
    connect(&m_keepTimer, &QTimer::timeout, this, &DraftBoard::keepChanged);
}

void DraftBoard::apply(const ModelEvent &event)
{
    if (const auto *text = std::get_if<TextDelta>(&event)) {
        Draft &draft = at(text->slot, Draft::Kind::Message);
        draft.text += text->text;
        touch(draft.id);
    } else if (const auto *reasoning = std::get_if<ReasoningDelta>(&event)) {
        Draft &draft = at(reasoning->slot, Draft::Kind::Reasoning);
        draft.text += reasoning->text;
        touch(draft.id);
    } else if (const auto *call = std::get_if<ToolCallStarted>(&event)) {
        Draft &draft = at(call->slot, Draft::Kind::ToolCall);
        draft.callId = call->callId;
        draft.name = call->name;
        touch(draft.id);
    } else if (const auto *arguments = std::get_if<ToolCallDelta>(&event)) {
        Draft &draft = at(arguments->slot, Draft::Kind::ToolCall);
        draft.text += arguments->arguments;
        touch(draft.id);
    } else if (const auto *hosted = std::get_if<HostedCallProgress>(&event)) {
        Draft &draft = at(hosted->slot, Draft::Kind::HostedCall);
        draft.name = hosted->type;
        touch(draft.id);
    } else if (const auto *given = std::get_if<HostedCallDelta>(&event)) {
        Draft &draft = at(given->slot, Draft::Kind::HostedCall);
        draft.text += given->text;
        touch(draft.id);
    }
}

void DraftBoard::showPicture(int slot, const BlobRef &picture)
{
    Draft &draft = at(slot, Draft::Kind::HostedCall);
    draft.picture = picture;
    touch(draft.id);
}

void DraftBoard::growOutput(const CallId &call, const QString &toolName, const QString &text)
{
    Draft &draft = m_outputs[call];
    if (draft.id.isEmpty()) {
        const QDateTime now = m_clock.now();
        draft = {ItemId::create(now.toMSecsSinceEpoch()), m_conversation, m_turn, Draft::Kind::ToolOutput, toolName, call, {}, now};
    }
    // The whole output is kept by the tool; this is only what a person watches.
    static constexpr qsizetype watched = 64 * 1024;
    draft.text += text;
    if (draft.text.size() > watched)
        draft.text.remove(0, draft.text.size() - watched);
    touch(draft.id);
}

std::optional<Draft> DraftBoard::take(int slot)
{
    const auto found = m_slots.find(slot);
    if (found == m_slots.end())
        return std::nullopt;
    const Draft draft = *found;
    m_slots.erase(found);
    return draft;
}

std::optional<Draft> DraftBoard::takeOutput(const CallId &call)
{
    const auto found = m_outputs.find(call);
    if (found == m_outputs.end())
        return std::nullopt;
    const Draft draft = *found;
    m_outputs.erase(found);
    return draft;
}

QList<Draft> DraftBoard::takeAll()
{
    const QList<Draft> drafts = m_slots.values();
    m_slots.clear();
    return drafts;
}

Draft &DraftBoard::at(int slot, Draft::Kind kind)
{
    auto found = m_slots.find(slot);
    if (found == m_slots.end()) {
        const QDateTime now = m_clock.now();
        found = m_slots.insert(slot, {ItemId::create(now.toMSecsSinceEpoch()), m_conversation, m_turn, kind, {}, {}, {}, now});
    }
    return *found;
}

void DraftBoard::touch(const ItemId &id)
{
    if (!m_changed.contains(id))
        m_changed.append(id);
    if (!m_unkept.contains(id))
        m_unkept.append(id);
    if (!m_announceTimer.isActive())
        m_announceTimer.start();
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void DraftBoard::announce()
{
    for (const ItemId &id : std::exchange(m_changed, {})) {
        if (const Draft *draft = find(id))
            emit changed(*draft);
    }
}

void DraftBoard::keepChanged()
{
    for (const ItemId &id : std::exchange(m_unkept, {})) {
        const Draft *draft = find(id);
        if (draft && draft->kind != Draft::Kind::ToolOutput)
            emit keep(*draft);
    }
}

const Draft *DraftBoard::find(const ItemId &id) const
{
    for (const Draft &draft : m_slots) {
        if (draft.id == id)
            return &draft;
    }
    for (const Draft &draft : m_outputs) {
        if (draft.id == id)
            return &draft;
    }
    return nullptr;
}

} // namespace vitrine
