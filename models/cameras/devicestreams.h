// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// The streams of a device, as paths on this server.
class DeviceStreams
{
    Q_GADGET
    Q_CLASSINFO("hls.optional", "true")
    Q_CLASSINFO("hls.doc",
                "HTTP Live Streaming playlist with fMP4 segments (RFC 8216); absent for a `not_recordable` stream.")
    Q_CLASSINFO("mjpeg.doc", "Small Motion JPEG stream (multipart/x-mixed-replace).")
    Q_CLASSINFO("snapshot.doc", "Latest picture as JPEG.")
    Q_CLASSINFO("playback.optional", "true")
    Q_CLASSINFO("playback.doc", "HTTP Live Streaming playlist of the recorded span that the request names.")
    Q_CLASSINFO("clip.optional", "true")
    Q_CLASSINFO("clip.doc", "The recorded span as one MP4 file.")
    Q_CLASSINFO("frame.optional", "true")
    Q_CLASSINFO("frame.doc", "A recorded picture as JPEG, once `&at=` and a time within the span are added.")
    Q_CLASSINFO("mjpeg.optional", "json")
    Q_CLASSINFO("snapshot.optional", "json")
    Q_PROPERTY(QString hls MEMBER hls DESIGNABLE false)
    Q_PROPERTY(QString mjpeg MEMBER mjpeg DESIGNABLE false)
    Q_PROPERTY(QString snapshot MEMBER snapshot DESIGNABLE false)
    Q_PROPERTY(QString playback MEMBER playback DESIGNABLE false)
    Q_PROPERTY(QString clip MEMBER clip DESIGNABLE false)
    Q_PROPERTY(QString frame MEMBER frame DESIGNABLE false)

public:
    QString hls;
    QString mjpeg;
    QString snapshot;
    QString playback = {};
    QString clip = {};
    QString frame = {};

    /// Returns the paths of a device's live streams. `recordable`: whether its codec can be played in segments.
    static DeviceStreams of(const QString &deviceId, bool recordable)
    {
        const QString base = QStringLiteral("/v1/streams/") + deviceId;
        return {.hls = recordable ? base + QStringLiteral("/live.m3u8") : QString(),
                .mjpeg = base + QStringLiteral("/live.mjpeg"),
                .snapshot = base + QStringLiteral("/snapshot.jpg")};
    }

    friend bool operator==(const DeviceStreams &, const DeviceStreams &) = default;
};
