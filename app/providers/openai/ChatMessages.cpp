#include "providers/openai/ChatMessages.h"

#include "base/Json.h"
#include "model/Item.h"
#include "providers/openai/ChatItems.h"
#include "providers/openai/RequestPieces.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace vitrine::chat {

namespace {

QJsonObject textPart(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}};
}

QJsonObject picturePart(const PromptPicture &picture)
{
    QJsonObject image{{QStringLiteral("url"), openai::dataUrl(picture)}};
    if (!picture.detail.isEmpty()) // the finest that this API has
        image[QStringLiteral("detail")] = picture.detail == QLatin1String("original") ? QStringLiteral("high") : picture.detail;
    return {{QStringLiteral("type"), QStringLiteral("image_url")}, {QStringLiteral("image_url"), image}};
}

QJsonArray partsJson(const QList<PromptPart> &parts)
{
    QJsonArray json;
    for (const PromptPart &part : parts) {
        std::visit(Overload{[&](const QString &text) { json.append(textPart(text)); },
                            [&](const PromptPicture &picture) { json.append(picturePart(picture)); }},
                   part);
    }
    return json;
}

struct Parted {
    QString text;
    QList<PromptPart> pictures;
};

Parted parted(const QList<PromptPart> &parts)
{
    Parted result;
    for (const PromptPart &part : parts) {
        const auto *text = std::get_if<QString>(&part);
        if (!text) {
            result.pictures.append(part);
            continue;
        }
        if (!result.text.isEmpty())
            result.text += QLatin1Char('\n');
        result.text += *text;
    }
    return result;
}

// What the model said between two words of others.
struct Spoken {
    QStringList texts;
    QJsonArray thinking; // parts of the content, as Mistral has them
    QJsonObject fields;  // further ones of the message
    QJsonArray calls;

    bool saysNothing() const { return texts.isEmpty() && calls.isEmpty(); } // thoughts alone are no message
};

void addThoughts(const QJsonObject &thoughts, Spoken &spoken)
{
    for (auto it = thoughts.begin(); it != thoughts.end(); ++it) {
        const QJsonValue before = spoken.fields.value(it.key());
        if (it.key() == QLatin1String("content")) {
            const QJsonArray parts = it.value().toArray();
            for (const QJsonValue &part : parts)
                spoken.thinking.append(part);
        } else if (it.value().isString() && before.isString()) {
            spoken.fields[it.key()] = before.toString() + QStringLiteral("\n\n") + it.value().toString();
        } else if (it.value().isArray() && before.isArray()) {
            QJsonArray all = before.toArray();
            const QJsonArray more = it.value().toArray();
            for (const QJsonValue &detail : more)
                all.append(detail);
            spoken.fields[it.key()] = all;
        } else {
            spoken.fields[it.key()] = it.value();
        }
    }
}

class Messages
{
public:
    Messages(const ModelRequest &request, const MessageStyle &style) : m_input(request.input), m_style(style)
    {
        if (!request.instructions.isEmpty())
            append({{QStringLiteral("role"), style.instructionsRole}, {QStringLiteral("content"), request.instructions}});
        for (qsizetype i = 0; i < m_input.size(); ++i) {
            if (const auto *output = std::get_if<PromptToolOutput>(&m_input[i]))
                m_outputs[output->callId].append(i);
        }
        for (const PromptItem &item : m_input)
            std::visit([this](const auto &said) { add(said); }, item);
        flush();
    }
    QList<QByteArray> take() { return std::move(m_messages); }

private:
    void add(const PromptUserMessage &message)
    {
        flush();
        const Parted parts = parted(message.parts);
        // Plain text goes as a string, which every server understands.
        append({{QStringLiteral("role"), QStringLiteral("user")},
                {QStringLiteral("content"), parts.pictures.isEmpty() ? QJsonValue(parts.text) : QJsonValue(partsJson(message.parts))}});
    }
    void add(const PromptAgentMessage &message)
    {
        if (!message.text.isEmpty())
            m_spoken.texts.append(message.text);
    }
    void add(const PromptProviderItem &item)
    {
        const std::optional<Envelope> envelope = envelopeFrom(item.json);
        if (!envelope)
            return;
        QJsonObject fields = envelope->fields;
        switch (envelope->kind) {
        case Kind::Reasoning:
            addThoughts(fields, m_spoken);
            return;
        case Kind::Message:
            if (const QString text = fields.take(QStringLiteral("content")).toString(); !text.isEmpty())
                m_spoken.texts.append(text);
            for (auto it = fields.begin(); it != fields.end(); ++it)
                m_spoken.fields[it.key()] = it.value();
            return;
        case Kind::Call:
            m_spoken.calls.append(fields);
            return;
        }
    }
    void add(const PromptToolCall &call)
    {
        const QString arguments = call.arguments.isEmpty() ? QStringLiteral("{}") : call.arguments;
        m_spoken.calls.append(QJsonObject{{QStringLiteral("id"), call.callId.value},
                                          {QStringLiteral("type"), QStringLiteral("function")},
                                          {QStringLiteral("function"), QJsonObject{{QStringLiteral("name"), call.name}, {QStringLiteral("arguments"), arguments}}}});
    }
    void add(const PromptToolOutput &) { flush(); } // goes with its call

