// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QSize>
#include <QTcpServer>
#include <QUdpSocket>
#include <QUrl>

/// The ONVIF service of the simulated camera: WS-Discovery, and the requests that lead to its streams. Requests other
/// than GetSystemDateAndTime need the password, if there is one, as a WS-UsernameToken digest.
///
/// Thread: uses the event loop of the calling thread.
class OnvifDevice : public QObject
{
public:
    struct Settings
    {
        QHostAddress address;
        quint16 port = 0; ///< 0: any free port
        QUrl stream; ///< the main stream; the second one has the path `<path>/sub`
        QSize size;
        double framesPerSecond = 25;
        QString username; ///< empty: no authentication
        QString password;
    };

    explicit OnvifDevice(Settings settings);

    /// Returns false if the port is not available. Discovery works only if its port can be shared.
    bool start();
    /// Returns the URL of the service.
    QUrl url() const;

private:
    void discover();
    void read(QTcpSocket *client);
    QByteArray answer(const QByteArray &request) const;
    bool isAllowed(const QByteArray &request) const;
    QByteArray profile(const QByteArray &token, QSize size) const;

    const Settings m_settings;
    QTcpServer m_server;
    QUdpSocket m_discovery;
};
