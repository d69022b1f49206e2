// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

/// How long to wait before a try after another failed: twice as long each time, up to an hour, and a fifth more or
/// less, so that all who wait for the same machine do not come at once.
namespace BackOff {
constexpr std::chrono::hours giveUpAfter{24};

/// `attempts` have failed; `random` is 0..1.
inline std::chrono::milliseconds pause(qint64 attempts, std::chrono::milliseconds first, double random)
{
    using namespace std::chrono_literals;
    const auto doubled = first * (1LL << std::clamp<qint64>(attempts - 1, 0, 20));
    const auto bounded = std::min<std::chrono::milliseconds>(doubled, 1h);
    return std::chrono::milliseconds(qint64(double(bounded.count()) * (0.8 + 0.4 * random)));
}
}
