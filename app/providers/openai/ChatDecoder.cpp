#include "providers/openai/ChatDecoder.h"

#include "providers/HttpErrors.h"
#include "providers/openai/ChatCitations.h"
#include "providers/openai/ChatItems.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace vitrine {

namespace {

// Where translators find these sentences.
class ChatDecoding
{
    Q_DECLARE_TR_FUNCTIONS(ChatDecoding)
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
    return value.toInteger();
}

// The shapes in which an error comes in a 200: {error: {...}}, {error: "text"}, {object: "error", message}, {message}, {detail}.
bool isError(const QJsonObject &json, const QByteArray &eventName)
{
    const QJsonValue error = json.value(QLatin1String("error"));
    if (error.isObject() || !error.toString().isEmpty() || eventName == "error" || stringIn(json, "object") == QLatin1String("error")
        || stringIn(json, "type") == QLatin1String("error"))
        return true;
    const QJsonValue detail = json.value(QLatin1String("detail"));
    return !json.contains(QLatin1String("choices")) && (!stringIn(json, "message").isEmpty() || detail.isArray() || detail.isString());
}

Error errorFrom(const QJsonObject &json, const ApiError &error)
{
    // OpenRouter and vLLM give the HTTP status that the answer would have had.
    bool isNumber = false;
    const int status = error.code.toInt(&isNumber);
    if (!isNumber || status < 400 || status > 599)
        return judgeStreamError(error).toError();
    const ErrorVerdict verdict = judgeHttpError(status, {}, QJsonDocument(json).toJson(), {});
    Error judged = verdict.toError();
    // Nobody leaves parameters out in the midst of an answer.
    judged.retryable = verdict.retryable && verdict.dropParam.isEmpty();
    return judged;
}

struct Ending {
    FinishReason finish = FinishReason::Completed;
    QString reason;
};

Ending endingFor(const QString &finishReason, bool hasCalls)
{
    const QString word = finishReason.toLower();
    const auto isAny = [&word](std::initializer_list<const char *> words) {
        return std::any_of(words.begin(), words.end(), [&word](const char *known) { return word == QLatin1String(known); });
    };
    if (isAny({"length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded"}))
        return {FinishReason::Incomplete, QStringLiteral("max_output_tokens")};
    if (isAny({"content_filter", "safety", "sensitive", "prohibited_content", "recitation", "blocklist"}))
        return {FinishReason::Incomplete, QStringLiteral("content_filter")};
    if (isAny({"error", "network_error"}))
        return {FinishReason::Failed, {}};
    // Calls count more than the reason: many servers end with "stop" after them.
    if (hasCalls || word.isEmpty() || isAny({"stop", "tool_calls", "tool_call", "tool_use", "function_call", "end_turn", "stop_sequence", "eos", "eos_token", "complete", "completed", "done", "null"}))
        return {FinishReason::Completed, {}};
    return {FinishReason::Incomplete, finishReason.left(100)};
}

QString joined(const QString &text, const QString &refusal)
{
    return text.isEmpty() || refusal.isEmpty() ? text + refusal : text + QStringLiteral("\n\n") + refusal;
}

} // namespace

