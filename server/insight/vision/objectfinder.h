// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/insight/vision/detector.h"

#include <QHash>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

/// Looks for objects in the pictures of all cameras, on a few threads of a low priority. A camera has at most one
/// picture here, and pictures are looked at in the order in which they came, so that the cameras share the threads
/// fairly. While other pictures wait, fewer parts of a picture are looked at, and one part only while several cameras
/// keep a thread busy. A picture that has waited for too long is not looked at: the server sheds load by looking less
/// often.
///
/// The threads start, and load the network, when they are first needed. If the network cannot be used, objects are not
/// found, and nothing else fails.
///
/// Thread: any.
class ObjectFinder
{
public:
    /// The pictures of a camera, or of all, that were looked at, and that should have been.
    struct Counts
    {
        qint64 looks = 0;
        qint64 sheds = 0;
    };
    /// Counts for one camera. Thread: any.
    class Counter
    {
    public:
        void look() { ++m_looks; }
        void shed() { ++m_sheds; }
        Counts counts() const { return {m_looks, m_sheds}; }

    private:
        std::atomic<qint64> m_looks = 0;
        std::atomic<qint64> m_sheds = 0;
    };
    using CounterPtr = std::shared_ptr<Counter>;

    /// A picture that is looked at.
    class Look
    {
    public:
        enum class State { Waiting, Done, Shed };
        State state() const { return m_state; }
        /// Returns what was found. The state must be Done.
        const QList<Detection> &found() const { return m_found; }
        /// Returns the parts of the picture that were looked at: the first of those that look() was given. The state
        /// must be Done.
        const QList<Box> &parts() const { return m_parts; }

    private:
        friend class ObjectFinder;
        std::function<QImage()> m_picture;
        QList<Box> m_parts;
        CounterPtr m_counter;
        std::chrono::steady_clock::time_point m_since;
        QList<Detection> m_found;
        std::atomic<State> m_state = State::Waiting;
    };
    using LookPtr = std::shared_ptr<const Look>;

    /// Makes the detector of a thread.
    ///
    /// Throws: std::runtime_error if the network cannot be used.
    using Factory = std::function<std::unique_ptr<Detector>()>;

    explicit ObjectFinder(Factory factory, int threads);
    /// Finds objects with a network in a file. Without the file or without a thread, objects cannot be found.
    ObjectFinder(const Detector::Model &model, int threads);
    /// Waits for the pictures that are looked at now.
    ~ObjectFinder();

    /// Returns false if it is known that objects cannot be found. Begins to load the network, if it is not loaded.
    bool isAvailable();
    /// Returns why objects cannot be found, or an empty text. It may name files of the server.
    QString problem() const;
    enum class Standing {
        Available, ///< or not tried yet
        Off, ///< no thread may look for objects
        NotInstalled, ///< a file of the network does not exist
        Failed, ///< the network cannot be used
    };
    Standing standing() const;

    /// Returns what counts for a camera. It counts on if the camera is closed and opened again.
    CounterPtr counterOf(DeviceId device);
    /// Returns the counts of the cameras that have looked for objects, or should have.
    QHash<DeviceId, Counts> counts() const;

    /// Looks at parts of a picture, of which the last are left out while other pictures wait. `picture` is called on
    /// another thread. `counter`: of the camera, if it has one.
    LookPtr look(std::function<QImage()> picture, const QList<Box> &parts, const CounterPtr &counter = {});
    /// Counts a picture that a camera could not look at, because its last one still waits.
    void shed(const CounterPtr &counter = {});

    /// Returns the number of pictures that wait, or are looked at.
    int waiting() const { return m_unfinished; }
    /// The number of pictures that were looked at, and that should have been.
    qint64 looks() const { return m_looks; }
    qint64 sheds() const { return m_shed; }

    static constexpr std::chrono::milliseconds longestWait{1000};
    /// The counters of cameras that are closed are dropped beyond this number.
    static constexpr qsizetype mostCounters = 1000;

private:
    void start();
    void run();
    void look(Detector &detector, Look &look);
    void finish(Look &look, Look::State state);
    void finishWaiting();
    void fail(const QString &reason);
    void turnOff(Standing standing, const QString &reason);
    void report();

    const Factory m_factory;
    const int m_count;
    mutable std::mutex m_lock;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<Look>> m_waiting;
    std::vector<std::thread> m_threads;
    QHash<DeviceId, CounterPtr> m_counters;
    QString m_problem;
    Standing m_standing = Standing::Available;
    bool m_stopping = false;
    std::atomic<int> m_unfinished = 0;
    std::atomic<qint64> m_looks = 0;
    std::atomic<qint64> m_shed = 0;
    qint64 m_reportedShed = 0; ///< sheds() at the last report()
    std::chrono::steady_clock::time_point m_reportedAt;
};
