#pragma once

#include "model/Item.h"
#include "providers/models/ModelInfo.h"

#include <QString>

#include <optional>

namespace vitrine {

// What turns have used up, and how full the model's window is after the newest one.
struct Spending {
    Usage usage;
    std::optional<double> cost; // USD, of the turns whose price is known
    bool isPartial = false;     // some turn's price is not known
    bool isFree = true;         // nothing but the offline assistant has answered
    std::optional<qint64> contextTokens;
    std::optional<qint64> windowTokens;

    // `model`: absent for the offline assistant.
    void add(const TurnEnded &ended, const std::optional<ModelInfo> &model);
    // "12,345 tokens · $0.04 · 12 % of the window": what is known of it.
    QStringList facts() const;
    // The window is nearly full: 85 % or more.
    bool isNearlyFull() const;
};

// "$0.0042", "$1.20"
QString costText(double dollars);

} // namespace vitrine
