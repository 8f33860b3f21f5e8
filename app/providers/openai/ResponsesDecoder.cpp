#include "providers/openai/ResponsesDecoder.h"

#include "providers/HttpErrors.h"
#include "providers/JsonSlice.h"
#include "providers/openai/ResponsesItems.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

// More than any answer has; bounds the memory that a hostile stream can ask for.
constexpr size_t mostSlots = 20000;

// Where translators find these sentences.
class ResponsesDecoding
{
    Q_DECLARE_TR_FUNCTIONS(ResponsesDecoding)
};

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QJsonObject objectIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toObject();
}

std::optional<qint64> integerIn(const QJsonObject &json, const char *key)
{
    const QJsonValue value = json.value(QLatin1String(key));
    if (!value.isDouble())
        return std::nullopt;
    // Zero for what does not fit: a fraction, or 1e300.
    return value.toInteger();
}

Usage usageIn(const QJsonObject &response)
{
    const QJsonObject usage = objectIn(response, "usage");
    return Usage{integerIn(usage, "input_tokens"), integerIn(objectIn(usage, "input_tokens_details"), "cached_tokens"),
                 integerIn(usage, "output_tokens"), integerIn(objectIn(usage, "output_tokens_details"), "reasoning_tokens"),
                 integerIn(usage, "total_tokens")};
}

bool isCallForUs(const QString &type)
{
    return type == QLatin1String("function_call") || responses::isCustomCall(type);
}

bool isHosted(const QString &type)
{
    return !type.isEmpty() && !isCallForUs(type) && type != QLatin1String("message") && type != QLatin1String("reasoning");
}

} // namespace

void ResponsesDecoder::take(const SseEvent &event, QList<ModelEvent> &out)
{
    if (event.data == "[DONE]") // not part of this API, but OpenRouter sends it
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(event.data, &error);
    if (!document.isObject()) {
        // What the end of the stream cut in two says nothing.
        if (event.terminated)
            out.append(UnknownEvent{QString::fromUtf8(event.name), event.data});
        return;
    }
    Incoming incoming{stringIn(document.object(), "type"), document.object(), event.data};
    if (incoming.type.isEmpty() && incoming.json.value(QLatin1String("error")).isObject())
        incoming.type = QStringLiteral("error");
    if (incoming.type.isEmpty())
        incoming.type = QString::fromUtf8(event.name);
    takeIncoming(incoming, out);
}

void ResponsesDecoder::takeWhole(const QByteArray &json, QList<ModelEvent> &out)
{
    const QJsonObject response = QJsonDocument::fromJson(json).object();
    if (response.isEmpty()) // cut
        return;
    if (!response.value(QLatin1String("output")).isArray()) {
        takeError(response);
        if (m_facts.error.isEmpty())
            m_error = Error{ErrorKind::Protocol, ResponsesDecoding::tr("The server answers in another way than the Responses API; check the provider's address and API."),
                            Audience::User, {}, false};
        return;
    }
    const QString status = stringIn(response, "status");
    noteResponse(response, out);
    end(status == QLatin1String("failed") || status == QLatin1String("incomplete") ? status : QStringLiteral("completed"), response, json, out);
}

Done ResponsesDecoder::finish(const QByteArray &oddLine, QList<ModelEvent> &out)
{
    if (m_ended)
        return {};
    // llama-box writes a bare line "error: {...}" and closes.
    if (!m_error && oddLine.startsWith("error:")) {
        const QJsonObject json = QJsonDocument::fromJson(oddLine.mid(6)).object();
        if (!json.isEmpty())
            takeError(json);
    }
    emitDone(out);
    if (m_error)
        return tl::unexpected(*m_error);
    return tl::unexpected(Error{ErrorKind::Protocol, ResponsesDecoding::tr("The answer ended before it was complete; try again."), Audience::User, {}, true});
}

