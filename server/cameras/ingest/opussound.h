// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"
#include "server/cameras/ingest/packetfeed.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

/// Makes Opus of a camera's AAC, which browsers do not take by WebRTC. The work is done on a thread that exists as long
/// as this object. If it does not keep up, the oldest packets are left out.
///
/// Thread: one thread owns the object.
class OpusSound
{
public:
    static constexpr std::size_t mostWaiting = 50; ///< packets; about a second at 48 kHz

    /// Returns whether FFmpeg can make Opus of this format.
    static bool accepts(const AVCodecParameters &parameters);

    /// `made` gets each packet of Opus, on the thread of this object. It must not destroy this object.
    ///
    /// Throws: std::bad_alloc; std::system_error if the system has no more threads.
    OpusSound(const AVStream &input, std::function<void(const CodedPacket &)> made);
    /// Waits for the packet that is being encoded. `made` is not called any more.
    ~OpusSound();
    Q_DISABLE_COPY_MOVE(OpusSound)

    /// Takes the next packet of the camera. Does not block.
    void take(const AVPacket &packet);

private:
    class Encoder;
    void run();

    const AvOwned<AVCodecParameters> m_input;
    const std::pair<int, int> m_timeBase; ///< of the packets, in seconds
    const std::function<void(const CodedPacket &)> m_made;
    std::mutex m_lock; ///< guards the next two members
    std::deque<AvOwned<AVPacket>> m_waiting;
    bool m_ends = false;
    std::condition_variable m_changed;
    std::jthread m_thread; ///< declared last, because it uses the other members
};
