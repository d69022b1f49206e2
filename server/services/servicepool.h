// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/answerer.h"

#include <QThreadPool>
#include <QThreadStorage>

#include <atomic>

/// Threads for what takes longer than an event loop may: each has an answerer of its own, made for its first request.
class ServicePool
{
public:
    ServicePool(const Shared &shared, int threads, int mostWaiting);
    ~ServicePool();

    /// Answers on a thread of the pool; at once with 503 when too many wait already.
    void handle(Request request, std::function<void(Reply)> done);

private:
    const Shared &m_shared;
    int m_mostWaiting;
    std::atomic_int m_waiting = 0;
    QThreadStorage<Answerer *> m_answerers;
    QThreadPool m_threads;
};
