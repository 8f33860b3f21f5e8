// The part of GeminiDecoder that makes items of parts.

#include "providers/gemini/GeminiDecoder.h"

#include "base/Json.h"
#include "providers/JsonSlice.h"
#include "providers/gemini/GeminiParts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace vitrine {

namespace {

// More than any answer has; bounds the memory that a hostile stream can ask for.
constexpr int mostItems = 20000;

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

QJsonObject objectIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toObject();
}

bool has(const QJsonObject &part, const char *key)
{
    return part.value(QLatin1String(key)).isObject();
}

bool isThought(const QJsonObject &part)
{
    return part.value(QLatin1String("thought")).toBool();
}

qsizetype codePointsIn(const QString &text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += !c.isLowSurrogate();
    return count;
}

QByteArray &providerItemOf(ItemBody &body)
{
    if (auto *message = std::get_if<AgentMessage>(&body))
        return message->providerItem;
    if (auto *reasoning = std::get_if<Reasoning>(&body))
        return reasoning->providerItem;
    if (auto *call = std::get_if<ToolCall>(&body))
        return call->providerItem;
    return std::get<HostedCall>(body).providerItem;
}

} // namespace

void GeminiDecoder::takePart(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    if (!stringIn(part, "thoughtSignature").isEmpty())
        ++m_facts.thoughtSignatures;
    if (has(part, "functionCall")) {
        takeCall(part, raw, out);
    } else if (takeHosted(part, raw, out)) {
        return;
    } else if (part.value(QLatin1String("text")).isString()) {
        takeText(part, raw, out);
    } else {
        // Whatever it is, it has to go back; a part with nothing but a signature is nothing new.
        if (!part.contains(QLatin1String("thoughtSignature")))
            out.append(UnknownEvent{part.keys().value(0), raw});
        keep(raw);
    }
}

void GeminiDecoder::takeText(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    const QString text = stringIn(part, "text");
    // Says nothing, but may carry a signature: it goes back with what came before it.
    if (text.isEmpty()) {
        keep(raw);
        return;
    }
    if (isThought(part)) {
        m_facts.reasoning += text;
        if (!growing<Reasoning>() && !open(Reasoning{}, out))
            return;
        growing<Reasoning>()->text += text;
        out.append(ReasoningDelta{m_open->slot, text});
    } else {
        if (!growing<AgentMessage>() && !open(AgentMessage{}, out))
            return;
        growing<AgentMessage>()->text += text;
        m_facts.text += text;
        m_codePoints += codePointsIn(text);
        out.append(TextDelta{m_open->slot, text});
    }
    keep(raw);
}

void GeminiDecoder::takeCall(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    const QJsonObject call = objectIn(part, "functionCall");
    const QString name = stringIn(call, "name");
    const bool isOpen = m_open && m_open->arguments;
    if (isOpen && (name.isEmpty() || (name == std::get<ToolCall>(m_open->body).name && call.contains(QLatin1String("partialArgs"))))) {
        takeCallPiece(part, out);
        return;
    }
    if (name.isEmpty()) { // the end of a call that never began
        out.append(UnknownEvent{QStringLiteral("functionCall"), raw});
        return;
    }
    const bool streamed = call.value(QLatin1String("willContinue")).toBool() || call.contains(QLatin1String("partialArgs"));
    const QString apiId = stringIn(call, "id");
    Growing *item = open(ToolCall{callIdFor(apiId, streamed), name, {}, {}}, out);
    if (!item)
        return;
    out.append(ToolCallStarted{item->slot, std::get<ToolCall>(item->body).callId, name});
    if (streamed) {
        item->whole = false;
        item->arguments.emplace();
        item->firstPart = part;
        takeCallPiece(part, out);
        return;
    }
    const QByteArray args = jsonMember(jsonMember(raw, "functionCall"), "args").toByteArray();
    auto &body = std::get<ToolCall>(item->body);
    body.arguments = has(call, "args") ? QString::fromUtf8(args.isEmpty() ? toJson(objectIn(call, "args")) : args) : QStringLiteral("{}");
    out.append(ToolCallDelta{item->slot, body.arguments});
    keep(raw);
}

