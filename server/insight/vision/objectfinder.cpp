// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/objectfinder.h"

#include "server/core/base/threadname.h"
#include "server/insight/vision/lookbudget.h"

#include <QFile>
#include <QImage>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {
/// Recordings and streams come first.
constexpr int niceness = 10;
constexpr auto reportEvery = std::chrono::minutes(10);

QRect pixelsOf(const Box &part, const QSize &size)
{
    const QPoint topLeft(int(std::floor(part.x * size.width())), int(std::floor(part.y * size.height())));
    const QPoint bottomRight(int(std::ceil((part.x + part.width) * size.width())) - 1,
                             int(std::ceil((part.y + part.height) * size.height())) - 1);
    return QRect(topLeft, bottomRight) & QRect({}, size);
}
}

ObjectFinder::ObjectFinder(Factory factory, int threads)
    : m_factory(std::move(factory))
    , m_count(threads)
    , m_reportedAt(steady_clock::now())
{
}

ObjectFinder::ObjectFinder(const Detector::Model &model, int threads)
    : ObjectFinder([model] { return Detector::open(model); }, threads)
{
    if (threads == 0)
        turnOff(Standing::Off, u"Objects are switched off: no thread may look for them."_s);
    else if (!QFile::exists(model.network) || !QFile::exists(model.labels))
        turnOff(Standing::NotInstalled,
                u"The network for objects is not installed: %1 or %2 does not exist. Run scripts/install-models."_s.arg(
                    model.network, model.labels));
}

ObjectFinder::~ObjectFinder()
{
    {
        const std::scoped_lock lock(m_lock);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

QString ObjectFinder::problem() const
{
    const std::scoped_lock lock(m_lock);
    return m_problem;
}

ObjectFinder::Standing ObjectFinder::standing() const
{
    const std::scoped_lock lock(m_lock);
    return m_standing;
}

ObjectFinder::CounterPtr ObjectFinder::counterOf(DeviceId device)
{
    const std::scoped_lock lock(m_lock);
    if (m_counters.size() >= mostCounters)
        m_counters.removeIf([](auto counter) { return counter.value().use_count() == 1; });
    auto &counter = m_counters[device];
    if (!counter)
        counter = std::make_shared<Counter>();
    return counter;
}

QHash<DeviceId, ObjectFinder::Counts> ObjectFinder::counts() const
{
    const std::scoped_lock lock(m_lock);
    QHash<DeviceId, Counts> counts;
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it)
        counts.insert(it.key(), it.value()->counts());
    return counts;
}

bool ObjectFinder::isAvailable()
{
    const std::scoped_lock lock(m_lock);
    start();
    return m_problem.isEmpty();
}

/// Starts the threads, if they can be of use. The caller holds the lock.
void ObjectFinder::start()
{
    if (!m_problem.isEmpty())
        return;
    while (int(m_threads.size()) < m_count)
        m_threads.emplace_back([this] { run(); });
}

void ObjectFinder::shed(const CounterPtr &counter)
{
    ++m_shed;
    if (counter)
        counter->shed();
}

ObjectFinder::LookPtr ObjectFinder::look(std::function<QImage()> picture, const QList<Box> &parts,
                                         const CounterPtr &counter)
{
    const auto look = std::make_shared<Look>();
    look->m_picture = std::move(picture);
    look->m_parts = parts;
    look->m_counter = counter;
    look->m_since = steady_clock::now();
    {
        const std::scoped_lock lock(m_lock);
        start();
        if (!m_problem.isEmpty() || m_stopping) {
            look->m_state = Look::State::Shed;
            return look;
        }
        m_waiting.push_back(look);
        ++m_unfinished;
        report();
    }
    m_wake.notify_one();
    return look;
}

/// Reports the pictures that were shed, now and then. The caller holds the lock.
void ObjectFinder::report()
{
    const auto now = steady_clock::now();
    if (now - m_reportedAt < reportEvery)
        return;
    m_reportedAt = now;
    const qint64 shed = m_shed;
    if (shed > m_reportedShed)
        qWarning("The server is short of time: it did not look for objects in %lld pictures",
                 static_cast<long long>(shed - m_reportedShed));
    m_reportedShed = shed;
}

/// Gives up. All cameras learn from it that they see no objects.
void ObjectFinder::fail(const QString &reason)
{
    const std::scoped_lock lock(m_lock);
    if (m_problem.isEmpty())
        qWarning("Objects cannot be found: %s", qUtf8Printable(reason));
    turnOff(Standing::Failed, reason);
    finishWaiting();
}

/// The caller holds the lock, or is the constructor.
void ObjectFinder::turnOff(Standing standing, const QString &reason)
{
    m_standing = standing;
    m_problem = reason;
}

void ObjectFinder::finish(Look &look, Look::State state)
{
    look.m_picture = {}; // it keeps a large picture in memory
    if (state == Look::State::Done) {
        ++m_looks;
        if (look.m_counter)
            look.m_counter->look();
    } else {
        shed(look.m_counter);
    }
    look.m_state = state;
    --m_unfinished;
}

/// Gives up the pictures that wait. The caller holds the lock.
void ObjectFinder::finishWaiting()
{
    for (const auto &look : m_waiting)
        finish(*look, Look::State::Shed);
    m_waiting.clear();
}

void ObjectFinder::run()
{
    nameThread("objects");
    // On Linux, a process ID of 0 means this thread.
    setpriority(PRIO_PROCESS, 0, niceness);
    std::unique_ptr<Detector> detector;
    try {
        detector = m_factory();
    } catch (const std::exception &error) {
        return fail(QString::fromUtf8(error.what()));
    }
    LookBudget budget;
    std::unique_lock lock(m_lock);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            break;
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        const auto waiting = qsizetype(m_waiting.size() / m_threads.size());
        lock.unlock();
        next->m_parts.resize(budget.begin(next->m_counter, next->m_parts.size(), waiting, steady_clock::now()));
        look(*detector, *next);
        budget.end(steady_clock::now());
        lock.lock();
    }
    finishWaiting();
}

void ObjectFinder::look(Detector &detector, Look &look)
{
    auto state = Look::State::Shed;
    if (steady_clock::now() - look.m_since <= longestWait) {
        try {
            const QImage picture = look.m_picture();
            QList<QRect> parts;
            for (const Box &part : std::as_const(look.m_parts))
                parts += pixelsOf(part, picture.size());
            if (!picture.isNull())
                look.m_found = detector.detect(picture, parts);
            state = Look::State::Done;
        } catch (const std::exception &error) {
            fail(QString::fromUtf8(error.what()));
        }
    }
    finish(look, state);
}
