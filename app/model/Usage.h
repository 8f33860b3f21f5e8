#pragma once

#include <QtGlobal>

#include <optional>

namespace vitrine {

// Tokens as the provider reported them; absent where it reported none.
struct Usage {
    std::optional<qint64> input;
    std::optional<qint64> cached;
    std::optional<qint64> output;
    std::optional<qint64> reasoning;
    std::optional<qint64> total;

    bool operator==(const Usage &) const = default;

    // The sum of two requests; what neither reported stays absent.
    Usage operator+(const Usage &other) const
    {
        const auto sum = [](std::optional<qint64> a, std::optional<qint64> b) -> std::optional<qint64> {
            return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
        };
        return {sum(input, other.input), sum(cached, other.cached), sum(output, other.output), sum(reasoning, other.reasoning),
                sum(total, other.total)};
    }
};

} // namespace vitrine
