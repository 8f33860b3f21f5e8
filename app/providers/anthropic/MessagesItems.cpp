// The items of an answer of the Messages API, made of its content blocks.

#include "providers/anthropic/MessagesDecoder.h"

#include "base/Json.h"
#include "providers/JsonSlice.h"
#include "providers/anthropic/MessagesBlocks.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace vitrine {

namespace {

// Where translators find these sentences.
class MessagesDecoding
{
    Q_DECLARE_TR_FUNCTIONS(MessagesDecoding)
};

bool isJsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).isObject();
}

qsizetype codePointsIn(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

QString strippedOf(const QString &type, const char *ending)
{
    return type.endsWith(QLatin1String(ending)) ? type.chopped(static_cast<qsizetype>(qstrlen(ending))) : type;
}

} // namespace

// The limit of tokens came in the middle of the last block.
bool MessagesDecoder::wasCutOff() const
{
    return m_facts.stopReason == QLatin1String("max_tokens") || m_facts.stopReason == QLatin1String("model_context_window_exceeded");
}

// What the model wrote. Servers that do not stream it have it in the first event.
QString MessagesDecoder::argumentsOf(const Block &block)
{
    if (!block.arguments.trimmed().isEmpty())
        return block.arguments;
    const QString whole = QString::fromUtf8(jsonMember(block.raw, "input"));
    return isJsonObject(whole) ? whole : QStringLiteral("{}");
}

// The block as it has to go back.
QByteArray MessagesDecoder::finalRaw(const Block &block)
{
    if (block.type == QLatin1String("text")) {
        const QByteArray raw = messages::withMember(block.raw, "text", messages::jsonString(block.text));
        return block.citations.isEmpty() ? raw : messages::withMember(raw, "citations", '[' + block.citations.join(',') + ']');
    }
    if (block.type == QLatin1String("thinking")) {
        const QByteArray raw = messages::withMember(block.raw, "thinking", messages::jsonString(block.text));
        return block.signature.isEmpty() ? raw : messages::withMember(raw, "signature", messages::jsonString(block.signature));
    }
    if (block.type == QLatin1String("compaction"))
        return block.text.isEmpty() ? block.raw : messages::withMember(block.raw, "content", messages::jsonString(block.text));
    if (block.type == QLatin1String("tool_use") || messages::isHostedUse(block.type) || !block.arguments.isEmpty()) {
        const QString arguments = argumentsOf(block);
        // The API takes an object only; this is how its makers ask for what the model got wrong.
        const QByteArray input = isJsonObject(arguments) ? arguments.toUtf8() : toJson(QJsonObject{{QStringLiteral("INVALID_JSON"), arguments}});
        return messages::withMember(block.raw, "input", input);
    }
    return block.raw;
}

// Passes on what is whole, in order; a block waits for those before it.
void MessagesDecoder::advance(End end, QList<ModelEvent> &out)
{
    while (m_next < m_blocks.size()) {
        Block &block = m_blocks[m_next];
        const bool isText = block.type == QLatin1String("text");
        if (!isText)
            closeRun(out);
        if (!block.done && end != End::Whole)
            return;
        if (isText)
            addToRun(block);
        else if (!passOn(static_cast<int>(m_next), end, out))
            return;
        ++m_next;
    }
}

// False: it is not clear yet whether the block is whole.
bool MessagesDecoder::passOn(int number, End end, QList<ModelEvent> &out)
{
    const Block &block = m_blocks[number];
    const bool hostedUse = messages::isHostedUse(block.type);
    if (block.type == QLatin1String("tool_use") || hostedUse)
        return passCall(number, end, out);
    m_hasContent = true;
    if (messages::isHostedResult(block.type)) {
        passResult(block, out);
        return true;
    }
    const QByteArray item = takeCarried({finalRaw(block)});
    if (messages::isThinking(block.type))
        out.append(ItemDone{block.slot, Reasoning{block.text, std::nullopt, item}});
    else
        out.append(ItemDone{block.slot, HostedCall{block.type, {}, QStringLiteral("completed"), block.text, item, {}}});
    return true;
}

bool MessagesDecoder::passCall(int number, End end, QList<ModelEvent> &out)
{
    const Block &block = m_blocks[number];
    const QString arguments = argumentsOf(block);
    const bool last = static_cast<size_t>(number) + 1 == m_blocks.size();
    // The end of a cut call looks like the end of one without arguments, or of one that the model got wrong; what follows tells.
    if (last && (block.arguments.trimmed().isEmpty() || !isJsonObject(block.arguments))) {
        if (end == End::None)
            return false;
        const bool wholeInStart = block.arguments.isEmpty() && arguments != QLatin1String("{}");
        const bool reasonKnown = end == End::Whole || !m_facts.stopReason.isEmpty();
        if (!wholeInStart && (!reasonKnown || wasCutOff()))
            return true; // half a call is none
    }
    if (messages::isHostedUse(block.type)) {
        m_carried.append(finalRaw(block)); // goes with its result
        return true;
    }
    m_hasContent = true;
    out.append(ItemDone{block.slot, ToolCall{block.callId, block.name, arguments, takeCarried({finalRaw(block)})}});
    return true;
}

