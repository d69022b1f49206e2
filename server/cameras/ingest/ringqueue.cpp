// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/ringqueue.h"

#include "server/core/base/threadname.h"

RingQueue::RingQueue(SegmentRing &ring, Limits limits)
    : m_ring(ring)
    , m_limits(limits)
{
}

RingQueue::~RingQueue() { endThread(); }

/// Blocks until nothing waits.
void RingQueue::endThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
        m_changed.notify_all();
    }
    m_thread.join();
    m_isEnding = false;
}

qint64 RingQueue::addInit(const QByteArray &bytes, const TrackInfo &track)
{
    m_section = std::make_shared<const Section>(Section{bytes, track});
    return ++m_sections;
}

bool RingQueue::addPart(const Stretch &part, qint64, const QByteArray &bytes)
{
    return take({.kind = Step::Kind::Part, .stretch = part, .bytes = bytes, .section = m_section});
}

bool RingQueue::add(const Stretch &stretch, qint64, const QByteArray &bytes)
{
    return take({.kind = Step::Kind::Segment, .stretch = stretch, .bytes = bytes, .section = m_section});
}

void RingQueue::endFile(RecordedFile::Gap gap)
{
    m_isBetween = true;
    bool isIdle = false;
    {
        const std::scoped_lock lock(m_mutex);
        isIdle = m_steps.empty();
    }
    if (!isIdle) {
        push({.gap = gap});
        return;
    }
    endThread();
    m_ring.endFile(gap);
}

/// Queues a part or a segment, or sheds it. Returns whether the recording goes on.
bool RingQueue::take(Step step)
{
    const bool begins = std::exchange(m_isBetween, step.kind == Step::Kind::Segment);
    bool isIdle = false;
    bool isTooMuch = false;
    {
        const std::scoped_lock lock(m_mutex);
        isIdle = m_steps.empty();
        isTooMuch = !isIdle
            && (m_bytes + step.bytes.size() > m_limits.bytes || Clock::now() - m_steps.front().since > m_limits.age);
    }
    if (m_isShedding && (!begins || step.stretch.continues || !isIdle))
        return false;
    m_isShedding = isTooMuch;
    if (isTooMuch) {
        ++m_sheds;
        m_isSlow = true;
        m_isKeeping = false;
        push({.gap = RecordedFile::Gap::Disk}); // removes the parts of the segment that the ring has got
        return false;
    }
    push(std::move(step));
    return m_isKeeping;
}

void RingQueue::push(Step step)
{
    if (!m_thread.joinable())
        m_thread = std::jthread([this] { run(); });
    const std::scoped_lock lock(m_mutex);
    step.sheds = m_sheds;
    m_bytes += step.bytes.size();
    m_steps.push_back(std::move(step));
    m_changed.notify_all();
}

void RingQueue::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_steps.empty(); });
}

void RingQueue::run()
{
    nameThread("recorder");
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_steps.empty(); });
        if (m_steps.empty())
            return;
        const Step &step = m_steps.front(); // stays in its place while others are appended
        lock.unlock();
        write(step);
        lock.lock();
        m_bytes -= step.bytes.size();
        m_steps.pop_front();
        m_changed.notify_all();
    }
}

void RingQueue::write(const Step &step)
{
    if (step.kind == Step::Kind::EndFile) {
        m_ring.endFile(step.gap);
        return;
    }
    if (m_written != step.section) {
        m_written = step.section;
        m_init = m_ring.addInit(step.section->bytes, step.section->track);
    }
    if (step.kind == Step::Kind::Part) {
        if (!m_ring.addPart(step.stretch, m_init, step.bytes))
            m_isKeeping = false;
        return;
    }
    // After a refusal, only a whole segment shows that the disk has room.
    const bool isKept = m_ring.add(step.stretch, m_init, step.bytes);
    if (step.sheds != m_sheds)
        return; // it waited before others were shed
    m_isKeeping = isKept;
    m_isSlow = m_isSlow && !isKept;
}
