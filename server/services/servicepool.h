// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/worker.h"

#include <QThreadPool>
#include <QThreadStorage>

#include <atomic>

/// A thread pool for requests that would block an event loop for too long. Each thread creates its own Answerer for its
/// first request.
class ServicePool
{
public:
    /// `name`: of the threads; a literal. `maxWaiting` is the maximum number of requests that wait or run.
    ServicePool(const Shared &shared, const char *name, int threads, int maxWaiting);
    /// Waits for the running requests.
    ~ServicePool();

    /// Answers a request and passes the reply to `done`. `done` is called on a thread of the pool or, with 503
    /// `overloaded`, immediately if too many requests are waiting.
    void handle(Request request, std::function<void(Reply)> done);
    /// Runs work on a thread of the pool, however much waits already. It must not throw.
    void run(std::function<void()> work) { m_threads.start(std::move(work)); }
    /// Returns the router of the calling thread, which is one of the pool's.
    /// Throws: what the database throws.
    const Router &router();

private:
    const Shared &m_shared;
    const char *m_name;
    int m_maxWaiting;
    std::atomic_int m_waiting = 0;
    QThreadStorage<Answerer *> m_answerers;
    QThreadPool m_threads;
};
