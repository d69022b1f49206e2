// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// Where the live pictures of a device are, as paths below the server's address.
class DeviceStreams
{
    Q_GADGET
    Q_CLASSINFO("hls.doc", "HTTP Live Streaming, fMP4 (RFC 8216).")
    Q_CLASSINFO("mjpeg.doc", "A small moving picture, multipart/x-mixed-replace.")
    Q_CLASSINFO("snapshot.doc", "The newest picture, JPEG.")
    Q_PROPERTY(QString hls MEMBER hls DESIGNABLE false)
    Q_PROPERTY(QString mjpeg MEMBER mjpeg DESIGNABLE false)
    Q_PROPERTY(QString snapshot MEMBER snapshot DESIGNABLE false)

public:
    QString hls;
    QString mjpeg;
    QString snapshot;

    friend bool operator==(const DeviceStreams &, const DeviceStreams &) = default;
};
