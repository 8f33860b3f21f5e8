#include "providers/gemini/GeminiDecoder.h"

#include "providers/JsonSlice.h"
#include "providers/gemini/GeminiEnding.h"
#include "providers/gemini/GeminiGrounding.h"
#include "providers/gemini/GeminiParts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace vitrine {

namespace {

// Where translators find these sentences.
class GeminiDecoding
{
    Q_DECLARE_TR_FUNCTIONS(GeminiDecoding)
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
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

// The bytes of a value as they came; written anew where the text does not show them (keys with escapes).
QByteArray rawOr(QByteArrayView raw, const QJsonObject &parsed)
{
    return raw.isEmpty() ? QJsonDocument(parsed).toJson(QJsonDocument::Compact) : raw.toByteArray();
}

// The one candidate that we ask for.
qsizetype firstCandidate(const QJsonArray &candidates)
{
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        if (candidates[i].isObject() && candidates[i].toObject().value(QLatin1String("index")).toInteger() == 0)
            return i;
    }
    return -1;
}

QByteArrayView elementOf(QByteArrayView array, qsizetype index)
{
    const QList<QByteArrayView> elements = jsonElements(array);
    return index < elements.size() ? elements[index] : QByteArrayView();
}

Error protocolError(const QString &message, bool retryable)
{
    return Error{ErrorKind::Protocol, message, Audience::User, {}, retryable};
}

} // namespace

void GeminiDecoder::take(const SseEvent &event, QList<ModelEvent> &out)
{
    if (event.data == "[DONE]") // not part of this API, but gateways send it
        return;
    const QJsonDocument document = QJsonDocument::fromJson(event.data);
    if (document.isObject()) {
        takeChunk(document.object(), event.data, out);
    } else if (event.terminated) { // what the end of the stream cut in two says nothing
        out.append(UnknownEvent{QString::fromUtf8(event.name), event.data});
    }
}

// An array of chunks when the address lacks alt=sse; one object from a gateway that does not stream.
void GeminiDecoder::takeWhole(const QByteArray &json, QList<ModelEvent> &out)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject()) {
        takeChunk(document.object(), json, out);
        if (!m_started && !m_error)
            m_error = protocolError(GeminiDecoding::tr("The server answers in another way than the Gemini API; check the provider's address and API."), false);
        return;
    }
    const QJsonArray chunks = document.array();
    const QList<QByteArrayView> raw = jsonElements(json);
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        if (chunks[i].isObject())
            takeChunk(chunks[i].toObject(), rawOr(i < raw.size() ? raw[i] : QByteArrayView(), chunks[i].toObject()), out);
    }
}

Done GeminiDecoder::finish(const QByteArray &, QList<ModelEvent> &out)
{
    if (m_ended)
        return {};
    if (!m_error && m_facts.finishReason.isEmpty() && m_blockReason.isEmpty())
        m_error = protocolError(GeminiDecoding::tr("The answer ended before it was complete; try again."), true);
    if (m_error) {
        emitRest(false, out);
        return tl::unexpected(*m_error);
    }
    end(out);
    return {};
}

void GeminiDecoder::takeChunk(const QJsonObject &chunk, const QByteArray &raw, QList<ModelEvent> &out)
{
    if (m_ended)
        return;
    ++m_facts.chunks;
    if (const QJsonValue error = chunk.value(QLatin1String("error")); error.isObject() || error.isString()) {
        takeError(chunk, raw);
        return;
    }
    const QJsonArray candidates = chunk.value(QLatin1String("candidates")).toArray();
    const QString blocked = stringIn(objectIn(chunk, "promptFeedback"), "blockReason");
    const QJsonObject usage = objectIn(chunk, "usageMetadata");
    if (candidates.isEmpty() && blocked.isEmpty() && usage.isEmpty() && !chunk.contains(QLatin1String("modelVersion"))) {
        out.append(UnknownEvent{{}, raw});
        return;
    }
    if (!std::exchange(m_started, true))
        out.append(ResponseStarted{stringIn(chunk, "responseId"), stringIn(chunk, "modelVersion")});
    if (!usage.isEmpty())
        takeUsage(usage);
    if (!blocked.isEmpty() && blocked != QLatin1String("BLOCK_REASON_UNSPECIFIED"))
        m_blockReason = blocked;
    if (const qsizetype first = firstCandidate(candidates); first >= 0)
        takeCandidate(candidates[first].toObject(), elementOf(jsonMember(raw, "candidates"), first), out);
}

// An error inside of a 200 has the shape of an HTTP error answer, its status among it.
void GeminiDecoder::takeError(const QJsonObject &chunk, const QByteArray &raw)
{
    const ApiError error = apiErrorFrom(chunk);
    const int status = error.code.toInt();
    m_error = (status >= 400 ? judgeHttpError(status, {}, raw, {}) : judgeStreamError(error)).toError();
    m_facts.error = error.message.isEmpty() ? m_error->message : error.message;
}

