// The pieces that the content blocks of an answer of the Messages API grow from.

#include "providers/anthropic/MessagesDecoder.h"

#include "base/Json.h"
#include "providers/JsonSlice.h"
#include "providers/anthropic/MessagesBlocks.h"

#include <QDateTime>
#include <QJsonDocument>

namespace vitrine {

namespace {

// More than any answer has; bounds the memory that a hostile stream can ask for.
constexpr size_t mostBlocks = 20000;

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

} // namespace

void MessagesDecoder::takeStart(const Incoming &event, QList<ModelEvent> &out)
{
    const QJsonValue content = event.json.value(QLatin1String("content_block"));
    if (!content.isObject()) {
        out.append(UnknownEvent{event.type, event.raw});
        return;
    }
    QByteArray raw = jsonMember(event.raw, "content_block").toByteArray();
    if (raw.isEmpty())
        raw = toJson(content.toObject());
    openBlock(integerIn(event.json, "index").value_or(static_cast<qint64>(m_blocks.size())), content.toObject(), raw, out);
    advance(End::None, out);
}

int MessagesDecoder::openBlock(qint64 index, const QJsonObject &content, const QByteArray &raw, QList<ModelEvent> &out)
{
    if (m_blocks.size() >= mostBlocks)
        return -1;
    // A block at the same place ends the one before it.
    if (const int before = m_latest.value(index, -1); before >= 0)
        closeBlock(before);
    const int number = static_cast<int>(m_blocks.size());
    Block block;
    block.slot = number;
    block.type = stringIn(content, "type");
    block.raw = raw;
    block.name = stringIn(content, "name");
    if (block.type == QLatin1String("text")) {
        block.text = stringIn(content, "text");
        if (number > 0 && m_blocks.back().type == block.type)
            block.slot = m_blocks.back().slot;
        const QList<QByteArrayView> citations = jsonElements(jsonMember(raw, "citations"));
        for (const QByteArrayView citation : citations)
            block.citations.append(citation.toByteArray());
    } else if (block.type == QLatin1String("thinking")) {
        block.text = stringIn(content, "thinking");
        block.signature = stringIn(content, "signature");
    } else if (block.type == QLatin1String("redacted_thinking")) {
        ++m_facts.redacted;
    } else if (block.type == QLatin1String("tool_use")) {
        block.callId = freeId(stringIn(content, "id"), number);
        if (block.callId.value != stringIn(content, "id"))
            block.raw = messages::withMember(raw, "id", messages::jsonString(block.callId.value));
    } else if (messages::isHostedUse(block.type)) {
        m_uses.insert(stringIn(content, "id"), number);
    }
    m_facts.blocks.append(block.type);
    if (messages::isHostedUse(block.type) || messages::isHostedResult(block.type))
        m_facts.hosted.append({block.type, block.name});
    m_blocks.push_back(block);
    m_latest.insert(index, number);
    announce(number, out);
    return number;
}

// Ids that are empty or were given before would send one answer to two calls.
CallId MessagesDecoder::freeId(const QString &wanted, int number)
{
    if (!wanted.isEmpty() && !m_callIds.contains(wanted)) {
        m_callIds.insert(wanted);
        return {wanted};
    }
    if (m_idStart.isEmpty())
        m_idStart = QStringLiteral("toolu_") + createUlid(QDateTime::currentMSecsSinceEpoch());
    const QString made = QStringLiteral("%1_%2").arg(m_idStart).arg(number);
    m_callIds.insert(made);
    return {made};
}

void MessagesDecoder::announce(int number, QList<ModelEvent> &out)
{
    const Block &block = m_blocks[number];
    if (block.type == QLatin1String("tool_use")) {
        m_hasContent = true;
        out.append(ToolCallStarted{block.slot, block.callId, block.name});
    } else if (messages::isHostedUse(block.type)) {
        m_hasContent = true;
        out.append(HostedCallProgress{block.slot, block.name, QStringLiteral("in_progress")});
    } else if (block.type == QLatin1String("text") && !block.text.isEmpty()) {
        m_hasContent = true;
        out.append(TextDelta{block.slot, block.text});
    } else if (block.type == QLatin1String("thinking") && !block.text.isEmpty()) {
        m_hasContent = true;
        out.append(ReasoningDelta{block.slot, block.text});
    }
}

// The block that a piece without a beginning belongs to.
int MessagesDecoder::openMissing(qint64 index, const QString &deltaType, QList<ModelEvent> &out)
{
    const bool text = deltaType == QLatin1String("text_delta");
    if (!text && deltaType != QLatin1String("thinking_delta"))
        return -1;
    const QByteArray raw = text ? R"({"type":"text","text":""})" : R"({"type":"thinking","thinking":""})";
    return openBlock(index, QJsonDocument::fromJson(raw).object(), raw, out);
}

void MessagesDecoder::takeDelta(const Incoming &event, QList<ModelEvent> &out)
{
    const QString type = stringIn(objectIn(event.json, "delta"), "type");
    const std::optional<qint64> index = integerIn(event.json, "index");
    int number = index ? m_latest.value(*index, -1) : static_cast<int>(m_blocks.size()) - 1;
    if (number < 0)
        number = openMissing(index.value_or(0), type, out);
    if (number < 0 || m_blocks[number].done)
        return;
    if (!grow(number, type, event, out))
        out.append(UnknownEvent{event.type + QLatin1Char('/') + type, event.raw});
}

bool MessagesDecoder::grow(int number, const QString &type, const Incoming &event, QList<ModelEvent> &out)
{
    Block &block = m_blocks[number];
    const QJsonObject delta = objectIn(event.json, "delta");
    if (type == QLatin1String("text_delta") && block.type == QLatin1String("text")) {
        const QString text = stringIn(delta, "text");
        block.text += text;
        m_hasContent = m_hasContent || !text.isEmpty();
        if (!text.isEmpty())
            out.append(TextDelta{block.slot, text});
    } else if (type == QLatin1String("thinking_delta") && block.type == QLatin1String("thinking")) {
        const QString text = stringIn(delta, "thinking");
        block.text += text;
        m_hasContent = m_hasContent || !text.isEmpty();
        if (!text.isEmpty())
            out.append(ReasoningDelta{block.slot, text});
    } else if (type == QLatin1String("signature_delta")) {
        const QString signature = stringIn(delta, "signature");
        block.signature += signature;
        m_facts.signatureLength += signature.size();
    } else if (type == QLatin1String("input_json_delta")) {
        const QString piece = stringIn(delta, "partial_json");
        block.arguments += piece;
        if (piece.isEmpty())
            return true;
        if (block.type == QLatin1String("tool_use"))
            out.append(ToolCallDelta{block.slot, piece});
        else if (messages::isHostedUse(block.type))
            out.append(HostedCallDelta{block.slot, piece});
    } else if (type == QLatin1String("citations_delta")) {
        ++m_facts.citations;
        const QByteArrayView citation = jsonMember(jsonMember(event.raw, "delta"), "citation");
        if (!citation.isEmpty())
            block.citations.append(citation.toByteArray());
    } else if (type == QLatin1String("compaction_delta")) {
        block.text += stringIn(delta, "content");
        const QByteArrayView blob = jsonMember(jsonMember(event.raw, "delta"), "encrypted_content");
        if (!blob.isEmpty())
            block.raw = messages::withMember(block.raw, "encrypted_content", blob.toByteArray());
    } else {
        return false;
    }
    return true;
}

void MessagesDecoder::closeBlock(int number)
{
    m_blocks[number].done = true;
}

} // namespace vitrine
