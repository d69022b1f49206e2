// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/fault.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

/// Serves pictures as H.264 over RTSP, and in half the size at the path `<path>/sub`. One encoder
/// for each stream serves all of its clients, and runs only while there is a client.
///
/// Thread: uses the GLib main loop of the calling thread.
class RtspCamera
{
public:
    struct Settings
    {
        QString address;
        quint16 port = 8554; ///< 0: any free port
        QString path;
        QSize size;
        double framesPerSecond = 0;
        double gopSeconds = 1; ///< time from one key frame to the next
        QString username; ///< empty: no authentication
        QString password;
        QString audio; ///< `aac`, `pcma`, or `pcmu` (G.711); empty: no sound
        Fault fault = Fault::None;
    };

    /// `picture` returns the next picture (I420). It is called on the calling thread, only while a client is connected.
    RtspCamera(Settings settings, std::function<QByteArray()> picture);
    ~RtspCamera();

    /// Starts serving. Returns false if the port is not available.
    bool start();
    /// Disconnects all clients and refuses new ones. start() serves on the same port again.
    void stop();
    /// Returns the URL of the stream, without credentials.
    QString url() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