void ChatDecoder::take(const SseEvent &event, QList<ModelEvent> &out)
{
    if (event.data.trimmed() == "[DONE]") {
        m_facts.doneMarker = true;
        if (!m_ended)
            end(out);
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(event.data);
    if (document.isObject()) {
        takeChunk(document.object(), event, out);
    } else if (event.name == "error" && event.terminated) {
        takeError({{QStringLiteral("message"), QString::fromUtf8(event.data)}});
    } else if (event.terminated) { // what the end of the stream cut in two says nothing
        out.append(UnknownEvent{QString::fromUtf8(event.name), event.data});
    }
}

void ChatDecoder::takeWhole(const QByteArray &json, QList<ModelEvent> &out)
{
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    if (answer.isEmpty()) // cut
        return;
    if (!isError(answer, {}) && objectIn(answer.value(QLatin1String("choices")).toArray().first().toObject(), "message").isEmpty()) {
        m_error = Error{ErrorKind::Protocol, ChatDecoding::tr("The server answers in another way than Chat Completions; check the provider's address and API."),
                        Audience::User, {}, false};
        return;
    }
    takeChunk(answer, {}, out);
    if (!m_error || !m_facts.finish.isEmpty())
        end(out);
}

Done ChatDecoder::finish(const QByteArray &oddLine, QList<ModelEvent> &out)
{
    if (m_ended)
        return {};
    // llama-box writes a bare line "error: {...}" and closes.
    if (!m_error && oddLine.startsWith("error:")) {
        const QByteArray words = oddLine.sliced(6).trimmed();
        const QJsonObject json = QJsonDocument::fromJson(words).object();
        takeError(json.isEmpty() ? QJsonObject{{QStringLiteral("message"), QString::fromUtf8(words)}} : json);
    }
    if (!m_facts.finish.isEmpty()) {
        end(out);
        return {};
    }
    if (m_error)
        return tl::unexpected(*m_error);
    return tl::unexpected(Error{ErrorKind::Protocol, ChatDecoding::tr("The answer ended before it was complete; try again."), Audience::User, {}, true});
}

void ChatDecoder::takeChunk(const QJsonObject &chunk, const SseEvent &event, QList<ModelEvent> &out)
{
    ++m_facts.chunks;
    const QJsonValue choices = chunk.value(QLatin1String("choices"));
    const QJsonArray list = choices.toArray();
    if (list.isEmpty())
        ++m_facts.chunksWithoutChoice;
    if (m_ended)
        return;
    takeUsage(chunk);
    if (const QJsonValue addresses = chunk.value(QLatin1String("citations")); addresses.isArray()) {
        m_addresses = addresses.toArray();
        m_facts.addresses = m_addresses.size();
    }
    if (const QJsonValue results = chunk.value(QLatin1String("search_results")); results.isArray())
        m_searchResults = results.toArray();
    const bool failed = isError(chunk, event.name);
    if (failed)
        takeError(chunk);
    else if (!choices.isArray() && !chunk.value(QLatin1String("usage")).isObject())
        out.append(UnknownEvent{event.name.isEmpty() ? stringIn(chunk, "object") : QString::fromUtf8(event.name), event.data});
    // The first chunk of Azure has neither.
    if (!failed && (!list.isEmpty() || !stringIn(chunk, "id").isEmpty()))
        start(chunk, out);
    for (const QJsonValue &choice : list) {
        if (!choice.isObject() || integerIn(choice.toObject(), "index").value_or(0) != 0)
            continue;
        takeChoice(choice.toObject(), out);
        break;
    }
}

void ChatDecoder::start(const QJsonObject &chunk, QList<ModelEvent> &out)
{
    if (!std::exchange(m_started, true))
        out.append(ResponseStarted{stringIn(chunk, "id"), stringIn(chunk, "model")});
}

void ChatDecoder::takeUsage(const QJsonObject &chunk)
{
    QJsonObject usage = objectIn(chunk, "usage");
    if (usage.isEmpty())
        usage = objectIn(objectIn(chunk, "x_groq"), "usage");
    if (usage.isEmpty())
        return;
    // Some send it with every chunk, the sum so far each time.
    m_facts.usage = Usage{integerIn(usage, "prompt_tokens"), integerIn(objectIn(usage, "prompt_tokens_details"), "cached_tokens"),
                          integerIn(usage, "completion_tokens"), integerIn(objectIn(usage, "completion_tokens_details"), "reasoning_tokens"),
                          integerIn(usage, "total_tokens")};
}

void ChatDecoder::takeError(const QJsonObject &json)
{
    const ApiError error = apiErrorFrom(json);
    m_error = errorFrom(json, error);
    m_facts.error = error.message.isEmpty() ? m_error->message : error.message;
}

void ChatDecoder::takeChoice(const QJsonObject &choice, QList<ModelEvent> &out)
{
    const QJsonObject delta = objectIn(choice, "delta");
    const QJsonObject whole = objectIn(choice, "message");
    if (!delta.isEmpty()) {
        m_anyMessage = true;
        takeMessage(delta, out);
    } else if (!whole.isEmpty() && !std::exchange(m_anyMessage, true)) {
        takeMessage(whole, out);
    }
    const QString reason = stringIn(choice, "finish_reason");
    if (!reason.isEmpty())
        m_facts.finish = reason;
    if (choice.value(QLatin1String("error")).isObject() && !m_error)
        takeError(choice);
}

void ChatDecoder::takeMessage(const QJsonObject &message, QList<ModelEvent> &out)
{
    const QJsonArray details = message.value(QLatin1String("reasoning_details")).toArray();
    for (const QJsonValue &detail : details)
        m_facts.signatures += !stringIn(detail.toObject(), "signature").isEmpty();
    showThoughts(m_thoughts.take(message), out);
    takeContent(message.value(QLatin1String("content")), out);
    showRefusal(stringIn(message, "refusal"), out);

    const QJsonArray pictures = message.value(QLatin1String("images")).toArray();
    for (const QJsonValue &picture : pictures)
        takePicture(picture.toObject());
    const QJsonArray annotations = message.value(QLatin1String("annotations")).toArray();
    m_facts.annotations += static_cast<int>(annotations.size());
    for (const QJsonValue &annotation : annotations)
        m_annotations.append(annotation);
    const QJsonObject extra = objectIn(message, "extra_content");
    if (!stringIn(objectIn(extra, "google"), "thought_signature").isEmpty())
        m_messageExtra = extra;

    QJsonArray calls = message.value(QLatin1String("tool_calls")).toArray();
    // The older way to call, one at a time.
    const QJsonObject function = objectIn(message, "function_call");
    if (calls.isEmpty() && !function.isEmpty())
        calls.append(QJsonObject{{QStringLiteral("index"), 0}, {QStringLiteral("function"), function}});
    if (!calls.isEmpty()) {
        m_calls.take(calls, [this] { return openSlot(); }, out);
        m_hasContent = m_hasContent || !m_calls.isEmpty();
    }
}

// A string, or a list of parts.
void ChatDecoder::takeContent(const QJsonValue &content, QList<ModelEvent> &out)
{
    showText(content.toString(), out);
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        const QString type = stringIn(part, "type");
        if (type == QLatin1String("thinking"))
            showThoughts(m_thoughts.takePart(part), out);
        else if (type == QLatin1String("refusal"))
            showRefusal(stringIn(part, "refusal"), out);
        else if (type == QLatin1String("image_url"))
            takePicture(part);
        else
            showText(stringIn(part, "text"), out);
    }
}

