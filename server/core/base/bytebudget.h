// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <chrono>
#include <memory>
#include <mutex>

/// What the requests that are arriving or running hold in memory, in bytes.
inline constexpr qint64 mostBodyBytes = qint64(256) << 20;

/// The client that bytes belong to. 0: not known, or many clients, such as those of a proxy.
struct ByteHolder
{
    quint64 network = 0; ///< its number (networkNumber())
    quint64 account = 0; ///< the hash of its ID
};

class BudgetShare;

/// The bytes that the clients of a process may hold together.
///
/// A client may take its time as long as there is room for the others. While a request for room is refused, shares
/// whose clients are too slow must give way, the slowest first, until they hold as much as was refused.
///
/// Thread: any.
class ByteBudget
{
public:
    /// How slow a client may be while others wait for room.
    struct Patience
    {
        std::chrono::milliseconds least = std::chrono::seconds(20); ///< before which no share gives way
        std::chrono::milliseconds whole = std::chrono::minutes(2); ///< in which a client must move all of its bytes
    };

    /// `mostOfOne`: the part that one network or one account may have, so that it leaves some to the others.
    ByteBudget(qint64 most, qint64 mostOfOne, Patience patience)
        : m_most(most)
        , m_mostOfOne(mostOfOne)
        , m_patience(patience)
    {
    }
    ByteBudget(qint64 most, qint64 mostOfOne)
        : ByteBudget(most, mostOfOne, Patience())
    {
    }
    explicit ByteBudget(qint64 most)
        : ByteBudget(most, most)
    {
    }

    /// Returns false, and takes nothing, if the bytes do not fit.
    bool take(qint64 bytes, const ByteHolder &holder = {});
    void give(qint64 bytes, const ByteHolder &holder = {});
    /// Returns whether one client may ever hold so many bytes.
    bool isEnoughFor(qint64 bytes) const { return bytes <= std::min(m_most, m_mostOfOne); }

private:
    friend class BudgetShare;
    enum class Shortage { None, OfHolder, OfAll };
    struct Taken
    {
        qint64 all = 0;
        QHash<quint64, qint64> ofNetwork = {};
        QHash<quint64, qint64> ofAccount = {};

        void add(qint64 bytes, const ByteHolder &holder);
    };

    Shortage shortageOf(qint64 bytes, const ByteHolder &holder, const Taken &taken) const;
    Shortage shortageOfAll() const;
    bool relieve(qint64 bytes, const ByteHolder &holder, Shortage shortage);

    const qint64 m_most;
    const qint64 m_mostOfOne;
    const Patience m_patience;
    std::mutex m_lock;
    Taken m_taken; ///< guarded by m_lock, as all that follows
    QList<BudgetShare *> m_shares; ///< those that hold bytes
    std::chrono::steady_clock::time_point m_relievedAt;
};

/// The part of a budget that one connection or file holds, and gives back when it is destroyed.
///
/// Thread: one at a time.
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

    /// Returns false if the bytes do not fit. Slower clients are told to give way then.
    bool add(qint64 bytes, const ByteHolder &holder);
    /// Does the same for a client that waits until its bytes fit. Returns false also if shares that expect bytes would
    /// no longer get them, not even one after the other, so that they would wait for each other.
    bool addInTurn(qint64 bytes, const ByteHolder &holder);
    /// Gives back bytes, or what is left of them.
    void give(qint64 bytes);

    /// It is the client's turn from now on to move `bytes`: to send them, or to read them.
    void expect(qint64 bytes);
    /// There are more bytes for the client to move.
    void expectMore(qint64 bytes);
    /// The client has moved bytes.
    void moved(qint64 bytes);
    /// It is the server's turn, so that the client is not slow.
    void excuse();
    /// Returns whether it has a part of the budget.
    bool isCounted() const { return inBudget() > 0; }
    /// Returns whether the client is so slow that its bytes must be given back for others.
    bool mustGiveWay() const;

private:
    friend class ByteBudget;
    using Clock = std::chrono::steady_clock;

    bool add(qint64 bytes, const ByteHolder &holder, bool inTurn);
    std::unique_lock<std::mutex> locked() const;
    qint64 counted(qint64 bytes) const { return std::max<qint64>(0, bytes - m_free); }
    qint64 inBudget() const { return counted(m_held); }
    qint64 toCome() const { return std::max<qint64>(0, counted(m_expected) - inBudget()); }
    std::chrono::duration<double> timeForAll(Clock::time_point now) const;

    const std::shared_ptr<ByteBudget> m_budget;
    const qint64 m_free;
    // All that follows is guarded by the budget's lock as long as the share holds a part of the budget. Otherwise, the
    // budget does not know the share, so that small requests need no lock.
    qint64 m_held = 0;
    ByteHolder m_holder; ///< that the counted bytes belong to
    bool m_isClientsTurn = false;
    bool m_mustGiveWay = false;
    qint64 m_expected = 0;
    qint64 m_moved = 0;
    Clock::time_point m_since; ///< the begin of the client's turn
    Clock::time_point m_askedAt; ///< when others were last told to give way for it
};
