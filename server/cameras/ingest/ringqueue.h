// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/ingest/segmentsink.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

/// Writes to a ring on a thread of its own, so that a disk that is slow for a while delays neither the camera nor its
/// pictures. What waits is bounded by its size and by its age. If it is too much, the segment is shed, and all that
/// follow until the disk has taken what waits; the recording goes on with the next key frame. There is no thread before
/// the first segment and, unless the disk is slow, after endFile().
///
/// Thread: one thread calls the functions; any thread may call backlog(), sheds() and isSlow().
class RingQueue : public SegmentSink
{
public:
    using Clock = std::chrono::steady_clock;
    struct Limits
    {
        qint64 bytes = 8 << 20; ///< that wait
        std::chrono::milliseconds age{10'000}; ///< of what waits
    };

    explicit RingQueue(SegmentRing &ring)
        : RingQueue(ring, Limits())
    {
    }
    RingQueue(SegmentRing &ring, Limits limits);
    /// Writes what waits. Blocks as long as the disk does.
    ~RingQueue() override;

    qint64 addInit(const QByteArray &bytes, const TrackInfo &track) override;
    /// addPart() and add() return false as well if the segment was shed, or the disk has refused the last that it got.
    bool addPart(const Stretch &part, qint64 init, const QByteArray &bytes) override;
    bool add(const Stretch &stretch, qint64 init, const QByteArray &bytes) override;
    bool extend(std::chrono::milliseconds length) override { return m_ring.extend(length); }
    std::optional<std::chrono::milliseconds> partTarget() const override { return m_ring.partTarget(); }
    /// Ends the file after what waits, and the thread if nothing waits.
    void endFile(RecordedFile::Gap gap);
    /// Blocks until nothing waits.
    void finish();

    /// Returns the bytes that wait.
    qint64 backlog() const { return m_bytes; }
    /// Returns how often segments were shed.
    qint64 sheds() const { return m_sheds; }
    /// Returns whether the recording is interrupted, because the disk was too slow.
    bool isSlow() const { return m_isSlow; }

private:
    struct Section
    {
        QByteArray bytes;
        TrackInfo track;
    };
    struct Step
    {
        enum class Kind { Part, Segment, EndFile };

        Kind kind = Kind::EndFile;
        Stretch stretch = {};
        QByteArray bytes = {};
        std::shared_ptr<const Section> section = {};
        RecordedFile::Gap gap = RecordedFile::Gap::None;
        Clock::time_point since = Clock::now();
        qint64 sheds = 0; ///< the number until then
    };
    bool take(Step step);
    void endThread();
    void push(Step step);
    void run();
    void write(const Step &step);

    SegmentRing &m_ring;
    const Limits m_limits;
    // Used by the calling thread.
    std::shared_ptr<const Section> m_section;
    qint64 m_sections = 0;
    bool m_isBetween = true; ///< the next part begins a segment
    bool m_isShedding = false;
    // Used by the writing thread.
    std::shared_ptr<const Section> m_written; ///< the section that the ring has
    qint64 m_init = 0; ///< its number there
    std::atomic<qint64> m_bytes = 0;
    std::atomic<qint64> m_sheds = 0;
    std::atomic<bool> m_isSlow = false;
    std::atomic<bool> m_isKeeping = true;
    mutable std::mutex m_mutex; ///< protects the members below
    std::condition_variable m_changed;
    std::deque<Step> m_steps; ///< the first is being written
    bool m_isEnding = false;
    std::jthread m_thread; ///< declared last, because it uses the other members
};
