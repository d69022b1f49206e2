// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

/// What the bodies of the requests that are arriving or running hold in memory, in bytes.
inline constexpr qint64 mostBodyBytes = qint64(256) << 20;

/// The bytes that the request bodies of a process may hold in memory together. Thread: any.
class ByteBudget
{
public:
    explicit ByteBudget(qint64 most)
        : m_most(most)
    {
    }

    /// Returns false, and takes nothing, if the bytes do not fit.
    bool take(qint64 bytes)
    {
        if (m_taken.fetch_add(bytes) + bytes <= m_most)
            return true;
        m_taken.fetch_sub(bytes);
        return false;
    }
    void give(qint64 bytes) { m_taken.fetch_sub(bytes); }

private:
    const qint64 m_most;
    std::atomic<qint64> m_taken = 0;
};

/// The part of a budget that one connection holds, and gives back when it is destroyed.
class BudgetShare
{
public:
    explicit BudgetShare(std::shared_ptr<ByteBudget> budget)
        : m_budget(std::move(budget))
    {
    }
    ~BudgetShare() { clear(); }
    Q_DISABLE_COPY_MOVE(BudgetShare)

    /// Returns false if the bytes do not fit.
    bool add(qint64 bytes)
    {
        if (!m_budget->take(bytes))
            return false;
        m_held += bytes;
        return true;
    }
    void clear() { m_budget->give(std::exchange(m_held, 0)); }

private:
    std::shared_ptr<ByteBudget> m_budget;
    qint64 m_held = 0;
};
