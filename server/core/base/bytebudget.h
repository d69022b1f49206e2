// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <memory>
#include <mutex>

/// What the requests that are arriving or running hold in memory, in bytes.
inline constexpr qint64 mostBodyBytes = qint64(256) << 20;

/// The bytes that the clients of a process may hold together. Thread: any.
class ByteBudget
{
public:
    /// `mostOfOne`: the part that one holder may have, so that it leaves some to the others.
    ByteBudget(qint64 most, qint64 mostOfOne)
        : m_most(most)
        , m_mostOfOne(mostOfOne)
    {
    }
    explicit ByteBudget(qint64 most)
        : ByteBudget(most, most)
    {
    }

    /// Returns false, and takes nothing, if the bytes do not fit. `holder` is the number of the client's network
    /// (networkNumber()) or the hash of its account; 0: many clients, such as those of a proxy.
    bool take(qint64 bytes, quint64 holder = 0);
    void give(qint64 bytes, quint64 holder = 0);

private:
    const qint64 m_most;
    const qint64 m_mostOfOne;
    std::mutex m_lock;
    qint64 m_taken = 0;
    QHash<quint64, qint64> m_ofHolder;
};

/// The part of a budget that one connection or file holds, and gives back when it is destroyed.
class BudgetShare
{
public:
    /// `free`: bytes that it may hold without a part of the budget.
    explicit BudgetShare(std::shared_ptr<ByteBudget> budget, qint64 free = 0)
        : m_budget(std::move(budget))
        , m_free(free)
    {
    }
    ~BudgetShare() { give(m_held); }
    Q_DISABLE_COPY_MOVE(BudgetShare)

    /// Returns false if the bytes do not fit.
    bool add(qint64 bytes, quint64 holder);
    /// Gives back bytes, or what is left of them.
    void give(qint64 bytes);

private:
    qint64 counted(qint64 bytes) const { return std::max<qint64>(0, bytes - m_free); }

    const std::shared_ptr<ByteBudget> m_budget;
    const qint64 m_free;
    qint64 m_held = 0;
    quint64 m_holder = 0; ///< that the counted bytes belong to
};
