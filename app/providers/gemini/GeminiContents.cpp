#include "providers/gemini/GeminiContents.h"

#include "base/Json.h"
#include "model/Item.h"
#include "providers/JsonSlice.h"
#include "providers/gemini/GeminiParts.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace vitrine::gemini {

namespace {

// https://ai.google.dev/gemini-api/docs/thought-signatures, "transferring history from a different model"
constexpr const char *foreignSignature = "skip_thought_signature_validator";

QJsonObject textPart(const QString &text)
{
    return {{QStringLiteral("text"), text}};
}

QJsonObject picturePart(const PromptPicture &picture)
{
    return {{QStringLiteral("inlineData"),
             QJsonObject{{QStringLiteral("mimeType"), picture.mime}, {QStringLiteral("data"), QString::fromLatin1(picture.bytes.toBase64())}}}};
}

// The result of a call. `order`: the number of the call in the conversation.
struct Response {
    int order = 0;
    QByteArray json;
    QList<QByteArray> pictures; // beside it, for a model that takes none within
    QString name;
};

struct Content {
    bool fromModel = false;
    std::vector<Response> responses; // they come first, right after the calls
    QList<QByteArray> parts;
    bool hasCall = false;
};

class Builder
{
public:
    explicit Builder(const ModelTraits &traits) : m_traits(traits) {}

    void add(const PromptUserMessage &message)
    {
        for (const PromptPart &part : message.parts) {
            std::visit(Overload{[this](const QString &text) {
                                    if (!text.isEmpty())
                                        at(Role::User).parts.append(toJson(textPart(text)));
                                },
                                [this](const PromptPicture &picture) { at(Role::User).parts.append(toJson(picturePart(picture))); }},
                       part);
        }
    }
    void add(const PromptAgentMessage &message)
    {
        if (!message.text.isEmpty())
            at(Role::Model).parts.append(toJson(textPart(message.text)));
    }
    void add(const PromptProviderItem &item)
    {
        const std::optional<Envelope> envelope = envelopeFrom(item.json);
        if (!envelope)
            return;
        for (const QByteArray &part : envelope->parts)
            addPart(part, envelope->callId);
    }
    void add(const PromptToolCall &call)
    {
        const QByteArray arguments = call.arguments.trimmed().toUtf8();
        QByteArray args = "{}";
        if (QJsonDocument::fromJson(arguments).isObject())
            args = arguments;
        else if (!arguments.isEmpty()) // free text, as OpenAI's custom tools have it
            args = toJson(QJsonObject{{QStringLiteral("input"), call.arguments}});
        const QByteArray name = toJson(QJsonObject{{QStringLiteral("name"), call.name}});
        addCall("{\"functionCall\":" + name.chopped(1) + ",\"args\":" + args + "}}", false);
        m_calls.insert(call.callId.value, {call.name, {}, static_cast<int>(m_calls.size())});
    }
    void add(const PromptToolOutput &output)
    {
        const auto call = m_calls.constFind(output.callId.value);
        if (call == m_calls.constEnd())
            return;
        QStringList texts;
        QJsonArray pictures;
        for (const PromptPart &part : output.parts) {
            std::visit(Overload{[&](const QString &text) { texts.append(text); }, [&](const PromptPicture &picture) { pictures.append(picturePart(picture)); }}, part);
        }
        QJsonObject response{{QStringLiteral("name"), call->name},
                             {QStringLiteral("response"), QJsonObject{{QStringLiteral("output"), texts.join(QLatin1Char('\n'))}}}};
        if (!call->apiId.isEmpty())
            response[QStringLiteral("id")] = call->apiId;
        Response made{call->order, {}, {}, call->name};
        if (m_traits.isThird() && !pictures.isEmpty()) {
            response[QStringLiteral("parts")] = pictures;
        } else {
            for (const QJsonValue &picture : pictures)
                made.pictures.append(toJson(picture.toObject()));
        }
        made.json = toJson(QJsonObject{{QStringLiteral("functionResponse"), response}});
        at(Role::User).responses.push_back(std::move(made));
    }

    QList<QByteArray> finish()
    {
        QList<QByteArray> json;
        for (Content &content : m_contents) {
            const QList<QByteArray> parts = responsesOf(content) + content.parts;
            json.append(QByteArray("{\"role\":\"") + (content.fromModel ? "model" : "user") + "\",\"parts\":[" + parts.join(',') + "]}");
        }
        return json;
    }

private:
    struct Call {
        QString name;
        QString apiId; // empty when the API gave none
        int order = 0;
    };

    enum class Role { User, Model };
    // The API wants the roles to take turns.
    Content &at(Role role)
    {
        const bool fromModel = role == Role::Model;
        if (m_contents.empty() || m_contents.back().fromModel != fromModel) {
            m_contents.emplace_back();
            m_contents.back().fromModel = fromModel;
        }
        return m_contents.back();
    }
    static QList<QByteArray> responsesOf(Content &content)
    {
        std::stable_sort(content.responses.begin(), content.responses.end(), [](const Response &a, const Response &b) { return a.order < b.order; });
        QList<QByteArray> parts;
        QList<QByteArray> pictures;
        for (const Response &response : content.responses) {
            parts.append(response.json);
            if (!response.pictures.isEmpty())
                pictures.append(toJson(textPart(QStringLiteral("Pictures in the result of %1:").arg(response.name))));
            pictures += response.pictures;
        }
        return parts + pictures;
    }
    void addPart(const QByteArray &part, const QString &callId)
    {
        const QJsonObject json = QJsonDocument::fromJson(part).object();
        const bool isSigned = !json.value(QLatin1String("thoughtSignature")).toString().isEmpty();
        if (const QJsonValue call = json.value(QLatin1String("functionCall")); call.isObject()) {
            addCall(part, isSigned);
            const QString apiId = call[QLatin1String("id")].toString();
            m_calls.insert(callId.isEmpty() ? apiId : callId, {call[QLatin1String("name")].toString(), apiId, static_cast<int>(m_calls.size())});
            return;
        }
        if (!isSigned && json.value(QLatin1String("text")).isString() && json.value(QLatin1String("text")).toString().isEmpty())
            return;
        at(Role::Model).parts.append(part);
    }
    void addCall(const QByteArray &part, bool isSigned)
    {
        Content &content = at(Role::Model);
        const bool isFirst = !std::exchange(content.hasCall, true);
        if (!isFirst || isSigned || !m_traits.isThird()) {
            content.parts.append(part);
            return;
        }
        QByteArray completed = jsonWithoutMember(part, "thoughtSignature"); // an empty one
        completed.chop(1);
        content.parts.append(completed + ",\"thoughtSignature\":\"" + foreignSignature + "\"}");
    }

    const ModelTraits &m_traits;
    std::vector<Content> m_contents;
    QHash<QString, Call> m_calls;
};

} // namespace

QList<QByteArray> contentsOf(const QList<PromptItem> &input, const ModelTraits &traits)
{
    Builder builder(traits);
    for (const PromptItem &item : input)
        std::visit([&builder](const auto &known) { builder.add(known); }, item);
    return builder.finish();
}

} // namespace vitrine::gemini
