#pragma once

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <optional>

namespace vitrine {

// When to try again, as the official clients do it: the time that the server asks for if that is at most a minute, else 1, 2, 4, 8 s
// less up to a quarter by chance, so that many clients do not come back at the same moment.
struct RetryPolicy {
    int tries = 4; // in all
    qint64 firstWaitMs = 1000;
    qint64 longestWaitMs = 8000;
    qint64 longestServerWaitMs = 60'000;
    std::function<double()> random; // 0 to 1; absent: none is taken off

    // `failed`: how many tries have failed, from 1.
    qint64 waitMs(int failed, std::optional<qint64> serverAsks) const
    {
        if (serverAsks && *serverAsks <= longestServerWaitMs)
            return std::max<qint64>(*serverAsks, 0);
        const qint64 wait = std::min(longestWaitMs, firstWaitMs << std::clamp(failed - 1, 0, 20));
        return wait - static_cast<qint64>(static_cast<double>(wait) * 0.25 * (random ? random() : 0.0));
    }
};

} // namespace vitrine
