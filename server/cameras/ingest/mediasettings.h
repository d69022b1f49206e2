// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/cameras/ingest/segmentname.h"

#include <QMetaType>
#include <QSize>
#include <QString>
#include <QUrl>

#include <chrono>

class DiskSpace;
class HostResolver;

/// The source of a camera's stream.
struct CameraSource
{
    DeviceId deviceId;
    QUrl url; ///< rtsp, rtsps, http, https, or (with MediaSettings::allowFiles) file; without credentials
    QString username;
    QString password;
    QString owner = {}; ///< ID of the account to whose limit the camera's DNS look-ups count
    QUrl subUrl = {}; ///< stream of a smaller size, for vision and walls; empty: `url` is used for these as well
    bool sound = true; ///< record the sound
    SegmentNumbers least = {}; ///< lowest numbers for new segments, because other servers have used the ones before
};

/// The settings for reading cameras and for recording them.
struct MediaSettings
{
    QString directory; ///< parent of the folder `<device_id>/ring/` of each camera; created if missing
    QString sharedDirectory =
        {}; ///< parent of the `directory` of all servers that share their media; empty: not shared
    std::chrono::seconds ringLength{60}; ///< minimum length of the ring
    std::chrono::seconds liveWindow{20}; ///< length of the live playlist
    std::chrono::milliseconds segmentLength{1000}; ///< a segment ends at the first key frame after this length
    std::chrono::milliseconds openTimeout{10'000}; ///< for connecting, and again for probing the stream
    std::chrono::milliseconds readTimeout{10'000}; ///< a camera goes offline after this time without a video packet
    std::chrono::milliseconds firstBackOff{1000}; ///< pause after a failure; doubles each time, with 20% jitter
    std::chrono::milliseconds lastBackOff{30'000}; ///< longest pause, before jitter
    double sinkRate = 8; ///< frames per second for the FrameSink
    double previewRate = 10; ///< maximum frames per second for each MJPEG viewer
    QSize previewSize{640, 360}; ///< maximum size of MJPEG pictures in pixels
    bool allowFiles = false; ///< allow `file:` sources
    bool allowPrivate = false; ///< allow cameras at addresses that are not public
    const HostResolver *hosts = nullptr; ///< required; must outlive the hub
    bool indexed = false; ///< recorded files stay until RecordingIndexer decides about them
    const DiskSpace *disk = nullptr; ///< nothing is recorded while it is full; null: not checked
};

/// The state of a camera's connection.
enum class CameraState {
    Online, ///< pictures arrive
    Offline, ///< unreachable or silent; retried with back-off
    Error, ///< reachable, but unusable (wrong password, no video, full disk); retried with back-off
};

/// What viewers can get of a camera at present.
enum class LiveStanding {
    NotReady, ///< no pictures arrive
    Playable, ///< everything
    NotRecordable, ///< pictures, but no segments, because MP4 does not support the codec
    NotKept, ///< pictures, but no segments, because the disk refuses them
};

/// The properties of a stream, determined when it is opened, and again after each change of its format. Zero or empty
/// values are unknown.
struct StreamAttributes
{
    QString videoCodec; ///< such as `h264`, `hevc`, or `mjpeg`
    QString videoProfile;
    QSize size; ///< of upright pictures in square pixels
    bool monochrome = false; ///< the pictures have no color
    double frameRate = 0; ///< frames per second
    qint64 bitRate = 0; ///< bits per second, of all streams
    QString audioCodec; ///< empty: no audio
    int audioSampleRate = 0; ///< Hz
    int audioChannels = 0;
    bool recordable = false; ///< MP4 supports the codec; otherwise, only pictures are available, and no segments

    bool operator==(const StreamAttributes &) const = default;
};

Q_DECLARE_METATYPE(CameraState)
Q_DECLARE_METATYPE(StreamAttributes)
Q_DECLARE_METATYPE(SegmentNumbers)