void GeminiDecoder::takeUsage(const QJsonObject &usage)
{
    // Each report replaces the one before; Vertex sends some that count nothing yet.
    if (!integerIn(usage, "promptTokenCount") && !integerIn(usage, "totalTokenCount"))
        return;
    m_facts.usage = Usage{integerIn(usage, "promptTokenCount"), integerIn(usage, "cachedContentTokenCount"), integerIn(usage, "candidatesTokenCount"),
                          integerIn(usage, "thoughtsTokenCount"), integerIn(usage, "totalTokenCount")};
    m_toolInput = integerIn(usage, "toolUsePromptTokenCount");
}

void GeminiDecoder::takeCandidate(const QJsonObject &candidate, QByteArrayView raw, QList<ModelEvent> &out)
{
    const QJsonArray parts = objectIn(candidate, "content").value(QLatin1String("parts")).toArray();
    const QList<QByteArrayView> rawParts = jsonElements(jsonMember(jsonMember(raw, "content"), "parts"));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QJsonObject part = parts[i].toObject();
        if (!part.isEmpty())
            takePart(part, rawOr(i < rawParts.size() ? rawParts[i] : QByteArrayView(), part), out);
    }
    takeGrounding(candidate, out);
    const QString reason = stringIn(candidate, "finishReason");
    if (!reason.isEmpty() && reason != QLatin1String("FINISH_REASON_UNSPECIFIED")) {
        m_facts.finishReason = reason;
        m_finishMessage = stringIn(candidate, "finishMessage");
    }
}

void GeminiDecoder::takeGrounding(const QJsonObject &candidate, QList<ModelEvent> &out)
{
    const QJsonObject grounding = objectIn(candidate, "groundingMetadata");
    if (!grounding.isEmpty()) {
        m_facts.groundingChunks += static_cast<int>(grounding.value(QLatin1String("groundingChunks")).toArray().size());
        m_grounding.append(grounding);
        if (m_searchSlot < 0 && !m_searchShown && !grounding.value(QLatin1String("webSearchQueries")).toArray().isEmpty()) {
            m_searchSlot = m_slots++;
            out.append(HostedCallProgress{m_searchSlot, QStringLiteral("web_search"), QStringLiteral("completed")});
        }
    }
    const QJsonObject pages = objectIn(candidate, "urlContextMetadata");
    if (!pages.value(QLatin1String("urlMetadata")).toArray().isEmpty())
        m_urlContext = pages;
}

// What is whole of a cut answer; all but half a call of a complete one.
void GeminiDecoder::emitRest(bool complete, QList<ModelEvent> &out)
{
    if (m_open) {
        const bool grows = !m_open->whole || std::holds_alternative<AgentMessage>(m_open->body) || std::holds_alternative<Reasoning>(m_open->body);
        if (complete || !grows)
            close(out);
        m_open.reset();
    }
    addCitations();
    bool searchesDone = !complete;
    for (Growing &item : m_held) {
        // They come before the text that rests on them.
        if (!searchesDone && std::holds_alternative<AgentMessage>(item.body)) {
            emitSearches(out);
            searchesDone = true;
        }
        emitItem(item, out);
    }
    m_held.clear();
    if (!searchesDone)
        emitSearches(out);
}

void GeminiDecoder::addCitations()
{
    const QList<Citation> citations = gemini::citationsIn(m_grounding, m_facts.text);
    for (Growing &item : m_held) {
        auto *message = std::get_if<AgentMessage>(&item.body);
        if (!message || citations.isEmpty())
            continue;
        const auto length = static_cast<qsizetype>(message->text.toUcs4().size());
        for (Citation citation : citations) {
            citation.start -= item.textStart;
            citation.end = std::min(citation.end - item.textStart, length);
            if (citation.start >= 0 && citation.start <= citation.end && citation.start < length)
                message->citations.append(citation);
        }
    }
}

void GeminiDecoder::emitSearches(QList<ModelEvent> &out)
{
    if (!m_searchShown) {
        if (const std::optional<HostedCall> search = gemini::webSearch(m_grounding))
            out.append(ItemDone{m_searchSlot < 0 ? m_slots++ : m_searchSlot, *search});
    }
    if (const std::optional<HostedCall> pages = gemini::urlContext(m_urlContext); pages && !m_pagesShown)
        out.append(ItemDone{m_slots++, *pages});
}

void GeminiDecoder::end(QList<ModelEvent> &out)
{
    emitRest(true, out);
    ResponseEnded ended = m_facts.finishReason.isEmpty() ? gemini::endingOfBlockedPrompt(m_blockReason) : gemini::endingOf(m_facts.finishReason, m_finishMessage);
    if (m_lostCall && !ended.error) {
        ended.finish = FinishReason::Failed;
        ended.error = protocolError(GeminiDecoding::tr("The model began a tool call and did not finish it; try again."), true);
    }
    if (ended.error)
        m_facts.error = ended.error->message;
    ended.usage = gemini::usageOf(m_facts.usage, m_toolInput);
    m_ended = true;
    out.append(ended);
}

} // namespace vitrine
