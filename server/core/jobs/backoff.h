// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

/// The pauses between attempts. Each pause is twice as long as the one before, up to a limit, and varies by a fifth, so
/// that attempts that failed together are not repeated together.
namespace BackOff {
constexpr std::chrono::hours giveUpAfter{24};
constexpr std::chrono::hours longest{1};

/// Returns the pause after a number of failed attempts. `random`: 0 to 1. `most`: the limit before the variation.
inline std::chrono::milliseconds pause(qint64 attempts, std::chrono::milliseconds first, double random,
                                       std::chrono::milliseconds most = longest)
{
    const auto doubled = first * (1LL << std::clamp<qint64>(attempts - 1, 0, 20));
    const auto bounded = std::min<std::chrono::milliseconds>(doubled, most);
    return std::chrono::milliseconds(qint64(double(bounded.count()) * (0.8 + 0.4 * random)));
}
}
