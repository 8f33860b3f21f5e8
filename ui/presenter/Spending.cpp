#include "presenter/Spending.h"

#include "presenter/Words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace vitrine {

namespace {

// Where translators find these sentences.
class SpendingWords
{
    Q_DECLARE_TR_FUNCTIONS(SpendingWords)
};

constexpr double nearlyFull = 0.85;

} // namespace

void Spending::add(const TurnEnded &ended, const std::optional<ModelInfo> &model)
{
    usage = usage + ended.usage;
    if (!model)
        return;
    isFree = false;
    contextTokens = ended.contextTokens;
    windowTokens = model->contextTokens;
    if (const std::optional<double> paid = price(ended.usage, *model))
        cost = cost.value_or(0) + *paid;
    else
        isPartial = true;
}

QStringList Spending::facts() const
{
    QStringList facts;
    if (usage.total)
        facts << SpendingWords::tr("%1 tokens").arg(words::count(*usage.total));
    if (isFree)
        facts << SpendingWords::tr("no cost");
    else if (cost)
        facts << (isPartial ? SpendingWords::tr("at least %1").arg(costText(*cost)) : costText(*cost));
    if (contextTokens && windowTokens)
        facts << SpendingWords::tr("%1 % of the window").arg(std::lround(100 * double(*contextTokens) / double(*windowTokens)));
    return facts;
}

bool Spending::isNearlyFull() const
{
    return contextTokens && windowTokens && double(*contextTokens) >= nearlyFull * double(*windowTokens);
}

QString costText(double dollars)
{
    const int decimals = dollars >= 0.1 || dollars == 0 ? 2 : dollars >= 0.01 ? 3 : 4;
    return QLatin1Char('$') + QLocale().toString(dollars, 'f', decimals);
}

} // namespace vitrine
