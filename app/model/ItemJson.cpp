#include "model/ItemJson.h"

#include "base/Clock.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <functional>

namespace vitrine {

namespace {

template<class T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

template<class Numbers>
QJsonArray numbers(const Numbers &values)
{
    QJsonArray array;
    for (double value : values)
        array.append(std::isfinite(value) ? value : 0.0);
    return array;
}

QJsonArray sizeJson(const QSize &size)
{
    return {size.width(), size.height()};
}

QJsonObject blobJson(const BlobRef &ref)
{
    return {{"sha256", ref.sha256}, {"size", ref.size}, {"mime", ref.mime}};
}

QJsonValue parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QJsonObject());
}

QJsonArray citationsJson(const QList<Citation> &citations)
{
    QJsonArray array;
    for (const Citation &citation : citations)
        array.append(QJsonObject{{"url", citation.url}, {"title", citation.title}, {"start", citation.start}, {"end", citation.end}});
    return array;
}

QJsonArray spansJson(const QList<TextSpan> &spans)
{
    QJsonArray array;
    for (const TextSpan &span : spans)
        array.append(QJsonObject{{"start", span.start}, {"end", span.end}});
    return array;
}

// Reads the fields of one stored object and remembers whether one was missing.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    QString text(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        m_complete &= value.isString();
        return value.toString();
    }
    QByteArray bytes(const char *key) { return text(key).toUtf8(); }
    qint64 integer(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        m_complete &= value.isDouble();
        return value.toInteger();
    }
    std::optional<qint64> optionalInteger(const char *key) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    }
    bool flag(const char *key) const { return m_object.value(QLatin1String(key)).toBool(); }
    QSize size(const char *key) const
    {
        const QJsonArray pair = m_object.value(QLatin1String(key)).toArray();
        return QSize(pair.at(0).toInt(), pair.at(1).toInt());
    }
    BlobRef blob(const char *key) const
    {
        const QJsonObject object = m_object.value(QLatin1String(key)).toObject();
        return {object["sha256"].toString(), object["size"].toInteger(), object["mime"].toString()};
    }
    template<size_t N>
    std::optional<std::array<double, N>> numbers(const char *key) const
    {
        const QJsonArray array = m_object.value(QLatin1String(key)).toArray();
        if (array.size() != qsizetype(N))
            return std::nullopt;
        std::array<double, N> values;
        for (size_t i = 0; i < N; ++i)
            values[i] = array[qsizetype(i)].toDouble();
        return values;
    }
    QJsonArray list(const char *key) const { return m_object.value(QLatin1String(key)).toArray(); }
    QJsonValue value(const char *key) const { return m_object.value(QLatin1String(key)); }
    bool isComplete() const { return m_complete; }

private:
    const QJsonObject &m_object;
    bool m_complete = true;
};

template<class Enum>
std::optional<Enum> fromName(const QString &name, std::initializer_list<Enum> values)
{
    for (Enum value : values) {
        if (toString(value) == name)
            return value;
    }
    return std::nullopt;
}

QList<Artifact> artifactsIn(const Reader &in)
{
    QList<Artifact> artifacts;
    for (const QJsonValue &value : in.list("artifacts")) {
        const QJsonObject object = value.toObject();
        Reader item(object);
        artifacts.append({item.text("name"), item.blob("blob")});
    }
    return artifacts;
}

QJsonArray artifactsJson(const QList<Artifact> &artifacts)
{
    QJsonArray json;
    for (const Artifact &artifact : artifacts)
        json.append(QJsonObject{{"name", artifact.name}, {"blob", blobJson(artifact.blob)}});
    return json;
}

// As the command-line contract writes them.
QJsonArray artifactsLine(const QList<Artifact> &artifacts)
{
    QJsonArray json;
    for (const Artifact &artifact : artifacts)
        json.append(QJsonObject{{"name", artifact.name}, {"sha256", artifact.blob.sha256}, {"size", artifact.blob.size}, {"mime", artifact.blob.mime}});
    return json;
}