QString ResponsesDecoder::deltas(std::initializer_list<Channel> channels) const
{
    std::vector<const Slot *> order;
    for (const Slot &slot : m_slots)
        order.push_back(&slot);
    std::stable_sort(order.begin(), order.end(), [](const Slot *a, const Slot *b) { return a->outputIndex < b->outputIndex; });
    QString text;
    for (const Slot *slot : order) {
        for (auto part = slot->deltas.begin(); part != slot->deltas.end(); ++part) {
            if (std::find(channels.begin(), channels.end(), part.key().second) != channels.end())
                text += part.value();
        }
    }
    return text;
}

int ResponsesDecoder::partsWithDeltas(std::initializer_list<Channel> channels) const
{
    int parts = 0;
    for (const Slot &slot : m_slots) {
        for (auto part = slot.deltas.begin(); part != slot.deltas.end(); ++part)
            parts += std::find(channels.begin(), channels.end(), part.key().second) != channels.end();
    }
    return parts;
}

void ResponsesDecoder::takeIncoming(const Incoming &event, QList<ModelEvent> &out)
{
    ++m_facts.eventTypes[event.type];
    countSequence(event.json);
    if (m_ended)
        return;
    if (takeLifecycle(event, out) || takeItem(event, out) || takePiece(event, out) || takeArguments(event, out) || takeHosted(event, out))
        return;
    static const QSet<QString> silent = {
        QStringLiteral("keepalive"),
        QStringLiteral("response.content_part.added"),
        QStringLiteral("response.content_part.done"),
        QStringLiteral("response.reasoning_summary_part.added"),
        QStringLiteral("response.reasoning_summary_part.done"),
        QStringLiteral("response.reasoning_part.added"),
        QStringLiteral("response.reasoning_part.done"),
    };
    if (!silent.contains(event.type))
        out.append(UnknownEvent{event.type, event.raw});
}

bool ResponsesDecoder::takeLifecycle(const Incoming &event, QList<ModelEvent> &out)
{
    if (event.type == QLatin1String("error")) {
        takeError(event.json);
        return true;
    }
    if (!event.type.startsWith(QLatin1String("response.")))
        return false;
    const QString name = event.type.sliced(9);
    const bool begins = name == QLatin1String("created") || name == QLatin1String("queued") || name == QLatin1String("in_progress");
    const bool ends = name == QLatin1String("completed") || name == QLatin1String("incomplete") || name == QLatin1String("failed");
    if (!begins && !ends)
        return false;
    const QJsonObject response = objectIn(event.json, "response");
    noteResponse(response, out);
    if (ends)
        end(name, response, jsonMember(event.raw, "response"), out);
    return true;
}

void ResponsesDecoder::takeError(const QJsonObject &json)
{
    const ApiError error = apiErrorFrom(json);
    m_error = judgeStreamError(error).toError();
    m_facts.error = error.message;
}

void ResponsesDecoder::noteResponse(const QJsonObject &response, QList<ModelEvent> &out)
{
    const QString id = stringIn(response, "id");
    if (!id.isEmpty())
        m_facts.responseIds.insert(id);
    if (!std::exchange(m_started, true))
        out.append(ResponseStarted{id, stringIn(response, "model")});
}

void ResponsesDecoder::countSequence(const QJsonObject &json)
{
    const std::optional<qint64> number = integerIn(json, "sequence_number");
    if (!number)
        return;
    if (!m_facts.firstSequence)
        m_facts.firstSequence = number;
    else if (*number - 1 != m_facts.lastSequence)
        m_facts.gapless = false;
    m_facts.lastSequence = number;
}

