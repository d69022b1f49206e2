// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/framedecoder.h"

#include "app/portal/picturereader.h"

extern "C" {
#include <libavutil/frame.h>
}

FrameDecoder::FrameDecoder(QObject *parent)
    : QObject(parent)
    , m_thread([this] { run(); })
{
}

FrameDecoder::~FrameDecoder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        ++m_generation;
    }
    m_changed.notify_all();
    m_thread.join();
}

void FrameDecoder::restart(const Wanted &wanted)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_generation;
        m_pieces.clear();
        m_frames.clear();
        m_wanted = wanted;
    }
    m_changed.notify_all();
}

void FrameDecoder::feed(const Piece &piece)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pieces.append(piece);
    }
    m_changed.notify_all();
}

qsizetype FrameDecoder::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_pieces.size();
}

std::optional<qint64> FrameDecoder::nextMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_frames.isEmpty() ? std::nullopt : std::optional(m_frames.constFirst().ms);
}

std::optional<TimedFrame> FrameDecoder::take()
{
    std::optional<TimedFrame> frame;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_frames.isEmpty())
            frame = m_frames.takeFirst();
    }
    m_changed.notify_all();
    return frame;
}

void FrameDecoder::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ends || !m_pieces.isEmpty(); });
        if (m_ends)
            return;
        const Piece piece = m_pieces.constFirst();
        const Wanted wanted = m_wanted;
        const quint64 generation = m_generation;
        lock.unlock();
        decode(piece, wanted, generation);
        lock.lock();
        if (generation == m_generation) {
            m_pieces.removeFirst();
            tell();
        }
    }
}

void FrameDecoder::decode(const Piece &piece, const Wanted &wanted, quint64 generation)
{
    const auto attempt = [&] {
        PictureReader reader(piece.init + piece.media);
        if (!reader.open(wanted.keyFramesOnly))
            return true;
        // The last picture that was taken before the wanted time. It is shown once it is known to be the last.
        AvPointer<AVFrame> before;
        qint64 beforeMs = 0;
        const auto emitBefore = [&] {
            const bool more = !before || put({reader.convert(*before), beforeMs}, generation);
            before.reset();
            return more;
        };
        const bool done = reader.read([&](const AVFrame &frame, qint64 sinceStart) {
            const qint64 ms = piece.startMs + sinceStart;
            if (ms <= wanted.fromMs) {
                before.reset(av_frame_clone(&frame));
                beforeMs = ms;
                const std::lock_guard lock(m_mutex);
                return generation == m_generation;
            }
            return emitBefore() && put({reader.convert(frame), ms}, generation);
        });
        emitBefore();
        return done;
    };
    if (!attempt())
        attempt(); // without the hardware that has failed
}

/// Waits for room. Returns false if the picture is no longer wanted.
bool FrameDecoder::put(TimedFrame frame, quint64 generation)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return generation != m_generation || size_t(m_frames.size()) < longest; });
    if (generation != m_generation)
        return false;
    m_frames.append(std::move(frame));
    tell();
    return true;
}

/// The caller holds the mutex.
void FrameDecoder::tell()
{
    if (std::exchange(m_told, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const std::lock_guard lock(m_mutex);
                m_told = false;
            }
            Q_EMIT progressed();
        },
        Qt::QueuedConnection);
}