QJsonObject storedAttachment(const Attachment &a)
{
    return {{"name", a.name}, {"blob", blobJson(a.blob)}, {"image", a.image}, {"size", sizeJson(a.size)}, {"sent", blobJson(a.sent)}, {"sent_size", sizeJson(a.sentSize)}};
}

std::optional<ItemBody> readBody(const QString &kind, Reader &in)
{
    if (kind == QLatin1String("user_message")) {
        UserMessage body{in.text("text"), {}, in.flag("compacts")};
        for (const QJsonValue &value : in.list("attachments")) {
            const QJsonObject object = value.toObject();
            Reader item(object);
            body.attachments.append({item.text("name"), item.blob("blob"), item.text("image"), item.size("size"), item.blob("sent"), item.size("sent_size")});
        }
        return body;
    }
    if (kind == QLatin1String("agent_message")) {
        AgentMessage body{in.text("text"), in.flag("refusal"), {}, {}, in.bytes("provider_item")};
        for (const QJsonValue &value : in.list("citations")) {
            const QJsonObject object = value.toObject();
            Reader item(object);
            body.citations.append({item.text("url"), item.text("title"), qsizetype(item.integer("start")), qsizetype(item.integer("end"))});
        }
        for (const QJsonValue &value : in.list("unsure")) {
            const QJsonObject object = value.toObject();
            Reader item(object);
            body.unsure.append({qsizetype(item.integer("start")), qsizetype(item.integer("end"))});
        }
        return body;
    }
    if (kind == QLatin1String("reasoning"))
        return Reasoning{in.text("text"), in.optionalInteger("tokens"), in.bytes("provider_item")};
    if (kind == QLatin1String("tool_call"))
        return ToolCall{{in.text("call_id")}, in.text("name"), in.text("arguments"), in.bytes("provider_item")};
    if (kind == QLatin1String("tool_output")) {
        const auto outcome = fromName(in.text("outcome"), {Outcome::Ok, Outcome::Error, Outcome::Timeout, Outcome::Denied, Outcome::Limit});
        if (!outcome)
            return std::nullopt;
        ToolOutput body{{in.text("call_id")}, *outcome, {}, in.text("text"), in.integer("given_bytes"), in.integer("total_bytes"), in.blob("whole"), {}};
        if (const auto exit = in.optionalInteger("exit"))
            body.exit = int(*exit);
        body.artifacts = artifactsIn(in);
        return body;
    }
    if (kind == QLatin1String("hosted_call"))
        return HostedCall{in.text("type"), in.bytes("arguments"), in.text("outcome"), in.text("output"), in.bytes("provider_item"), artifactsIn(in)};
    if (kind == QLatin1String("image_step")) {
        const auto matrix = in.numbers<9>("matrix_to_root");
        if (!matrix)
            return std::nullopt;
        ImageStep body{{in.text("call_id")}, in.text("image"), in.text("parent"), in.text("root"), in.text("op"), in.bytes("params"), in.size("size"), *matrix,
                       in.numbers<8>("corners"), {}, in.blob("blob"), in.blob("sent"), in.size("sent_size")};
        if (const QJsonValue confidence = in.value("confidence"); confidence.isDouble())
            body.confidence = confidence.toDouble();
        return body;
    }
    if (kind == QLatin1String("approval_request"))
        return ApprovalRequest{{in.text("call_id")}, in.text("what")};
    if (kind == QLatin1String("approval_decision"))
        return ApprovalDecision{{in.text("call_id")}, in.text("what"), in.text("decision")};
    if (kind == QLatin1String("notice")) {
        const auto level = fromName(in.text("level"), {NoticeLevel::Info, NoticeLevel::Warning, NoticeLevel::Error});
        return level ? std::optional<ItemBody>(Notice{*level, in.text("text")}) : std::nullopt;
    }
    if (kind == QLatin1String("turn_ended")) {
        const auto outcome = fromName(in.text("outcome"), {TurnOutcome::Completed, TurnOutcome::Incomplete, TurnOutcome::Failed, TurnOutcome::Interrupted, TurnOutcome::Denied});
        if (!outcome)
            return std::nullopt;
        const QJsonObject object = in.value("usage").toObject();
        const Reader usage(object);
        return TurnEnded{*outcome,
                         {usage.optionalInteger("input"), usage.optionalInteger("cached"), usage.optionalInteger("output"), usage.optionalInteger("reasoning"),
                          usage.optionalInteger("total")},
                         in.text("reason"), in.text("error_kind"), in.flag("retryable"), in.optionalInteger("context_tokens")};
    }
    return std::nullopt;
}

} // namespace