void ResponsesDecoder::end(const QString &type, const QJsonObject &response, QByteArrayView raw, QList<ModelEvent> &out)
{
    // Some servers send whole items only here.
    const bool noneDone = std::none_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.body.has_value(); });
    if (noneDone && type != QLatin1String("failed")) {
        const QList<QByteArrayView> items = jsonElements(jsonMember(raw, "output"));
        const QJsonArray parsed = response.value(QLatin1String("output")).toArray();
        for (qsizetype i = 0; i < std::min(items.size(), parsed.size()); ++i) {
            if (parsed[i].isObject())
                itemDone(i, parsed[i].toObject(), items[i].toByteArray(), out);
        }
    }
    ResponseEnded ended;
    ended.usage = usageIn(response);
    const QString status = stringIn(response, "status");
    m_facts.status = status.isEmpty() ? type : status;
    if (type == QLatin1String("failed")) {
        ended.finish = FinishReason::Failed;
        const ApiError error = apiErrorFrom(response);
        if (!error.isEmpty() || !m_error) {
            m_error = judgeStreamError(error).toError();
            m_facts.error = error.message;
        }
        ended.error = m_error;
        emitDone(out);
    } else {
        if (type == QLatin1String("incomplete")) {
            ended.finish = FinishReason::Incomplete;
            ended.reason = stringIn(objectIn(response, "incomplete_details"), "reason");
            m_facts.reason = ended.reason;
        }
        emitRest(out);
    }
    m_ended = true;
    out.append(ended);
}

int ResponsesDecoder::openSlot(qint64 outputIndex, const QString &type)
{
    if (m_slots.size() >= mostSlots)
        return -1;
    const int slot = static_cast<int>(m_slots.size());
    m_slots.emplace_back();
    m_slots.back().outputIndex = outputIndex;
    m_slots.back().type = type;
    m_latest.insert(outputIndex, slot);
    m_unfinished.insert({outputIndex, slot});
    return slot;
}

// The slot of a piece. An absent index means the item that was opened last.
int ResponsesDecoder::slotOf(const QJsonObject &json, const char *type)
{
    const std::optional<qint64> index = integerIn(json, "output_index");
    if (!index)
        return m_slots.empty() ? openSlot(0, QLatin1String(type)) : static_cast<int>(m_slots.size()) - 1;
    const auto known = m_latest.constFind(*index);
    return known != m_latest.constEnd() ? *known : openSlot(*index, QLatin1String(type));
}

bool ResponsesDecoder::takeItem(const Incoming &event, QList<ModelEvent> &out)
{
    const bool added = event.type == QLatin1String("response.output_item.added");
    if (!added && event.type != QLatin1String("response.output_item.done"))
        return false;
    const QJsonValue item = event.json.value(QLatin1String("item"));
    if (!item.isObject())
        return false;
    const qint64 next = m_slots.empty() ? 0 : m_slots.back().outputIndex + (added ? 1 : 0);
    const qint64 index = integerIn(event.json, "output_index").value_or(next);
    if (added) {
        itemAdded(index, item.toObject(), out);
        return true;
    }
    QByteArray raw = jsonMember(event.raw, "item").toByteArray();
    if (raw.isEmpty())
        raw = QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact);
    itemDone(index, item.toObject(), raw, out);
    return true;
}

void ResponsesDecoder::itemAdded(qint64 outputIndex, const QJsonObject &item, QList<ModelEvent> &out)
{
    const QString type = stringIn(item, "type");
    int number = m_latest.value(outputIndex, -1);
    // A server that gives every item the same index would otherwise overwrite one with the other.
    if (number < 0 || m_slots[number].body)
        number = openSlot(outputIndex, type);
    if (number < 0)
        return;
    Slot &slot = m_slots[number];
    slot.type = type;
    if (isCallForUs(type)) {
        slot.callId.value = stringIn(item, "call_id");
        slot.name = stringIn(item, "name");
        m_hasContent = true;
        out.append(ToolCallStarted{number, slot.callId, slot.name});
    } else if (isHosted(type)) {
        m_hasContent = true;
        const QString status = stringIn(item, "status");
        out.append(HostedCallProgress{number, type, status.isEmpty() ? QStringLiteral("in_progress") : status});
    }
}

