// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/bytebudget.h"

#include <algorithm>

namespace {
/// Those who were told to give way need some time for it.
constexpr auto asksAgainAfter = std::chrono::seconds(2);
}

bool BudgetShare::add(qint64 bytes, const ByteHolder &holder) { return add(bytes, holder, false); }

bool BudgetShare::addInTurn(qint64 bytes, const ByteHolder &holder) { return add(bytes, holder, true); }

bool BudgetShare::add(qint64 bytes, const ByteHolder &holder, bool inTurn)
{
    using Shortage = ByteBudget::Shortage;
    ByteBudget &budget = *m_budget;
    const qint64 before = inBudget();
    const qint64 more = counted(m_held + bytes) - before;
    if (before == 0 && more == 0) {
        m_held += bytes;
        return true;
    }
    const std::lock_guard guard(budget.m_lock);
    if (before == 0)
        m_holder = holder;
    Shortage shortage = more > 0 ? budget.shortageOf(more, m_holder, budget.m_taken) : Shortage::None;
    if (shortage == Shortage::None) {
        if (before == 0 && more > 0)
            budget.m_shares += this;
        budget.m_taken.add(more, m_holder);
        m_held += bytes;
        if (!inTurn || more == 0 || (shortage = budget.shortageOfAll()) == Shortage::None)
            return true;
        budget.m_taken.add(-more, m_holder);
        m_held -= bytes;
        if (before == 0)
            budget.m_shares.removeOne(this);
    }
    const auto now = Clock::now();
    if (now - m_askedAt >= asksAgainAfter && budget.relieve(more, m_holder, shortage))
        m_askedAt = now;
    return false;
}

std::unique_lock<std::mutex> BudgetShare::locked() const
{
    return inBudget() > 0 ? std::unique_lock(m_budget->m_lock) : std::unique_lock<std::mutex>();
}

void BudgetShare::give(qint64 bytes)
{
    const auto guard = locked();
    const qint64 before = inBudget();
    m_held = std::max<qint64>(0, m_held - bytes);
    if (before == 0)
        return;
    m_budget->m_taken.add(inBudget() - before, m_holder);
    if (inBudget() == 0) {
        m_budget->m_shares.removeOne(this);
        m_mustGiveWay = false;
    }
}

void BudgetShare::expect(qint64 bytes)
{
    const auto guard = locked();
    m_isClientsTurn = true;
    m_mustGiveWay = false;
    m_expected = bytes;
    m_moved = 0;
    m_since = Clock::now();
}

void BudgetShare::expectMore(qint64 bytes)
{
    const auto guard = locked();
    m_expected += bytes;
}

void BudgetShare::moved(qint64 bytes)
{
    const auto guard = locked();
    m_moved += bytes;
}

void BudgetShare::excuse()
{
    const auto guard = locked();
    m_isClientsTurn = false;
    m_mustGiveWay = false;
    m_expected = 0;
}

bool BudgetShare::mustGiveWay() const
{
    const auto guard = locked();
    return m_mustGiveWay;
}

/// Returns how long the client needs for all of its bytes at its pace so far.
std::chrono::duration<double> BudgetShare::timeForAll(Clock::time_point now) const
{
    const double all = double(std::max({m_expected, m_moved, qint64(1)}));
    return std::chrono::duration<double>(now - m_since) * (all / double(std::max<qint64>(m_moved, 1)));
}