// {partialArgs, willContinue}; the one without willContinue, often quite empty, closes the call.
void GeminiDecoder::takeCallPiece(const QJsonObject &part, QList<ModelEvent> &out)
{
    const QJsonObject call = objectIn(part, "functionCall");
    if (const QJsonValue signature = part.value(QLatin1String("thoughtSignature")); signature.isString())
        m_open->firstPart[QStringLiteral("thoughtSignature")] = signature;
    const QJsonArray pieces = call.value(QLatin1String("partialArgs")).toArray();
    QString shown;
    for (const QJsonValue &piece : pieces)
        shown += m_open->arguments->take(piece.toObject());
    m_open->arguments->merge(objectIn(call, "args"));
    if (!shown.isEmpty())
        out.append(ToolCallDelta{m_open->slot, shown});
    if (call.value(QLatin1String("willContinue")).toBool())
        return;
    // The pieces are the way of the stream only: what goes back is the call that they make up.
    const QJsonObject args = m_open->arguments->json();
    QJsonObject whole = objectIn(m_open->firstPart, "functionCall");
    whole.remove(QLatin1String("partialArgs"));
    whole.remove(QLatin1String("willContinue"));
    whole[QStringLiteral("args")] = args;
    m_open->firstPart[QStringLiteral("functionCall")] = whole;
    std::get<ToolCall>(m_open->body).arguments = QString::fromUtf8(toJson(args));
    m_open->parts.append(toJson(m_open->firstPart));
    m_open->arguments.reset();
    m_open->whole = true;
}

// A call of the API that none of ours may take for its own, whatever the gateway.
CallId GeminiDecoder::callIdFor(const QString &apiId, bool streamed)
{
    CallId id{apiId};
    if (apiId.isEmpty() || m_facts.calls.contains(apiId))
        id.value = QStringLiteral("call_") + CallId::create(QDateTime::currentMSecsSinceEpoch()).value;
    m_facts.calls.insert(id.value, {apiId, streamed});
    return id;
}

bool GeminiDecoder::takeHosted(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    if (has(part, "executableCode") || has(part, "codeExecutionResult"))
        takeCode(part, raw, out);
    else if (has(part, "toolCall") || has(part, "toolResponse"))
        takeTool(part, raw, out);
    else if (has(part, "inlineData"))
        takeInlineData(part, raw, out);
    else if (has(part, "fileData"))
        openHosted(gemini::fileCall(objectIn(part, "fileData")), raw, out);
    else
        return false;
    return true;
}

void GeminiDecoder::takeCode(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    ++m_facts.codeParts;
    if (has(part, "executableCode")) {
        const QJsonObject code = objectIn(part, "executableCode");
        if (Growing *item = openHosted(gemini::codeCall(code), raw, out)) {
            item->whole = false;
            out.append(HostedCallDelta{item->slot, stringIn(code, "code")});
        }
        return;
    }
    // One code may have several results: what it printed, then how it failed.
    const auto *running = growing<HostedCall>();
    if (running && running->type == QLatin1String("code_execution"))
        keep(raw);
    else if (!openHosted(gemini::codeCall({}), raw, out))
        return;
    const QJsonObject result = objectIn(part, "codeExecutionResult");
    auto &call = std::get<HostedCall>(m_open->body);
    call.outcome = stringIn(result, "outcome");
    call.output += stringIn(result, "output");
    m_open->whole = true;
    out.append(HostedCallProgress{m_open->slot, call.type, call.outcome});
}

