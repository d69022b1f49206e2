// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits/turns.h"
#include "server/services/worker.h"

#include <QThreadPool>
#include <QThreadStorage>

/// A thread pool for requests that would block an event loop for too long. Each thread creates its own Answerer for its
/// first request. Accounts, and networks of clients without an account, take turns on the threads.
class ServicePool
{
public:
    struct Size
    {
        int threads = 1; ///< of one account
        int more = 1; ///< that one account cannot have
        int mostWaiting = 1; ///< requests of one account that wait or run
    };
    /// `name`: of the threads; a literal.
    ServicePool(const Shared &shared, const char *name, Size size);
    /// Waits for the running requests.
    ~ServicePool();

    /// Answers a request when it is its party's turn, and passes the reply to `done`. `done` is called on a thread of
    /// the pool or, with 503 `overloaded`, immediately if too many requests are waiting.
    void handle(Request request, std::function<void(Reply)> done);
    /// Runs work on a thread of the pool, however much waits already. It must not throw.
    void run(std::function<void()> work) { m_threads.start(std::move(work)); }
    /// Returns the router of the calling thread, which is one of the pool's.
    /// Throws: what the database throws.
    const Router &router();

private:
    void answer(const Request &request, const std::function<void(Reply)> &done);

    const Shared &m_shared;
    const char *m_name;
    Turns m_turns;
    QThreadStorage<Answerer *> m_answerers;
    QThreadPool m_threads;
};
