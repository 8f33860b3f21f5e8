#include "providers/ApiCodec.h"

#include "providers/anthropic/MessagesCodec.h"
#include "providers/gemini/GeminiCodec.h"
#include "providers/openai/ChatCodec.h"
#include "providers/openai/ResponsesCodec.h"

namespace vitrine {

namespace {

struct Api {
    const ApiCodec *codec;
    const char *baseUrl;
};

const QList<Api> &apis()
{
    static const ResponsesCodec responses;
    static const ChatCodec chat;
    static const MessagesCodec messages;
    static const GeminiCodec gemini;
    static const QList<Api> all{
        {&responses, "https://api.openai.com/v1"},
        {&chat, "https://api.openai.com/v1"},
        {&messages, "https://api.anthropic.com"},
        {&gemini, "https://generativelanguage.googleapis.com"},
    };
    return all;
}

} // namespace

const ApiCodec *codecFor(const QString &api)
{
    for (const Api &known : apis()) {
        if (known.codec->api() == api)
            return known.codec;
    }
    return nullptr;
}

QStringList apiNames()
{
    QStringList names;
    for (const Api &known : apis())
        names.append(known.codec->api());
    return names;
}

QUrl officialBaseUrl(const QString &api)
{
    for (const Api &known : apis()) {
        if (known.codec->api() == api)
            return QUrl(QLatin1String(known.baseUrl));
    }
    return {};
}

} // namespace vitrine
