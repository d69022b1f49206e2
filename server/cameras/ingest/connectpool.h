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

/// Connects to all cameras on a few threads, so that cameras that are offline cost no thread each. A camera that does
/// not answer holds a thread until its time is over. Therefore a try gets all the time that it wants while few are
/// under way, and a second otherwise, on threads that are not lent for longer. Cameras that answered at once the last
/// time come first. So a camera that answers is reached within seconds, however many do not.
///
/// Thread: any.
class ConnectPool
{
public:
    using Clock = std::chrono::steady_clock;
    /// A try to connect, which takes at most `most`. It must not throw.
    using Try = std::function<void(std::chrono::milliseconds most)>;
    /// Identifies the camera of a try.
    using Key = const void *;
    enum class Lately {
        Quick, ///< the camera answered or refused at once the last time, or is new
        Slow, ///< it let the last try wait
    };

    static constexpr int patientThreads = 8; ///< for tries with all the time
    static constexpr int briefThreads = 16; ///< for tries of `briefTime`
    static constexpr std::chrono::milliseconds briefTime{1000};

    ConnectPool();
    /// Waits for the tries that run.
    ~ConnectPool();
    Q_DISABLE_COPY_MOVE(ConnectPool)

    /// When a try may begin.
    struct Times
    {
        Clock::time_point due;
        Clock::time_point patient; ///< if the try gets all the time; at most `due`
    };

    /// Runs the camera's next try on a thread of the pool. A try may schedule the one after it.
    void schedule(Key camera, const Times &times, Lately lately, Try next);
    /// Forgets the camera's next try. Blocks until no try of the camera runs. Not for the threads of the pool.
    void cancel(Key camera);

private:
    struct Waiting
    {
        Times times;
        Lately lately;
        Try run;
    };
    using Queue = std::map<Key, Waiting>;

    void distribute(const std::stop_token &stop);
    Clock::time_point dueOf(const Waiting &waiting) const;
    Queue::iterator nextDue();
    void start(Queue::iterator next);
    void tellOfChange();

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_changed;
    quint64 m_changes = 0;
    Queue m_waiting;
    std::set<Key> m_running;
    int m_patient = 0; ///< running tries with all the time
    QThreadPool m_threads;
    std::jthread m_distributor; ///< the last member: it uses the others
};