QJsonObject toJsonObject(const Usage &usage)
{
    return {{"input", orNull(usage.input)},
            {"cached", orNull(usage.cached)},
            {"output", orNull(usage.output)},
            {"reasoning", orNull(usage.reasoning)},
            {"total", orNull(usage.total)}};
}

QJsonObject toStoredJson(const ItemBody &body)
{
    return std::visit(
        Overload{
            [](const UserMessage &b) {
                QJsonArray attachments;
                for (const Attachment &attachment : b.attachments)
                    attachments.append(storedAttachment(attachment));
                return QJsonObject{{"text", b.text}, {"attachments", attachments}, {"compacts", b.compacts}};
            },
            [](const AgentMessage &b) {
                return QJsonObject{{"text", b.text}, {"refusal", b.refusal}, {"citations", citationsJson(b.citations)}, {"unsure", spansJson(b.unsure)}, {"provider_item", QString::fromUtf8(b.providerItem)}};
            },
            [](const Reasoning &b) {
                return QJsonObject{{"text", b.text}, {"tokens", orNull(b.tokens)}, {"provider_item", QString::fromUtf8(b.providerItem)}};
            },
            [](const ToolCall &b) {
                return QJsonObject{{"call_id", b.callId.value}, {"name", b.name}, {"arguments", b.arguments}, {"provider_item", QString::fromUtf8(b.providerItem)}};
            },
            [](const ToolOutput &b) {
                return QJsonObject{{"call_id", b.callId.value}, {"outcome", toString(b.outcome)}, {"exit", orNull(b.exit)}, {"text", b.text}, {"given_bytes", b.givenBytes},
                                   {"total_bytes", b.totalBytes}, {"whole", blobJson(b.whole)}, {"artifacts", artifactsJson(b.artifacts)}};
            },
            [](const HostedCall &b) {
                return QJsonObject{{"type", b.type}, {"arguments", QString::fromUtf8(b.arguments)}, {"outcome", b.outcome}, {"output", b.output}, {"provider_item", QString::fromUtf8(b.providerItem)},
                                   {"artifacts", artifactsJson(b.artifacts)}};
            },
            [](const ImageStep &b) {
                return QJsonObject{{"call_id", b.callId.value}, {"image", b.image}, {"parent", b.parent}, {"root", b.root}, {"op", b.op}, {"params", QString::fromUtf8(b.params)},
                                   {"size", sizeJson(b.size)}, {"matrix_to_root", numbers(b.matrixToRoot)}, {"corners", b.corners ? QJsonValue(numbers(*b.corners)) : QJsonValue()},
                                   {"confidence", orNull(b.confidence)}, {"blob", blobJson(b.blob)}, {"sent", blobJson(b.sent)}, {"sent_size", sizeJson(b.sentSize)}};
            },
            [](const ApprovalRequest &b) { return QJsonObject{{"call_id", b.callId.value}, {"what", b.what}}; },
            [](const ApprovalDecision &b) { return QJsonObject{{"call_id", b.callId.value}, {"what", b.what}, {"decision", b.decision}}; },
            [](const Notice &b) { return QJsonObject{{"level", toString(b.level)}, {"text", b.text}}; },
            [](const TurnEnded &b) {
                return QJsonObject{{"outcome", toString(b.outcome)}, {"usage", toJsonObject(b.usage)}, {"reason", b.reason}, {"error_kind", b.errorKind}, {"retryable", b.retryable},
                                   {"context_tokens", orNull(b.contextTokens)}};
            },
        },
        body);
}

