#include "providers/anthropic/ClaudeModels.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int smallestBudget = 1024;

QJsonObject typed(const char *type)
{
    return {{QStringLiteral("type"), QLatin1String(type)}};
}

bool isMythical(const ClaudeModel &model)
{
    return model.family == QLatin1String("fable") || model.family == QLatin1String("mythos");
}

// Refuse to be told not to think.
bool alwaysThinks(const ClaudeModel &model)
{
    return isMythical(model) || (model.family == QLatin1String("opus") && model.version >= 505);
}

bool thinksByDefault(const ClaudeModel &model)
{
    return alwaysThinks(model) || model.version >= 500;
}

QJsonObject adaptive(bool summary)
{
    QJsonObject thinking = typed("adaptive");
    // From 4.7 on thoughts come without their text unless asked for.
    if (summary)
        thinking[QStringLiteral("display")] = QStringLiteral("summarized");
    return thinking;
}

QString effortFor(const ClaudeModel &model, const QString &effort)
{
    if (effort == QLatin1String("minimal"))
        return QStringLiteral("low");
    if (effort == QLatin1String("xhigh") && model.version < 407 && !isMythical(model))
        return QStringLiteral("high");
    return effort;
}

ThinkingParams withoutThinking(const ClaudeModel &model, bool summary)
{
    if (alwaysThinks(model))
        return {adaptive(summary), QStringLiteral("low")};
    if (model.family == QLatin1String("sonnet") && model.version >= 505)
        return {typed("between_tools"), {}};
    if (!model.isKnown() || thinksByDefault(model))
        return {typed("disabled"), {}};
    return {};
}

ThinkingParams budgeted(const QString &effort, int maxTokens)
{
    static const QHash<QString, int> budgets{{QStringLiteral("minimal"), smallestBudget}, {QStringLiteral("low"), 4096}, {QStringLiteral("medium"), 10000},
                                             {QStringLiteral("high"), 20000}, {QStringLiteral("xhigh"), 26000}, {QStringLiteral("max"), 31999}};
    // The answer has to fit in as well.
    const int room = maxTokens - std::min(4096, maxTokens / 4);
    const int budget = std::max(smallestBudget, std::min(budgets.value(effort, 10000), room));
    if (budget >= maxTokens)
        return {};
    QJsonObject thinking = typed("enabled");
    thinking[QStringLiteral("budget_tokens")] = budget;
    return {thinking, {}};
}

} // namespace

ClaudeModel claudeModel(const QString &name)
{
    const QString model = name.toLower().replace(QLatin1Char('.'), QLatin1Char('-'));
    // claude-sonnet-4-5-20250929: eight digits are a date.
    static const QRegularExpression now(QStringLiteral(R"(claude-([a-z]+)-(\d{1,2})(?!\d)(?:-(\d{1,2})(?!\d))?)"));
    static const QRegularExpression before(QStringLiteral(R"(claude-(\d)(?:-(\d{1,2})(?!\d))?-(opus|sonnet|haiku))"));
    static const QRegularExpression unnumbered(QStringLiteral(R"(claude-(fable|mythos))"));
    if (const QRegularExpressionMatch match = now.match(model); match.hasMatch())
        return {match.captured(1), match.captured(2).toInt() * 100 + match.captured(3).toInt()};
    if (const QRegularExpressionMatch match = before.match(model); match.hasMatch())
        return {match.captured(3), match.captured(1).toInt() * 100 + match.captured(2).toInt()};
    if (const QRegularExpressionMatch match = unnumbered.match(model); match.hasMatch())
        return {match.captured(1), 500};
    return {};
}

ClaudeThinking thinkingOf(const ClaudeModel &model)
{
    // Servers of others that speak this API take the number of tokens, if they can think at all.
    if (!model.isKnown())
        return ClaudeThinking::Budget;
    if (model.version >= 406 || isMythical(model))
        return ClaudeThinking::Adaptive;
    return model.version >= 307 ? ClaudeThinking::Budget : ClaudeThinking::None;
}

bool readsOnlyOwnThoughts(const ClaudeModel &model)
{
    return model.version >= 505 || (isMythical(model) && model.version > 500);
}

int defaultMaxTokens(const ClaudeModel &model)
{
    if (!model.isKnown())
        return 16384;
    if (model.version >= 406)
        return 64000;
    if (model.version >= 307)
        return 32000;
    return model.version >= 305 ? 8192 : 4096;
}

ThinkingParams thinkingParams(const ClaudeModel &model, const QString &effort, bool summary, int maxTokens)
{
    const ClaudeThinking kind = thinkingOf(model);
    if (kind == ClaudeThinking::None)
        return {};
    if (effort == QLatin1String("none"))
        return withoutThinking(model, summary);
    if (effort.isEmpty())
        return {thinksByDefault(model) && summary ? adaptive(true) : QJsonObject(), {}};
    if (kind == ClaudeThinking::Adaptive)
        return {adaptive(summary), effortFor(model, effort)};
    return budgeted(effort, maxTokens);
}

} // namespace vitrine
