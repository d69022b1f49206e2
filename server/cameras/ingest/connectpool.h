// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

/// Connects to all cameras on a few threads, so that an offline camera does not cost a thread.
///
/// A camera that does not answer holds a thread until the time limit of the attempt. The first `patientThreads`
/// attempts that run at the same time have no limit of the pool, and all further ones are limited to `briefTime`.
/// Cameras that answered at once the last time come first. Therefore, a camera that answers is reached within seconds,
/// no matter how many others do not answer.
///
/// Thread: any.
class ConnectPool
{
public:
    using Clock = std::chrono::steady_clock;
    /// Attempts to connect, for at most `most`. It must not throw.
    using Attempt = std::function<void(std::chrono::milliseconds most)>;
    /// Identifies a camera.
    using Key = const void *;
    /// How a camera responded to its last attempt.
    enum class Response {
        Quick, ///< it answered or refused at once, or has not been attempted yet
        Slow, ///< the attempt had to wait
    };

    static constexpr int patientThreads = 8; ///< attempts without a limit of the pool
    static constexpr int briefThreads = 16; ///< further attempts, each limited to `briefTime`
    static constexpr std::chrono::milliseconds briefTime{1000};

    ConnectPool();
    /// Waits for the running attempts.
    ~ConnectPool();
    Q_DISABLE_COPY_MOVE(ConnectPool)

    /// When an attempt may begin.
    struct Times
    {
        Clock::time_point due; ///< if it is limited to `briefTime`
        Clock::time_point patient; ///< if it has no limit of the pool; not later than `due`
    };

    /// Schedules the next attempt for a camera, and replaces the one that was scheduled before. The attempt runs on a
    /// thread of the pool, and may itself schedule another one.
    void schedule(Key camera, const Times &times, Response last, Attempt next);
    /// Cancels the scheduled attempt for a camera, and blocks until no attempt for the camera runs.
    ///
    /// Thread: not one of the pool.
    void cancel(Key camera);

private:
    struct Waiting
    {
        Times times;
        Response last;
        Attempt run;
    };
    using Queue = std::map<Key, Waiting>;

    void distribute(const std::stop_token &stop);
    Clock::time_point dueOf(const Waiting &waiting) const;
    Queue::iterator nextDue();
    void start(Queue::iterator next);
    void notifyChange();

    std::mutex m_mutex; ///< protects the members from m_changes to m_patient
    std::condition_variable_any m_changed;
    quint64 m_changes = 0;
    Queue m_waiting;
    std::set<Key> m_running;
    int m_patient = 0; ///< running attempts without a limit
    QThreadPool m_threads;
    std::jthread m_distributor; ///< declared last, because it uses the other members
};