Result<ItemBody> bodyFromStoredJson(const QString &kind, const QJsonObject &json)
{
    Reader in(json);
    const std::optional<ItemBody> body = readBody(kind, in);
    if (!body || !in.isComplete())
        return fail(ErrorKind::Storage, QCoreApplication::translate("ItemJson", "A stored item of kind \"%1\" cannot be read.").arg(kind));
    return *body;
}

QJsonObject toContractJson(const Item &item, const std::function<QString(const BlobRef &)> &pathOf)
{
    QJsonObject line{{"type", "item"},
                     {"seq", item.seq},
                     {"id", item.id.value},
                     {"conversation", item.conversation.value},
                     {"turn", item.turn.value},
                     {"kind", kindOf(item.body)},
                     {"status", toString(item.status)},
                     {"provenance", toString(item.provenance)},
                     {"started_at", toRfc3339(item.startedAt)},
                     {"ended_at", toRfc3339(item.endedAt)}};
    const QJsonObject fields = std::visit(
        Overload{
            [](const UserMessage &b) {
                QJsonArray attachments;
                for (const Attachment &a : b.attachments)
                    attachments.append(QJsonObject{{"name", a.name}, {"sha256", a.blob.sha256}, {"mime", a.blob.mime}, {"size", a.blob.size}});
                return QJsonObject{{"text", b.text}, {"attachments", attachments}};
            },
            [](const AgentMessage &b) { return QJsonObject{{"text", b.text}, {"citations", citationsJson(b.citations)}, {"unsure", spansJson(b.unsure)}}; },
            [](const Reasoning &b) { return QJsonObject{{"text", b.text}, {"tokens", orNull(b.tokens)}}; },
            [](const ToolCall &b) { return QJsonObject{{"call_id", b.callId.value}, {"name", b.name}, {"arguments", b.arguments}}; },
            [](const ToolOutput &b) {
                return QJsonObject{{"call_id", b.callId.value}, {"outcome", toString(b.outcome)}, {"exit", orNull(b.exit)}, {"text", b.text},
                                   {"given_bytes", b.givenBytes}, {"total_bytes", b.totalBytes}, {"artifacts", artifactsLine(b.artifacts)}};
            },
            [](const HostedCall &b) {
                return QJsonObject{{"call_type", b.type}, {"arguments", parsed(b.arguments)}, {"outcome", b.outcome}, {"output", b.output},
                                   {"artifacts", artifactsLine(b.artifacts)}};
            },
            [&pathOf](const ImageStep &b) {
                return QJsonObject{{"call_id", b.callId.value}, {"image", b.image}, {"parent", b.parent}, {"root", b.root}, {"op", b.op}, {"params", parsed(b.params)},
                                   {"size", sizeJson(b.size)}, {"matrix_to_root", numbers(b.matrixToRoot)}, {"corners", b.corners ? QJsonValue(numbers(*b.corners)) : QJsonValue()},
                                   {"confidence", orNull(b.confidence)}, {"sha256", b.blob.sha256}, {"path", pathOf(b.blob)}};
            },
            [](const ApprovalRequest &b) { return QJsonObject{{"call_id", b.callId.value}, {"what", b.what}, {"decision", QJsonValue()}}; },
            [](const ApprovalDecision &b) { return QJsonObject{{"call_id", b.callId.value}, {"what", b.what}, {"decision", b.decision}}; },
            [](const Notice &b) { return QJsonObject{{"level", toString(b.level)}, {"text", b.text}}; },
            [](const TurnEnded &b) { return QJsonObject{{"outcome", toString(b.outcome)}}; },
        },
        item.body);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        line.insert(it.key(), it.value());
    return line;
}

} // namespace vitrine