// {type: image_url, image_url: {url: "data:image/png;base64,..."}}. A picture at another address is not fetched.
void ChatDecoder::takePicture(const QJsonObject &part)
{
    const QString url = stringIn(objectIn(part, "image_url"), "url");
    const qsizetype comma = url.indexOf(QLatin1Char(','));
    const QString head = url.left(std::max<qsizetype>(comma, 0));
    if (!head.startsWith(QLatin1String("data:")) || !head.endsWith(QLatin1String(";base64")))
        return;
    m_hasContent = true;
    const QString mime = head.sliced(5).section(QLatin1Char(';'), 0, 0);
    const QString name = QStringLiteral("picture-%1.%2").arg(m_pictures.size() + 1).arg(mime.section(QLatin1Char('/'), 1).left(8));
    m_pictures.append({name, mime, QByteArray::fromBase64(url.sliced(comma + 1).toLatin1())});
}

void ChatDecoder::showText(const QString &text, QList<ModelEvent> &out)
{
    if (text.isEmpty())
        return;
    if (!m_passedThoughts && !m_thoughts.mayGrowLater() && m_thoughtSlot) {
        m_passedThoughts = true;
        passThoughts(std::nullopt, out);
    }
    m_facts.text += text;
    m_hasContent = true;
    if (!m_messageSlot)
        m_messageSlot = openSlot();
    out.append(TextDelta{*m_messageSlot, text});
}

