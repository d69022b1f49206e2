// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QMetaType>
#include <QSize>
#include <QString>
#include <QUrl>

#include <chrono>

/// Where a camera's stream comes from.
struct CameraSource
{
    DeviceId deviceId;
    QUrl url; ///< rtsp, rtsps, http, https; file where MediaSettings::allowFiles; without credentials
    QString username;
    QString password;
};

/// How cameras are taken in and kept.
struct MediaSettings
{
    QString directory; ///< `<device_id>/ring/` of each camera goes below it; made where missing
    std::chrono::seconds ringLength{60}; ///< what the ring keeps at least, once recorded
    std::chrono::seconds liveWindow{20}; ///< what the live playlist lists of it
    std::chrono::milliseconds segmentLength{1000}; ///< a segment ends at the first key frame after that
    std::chrono::milliseconds openTimeout{10'000};
    std::chrono::milliseconds readTimeout{10'000}; ///< without a video packet; then the camera is offline
    std::chrono::milliseconds firstBackOff{1000}; ///< doubles with each failure, plus or minus a fifth
    std::chrono::milliseconds lastBackOff{30'000};
    double sinkRate = 8; ///< pictures a second for the FrameSink
    double previewRate = 10; ///< pictures a second for each MJPEG viewer, at most
    QSize previewSize{640, 360}; ///< MJPEG pictures fit into it
    bool allowFiles = false; ///< `file:` sources
};

/// How a camera does.
enum class CameraState {
    Online, ///< pictures arrive
    Offline, ///< cannot be reached, or fell silent: tried again with back-off
    Error, ///< answers, but not with a stream we may have (wrong password, no video): tried again as well
};

/// What the stream says of itself once it is open. Zero or empty: it does not say.
struct StreamAttributes
{
    QString videoCodec; ///< `h264`, `hevc`, `mjpeg` …
    QString videoProfile;
    QSize size;
    double frameRate = 0; ///< pictures a second
    qint64 bitRate = 0; ///< bits a second, of all streams
    QString audioCodec; ///< empty: no sound
    int audioSampleRate = 0; ///< Hz
    int audioChannels = 0;
    bool recordable = false; ///< goes into segments as it is; otherwise there is the preview only

    bool operator==(const StreamAttributes &) const = default;
};

Q_DECLARE_METATYPE(CameraState)
Q_DECLARE_METATYPE(StreamAttributes)
