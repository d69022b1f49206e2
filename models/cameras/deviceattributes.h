// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

/// The properties of a camera's stream, probed when the stream is opened. Zero or empty values are unknown.
class DeviceAttributes
{
    Q_GADGET
    Q_CLASSINFO("videoCodec.doc", "Video codec, such as `h264` or `hevc`.")
    Q_CLASSINFO("frameRate.doc", "Frames per second.")
    Q_CLASSINFO("bitRate.doc", "Bits per second.")
    Q_CLASSINFO("audioCodec.doc", "Audio codec; empty: no audio.")
    Q_PROPERTY(QString videoCodec MEMBER videoCodec DESIGNABLE false)
    Q_PROPERTY(QString videoProfile MEMBER videoProfile DESIGNABLE false)
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)
    Q_PROPERTY(double frameRate MEMBER frameRate DESIGNABLE false)
    Q_PROPERTY(qint64 bitRate MEMBER bitRate DESIGNABLE false)
    Q_PROPERTY(QString audioCodec MEMBER audioCodec DESIGNABLE false)

public:
    QString videoCodec;
    QString videoProfile;
    int width = 0;
    int height = 0;
    double frameRate = 0;
    qint64 bitRate = 0;
    QString audioCodec;

    friend bool operator==(const DeviceAttributes &, const DeviceAttributes &) = default;
};
