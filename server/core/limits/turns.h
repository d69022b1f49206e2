// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QHash>
#include <QQueue>

#include <functional>
#include <mutex>

/// Lets accounts take turns on threads that they share. The runs of an account wait for each other, and after each run
/// those of other accounts come first, so that no account has all threads.
///
/// Thread: any.
class Turns
{
public:
    using Run = std::function<void()>;
    /// `begin` runs its argument on one of the threads, first come, first served.
    explicit Turns(std::function<void(Run)> begin)
        : m_begin(std::move(begin))
    {
    }
    Q_DISABLE_COPY_MOVE(Turns)

    /// Runs `run` when the account's runs before it have ended. It must not throw. A run that starts another one gives
    /// the other accounts a turn in between. This object must outlive the threads' work.
    void start(AccountId account, Run run);

private:
    void runNext(AccountId account);

    const std::function<void(Run)> m_begin;
    std::mutex m_lock;
    QHash<AccountId, QQueue<Run>> m_runs; ///< those that wait; the first one may be in progress
};
