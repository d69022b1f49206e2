// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/bytebudget.h"

bool ByteBudget::take(qint64 bytes, quint64 holder)
{
    const std::lock_guard guard(m_lock);
    const bool fits = m_taken + bytes <= m_most && (holder == 0 || m_ofHolder.value(holder) + bytes <= m_mostOfOne);
    if (fits) {
        m_taken += bytes;
        if (holder != 0 && bytes > 0)
            m_ofHolder[holder] += bytes;
    }
    return fits;
}

void ByteBudget::give(qint64 bytes, quint64 holder)
{
    const std::lock_guard guard(m_lock);
    m_taken -= bytes;
    const auto held = m_ofHolder.find(holder);
    if (held != m_ofHolder.end() && (*held -= bytes) <= 0)
        m_ofHolder.erase(held);
}

bool BudgetShare::add(qint64 bytes, quint64 holder)
{
    const qint64 before = counted(m_held);
    const qint64 more = counted(m_held + bytes) - before;
    if (before == 0)
        m_holder = holder;
    if (more > 0 && !m_budget->take(more, m_holder))
        return false;
    m_held += bytes;
    return true;
}

void BudgetShare::give(qint64 bytes)
{
    const qint64 left = std::max<qint64>(0, m_held - bytes);
    if (const qint64 less = counted(m_held) - counted(left); less > 0)
        m_budget->give(less, m_holder);
    m_held = left;
}
