#include "providers/models/ModelInfo.h"

#include <algorithm>

namespace vitrine {

namespace {

// Absent when there are tokens but no price.
std::optional<double> cost(qint64 tokens, std::optional<double> perMillion)
{
    if (tokens == 0)
        return 0.0;
    return perMillion ? std::optional(double(tokens) * *perMillion / 1e6) : std::nullopt;
}

} // namespace

const QStringList &effortLevels()
{
    static const QStringList levels{QStringLiteral("none"), QStringLiteral("minimal"), QStringLiteral("low"), QStringLiteral("medium"),
                                    QStringLiteral("high"), QStringLiteral("xhigh"), QStringLiteral("max")};
    return levels;
}

const QStringList &hostedToolNames()
{
    static const QStringList names{QStringLiteral("web_search"), QStringLiteral("code_interpreter"), QStringLiteral("image_generation"),
                                   QStringLiteral("file_search"), QStringLiteral("mcp")};
    return names;
}

std::optional<double> price(const Usage &usage, const ModelInfo &model)
{
    if (!usage.input && !usage.output)
        return std::nullopt;
    // Servers report what they like: never a negative part, never more cached than there was.
    const qint64 input = std::max<qint64>(0, usage.input.value_or(0));
    const qint64 cached = std::clamp<qint64>(usage.cached.value_or(0), 0, input);
    const qint64 output = std::max<qint64>(0, usage.output.value_or(0));
    const bool isLong = model.longPromptTokens > 0 && input > model.longPromptTokens;
    const ModelPrices &prices = isLong ? model.longPromptPrices : model.prices;

    const auto fresh = cost(input - cached, prices.input);
    const auto again = cost(cached, prices.cachedInput ? prices.cachedInput : prices.input);
    const auto answer = cost(output, prices.output);
    if (!fresh || !again || !answer)
        return std::nullopt;
    return *fresh + *again + *answer;
}

bool matchesSearch(const ModelInfo &model, const QString &text)
{
    const QString all = model.id + QLatin1Char('\n') + model.name + QLatin1Char('\n') + model.vendor;
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace vitrine
