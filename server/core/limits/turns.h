// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QQueue>

#include <functional>
#include <limits>
#include <mutex>

/// Lets parties take turns on threads that they share: accounts, and networks of clients without an account (see
/// core/http/party.h). A party has some of the threads at most, and after each run those of other parties come first,
/// so that no party has all threads, however much it asks for.
///
/// Thread: any.
class Turns
{
public:
    using Run = std::function<void()>;
    struct Most
    {
        int atOnce = 1; ///< runs of a party that are in progress; fewer than the threads
        /// If set, the threads, for runs that may hang: a party begins another run as long as it has fewer in progress
        /// than threads are left. So a few parties that hang all the time leave a thread for the next one.
        int threads = 0;
        qsizetype ofParty = std::numeric_limits<qsizetype>::max(); ///< runs of a party that wait or are in progress
        qsizetype all = std::numeric_limits<qsizetype>::max(); ///< runs of all parties; see tryStart()
    };

    /// `begin` runs its argument on one of the threads, first come, first served.
    explicit Turns(std::function<void(Run)> begin)
        : Turns(std::move(begin), Most())
    {
    }
    Turns(std::function<void(Run)> begin, Most most)
        : m_begin(std::move(begin))
        , m_most(most)
    {
    }
    Q_DISABLE_COPY_MOVE(Turns)

    /// Runs `run` when it is the party's turn, however much waits already. It must not throw. A run that starts another
    /// one gives the other parties a turn in between. This object must outlive the threads' work.
    void start(const QByteArray &party, Run run);
    /// Does the same, or returns false if too many runs of the party wait, or of all parties together. The latter
    /// concerns a party that has some already: whoever asks for the first time is never refused because of others.
    [[nodiscard]] bool tryStart(const QByteArray &party, Run run);

private:
    struct Line
    {
        QQueue<Run> runs; ///< those that wait
        qsizetype called = 0; ///< how many of these `begin` has been called for
        qsizetype running = 0;
    };
    void add(const QByteArray &party, Run run);
    bool mayBegin(const Line &line) const;
    void call(const QByteArray &party, Line &line);
    void callWaiting();
    void runNext(const QByteArray &party);

    const std::function<void(Run)> m_begin;
    const Most m_most;
    std::mutex m_lock;
    QHash<QByteArray, Line> m_lines;
    QList<QByteArray> m_waiting; ///< parties that may begin another run once more threads are left
    qsizetype m_all = 0;
    qsizetype m_begun = 0; ///< runs that `begin` has been called for and that have not ended
};
