// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/onvif.h"
#include "server/cameras/onvif/soap.h"
#include "server/core/net/webclient.h"

/// Asks a camera for its streams by ONVIF (Device Management and Media, version 1).
///
/// Thread: that of the network pool.
class OnvifClient
{
public:
    /// `owner` is the account for whose limit name look-ups count.
    OnvifClient(const WebClient &web, OnvifAddress address, QString owner)
        : m_web(web)
        , m_address(std::move(address))
        , m_owner(std::move(owner))
    {
    }

    /// Returns the streams, the largest first. Credentials and streams stay on the host of the address: a camera cannot
    /// lead the server, or the password, to another host.
    ///
    /// Throws: Problem 422 at `/url` with `unreachable` or `not_onvif`, or at `/password` with `wrong_credentials`.
    OnvifCamera camera();

private:
    Soap::Element ask(const QUrl &service, const QByteArray &body);
    QDateTime cameraTime();
    QUrl mediaService();
    QUrl streamOf(const QUrl &media, const QString &token);

    const WebClient &m_web;
    const OnvifAddress m_address;
    const QString m_owner;
    qint64 m_clockAheadMs = 0; ///< of the camera's clock, compared with this server's
};
