// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <array>
#include <optional>

/// Two consecutive UDP ports for the RTP and RTCP packets of one stream. Packets from other hosts than the camera are
/// dropped.
///
/// Thread: one at a time.
class RtpPorts
{
public:
    /// Binds two random free ports.
    ///
    /// Throws: std::runtime_error if no ports are free.
    explicit RtpPorts(const QHostAddress &camera);
    ~RtpPorts();
    Q_DISABLE_COPY_MOVE(RtpPorts)

    /// Returns the port for RTP, which is even. The port for RTCP is the next one.
    quint16 first() const { return m_first; }
    /// Sets the camera's ports, and sends a packet to each of them, so that firewalls on the way let replies through.
    /// 0: unknown.
    void setCameraPorts(quint16 rtp, quint16 rtcp);
    /// Returns the next RTP or RTCP packet, or nothing if none has arrived. Does not block.
    std::optional<QByteArray> receive();
    /// Sends an RTCP packet to the camera, if its port is known.
    void sendReport(const QByteArray &rtcp);
    /// Returns the two sockets for poll(2).
    std::array<int, 2> descriptors() const { return m_sockets; }

private:
    bool bindPair(int family, quint16 port);
    void send(int socket, quint16 port, const QByteArray &data);

    const QHostAddress m_camera;
    std::array<int, 2> m_sockets{-1, -1};
    quint16 m_first = 0;
    quint16 m_cameraReports = 0; ///< the camera's RTCP port; 0: unknown
};