void ChatDecoder::showRefusal(const QString &text, QList<ModelEvent> &out)
{
    if (text.isEmpty())
        return;
    m_facts.refusal += text;
    m_hasContent = true;
    if (!m_messageSlot)
        m_messageSlot = openSlot();
    out.append(RefusalDelta{*m_messageSlot, text});
}

void ChatDecoder::showThoughts(const QString &text, QList<ModelEvent> &out)
{
    if (text.isEmpty())
        return;
    m_facts.reasoning += text;
    m_hasContent = true;
    if (!m_thoughtSlot)
        m_thoughtSlot = openSlot();
    out.append(ReasoningDelta{*m_thoughtSlot, text});
}

void ChatDecoder::passThoughts(std::optional<qint64> tokens, QList<ModelEvent> &out)
{
    const bool thought = !m_thoughts.isEmpty();
    // Models of OpenAI do not show what they thought, only how much.
    if (!thought && (m_passedThoughts || tokens.value_or(0) <= 0))
        return;
    Reasoning reasoning{m_thoughts.text(), tokens, {}};
    if (thought)
        reasoning.providerItem = chat::toProviderItem({chat::Kind::Reasoning, m_thoughts.fields()});
    out.append(ItemDone{m_thoughtSlot ? *m_thoughtSlot : openSlot(), reasoning});
    m_thoughts = {};
    m_thoughtSlot.reset();
}

AgentMessage ChatDecoder::message() const
{
    AgentMessage message;
    message.text = joined(m_facts.text, m_facts.refusal);
    message.refusal = !m_facts.refusal.isEmpty();
    const qsizetype length = m_facts.text.toUcs4().size();
    for (const QJsonValue &annotation : m_annotations)
        message.citations.append(chat::citationFrom(annotation.toObject(), length));
    message.citations += chat::numberedCitations(m_facts.text, m_addresses, m_searchResults);
    QJsonObject fields{{QStringLiteral("content"), message.text}};
    if (!m_messageExtra.isEmpty())
        fields[QStringLiteral("extra_content")] = m_messageExtra;
    message.providerItem = chat::toProviderItem({chat::Kind::Message, fields});
    return message;
}

void ChatDecoder::passItems(bool cut, QList<ModelEvent> &out)
{
    passThoughts(m_passedThoughts ? std::nullopt : m_facts.usage.reasoning, out);
    if (m_messageSlot)
        out.append(ItemDone{*m_messageSlot, message()});
    if (!m_pictures.isEmpty()) {
        HostedCall call;
        call.type = QStringLiteral("image_generation_call");
        call.arguments = "{}";
        call.outcome = QStringLiteral("completed");
        out.append(ItemDone{openSlot(), call, m_pictures});
    }
    for (const ItemDone &done : m_calls.finished(cut))
        out.append(done);
    m_facts.madeIds = m_calls.madeIds();
}

// By the convention of Usage: xAI does not count what was thought among the output, only in the total.
Usage ChatDecoder::usage() const
{
    Usage usage = m_facts.usage;
    const qint64 thought = usage.reasoning.value_or(0);
    if (thought > 0 && usage.input && usage.output && usage.total && *usage.total - *usage.input - *usage.output == thought)
        usage.output = *usage.output + thought;
    return usage;
}

void ChatDecoder::end(QList<ModelEvent> &out)
{
    m_ended = true;
    const Ending ending = endingFor(m_facts.finish, !m_calls.isEmpty());
    ResponseEnded ended{ending.finish, ending.reason, usage(), std::nullopt};
    // OpenRouter reports a reached limit as an error too; the reason says it better.
    if (m_error && ended.finish != FinishReason::Incomplete)
        ended.finish = FinishReason::Failed;
    if (ended.finish == FinishReason::Failed) {
        if (!m_error)
            m_error = Error{ErrorKind::Server, ChatDecoding::tr("The server reported that the answer failed; try again."), Audience::User, {}, true};
        ended.error = m_error;
    } else {
        // Without a word about the end, the last call may lack its own.
        passItems(ended.finish == FinishReason::Incomplete || m_facts.finish.isEmpty(), out);
    }
    out.append(ended);
}

} // namespace vitrine
