// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/rtpports.h"
#include "server/cameras/ingest/rtspauthorization.h"
#include "server/cameras/ingest/rtspframer.h"
#include "server/cameras/ingest/sessiondescription.h"
#include "server/core/net/tcpconnection.h"

#include <deque>
#include <memory>
#include <vector>

/// A session with an RTSP camera (RFC 2326). Reads the packets of the video stream and of the audio stream. The packets
/// arrive on the connection of the session (interleaved), or over UDP if the camera does not support that. They never
/// arrive over UDP if the connection is encrypted.
///
/// FFmpeg's RTSP client is not used, because it connects to any address that a name or a redirect leads to, does not
/// support Digest with SHA-256, and truncates long passwords. FFmpeg only unpacks the packets.
///
/// Thread: one at a time.
class RtspClient
{
public:
    /// Connects, and reads the description of the streams. `settings` must outlive this object.
    ///
    /// Throws: StreamFailure.
    RtspClient(const CameraSource &source, const MediaSettings &settings, const WaitLimit &wait);
    /// Ends the session without waiting for the camera.
    ~RtspClient();

    /// Sets up the streams, and starts them.
    ///
    /// Throws: StreamFailure.
    void play(const WaitLimit &wait);
    /// Returns the SDP of the video and audio streams.
    QByteArray description() const { return m_description.text(); }
    /// Returns the video and audio streams, in the order of description().
    const QList<SessionDescription::Media> &media() const { return m_description.media(); }
    bool isOverUdp() const { return m_overUdp; }
    /// Waits for the next RTP or RTCP packet, and returns it. Keeps the session alive.
    ///
    /// Throws: StreamFailure if the connection was closed, or if `wait` is over.
    QByteArray readPacket(const WaitLimit &wait);
    /// Sends an RTCP receiver report for the stream to which the last packet belongs.
    void sendReport(const QByteArray &rtcp, const WaitLimit &wait);

private:
    struct Channel
    {
        int rtp = 0; ///< interleaved channel of RTP
        int rtcp = 1; ///< interleaved channel of RTCP
        std::unique_ptr<RtpPorts> ports = nullptr; ///< null if interleaved
    };

    void describe(const WaitLimit &wait);
    bool follow(const QByteArray &location);
    void connect(const WaitLimit &wait);
    /// Returns true if the connection is encrypted. Packets must then arrive on it, because UDP is not encrypted.
    bool isEncrypted() const { return m_url.scheme() == QLatin1StringView("rtsps"); }
    void setUp(const WaitLimit &wait);
    void setUp(const SessionDescription::Media &media, const WaitLimit &wait);
    int setUp(const QByteArray &uri, const QByteArray &transport, Channel channel, const WaitLimit &wait);
    void readTransport(const QByteArray &transport, Channel &channel);
    QByteArray absolute(const QByteArray &control) const;
    RtspMessage request(const QByteArray &method, const QByteArray &uri, const Headers &more, const WaitLimit &wait);
    RtspMessage exchange(const QByteArray &method, const QByteArray &uri, const Headers &more, const WaitLimit &wait);
    void send(const QByteArray &method, const QByteArray &uri, const Headers &more, const WaitLimit &wait);
    void answer(const RtspMessage &request, const WaitLimit &wait);
    void keepAlive(const WaitLimit &wait);
    bool receive(const WaitLimit &wait);
    void waitForBytes(const WaitLimit &wait);

    const CameraSource m_source;
    const MediaSettings &m_settings;
    QUrl m_url; ///< the URL after redirects, without credentials
    std::unique_ptr<TcpConnection> m_connection;
    RtspAuthorization m_authorization;
    RtspFramer m_framer;
    SessionDescription m_description;
    QByteArray m_base; ///< URL of the session, for relative URLs of streams
    QByteArray m_session; ///< identifier of the session
    std::chrono::seconds m_timeout{60}; ///< time without a request after which the camera ends the session
    WaitLimit::Clock::time_point m_lastRequest;
    int m_sequence = 0; ///< `CSeq` of the last request
    bool m_overUdp = false;
    std::vector<Channel> m_channels;
    std::size_t m_lastChannel = 0; ///< index of the channel of the packet that was returned last
    struct Packet
    {
        std::size_t channel;
        QByteArray data;
    };
    std::deque<Packet> m_packets; ///< received, but not returned
    std::deque<RtspMessage> m_responses; ///< received, but not processed
};
