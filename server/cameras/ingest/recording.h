// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/formattracker.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/packetfeed.h"
#include "server/cameras/ingest/picturetap.h"
#include "server/cameras/ingest/segmenter.h"
#include "server/cameras/ingest/soundtrack.h"

#include <atomic>

class SegmentSink;
class StreamInput;

/// Turns the packets of one connection into segments and decoded pictures, and passes them to viewers of packets. A key
/// frame with a new format begins a new initialization section.
class Recording
{
public:
    /// Where segments and pictures go.
    struct Targets
    {
        SegmentSink &ring;
        FrameSink *sink; ///< may be null
        MjpegFeed &feed;
        LatestPicture &latest;
        PacketFeed &packets;
        const std::atomic<bool> *covered; ///< true: another stream shows the pictures; may be null
    };

    /// The arguments must outlive this object.
    ///
    /// Throws: StreamFailure if the sound cannot be recorded.
    Recording(const StreamInput &input, const MediaSettings &settings, const MediaClock &clock, Targets targets);
    ~Recording();

    /// Records the next video packet. The first packet must be a key frame. `time` is its capture time since the epoch.
    ///
    /// Throws: StreamFailure if the pictures cannot be decoded, or if their format cannot be recorded.
    void writeVideo(const AVPacket &packet, std::chrono::microseconds time);
    /// Shows the packet of the last writeVideo() to viewers and to the sink. Requires hasBegun().
    void show(const AVPacket &packet);
    void writeAudio(const AVPacket &packet);
    /// Ends the current segment, because the timestamps jump. The next key frame begins a new initialization section.
    void breakTimeline() { m_segmenter.reset(); }

    /// Returns true after the first key frame that could be decoded.
    bool hasBegun() const { return m_tap != nullptr; }
    /// Returns the attributes of the stream in its current format.
    StreamAttributes attributes() const;
    /// Returns true once after each change of the format.
    bool takeChange() { return std::exchange(m_changed, false); }
    LiveStanding standing() const;

private:
    void beginFormat();

    const StreamInput &m_input;
    const MediaSettings &m_settings;
    const MediaClock &m_clock;
    const Targets m_targets;
    FormatTracker m_tracker;
    std::unique_ptr<SoundTrack> m_sound; ///< null: no sound, or none that can be recorded
    std::unique_ptr<Segmenter> m_segmenter;
    std::unique_ptr<PictureTap> m_tap;
    bool m_recordable = false;
    bool m_changed = false;
    bool m_kept = true; ///< false: the disk has refused the last segment
    int m_undecodable = 0; ///< consecutive key frames that could not be decoded
};
