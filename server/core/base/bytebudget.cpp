// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/bytebudget.h"

#include <algorithm>

namespace {
/// The shares that are weighed against each other. With more of them, some of the budget stays free instead.
constexpr qsizetype mostWeighed = 256;
constexpr qint64 partLeftFree = 8;
/// Many clients may wait, and each look goes through all shares.
constexpr auto relievesAgainAfter = std::chrono::milliseconds(20);

void addTo(QHash<quint64, qint64> &taken, quint64 holder, qint64 bytes)
{
    if (holder != 0 && (taken[holder] += bytes) <= 0)
        taken.remove(holder);
}
}

void ByteBudget::Taken::add(qint64 bytes, const ByteHolder &holder)
{
    all += bytes;
    addTo(ofNetwork, holder.network, bytes);
    addTo(ofAccount, holder.account, bytes);
}

bool ByteBudget::take(qint64 bytes, const ByteHolder &holder)
{
    const std::lock_guard guard(m_lock);
    const bool fits = shortageOf(bytes, holder, m_taken) == Shortage::None;
    if (fits)
        m_taken.add(bytes, holder);
    return fits;
}

void ByteBudget::give(qint64 bytes, const ByteHolder &holder)
{
    const std::lock_guard guard(m_lock);
    m_taken.add(-bytes, holder);
}

ByteBudget::Shortage ByteBudget::shortageOf(qint64 bytes, const ByteHolder &holder, const Taken &taken) const
{
    if (taken.all + bytes > m_most)
        return Shortage::OfAll;
    const bool isMuch = (holder.network != 0 && taken.ofNetwork.value(holder.network) + bytes > m_mostOfOne)
        || (holder.account != 0 && taken.ofAccount.value(holder.account) + bytes > m_mostOfOne);
    return isMuch ? Shortage::OfHolder : Shortage::None;
}

/// Returns why the shares cannot all get what they expect, one after the other. Each of them gives back what it holds
/// once it has everything (the banker's algorithm).
ByteBudget::Shortage ByteBudget::shortageOfAll() const
{
    if (m_shares.size() > mostWeighed)
        return m_taken.all > m_most - m_most / partLeftFree ? Shortage::OfAll : Shortage::None;
    Shortage shortage = Shortage::None;
    Taken taken = m_taken;
    QList<BudgetShare *> waiting = m_shares;
    const auto finish = [&](const BudgetShare *share) {
        const Shortage one = shortageOf(share->toCome(), share->m_holder, taken);
        if (one == Shortage::None)
            taken.add(-share->inBudget(), share->m_holder);
        else
            shortage = std::max(shortage, one);
        return one == Shortage::None;
    };
    for (qsizetype before = waiting.size() + 1; !waiting.isEmpty() && waiting.size() < before;) {
        before = waiting.size();
        shortage = Shortage::None;
        waiting.removeIf(finish);
    }
    return waiting.isEmpty() ? Shortage::None : shortage;
}

/// Tells the slowest clients to give way, of all or of the holder, until they hold `bytes`. Returns false if it was
/// asked too often.
bool ByteBudget::relieve(qint64 bytes, const ByteHolder &holder, Shortage shortage)
{
    const auto now = BudgetShare::Clock::now();
    if (now - m_relievedAt < relievesAgainAfter)
        return false;
    m_relievedAt = now;
    const auto isOfHolder = [&](const BudgetShare *share) {
        const ByteHolder &other = share->m_holder;
        return (holder.network != 0 && other.network == holder.network)
            || (holder.account != 0 && other.account == holder.account);
    };
    QList<std::pair<std::chrono::duration<double>, BudgetShare *>> slow;
    for (BudgetShare *share : std::as_const(m_shares)) {
        if (!share->m_isClientsTurn || share->m_mustGiveWay || now - share->m_since < m_patience.least)
            continue;
        const auto time = share->timeForAll(now);
        if (time > m_patience.whole && (shortage == Shortage::OfAll || isOfHolder(share)))
            slow.emplaceBack(time, share);
    }
    std::ranges::sort(slow, std::greater());
    for (qint64 freed = 0; const auto &[time, share] : std::as_const(slow)) {
        if (freed >= bytes)
            break;
        share->m_mustGiveWay = true;
        freed += share->inBudget();
    }
    return true;
}
