// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/rtparrivals.h"
#include "server/cameras/ingest/sessiondescription.h"

#include <vector>

/// The times of the streams of one RTSP connection: when their packets have arrived, and how their timestamps relate.
///
/// Each stream has timestamps of its own, which begin at any number. Sender reports (RTCP, RFC 3550, 6.4.1) state which
/// timestamps of two streams belong to the same moment. FFmpeg would shift its timestamps when the first report comes,
/// so it does not get the reports.
class RtpTimes
{
public:
    using Clock = RtpArrivals::Clock;

    /// `media` are the streams, in the order of their indexes in FFmpeg.
    explicit RtpTimes(const QList<SessionDescription::Media> &media);

    /// Notes an RTP or RTCP packet. Hides sender reports in it from FFmpeg.
    void take(QByteArray &packet, Clock::time_point arrival);
    /// FFmpeg has read from the camera, so that it has returned all that it had read ahead.
    void catchUp();
    /// Returns the arrival of the first packet of a picture or of sound, like RtpArrivals::take().
    std::optional<Clock::time_point> arrival(int stream, std::optional<std::int64_t> pts);
    /// Returns the timestamp of the stream `to` for a timestamp of the stream `from`. Returns nothing before both
    /// streams have a sender report.
    std::optional<std::chrono::microseconds> convert(std::chrono::microseconds stamp, int from, int to) const;

private:
    /// A moment on the clock of the camera, and the timestamp of the stream at this moment.
    struct Report
    {
        std::chrono::microseconds time;
        std::chrono::microseconds stamp;
    };
    struct Stream
    {
        bool isVideo;
        int rate; ///< timestamps per second
        RtpArrivals arrivals;
        std::optional<std::uint32_t> source = {}; ///< SSRC of the last packet
        std::optional<Report> report = {};
    };

    bool hasStream(int index) const { return index >= 0 && std::size_t(index) < m_streams.size(); }
    void report(const char *block);

    std::vector<Stream> m_streams;
};
