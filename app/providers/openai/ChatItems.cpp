#include "providers/openai/ChatItems.h"

#include "base/Json.h"

#include <QJsonDocument>

#include <array>

namespace vitrine::chat {

namespace {

struct Name {
    Kind kind;
    const char *name;
};

constexpr std::array names = {Name{Kind::Reasoning, "reasoning"}, Name{Kind::Message, "message"}, Name{Kind::Call, "call"}};

} // namespace

QByteArray toProviderItem(const Envelope &envelope)
{
    QJsonObject json{{QStringLiteral("fields"), envelope.fields}};
    for (const Name &known : names) {
        if (known.kind == envelope.kind)
            json[QStringLiteral("chat")] = QLatin1String(known.name);
    }
    return toJson(json);
}

std::optional<Envelope> envelopeFrom(const QByteArray &providerItem)
{
    const QJsonObject json = QJsonDocument::fromJson(providerItem).object();
    const QJsonValue fields = json.value(QLatin1String("fields"));
    if (!fields.isObject())
        return std::nullopt;
    const QString name = json.value(QLatin1String("chat")).toString();
    for (const Name &known : names) {
        if (name == QLatin1String(known.name))
            return Envelope{known.kind, fields.toObject()};
    }
    return std::nullopt;
}

} // namespace vitrine::chat
