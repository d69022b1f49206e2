// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

/// A viewer of live video by WebRTC at the loopback address, made of GStreamer's webrtcbin.
class WhepViewer
{
public:
    enum class Sound { None, MuLaw, Opus };
    /// Makes an offer to receive H.264 and sound.
    ///
    /// Throws: std::runtime_error.
    explicit WhepViewer(Sound sound = Sound::None);
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
