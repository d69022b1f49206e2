// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QUrl>

#include <limits>

/// A camera that has answered on the server's networks.
class DiscoveredCamera
{
    Q_GADGET
    Q_CLASSINFO("onvifUrl.doc", "Address of the camera's ONVIF service, for POST /devices/onvif.")
    Q_CLASSINFO("name.optional", "true")
    Q_CLASSINFO("hardware.optional", "true")
    Q_PROPERTY(QUrl onvifUrl MEMBER onvifUrl DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QString hardware MEMBER hardware DESIGNABLE false)

public:
    QUrl onvifUrl;
    QString name;
    QString hardware;

    friend bool operator==(const DiscoveredCamera &, const DiscoveredCamera &) = default;
};

/// The cameras that were discovered.
class DiscoveredCameras
{
    Q_GADGET
    Q_PROPERTY(QList<DiscoveredCamera> cameras MEMBER cameras DESIGNABLE false)

public:
    QList<DiscoveredCamera> cameras;
};

/// The ONVIF service of a camera, and the credentials for it. They are used for this request only.
class OnvifAddress
{
    Q_GADGET
    Q_CLASSINFO("url.doc", "Address of the ONVIF service, such as http://192.0.2.10/onvif/device_service.")
    Q_CLASSINFO("url.max", "2000")
    Q_CLASSINFO("username.max", "200")
    Q_CLASSINFO("password.max", "200")
    Q_CLASSINFO("password.format", "password")
    Q_PROPERTY(QUrl url MEMBER url REQUIRED)
    Q_PROPERTY(QString username MEMBER username)
    Q_PROPERTY(QString password MEMBER password)

public:
    QUrl url;
    QString username;
    QString password;
};

/// A stream that a camera offers.
class OnvifProfile
{
    Q_GADGET
    Q_CLASSINFO("sourceUrl.doc", "Address of the stream, on the host of the ONVIF service.")
    Q_CLASSINFO("videoCodec.optional", "true")
    Q_CLASSINFO("width.optional", "true")
    Q_CLASSINFO("height.optional", "true")
    Q_CLASSINFO("frameRate.optional", "true")
    Q_CLASSINFO("frameRate.doc", "Frames per second.")
    Q_CLASSINFO("name.optional", "json")
    Q_PROPERTY(QString token MEMBER token DESIGNABLE false)
    Q_PROPERTY(QString name MEMBER name DESIGNABLE false)
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl DESIGNABLE false)
    Q_PROPERTY(QString videoCodec MEMBER videoCodec DESIGNABLE false)
    Q_PROPERTY(int width MEMBER width DESIGNABLE false)
    Q_PROPERTY(int height MEMBER height DESIGNABLE false)
    Q_PROPERTY(double frameRate MEMBER frameRate DESIGNABLE false)

public:
    QString token;
    QString name;
    QUrl sourceUrl;
    QString videoCodec;
    int width = 0;
    int height = 0;
    double frameRate = std::numeric_limits<double>::quiet_NaN();

    qint64 pixels() const { return qint64(width) * height; }
    friend bool operator==(const OnvifProfile &a, const OnvifProfile &b)
    {
        return a.token == b.token && a.sourceUrl == b.sourceUrl;
    }
};

/// The streams of a camera, and which of them to use.
class OnvifCamera
{
    Q_GADGET
    Q_CLASSINFO("sourceUrl.doc", "The largest stream, which is best recorded: `source_url` of the device.")
    Q_CLASSINFO("subSourceUrl.doc",
                "A smaller stream for image analysis and walls: `sub_source_url` of the stream settings.")
    Q_CLASSINFO("subSourceUrl.optional", "true")
    Q_PROPERTY(QUrl sourceUrl MEMBER sourceUrl DESIGNABLE false)
    Q_PROPERTY(QUrl subSourceUrl MEMBER subSourceUrl DESIGNABLE false)
    Q_PROPERTY(QList<OnvifProfile> profiles MEMBER profiles DESIGNABLE false)

public:
    QUrl sourceUrl;
    QUrl subSourceUrl;
    QList<OnvifProfile> profiles;
};
