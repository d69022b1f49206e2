// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

/// A viewer of live video by WebRTC at the loopback address, made of GStreamer's webrtcbin.
class WhepViewer
{
public:
    /// Makes an offer to receive H.264 and, if `sound` is true, G.711.
    ///
    /// Throws: std::runtime_error.
    explicit WhepViewer(bool sound = false);
    /// Goes away without a word to the server.
    ~WhepViewer();
    Q_DISABLE_COPY_MOVE(WhepViewer)

    const QByteArray &offer() const;
    /// Connects to the server that has answered.
    void connectTo(const QByteArray &answer);

    /// Sends a packet of RTCP, whatever it is, once there is a connection.
    void report(const QByteArray &packet);

    /// Returns the number of received packets.
    int pictures() const;
    int sounds() const;
    /// Returns for how many milliseconds no packet has arrived.
    int quietFor() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
