// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <limits>

/// A size of pictures in pixels.
class Resolution
{
    Q_GADGET
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)

public:
    int width = 0;
    int height = 0;

    friend bool operator==(const Resolution &, const Resolution &) = default;
};

/// The properties of a camera's stream, found when the stream is opened, and again when the camera changes them. What
/// is not known is absent.
class DeviceAttributes
{
    Q_GADGET
    Q_CLASSINFO("videoCodec.optional", "true")
    Q_CLASSINFO("videoCodec.doc", "Video codec, such as `h264` or `hevc`.")
    Q_CLASSINFO("videoProfile.optional", "true")
    Q_CLASSINFO("width.optional", "true")
    Q_CLASSINFO("width.doc", "Width of the pictures as they are shown: upright, in square pixels.")
    Q_CLASSINFO("height.optional", "true")
    Q_CLASSINFO("height.doc", "Height of the pictures as they are shown: upright, in square pixels.")
    Q_CLASSINFO("resolutions.optional", "true")
    Q_CLASSINFO("resolutions.doc", "The sizes that the camera offers at this address.")
    Q_CLASSINFO("frameRate.optional", "true")
    Q_CLASSINFO("frameRate.doc", "Frames per second.")
    Q_CLASSINFO("frameRates.optional", "true")
    Q_CLASSINFO("frameRates.doc", "The frame rates that the camera offers at this address, in frames per second.")
    Q_CLASSINFO("bitRate.optional", "true")
    Q_CLASSINFO("bitRate.doc", "Bits per second.")
    Q_CLASSINFO("sensorType.optional", "true")
    Q_CLASSINFO("sensorType.doc",
                "`monochrome` if the stream has no color, as from a thermal camera; absent if that is unknown.")
    Q_CLASSINFO("audioCodec.optional", "true")
    Q_CLASSINFO("audioCodec.doc", "Audio codec; absent: no audio.")
    Q_CLASSINFO("audioSampleRate.optional", "true")
    Q_CLASSINFO("audioSampleRate.doc", "Samples per second.")
    Q_CLASSINFO("audioChannels.optional", "true")
    Q_CLASSINFO("notRecordable.optional", "true")
    Q_CLASSINFO("notRecordable.doc",
                "Why the stream cannot be recorded and has no HTTP Live Streaming playlist; absent if it can.")
    Q_PROPERTY(QString videoCodec MEMBER videoCodec DESIGNABLE false)
    Q_PROPERTY(QString videoProfile MEMBER videoProfile DESIGNABLE false)
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)
    Q_PROPERTY(QList<Resolution> resolutions MEMBER resolutions DESIGNABLE false)
    Q_PROPERTY(double frameRate MEMBER frameRate DESIGNABLE false)
    Q_PROPERTY(QList<double> frameRates MEMBER frameRates DESIGNABLE false)
    Q_PROPERTY(qint64 bitRate MEMBER bitRate DESIGNABLE false)
    Q_PROPERTY(QString sensorType MEMBER sensorType DESIGNABLE false)
    Q_PROPERTY(QString audioCodec MEMBER audioCodec DESIGNABLE false)
    Q_PROPERTY(int audioSampleRate MEMBER audioSampleRate DESIGNABLE false)
    Q_PROPERTY(int audioChannels MEMBER audioChannels DESIGNABLE false)
    Q_PROPERTY(QString notRecordable MEMBER notRecordable DESIGNABLE false)

public:
    QString videoCodec;
    QString videoProfile;
    int width = 0;
    int height = 0;
    QList<Resolution> resolutions;
    double frameRate = std::numeric_limits<double>::quiet_NaN();
    QList<double> frameRates;
    qint64 bitRate = 0;
    QString sensorType;
    QString audioCodec;
    int audioSampleRate = 0;
    int audioChannels = 0;
    QString notRecordable;

    friend bool operator==(const DeviceAttributes &, const DeviceAttributes &) = default;
};
