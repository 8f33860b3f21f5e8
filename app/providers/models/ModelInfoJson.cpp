#include "providers/models/ModelInfoJson.h"

#include <QJsonArray>

namespace vitrine {

namespace {

constexpr double mostTokens = 1e9;
constexpr double highestPrice = 1e6;
constexpr qsizetype longestText = 200;

void applyText(const QJsonValue &value, QString &text)
{
    if (value.isNull())
        text.clear();
    else if (value.isString())
        text = value.toString().left(longestText);
}

// Only words of `allowed`, in its order, so that efforts stand weakest first.
void applyWords(const QJsonValue &value, const QStringList &allowed, QStringList &words)
{
    if (value.isNull())
        words.clear();
    if (!value.isArray())
        return;
    words.clear();
    const QJsonArray given = value.toArray();
    for (const QString &word : allowed) {
        if (given.contains(word))
            words.append(word);
    }
}

void applyApis(const QJsonValue &value, QStringList &apis)
{
    if (value.isNull())
        apis.clear();
    if (!value.isArray())
        return;
    apis.clear();
    static const QStringList allowed{QStringLiteral("responses"), QStringLiteral("chat"), QStringLiteral("messages"), QStringLiteral("gemini")};
    for (const QJsonValue &api : value.toArray()) {
        if (allowed.contains(api.toString()) && !apis.contains(api.toString()))
            apis.append(api.toString());
    }
}

void applyBool(const QJsonValue &value, std::optional<bool> &flag)
{
    if (value.isNull())
        flag.reset();
    else if (value.isBool())
        flag = value.toBool();
}

void applyTokens(const QJsonValue &value, std::optional<qint64> &tokens)
{
    if (value.isNull())
        tokens.reset();
    else if (value.isDouble() && value.toDouble() >= 1 && value.toDouble() <= mostTokens)
        tokens = qint64(value.toDouble());
}

void applyPrice(const QJsonValue &value, std::optional<double> &price)
{
    if (value.isNull())
        price.reset();
    else if (value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= highestPrice)
        price = value.toDouble();
}

// Whether the entry says anything about prices.
bool applyPrices(const QJsonValue &value, ModelPrices &prices)
{
    if (value.isNull())
        prices = {};
    if (!value.isObject())
        return value.isNull();
    const QJsonObject object = value.toObject();
    applyPrice(object.value(QLatin1String("input")), prices.input);
    applyPrice(object.value(QLatin1String("cached_input")), prices.cachedInput);
    applyPrice(object.value(QLatin1String("output")), prices.output);
    return true;
}

bool applyLongPrompt(const QJsonValue &value, ModelInfo &info)
{
    if (!applyPrices(value, info.longPromptPrices))
        return false;
    std::optional<qint64> over = value.isNull() ? 0 : info.longPromptTokens;
    applyTokens(value.toObject().value(QLatin1String("over")), over);
    info.longPromptTokens = over.value_or(0);
    return true;
}

template<class T>
void take(const std::optional<T> &said, std::optional<T> &known)
{
    if (said)
        known = said;
}

template<class T>
void takeFilled(const T &said, T &known)
{
    if (!said.isEmpty())
        known = said;
}

template<class T>
void insert(QJsonObject &object, const char *key, const std::optional<T> &value)
{
    if (value)
        object.insert(QLatin1String(key), QJsonValue(*value));
}

void insert(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

void insert(QJsonObject &object, const char *key, const QStringList &words)
{
    if (!words.isEmpty())
        object.insert(QLatin1String(key), QJsonArray::fromStringList(words));
}

QJsonObject pricesJson(const ModelPrices &prices)
{
    QJsonObject object;
    insert(object, "input", prices.input);
    insert(object, "cached_input", prices.cachedInput);
    insert(object, "output", prices.output);
    return object;
}

} // namespace

void applyModelJson(const QJsonObject &entry, const QString &pricesAsOf, ModelInfo &info)
{
    const auto field = [&entry](const char *key) { return entry.value(QLatin1String(key)); };
    info.known = true;
    applyText(field("name"), info.name);
    applyText(field("vendor"), info.vendor);
    applyApis(field("apis"), info.apis);
    applyTokens(field("context"), info.contextTokens);
    applyTokens(field("max_output"), info.maxOutputTokens);
    applyBool(field("pictures"), info.pictures);
    applyBool(field("tools"), info.tools);
    applyBool(field("reasons"), info.reasons);
    const QString thinking = field("thinking").toString();
    if (field("thinking").isNull() || thinking == QLatin1String("effort") || thinking == QLatin1String("budget"))
        info.thinking = thinking;
    applyWords(field("efforts"), effortLevels(), info.efforts);
    const QJsonValue effort = field("default_effort");
    if (effort.isNull() || effortLevels().contains(effort.toString()))
        info.defaultEffort = effort.toString();
    applyWords(field("hosted_tools"), hostedToolNames(), info.hostedTools);
    const bool priced = applyPrices(field("prices"), info.prices);
    if (applyLongPrompt(field("long_prompt"), info) || priced)
        info.pricesAsOf = pricesAsOf;
    applyText(field("picture_rule"), info.pictureRule);
}

void applyReported(const ModelInfo &reported, ModelInfo &info)
{
    info.known = info.known || reported.known;
    takeFilled(reported.name, info.name);
    takeFilled(reported.vendor, info.vendor);
    takeFilled(reported.apis, info.apis);
    take(reported.contextTokens, info.contextTokens);
    take(reported.maxOutputTokens, info.maxOutputTokens);
    take(reported.pictures, info.pictures);
    take(reported.tools, info.tools);
    take(reported.reasons, info.reasons);
    takeFilled(reported.thinking, info.thinking);
    takeFilled(reported.efforts, info.efforts);
    takeFilled(reported.defaultEffort, info.defaultEffort);
    takeFilled(reported.hostedTools, info.hostedTools);
    // Prices go together: half of them from another shop would make a sum that nobody charges.
    if (reported.prices != ModelPrices()) {
        info.prices = reported.prices;
        info.longPromptTokens = reported.longPromptTokens;
        info.longPromptPrices = reported.longPromptPrices;
        info.pricesAsOf = reported.pricesAsOf;
    }
    takeFilled(reported.pictureRule, info.pictureRule);
}

QJsonObject toJson(const ModelInfo &info)
{
    QJsonObject object{{QStringLiteral("id"), info.id}};
    insert(object, "request_model", info.requestModel);
    insert(object, "name", info.name);
    insert(object, "vendor", info.vendor);
    insert(object, "apis", info.apis);
    insert(object, "context", info.contextTokens);
    insert(object, "max_output", info.maxOutputTokens);
    insert(object, "pictures", info.pictures);
    insert(object, "tools", info.tools);
    insert(object, "reasons", info.reasons);
    insert(object, "thinking", info.thinking);
    insert(object, "efforts", info.efforts);
    insert(object, "default_effort", info.defaultEffort);
    insert(object, "hosted_tools", info.hostedTools);
    if (info.prices != ModelPrices())
        object.insert(QStringLiteral("prices"), pricesJson(info.prices));
    if (info.longPromptTokens > 0) {
        QJsonObject step = pricesJson(info.longPromptPrices);
        step.insert(QStringLiteral("over"), info.longPromptTokens);
        object.insert(QStringLiteral("long_prompt"), step);
    }
    insert(object, "prices_as_of", info.pricesAsOf);
    insert(object, "picture_rule", info.pictureRule);
    return object;
}

} // namespace vitrine
