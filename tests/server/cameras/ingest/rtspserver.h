// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTcpServer>
#include <QUdpSocket>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

class Certificate;

/// A small RTSP camera that plays an H.264 film in a loop, with silence as its sound. Tests configure its behaviour.
class RtspServer : public QTcpServer
{
public:
    struct Behaviour
    {
        /// Returns the challenges for a request with this `Authorization`, or nothing to accept it.
        std::function<QByteArrayList(const QByteArray &method, const QByteArray &authorization)> challenge = {};
        /// Returns the timestamp of a picture, in units of 1/90000 s.
        std::function<quint32(int number, double seconds)> stamp = {};
        bool udpOnly = false;
        /// The response to a request for another transport. Empty: the connection is closed instead.
        QByteArray refusal = "461 Unsupported Transport";
        QByteArray redirect = {}; ///< target of a redirect in response to DESCRIBE
        int keyFrames = 10; ///< pictures from one key frame to the next
        double rate = 10; ///< pictures per second
        std::optional<std::chrono::milliseconds> soundAfter = {}; ///< when the sound begins; empty: there is none
        const Certificate *certificate = nullptr; ///< of an RTSPS camera; must outlive the server
    };

    RtspServer()
        : RtspServer(Behaviour{})
    {
    }
    explicit RtspServer(Behaviour behaviour);
    QUrl url() const;

    QByteArrayList requests; ///< method and `Authorization` of each request
    QByteArrayList transports; ///< `Transport` of each SETUP
    QList<QDateTime> sent; ///< when each picture was sent

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Request
    {
        QByteArray method;
        QByteArray uri;
        QByteArray sequence;
        QByteArray authorization;
        QByteArray transport;
    };
    struct Track
    {
        char payloadType;
        char channel;
        quint32 source; ///< SSRC
        quint16 sequence = 65'500; ///< chosen to overflow soon
    };
    struct Client
    {
        QTcpSocket *socket = nullptr;
        QByteArray received;
        quint16 port = 0; ///< the client's UDP port; 0: interleaved
        int picture = 0;
        Track video{96, 0, 7};
        Track sound{8, 2, 8};
    };

    void read(Client &client);
    void answer(Client &client, const Request &request);
    void play(const std::shared_ptr<Client> &client);
    void playSound(const std::shared_ptr<Client> &client);
    void send(Client &client, Track &track, const QByteArray &payload, quint32 stamp, bool isLast);

    const Behaviour m_behaviour;
    QList<QByteArrayList> m_film; ///< the units of each picture
    QUdpSocket m_udp;
};