    void flush()
    {
        const Spoken spoken = std::exchange(m_spoken, {});
        if (spoken.saysNothing())
            return;
        QJsonObject message = spoken.fields;
        message[QStringLiteral("role")] = QStringLiteral("assistant");
        const QString text = spoken.texts.join(QStringLiteral("\n\n"));
        if (!spoken.thinking.isEmpty()) {
            QJsonArray parts = spoken.thinking;
            if (!text.isEmpty())
                parts.append(textPart(text));
            message[QStringLiteral("content")] = parts;
        } else {
            message[QStringLiteral("content")] = text.isEmpty() ? QJsonValue() : QJsonValue(text);
        }
        if (spoken.calls.isEmpty()) {
            append(message);
            return;
        }
        QJsonArray calls;
        for (const QJsonValue &value : spoken.calls) {
            QJsonObject call = value.toObject();
            call[QStringLiteral("id")] = idOnWire(call.value(QLatin1String("id")).toString());
            calls.append(call);
        }
        message[QStringLiteral("tool_calls")] = calls;
        if (m_style.thoughtsWithCalls && !message.contains(QLatin1String("reasoning_content")))
            message[QStringLiteral("reasoning_content")] = QString();
        append(message);
        answer(spoken.calls);
    }

    void answer(const QJsonArray &calls)
    {
        QList<PromptPart> pictures;
        for (const QJsonValue &call : calls) {
            const QString id = call[QLatin1String("id")].toString();
            const auto waiting = m_outputs.find(CallId{id});
            if (waiting == m_outputs.end() || waiting->isEmpty())
                continue;
            Parted output = parted(std::get<PromptToolOutput>(m_input[waiting->takeFirst()]).parts);
            if (!output.pictures.isEmpty()) {
                const QString name = call[QLatin1String("function")][QLatin1String("name")].toString();
                pictures.append(QStringLiteral("Pictures from the tool call %1 (%2):").arg(name, idOnWire(id)));
                pictures += output.pictures;
                if (output.text.isEmpty())
                    output.text = QStringLiteral("The pictures are in the next message of the user.");
            }
            append({{QStringLiteral("role"), QStringLiteral("tool")}, {QStringLiteral("tool_call_id"), idOnWire(id)}, {QStringLiteral("content"), output.text}});
        }
        if (!pictures.isEmpty())
            append({{QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), partsJson(pictures)}});
    }

    // Ids that another server gave may have a form that this one refuses: OpenAI takes 40 characters.
    QString idOnWire(const QString &id) const
    {
        static const QRegularExpression nine(QStringLiteral("^[A-Za-z0-9]{9}$"));
        if (m_style.shortIds ? nine.match(id).hasMatch() : id.size() <= 40)
            return id;
        const QString digest = QString::fromLatin1(QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex());
        return m_style.shortIds ? digest.left(9) : QStringLiteral("call_") + digest.left(32);
    }

    void append(const QJsonObject &message) { m_messages.append(toJson(message)); }

    const QList<PromptItem> &m_input;
    const MessageStyle &m_style;
    QHash<CallId, QList<qsizetype>> m_outputs; // where they are in the input; those not sent yet
    Spoken m_spoken;
    QList<QByteArray> m_messages;
};

} // namespace

QList<QByteArray> messagesFor(const ModelRequest &request, const MessageStyle &style)
{
    return Messages(request, style).take();
}

} // namespace vitrine::chat
