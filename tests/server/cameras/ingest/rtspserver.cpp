// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/rtspserver.h"

#include "tests/support/certificate.h"

#include <QProcess>
#include <QSslSocket>
#include <QtEndian>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestPayload = 1300; // bytes

int typeOf(const QByteArray &unit) { return unit[0] & 31; }

/// Encodes a film, and returns the NAL units of each picture.
QList<QByteArrayList> film(int keyFrames)
{
    QProcess ffmpeg;
    const QString keys = u"bframes=0:scenecut=0:keyint=%1:min-keyint=%1"_s.arg(keyFrames);
    ffmpeg.start(u"ffmpeg"_s,
                 {u"-v"_s,
                  u"error"_s,
                  u"-f"_s,
                  u"lavfi"_s,
                  u"-i"_s,
                  u"testsrc2=size=320x240:rate=10"_s,
                  u"-frames:v"_s,
                  QString::number(std::max(20, keyFrames)),
                  u"-c:v"_s,
                  u"libx264"_s,
                  u"-preset"_s,
                  u"ultrafast"_s,
                  u"-threads"_s,
                  u"1"_s,
                  u"-pix_fmt"_s,
                  u"yuv420p"_s,
                  u"-x264-params"_s,
                  keys,
                  u"-bsf:v"_s,
                  u"h264_metadata=aud=insert"_s,
                  u"-f"_s,
                  u"h264"_s,
                  u"-"_s});
    ffmpeg.waitForFinished();
    QByteArray bytes = ffmpeg.readAllStandardOutput();
    bytes.replace(QByteArray("\0\0\0\1", 4), QByteArray("\0\0\1", 3));
    QList<QByteArrayList> pictures;
    for (qsizetype at = 0; at >= 0 && at < bytes.size();) {
        const auto end = bytes.indexOf(QByteArray("\0\0\1", 3), at + 3);
        const QByteArray unit = bytes.mid(at + 3, end < 0 ? -1 : end - at - 3);
        if (typeOf(unit) == 9) // an access unit delimiter starts a picture
            pictures.emplaceBack();
        else if (typeOf(unit) != 6 && !pictures.isEmpty())
            pictures.last() += unit;
        at = end;
    }
    return pictures;
}

QByteArray fieldOf(const QByteArrayList &lines, const QByteArray &name)
{
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}
}

RtspServer::RtspServer(Behaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_film(film(m_behaviour.keyFrames))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        const auto client = std::make_shared<Client>();
        client->socket = nextPendingConnection();
        connect(client->socket, &QTcpSocket::readyRead, this, [this, client] {
            client->received += client->socket->readAll();
            const bool wasPlaying = client->picture > 0;
            read(*client);
            if (wasPlaying || client->picture == 0)
                return;
            play(client);
            if (m_behaviour.soundAfter)
                QTimer::singleShot(*m_behaviour.soundAfter, client->socket, [this, client] { playSound(client); });
        });
    });
}

void RtspServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    if (m_behaviour.certificate) {
        socket->setLocalCertificate(m_behaviour.certificate->file());
        socket->setPrivateKey(m_behaviour.certificate->key(), QSsl::Ec);
        socket->startServerEncryption();
    }
    addPendingConnection(socket);
}

QUrl RtspServer::url() const
{
    const QString scheme = m_behaviour.certificate ? u"rtsps"_s : u"rtsp"_s;
    return QUrl(u"%1://%2:%3/live"_s.arg(scheme, serverAddress().toString()).arg(serverPort()));
}

void RtspServer::read(Client &client)
{
    for (;;) {
        if (client.received.startsWith('$') && client.received.size() >= 4) { // an RTCP report of the client
            const auto size = 4 + qFromBigEndian<quint16>(client.received.constData() + 2);
            if (client.received.size() < size)
                return;
            client.received.remove(0, size);
            continue;
        }
        const auto end = client.received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArrayList lines = client.received.left(end).replace('\r', "").split('\n');
        client.received.remove(0, end + 4);
        const QByteArrayList start = lines.first().split(' ');
        answer(client,
               {start.value(0), start.value(1), fieldOf(lines, "cseq"), fieldOf(lines, "authorization"),
                fieldOf(lines, "transport")});
    }
}

