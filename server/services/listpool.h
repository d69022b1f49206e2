// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/core/http/party.h"
#include "server/core/limits/turns.h"
#include "server/services/servicepool.h"

/// Makes whole lists, on which accounts take turns. As each list has its place before it comes here, nothing is refused
/// here.
class ListPool : public ListThreads
{
public:
    ListPool(const Shared &shared, int threads)
        : m_pool(shared, "lists", {.threads = threads, .more = 0})
    {
    }

    void start(AccountId account, std::function<void()> run) override
    {
        m_turns.start(Party::of(account), std::move(run));
    }
    const Router &router() override { return m_pool.router(); }

private:
    Turns m_turns{[this](Turns::Run run) { m_pool.run(std::move(run)); }};
    ServicePool m_pool;
};