void ResponsesDecoder::itemDone(qint64 outputIndex, const QJsonObject &item, const QByteArray &raw, QList<ModelEvent> &out)
{
    ItemBody body = responses::bodyOf(item, raw);
    if (auto *call = std::get_if<ToolCall>(&body)) {
        if (call->callId.isEmpty())
            call->callId.value = QStringLiteral("call_%1_%2").arg(m_facts.responseIds.values().value(0)).arg(m_slots.size());
        if (m_callIds.contains(call->callId.value))
            return;
        m_callIds.insert(call->callId.value);
    }
    int number = m_latest.value(outputIndex, -1);
    if (number < 0 || m_slots[number].body)
        number = openSlot(outputIndex, {});
    if (number < 0)
        return;
    Slot &slot = m_slots[number];
    slot.type = stringIn(item, "type");
    // An item that says nothing does not take back what was said.
    if (auto *message = std::get_if<AgentMessage>(&body); message && item.value(QLatin1String("content")).toArray().isEmpty()) {
        message->text = joined(slot, Channel::Text, "");
    } else if (auto *reasoning = std::get_if<Reasoning>(&body); reasoning && reasoning->text.isEmpty()) {
        reasoning->text = joined(slot, Channel::Summary, "\n\n");
        if (reasoning->text.isEmpty())
            reasoning->text = joined(slot, Channel::Thoughts, "\n\n");
    }
    slot.body = body;
    slot.files = responses::filesOf(item);
    m_hasContent = true;
    noteFinalItem(item);
    emitDone(out);
}

void ResponsesDecoder::noteFinalItem(const QJsonObject &item)
{
    const QString type = stringIn(item, "type");
    if (type == QLatin1String("reasoning") && !stringIn(item, "encrypted_content").isEmpty())
        ++m_facts.encryptedReasoningItems;
    if (type != QLatin1String("message"))
        return;
    const QJsonArray content = item.value(QLatin1String("content")).toArray();
    for (const QJsonValue &part : content) {
        const QJsonArray annotations = part.toObject().value(QLatin1String("annotations")).toArray();
        for (const QJsonValue &annotation : annotations)
            ++m_facts.finalAnnotations[stringIn(annotation.toObject(), "type")];
    }
}

// Passes on what is done, in order; an item waits for those before it.
void ResponsesDecoder::emitDone(QList<ModelEvent> &out)
{
    while (!m_unfinished.empty()) {
        const int number = m_unfinished.begin()->second;
        const Slot &slot = m_slots[number];
        if (!slot.body)
            return;
        out.append(ItemDone{number, *slot.body, std::exchange(m_slots[number].files, {})});
        m_unfinished.erase(m_unfinished.begin());
    }
}

// The answer is complete: what has no whole copy is made of its pieces.
void ResponsesDecoder::emitRest(QList<ModelEvent> &out)
{
    for (const auto &[index, number] : std::exchange(m_unfinished, {})) {
        const Slot &slot = m_slots[number];
        const std::optional<ItemBody> body = slot.body ? slot.body : bodyFromDeltas(slot);
        if (body)
            out.append(ItemDone{number, *body, slot.files});
    }
}

std::optional<ItemBody> ResponsesDecoder::bodyFromDeltas(const Slot &slot) const
{
    const QString text = joined(slot, Channel::Text, "");
    const QString refusal = joined(slot, Channel::Refusal, "");
    if (!text.isEmpty() || !refusal.isEmpty()) {
        AgentMessage message;
        message.text = text.isEmpty() || refusal.isEmpty() ? text + refusal : text + QStringLiteral("\n\n") + refusal;
        message.refusal = !refusal.isEmpty();
        return message;
    }
    const QString summary = joined(slot, Channel::Summary, "\n\n");
    const QString thoughts = summary.isEmpty() ? joined(slot, Channel::Thoughts, "\n\n") : summary;
    if (!thoughts.isEmpty())
        return Reasoning{thoughts, std::nullopt, {}};
    // Half of a call must not run.
    if (isCallForUs(slot.type) && slot.argumentsDone && !slot.callId.isEmpty() && !m_callIds.contains(slot.callId.value))
        return ToolCall{slot.callId, slot.name, slot.arguments, {}};
    return std::nullopt;
}

QString ResponsesDecoder::joined(const Slot &slot, Channel channel, const char *separator)
{
    QString text;
    for (auto part = slot.deltas.begin(); part != slot.deltas.end(); ++part) {
        if (part.key().second != channel || part.value().isEmpty())
            continue;
        if (!text.isEmpty())
            text += QLatin1String(separator);
        text += part.value();
    }
    return text;
}

} // namespace vitrine