void RtspServer::answer(Client &client, const Request &request)
{
    requests += request.method + ' ' + request.authorization;
    if (request.method == "SETUP")
        transports += request.transport;
    QByteArray status = "200 OK";
    QByteArray fields;
    QByteArray body;
    const QByteArrayList challenges =
        m_behaviour.challenge ? m_behaviour.challenge(request.method, request.authorization) : QByteArrayList();
    const bool overUdp = !request.transport.contains("TCP");
    if (!challenges.isEmpty()) {
        status = "401 Unauthorized";
        for (const QByteArray &challenge : challenges)
            fields += "WWW-Authenticate: " + challenge + "\r\n";
    } else if (request.method == "DESCRIBE" && !m_behaviour.redirect.isEmpty()) {
        status = "302 Moved Temporarily";
        fields = "Location: " + m_behaviour.redirect + "\r\n";
    } else if (request.method == "DESCRIBE") {
        const QByteArrayList &first = m_film.first();
        fields = "Content-Type: application/sdp\r\nContent-Base: " + request.uri + "/\r\n";
        body = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=control:*\r\nm=video 0 RTP/AVP 96\r\n"
               "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets="
            + first[0].toBase64() + ',' + first[1].toBase64() + "\r\na=control:track1\r\n";
        if (m_behaviour.soundAfter)
            body += "m=audio 0 RTP/AVP 8\r\na=control:track2\r\n";
    } else if (request.method == "SETUP" && overUdp != m_behaviour.udpOnly) {
        if (m_behaviour.refusal.isEmpty())
            return client.socket->disconnectFromHost();
        status = m_behaviour.refusal;
    } else if (request.method == "SETUP") {
        if (overUdp)
            client.port =
                request.transport.mid(request.transport.indexOf("client_port=") + 12).split('-')[0].toUShort();
        fields = "Session: 1;timeout=60\r\nTransport: " + request.transport + "\r\n";
    } else if (request.method == "PLAY") {
        client.picture = 1;
    }
    client.socket->write("RTSP/1.0 " + status + "\r\nCSeq: " + request.sequence + "\r\n" + fields
                         + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void RtspServer::play(const std::shared_ptr<Client> &client)
{
    auto *clock = new QTimer(client->socket);
    clock->setTimerType(Qt::PreciseTimer);
    connect(clock, &QTimer::timeout, this, [this, client] {
        const int number = client->picture++;
        const double seconds = double(number) / m_behaviour.rate;
        sent += QDateTime::currentDateTimeUtc();
        const quint32 stamp = m_behaviour.stamp ? m_behaviour.stamp(number, seconds) : quint32(1000 + seconds * 90'000);
        const QByteArrayList &units = m_film[(number - 1) % m_film.size()];
        for (const QByteArray &unit : units) {
            const bool isLastUnit = &unit == &units.last();
            if (unit.size() < largestPayload) {
                send(*client, client->video, unit, stamp, isLastUnit);
                continue;
            }
            for (qsizetype at = 1; at < unit.size(); at += largestPayload) { // FU-A (RFC 6184, 5.8)
                const bool isEnd = at + largestPayload >= unit.size();
                const char head[] = {char((unit[0] & 0xe0) | 28),
                                     char(typeOf(unit) | (at == 1 ? 0x80 : 0) | (isEnd ? 0x40 : 0))};
                const QByteArray part = QByteArray(head, 2) + unit.mid(at, largestPayload);
                send(*client, client->video, part, stamp, isLastUnit && isEnd);
            }
        }
    });
    clock->start(int(1000 / m_behaviour.rate));
}

void RtspServer::playSound(const std::shared_ptr<Client> &client)
{
    auto *clock = new QTimer(client->socket);
    clock->setTimerType(Qt::PreciseTimer);
    connect(clock, &QTimer::timeout, this, [this, client, stamp = quint32(5000)]() mutable {
        send(*client, client->sound, QByteArray(800, '\xd5'), stamp += 800, false);
    });
    clock->start(100);
}

void RtspServer::send(Client &client, Track &track, const QByteArray &payload, quint32 stamp, bool isLast)
{
    QByteArray packet(12, 0);
    packet[0] = char(0x80);
    packet[1] = char(track.payloadType | (isLast ? 0x80 : 0));
    qToBigEndian(track.sequence++, packet.data() + 2);
    qToBigEndian(stamp, packet.data() + 4);
    qToBigEndian(track.source, packet.data() + 8);
    packet += payload;
    if (client.port > 0) {
        m_udp.writeDatagram(packet, client.socket->peerAddress(), client.port);
        return;
    }
    QByteArray head("$\0\0\0", 4);
    head[1] = track.channel;
    qToBigEndian(quint16(packet.size()), head.data() + 2);
    client.socket->write(head + packet);
}
