// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

/// Serves pictures as H.264 over RTSP, from GStreamer's main loop of this thread. One encoder serves every client; it
/// runs only while there is one.
class RtspCamera
{
public:
    struct Settings
    {
        QString address;
        quint16 port = 8554; ///< 0: any free one
        QString path;
        QSize size;
        double framesPerSecond = 0;
        double gopSeconds = 1;
        QString username; ///< empty: anybody may look
        QString password;
        bool audio = false;
    };

    /// `picture` makes the next picture (I420); it is called on this thread, only while somebody looks.
    RtspCamera(Settings settings, std::function<QByteArray()> picture);
    ~RtspCamera();

    /// False when the port cannot be listened on.
    bool start();
    /// Hangs up on every client and refuses new ones. start() takes the same port again.
    void stop();
    /// Where clients find the stream, without credentials.
    QString url() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
