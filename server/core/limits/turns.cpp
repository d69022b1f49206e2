// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/limits/turns.h"

void Turns::start(AccountId account, Run run)
{
    const std::scoped_lock lock(m_lock);
    auto &runs = m_runs[account];
    runs.append(std::move(run));
    if (runs.size() == 1)
        m_begin([this, account] { runNext(account); });
}

void Turns::runNext(AccountId account)
{
    Run run;
    {
        const std::scoped_lock lock(m_lock);
        run = std::move(m_runs[account].head());
    }
    run();
    run = {}; // without the lock: what it holds may be large
    const std::scoped_lock lock(m_lock);
    auto &runs = m_runs[account];
    runs.dequeue();
    if (runs.isEmpty())
        m_runs.remove(account);
    else
        m_begin([this, account] { runNext(account); });
}
