// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/connectpool.h"

#include <tuple>

namespace {
constexpr auto unlimited = std::chrono::milliseconds::max();
constexpr int threadExpiryMs = 10'000;
}

ConnectPool::ConnectPool()
    : m_distributor([this](const std::stop_token &stop) { distribute(stop); })
{
    m_threads.setMaxThreadCount(patientThreads + briefThreads);
    m_threads.setExpiryTimeout(threadExpiryMs);
}

ConnectPool::~ConnectPool()
{
    m_distributor.request_stop();
    m_distributor.join();
    m_threads.waitForDone();
}

void ConnectPool::schedule(Key camera, const Times &times, Response last, Attempt next)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.insert_or_assign(camera, Waiting{times, last, std::move(next)});
    notifyChange();
}

void ConnectPool::cancel(Key camera)
{
    std::unique_lock lock(m_mutex);
    m_waiting.erase(camera);
    m_changed.wait(lock, [&] { return !m_running.contains(camera); });
    m_waiting.erase(camera); // the attempt that ran may have scheduled another
}

/// Wakes the distributor and the callers of cancel().
void ConnectPool::notifyChange()
{
    ++m_changes;
    m_changed.notify_all();
}

void ConnectPool::distribute(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const auto hasChanged = [this, seen = m_changes] { return m_changes != seen; };
        const bool isFree = m_running.size() < patientThreads + briefThreads;
        const auto next = isFree ? nextDue() : m_waiting.end();
        if (next == m_waiting.end())
            m_changed.wait(lock, stop, hasChanged);
        else if (const auto due = dueOf(next->second); due > Clock::now())
            m_changed.wait_until(lock, stop, due, hasChanged);
        else
            start(next);
    }
}

/// Returns when an attempt may begin, provided that no other attempt begins or ends before.
ConnectPool::Clock::time_point ConnectPool::dueOf(const Waiting &waiting) const
{
    return m_patient < patientThreads ? waiting.times.patient : waiting.times.due;
}

/// Returns a due attempt, those of quick cameras first. If none is due, returns the one that will be due next.
ConnectPool::Queue::iterator ConnectPool::nextDue()
{
    const auto now = Clock::now();
    const auto rank = [&](const Waiting &waiting) {
        const bool isDue = dueOf(waiting) <= now;
        return std::tuple(!isDue, isDue && waiting.last == Response::Slow, dueOf(waiting));
    };
    auto best = m_waiting.end();
    for (auto each = m_waiting.begin(); each != m_waiting.end(); ++each) {
        if (!m_running.contains(each->first) && (best == m_waiting.end() || rank(each->second) < rank(best->second)))
            best = each;
    }
    return best;
}

void ConnectPool::start(Queue::iterator next)
{
    const Key camera = next->first;
    Attempt run = std::move(next->second.run);
    m_waiting.erase(next);
    m_running.insert(camera);
    const bool isPatient = m_patient < patientThreads;
    m_patient += isPatient;
    m_threads.start([this, camera, isPatient, run = std::move(run)] {
        run(isPatient ? unlimited : briefTime);
        const std::scoped_lock lock(m_mutex);
        m_running.erase(camera);
        m_patient -= isPatient;
        notifyChange();
    });
}
