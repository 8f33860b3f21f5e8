#include "providers/anthropic/MessagesDecoder.h"

#include "providers/HttpErrors.h"
#include "providers/JsonSlice.h"

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

void replaceIfPresent(std::optional<qint64> &count, const QJsonObject &json, const char *key)
{
    if (const std::optional<qint64> number = integerIn(json, key))
        count = number;
}

} // namespace

void MessagesDecoder::take(const SseEvent &event, QList<ModelEvent> &out)
{
    if (event.data == "[DONE]") // not part of this API, but some gateways send it
        return;
    const QJsonDocument document = QJsonDocument::fromJson(event.data);
    if (!document.isObject()) {
        // What the end of the stream cut in two says nothing.
        if (event.terminated)
            out.append(UnknownEvent{QString::fromUtf8(event.name), event.data});
        return;
    }
    Incoming incoming{stringIn(document.object(), "type"), document.object(), event.data};
    if (incoming.type.isEmpty() && incoming.json.contains(QLatin1String("error")))
        incoming.type = QStringLiteral("error");
    if (incoming.type.isEmpty())
        incoming.type = QString::fromUtf8(event.name);
    takeIncoming(incoming, out);
}

void MessagesDecoder::takeWhole(const QByteArray &json, QList<ModelEvent> &out)
{
    const QJsonObject message = QJsonDocument::fromJson(json).object();
    if (message.isEmpty() || m_ended) // cut
        return;
    const QJsonValue content = message.value(QLatin1String("content"));
    if (!content.isArray()) {
        takeError(message);
        if (m_facts.error.isEmpty())
            m_error = Error{ErrorKind::Protocol, MessagesDecoding::tr("The server answers in another way than the Messages API; check the provider's address and API."),
                            Audience::User, {}, false};
        return;
    }
    noteMessage(message, out);
    const QList<QByteArrayView> raws = jsonElements(jsonMember(json, "content"));
    const QJsonArray blocks = content.toArray();
    for (qsizetype i = 0; i < std::min(raws.size(), blocks.size()); ++i) {
        if (!blocks[i].isObject())
            continue;
        const int number = openBlock(i, blocks[i].toObject(), raws[i].toByteArray(), out);
        if (number >= 0)
            closeBlock(number);
    }
    takeMessageDelta(QJsonObject{{QStringLiteral("delta"), message}});
    m_facts.stopped = true;
    end(out);
}

Done MessagesDecoder::finish(const QByteArray &oddLine, QList<ModelEvent> &out)
{
    if (m_ended)
        return {};
    // A bare line "error: {...}", as llama-box writes it.
    if (!m_error && oddLine.startsWith("error:")) {
        const QJsonObject json = QJsonDocument::fromJson(oddLine.mid(6)).object();
        if (!json.isEmpty())
            takeError(json);
    }
    advance(End::Cut, out);
    // Text whose end is missing stays with what was shown of it.
    if (m_next == m_blocks.size())
        closeRun(out);
    if (m_error)
        return tl::unexpected(*m_error);
    return tl::unexpected(Error{ErrorKind::Protocol, MessagesDecoding::tr("The answer ended before it was complete; try again."), Audience::User, {}, true});
}

void MessagesDecoder::takeIncoming(const Incoming &event, QList<ModelEvent> &out)
{
    ++m_facts.eventTypes[event.type];
    if (m_ended)
        return;
    if (event.type == QLatin1String("message_start")) {
        noteMessage(objectIn(event.json, "message"), out);
    } else if (event.type == QLatin1String("content_block_start")) {
        takeStart(event, out);
    } else if (event.type == QLatin1String("content_block_delta")) {
        takeDelta(event, out);
    } else if (event.type == QLatin1String("content_block_stop")) {
        const std::optional<qint64> index = integerIn(event.json, "index");
        const int last = static_cast<int>(m_blocks.size()) - 1;
        const int number = index ? m_latest.value(*index, -1) : last;
        if (number >= 0)
            closeBlock(number);
        advance(End::None, out);
    } else if (event.type == QLatin1String("message_delta")) {
        takeMessageDelta(event.json);
    } else if (event.type == QLatin1String("message_stop")) {
        m_facts.stopped = true;
        end(out);
    } else if (event.type == QLatin1String("error")) {
        takeError(event.json);
    } else if (event.type != QLatin1String("ping")) {
        out.append(UnknownEvent{event.type, event.raw});
    }
}

void MessagesDecoder::takeError(const QJsonObject &json)
{
    const ApiError error = apiErrorFrom(json);
    m_error = judgeStreamError(error).toError();
    m_facts.error = error.message.isEmpty() ? error.type : error.message;
}

void MessagesDecoder::noteMessage(const QJsonObject &message, QList<ModelEvent> &out)
{
    noteUsage(objectIn(message, "usage"));
    if (std::exchange(m_started, true))
        return;
    m_messageId = stringIn(message, "id");
    m_model = stringIn(message, "model");
    out.append(ResponseStarted{m_messageId, m_model});
}

// Counts grow from event to event, and not every event has all of them: the later one wins, what is missing stays.
void MessagesDecoder::noteUsage(const QJsonObject &usage)
{
    replaceIfPresent(m_facts.usage.input, usage, "input_tokens");
    replaceIfPresent(m_facts.usage.output, usage, "output_tokens");
    replaceIfPresent(m_facts.usage.cached, usage, "cache_read_input_tokens");
    replaceIfPresent(m_facts.usage.cacheWrite, usage, "cache_creation_input_tokens");
    replaceIfPresent(m_facts.usage.thinking, objectIn(usage, "output_tokens_details"), "thinking_tokens");
}

void MessagesDecoder::takeMessageDelta(const QJsonObject &json)
{
    const QJsonObject delta = objectIn(json, "delta");
    noteUsage(objectIn(json, "usage"));
    const QString reason = stringIn(delta, "stop_reason");
    if (!reason.isEmpty())
        m_facts.stopReason = reason;
    const QJsonObject details = objectIn(delta, "stop_details");
    if (!details.isEmpty())
        m_stopDetails = details;
}

QString MessagesDecoder::joined(const char *type) const
{
    QString text;
    for (const Block &block : m_blocks) {
        if (block.type == QLatin1String(type))
            text += block.text;
    }
    return text;
}

} // namespace vitrine
