// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <array>
#include <optional>

/// Two neighbouring UDP ports for the RTP and RTCP packets of one stream. Packets that do not
/// come from the camera are dropped.
///
/// Thread: one.
class RtpPorts
{
public:
    /// Throws: std::runtime_error if no ports are free.
    explicit RtpPorts(const QHostAddress &camera);
    ~RtpPorts();
    Q_DISABLE_COPY_MOVE(RtpPorts)

    quint16 first() const { return m_first; } ///< the even port, for RTP; RTCP has the next
    /// Sets the camera's ports, and sends a packet to each, which opens a firewall on the way for the answers.
    void setCameraPorts(quint16 rtp, quint16 rtcp);
    /// Returns a packet of RTP or RTCP, or nothing if none has arrived.
    std::optional<QByteArray> receive();
    void sendReport(const QByteArray &rtcp);
    /// The sockets, to wait for packets with poll(2).
    std::array<int, 2> descriptors() const { return m_sockets; }

private:
    bool bindPair(int family, quint16 port);
    void send(int socket, quint16 port, const QByteArray &data);

    const QHostAddress m_camera;
    std::array<int, 2> m_sockets{-1, -1};
    quint16 m_first = 0;
    quint16 m_cameraReports = 0;
};