// A search or the like that the API shows as a call with its answer.
void GeminiDecoder::takeTool(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    if (has(part, "toolCall")) {
        const QJsonObject tool = objectIn(part, "toolCall");
        const HostedCall call = gemini::toolCall(tool);
        m_searchShown = m_searchShown || call.type == QLatin1String("web_search");
        m_pagesShown = m_pagesShown || call.type == QLatin1String("url_context");
        if (Growing *item = openHosted(call, raw, out)) {
            item->whole = false;
            item->toolId = stringIn(tool, "id");
        }
        return;
    }
    const QJsonObject response = objectIn(part, "toolResponse");
    const HostedCall answered = gemini::toolCall(response);
    const auto *running = growing<HostedCall>();
    if (running && !m_open->whole && running->type == answered.type && m_open->toolId == stringIn(response, "id"))
        keep(raw);
    else if (!openHosted(answered, raw, out))
        return;
    auto &call = std::get<HostedCall>(m_open->body);
    call.output = gemini::textOrJson(response.value(QLatin1String("response")));
    call.outcome = QStringLiteral("completed");
    m_open->whole = true;
    out.append(HostedCallProgress{m_open->slot, call.type, call.outcome});
}

void GeminiDecoder::takeInlineData(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out)
{
    const QJsonObject data = objectIn(part, "inlineData");
    const bool picture = gemini::isPicture(stringIn(data, "mimeType"));
    m_facts.inlinePictures += picture;
    const ProducedFile file = gemini::producedFile(data, m_slots + 1);
    if (picture && isThought(part)) {
        // A sketch on the way to the picture: shown as its preview, sent back with the thoughts.
        if (!growing<Reasoning>() && !open(Reasoning{}, out))
            return;
        keep(raw);
        m_hasContent = true;
        if (m_pictureSlot < 0) {
            m_pictureSlot = m_slots++;
            out.append(HostedCallProgress{m_pictureSlot, QStringLiteral("image"), QStringLiteral("in_progress")});
        }
        out.append(PartialPicture{m_pictureSlot, m_previews++, file.bytes, file.mime});
        return;
    }
    const int slot = picture ? std::exchange(m_pictureSlot, -1) : -1;
    Growing *item = openHosted(gemini::fileCall(data), raw, out, slot);
    if (item)
        item->files.append(file);
}

template<class Body>
Body *GeminiDecoder::growing()
{
    return m_open ? std::get_if<Body>(&m_open->body) : nullptr;
}

// Null when there are too many already.
GeminiDecoder::Growing *GeminiDecoder::open(const ItemBody &body, QList<ModelEvent> &out, int slot)
{
    close(out);
    if (m_slots >= mostItems)
        return nullptr;
    m_hasContent = true;
    m_open.emplace(slot < 0 ? m_slots++ : slot, body);
    m_open->textStart = m_codePoints;
    m_open->parts = std::exchange(m_ahead, {});
    return &*m_open;
}

GeminiDecoder::Growing *GeminiDecoder::openHosted(const HostedCall &call, const QByteArray &raw, QList<ModelEvent> &out, int slot)
{
    Growing *item = open(call, out, slot);
    if (!item)
        return nullptr;
    keep(raw);
    out.append(HostedCallProgress{item->slot, call.type, call.outcome.isEmpty() ? QStringLiteral("in_progress") : call.outcome});
    return item;
}

void GeminiDecoder::keep(const QByteArray &raw)
{
    // While the arguments of a call stream there is no whole part yet; what comes between goes in front of it.
    if (m_open)
        m_open->parts.append(raw);
    else
        m_ahead.append(raw);
}

void GeminiDecoder::close(QList<ModelEvent> &out)
{
    if (!m_open)
        return;
    Growing item = std::move(*m_open);
    m_open.reset();
    // Half a call must not run.
    if (item.arguments) {
        m_lostCall = true;
        return;
    }
    if (m_held.empty() && !std::holds_alternative<AgentMessage>(item.body) && !std::holds_alternative<ToolCall>(item.body))
        emitItem(item, out);
    else
        m_held.push_back(std::move(item));
}

void GeminiDecoder::emitItem(Growing &item, QList<ModelEvent> &out)
{
    gemini::Envelope envelope{{}, item.parts};
    if (const auto *call = std::get_if<ToolCall>(&item.body))
        envelope.callId = call->callId.value;
    providerItemOf(item.body) = gemini::toBytes(envelope);
    out.append(ItemDone{item.slot, item.body, item.files});
}

} // namespace vitrine