void MessagesDecoder::passResult(const Block &block, QList<ModelEvent> &out)
{
    const QJsonObject result = QJsonDocument::fromJson(block.raw).object();
    HostedCall call;
    call.outcome = messages::outcomeOf(result);
    call.output = messages::outputOf(result);
    call.providerItem = takeCarried({finalRaw(block)});
    const int use = m_uses.value(result.value(QLatin1String("tool_use_id")).toString(), -1);
    if (use < 0 || m_blocks[use].answered) {
        // The call stands in an answer before this one, which was paused.
        call.type = strippedOf(block.type, "_tool_result");
        out.append(ItemDone{block.slot, call});
        return;
    }
    Block &asked = m_blocks[use];
    asked.answered = true;
    call.type = asked.name.isEmpty() ? asked.type : asked.name;
    call.arguments = argumentsOf(asked).toUtf8();
    out.append(ItemDone{asked.slot, call});
}

void MessagesDecoder::addToRun(const Block &block)
{
    if (block.text.isEmpty()) // the API does not take it back
        return;
    if (m_run.slot < 0)
        m_run.slot = block.slot;
    const qsizetype start = m_run.codePoints;
    m_run.codePoints += codePointsIn(block.text);
    m_run.message.text += block.text;
    m_run.blocks.append(finalRaw(block));
    for (const QByteArray &raw : block.citations) {
        Citation citation = messages::citationOf(QJsonDocument::fromJson(raw).object());
        citation.start = start;
        citation.end = m_run.codePoints;
        if (m_run.message.citations.isEmpty() || m_run.message.citations.last() != citation) // several passages of one page
            m_run.message.citations.append(citation);
    }
}

void MessagesDecoder::closeRun(QList<ModelEvent> &out)
{
    if (m_run.slot < 0)
        return;
    Run run = std::exchange(m_run, {});
    run.message.providerItem = takeCarried(run.blocks);
    // All text that a refusal ends is what was refused.
    run.message.refusal = m_facts.stopReason == QLatin1String("refusal");
    m_refused = m_refused || run.message.refusal;
    out.append(ItemDone{run.slot, run.message});
}

// Calls of the provider that it has not answered yet: it goes on with them when it is asked again.
void MessagesDecoder::passOpenCalls(QList<ModelEvent> &out)
{
    for (const Block &block : m_blocks) {
        if (!messages::isHostedUse(block.type) || block.answered)
            continue;
        const QString arguments = argumentsOf(block);
        if (!isJsonObject(arguments))
            continue;
        const QByteArray item = m_carried.isEmpty() ? QByteArray() : takeCarried({});
        out.append(ItemDone{block.slot, HostedCall{block.name.isEmpty() ? block.type : block.name, arguments.toUtf8(), QStringLiteral("in_progress"), {}, item, {}}});
    }
}

// A refusal may come without a word.
void MessagesDecoder::passRefusal(QList<ModelEvent> &out)
{
    if (m_facts.stopReason != QLatin1String("refusal") || m_refused)
        return;
    AgentMessage message;
    message.refusal = true;
    message.text = m_stopDetails.value(QLatin1String("explanation")).toString();
    if (message.text.isEmpty())
        message.text = MessagesDecoding::tr("The provider's rules made the model stop here.");
    const int slot = static_cast<int>(m_blocks.size());
    m_hasContent = true;
    out.append(RefusalDelta{slot, message.text});
    out.append(ItemDone{slot, message});
}

QByteArray MessagesDecoder::takeCarried(const QList<QByteArray> &own)
{
    return messages::wrapped({m_model, std::exchange(m_carried, {}) + own});
}

void MessagesDecoder::end(QList<ModelEvent> &out)
{
    advance(End::Whole, out);
    closeRun(out);
    passOpenCalls(out);
    passRefusal(out);
    ResponseEnded ended;
    const MessagesUsage &usage = m_facts.usage;
    // Here the API counts apart what it read from the cache and what it wrote to it; all of it was input.
    if (usage.input || usage.cached || usage.cacheWrite)
        ended.usage.input = usage.input.value_or(0) + usage.cached.value_or(0) + usage.cacheWrite.value_or(0);
    ended.usage.cached = usage.cached;
    ended.usage.output = usage.output;
    ended.usage.reasoning = usage.thinking;
    if (ended.usage.input && ended.usage.output)
        ended.usage.total = *ended.usage.input + *ended.usage.output;
    if (m_error) {
        ended.finish = FinishReason::Failed;
        ended.error = m_error;
    } else if (wasCutOff()) {
        ended.finish = FinishReason::Incomplete;
        ended.reason = m_facts.stopReason == QLatin1String("max_tokens") ? QStringLiteral("max_output_tokens") : m_facts.stopReason;
    } else if (m_facts.stopReason == QLatin1String("pause_turn") || m_facts.stopReason == QLatin1String("compaction")) {
        ended.finish = FinishReason::Paused;
    }
    m_ended = true;
    out.append(ended);
}

} // namespace vitrine
