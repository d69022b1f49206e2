// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/fairshare.h"

#include <algorithm>
#include <numeric>

namespace {
struct Standing
{
    AccountUse use;
    qint64 over = 0; ///< bytes beyond the fair share; negative: below it

    qint64 givenAt(qint64 level) const { return std::clamp<qint64>(over - level, 0, use.bytes); }
};

QList<Standing> standings(const QList<AccountUse> &uses, qint64 most)
{
    qint64 rest = most;
    qint64 sharing = 0;
    for (const AccountUse &use : uses) {
        rest -= std::min(use.bytes, use.entitled);
        sharing += use.entitled == 0 ? 1 : 0;
    }
    const qint64 equal = sharing > 0 ? std::max<qint64>(0, rest) / sharing : 0;
    QList<Standing> all;
    for (const AccountUse &use : uses)
        all += {use, use.bytes - (use.entitled > 0 ? use.entitled : equal)};
    return all;
}
}

QHash<AccountId, qint64> excessOf(const QList<AccountUse> &uses, qint64 most)
{
    const QList<Standing> all = standings(uses, most);
    const auto sum = [&](auto value) {
        return std::accumulate(all.begin(), all.end(), qint64(0),
                               [&](qint64 before, const Standing &each) { return before + value(each); });
    };
    const qint64 excess = sum([](const Standing &each) { return each.use.bytes; }) - std::max<qint64>(0, most);
    if (excess <= 0)
        return {};
    // The highest level at which enough is given is found by halving the range.
    qint64 low = 0;
    qint64 high = 0;
    for (const Standing &each : all) {
        low = std::min(low, each.over - each.use.bytes);
        high = std::max(high, each.over);
    }
    while (low < high) {
        const qint64 middle = low + (high - low + 1) / 2;
        if (sum([&](const Standing &each) { return each.givenAt(middle); }) >= excess)
            low = middle;
        else
            high = middle - 1;
    }
    QHash<AccountId, qint64> given;
    for (const Standing &each : all) {
        if (const qint64 bytes = each.givenAt(low); bytes > 0)
            given.insert(each.use.account, bytes);
    }
    return given;
}
