// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/onvifdevice.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUuid>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr quint16 discoveryPort = 3702;
const QHostAddress discoveryGroup(u"239.255.255.250"_s);

/// Returns the text of the first element of this name, whatever its prefix.
QByteArray textOf(const QByteArray &xml, const QByteArray &name)
{
    const QRegularExpression element(u"<(?:\\w+:)?%1(?:\\s[^>]*)?>([^<]*)<"_s.arg(QString::fromLatin1(name)));
    return element.match(QString::fromUtf8(xml)).captured(1).trimmed().toUtf8();
}

bool has(const QByteArray &xml, const QByteArray &name) { return xml.contains('<' + name) || xml.contains(':' + name); }

QByteArray envelope(const QByteArray &body, const QByteArray &header = {})
{
    return "<?xml version=\"1.0\"?><env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
           "xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\" "
           "xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\" xmlns:trt=\"http://www.onvif.org/ver10/media/wsdl\" "
           "xmlns:tt=\"http://www.onvif.org/ver10/schema\"><env:Header>"
        + header + "</env:Header><env:Body>" + body + "</env:Body></env:Envelope>";
}

QByteArray fault(const QByteArray &subcode)
{
    return envelope("<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>ter:" + subcode
                    + "</env:Value></env:Subcode></env:Code></env:Fault>");
}

QByteArray clockOf(const QDateTime &utc)
{
    const auto number = [](const char *name, int value) {
        return QByteArray("<tt:") + name + '>' + QByteArray::number(value) + "</tt:" + name + '>';
    };
    return "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:UTCDateTime><tt:Time>"
        + number("Hour", utc.time().hour()) + number("Minute", utc.time().minute())
        + number("Second", utc.time().second()) + "</tt:Time><tt:Date>" + number("Year", utc.date().year())
        + number("Month", utc.date().month()) + number("Day", utc.date().day())
        + "</tt:Date></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>";
}
}

OnvifDevice::OnvifDevice(Settings settings)
    : m_settings(std::move(settings))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
    connect(&m_discovery, &QUdpSocket::readyRead, this, &OnvifDevice::discover);
}

bool OnvifDevice::start()
{
    if (m_discovery.bind(QHostAddress::AnyIPv4, discoveryPort,
                         QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint)) {
        for (const QNetworkInterface &network : QNetworkInterface::allInterfaces())
            m_discovery.joinMulticastGroup(discoveryGroup, network);
    }
    return m_server.listen(m_settings.address, m_settings.port);
}

QUrl OnvifDevice::url() const
{
    return QUrl(u"http://%1:%2/onvif/device_service"_s.arg(m_settings.address.toString()).arg(m_server.serverPort()));
}

/// Answers the probes that have arrived.
void OnvifDevice::discover()
{
    while (m_discovery.hasPendingDatagrams()) {
        const QNetworkDatagram probe = m_discovery.receiveDatagram();
        if (!has(probe.data(), "Probe>"))
            continue;
        const QByteArray header = "<wsa:RelatesTo>" + textOf(probe.data(), "MessageID")
            + "</wsa:RelatesTo><wsa:Action>"
              "http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</wsa:Action>";
        const QByteArray match =
            "<d:ProbeMatches><d:ProbeMatch><d:Scopes>onvif://www.onvif.org/name/Simulated%20camera "
            "onvif://www.onvif.org/hardware/waymark-camera</d:Scopes><d:XAddrs>"
            + url().toEncoded() + "</d:XAddrs></d:ProbeMatch></d:ProbeMatches>";
        m_discovery.writeDatagram(probe.makeReply(envelope(match, header)));
    }
}

/// Answers a request once it is complete. The connection ends with the answer.
void OnvifDevice::read(QTcpSocket *client)
{
    const QByteArray request = client->peek(client->bytesAvailable());
    const auto head = request.indexOf("\r\n\r\n");
    static const QRegularExpression length(u"content-length:\\s*(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto announced = length.match(QString::fromLatin1(request.left(std::max<qsizetype>(head, 0)))).captured(1);
    if (head < 0 || request.size() < head + 4 + announced.toLongLong())
        return;
    client->readAll();
    const QByteArray body = answer(request.mid(head + 4));
    client->write((body.contains("env:Fault") ? "HTTP/1.1 400 Bad Request\r\n" : "HTTP/1.1 200 OK\r\n")
                  + QByteArray("Content-Type: application/soap+xml\r\nConnection: close\r\nContent-Length: ")
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    client->disconnectFromHost();
}

bool OnvifDevice::isAllowed(const QByteArray &request) const
{
    if (m_settings.username.isEmpty())
        return true;
    const QByteArray secret =
        QByteArray::fromBase64(textOf(request, "Nonce")) + textOf(request, "Created") + m_settings.password.toUtf8();
    const auto created = QDateTime::fromString(QString::fromLatin1(textOf(request, "Created")), Qt::ISODate);
    return textOf(request, "Username") == m_settings.username.toUtf8()
        && textOf(request, "Password") == QCryptographicHash::hash(secret, QCryptographicHash::Sha1).toBase64()
        && std::abs(created.secsTo(QDateTime::currentDateTimeUtc())) < 60;
}

QByteArray OnvifDevice::profile(const QByteArray &token, QSize size) const
{
    return "<trt:Profiles token=\"" + token + "\"><tt:Name>" + token
        + "</tt:Name><tt:VideoEncoderConfiguration><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>"
        + QByteArray::number(size.width()) + "</tt:Width><tt:Height>" + QByteArray::number(size.height())
        + "</tt:Height></tt:Resolution><tt:RateControl><tt:FrameRateLimit>"
        + QByteArray::number(std::lround(m_settings.framesPerSecond))
        + "</tt:FrameRateLimit></tt:RateControl></tt:VideoEncoderConfiguration></trt:Profiles>";
}

QByteArray OnvifDevice::answer(const QByteArray &request) const
{
    if (has(request, "GetSystemDateAndTime"))
        return envelope(clockOf(QDateTime::currentDateTimeUtc()));
    if (!isAllowed(request))
        return fault("NotAuthorized");
    if (has(request, "GetCapabilities")) {
        QUrl media = url();
        media.setPath(u"/onvif/media_service"_s);
        return envelope("<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media><tt:XAddr>" + media.toEncoded()
                        + "</tt:XAddr></tt:Media></tds:Capabilities></tds:GetCapabilitiesResponse>");
    }
    if (has(request, "GetProfiles"))
        return envelope("<trt:GetProfilesResponse>" + profile("sub", m_settings.size / 2)
                        + profile("main", m_settings.size) + "</trt:GetProfilesResponse>");
    if (has(request, "GetStreamUri")) {
        QUrl stream = m_settings.stream;
        if (textOf(request, "ProfileToken") == "sub")
            stream.setPath(stream.path() + u"/sub"_s);
        return envelope("<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>" + stream.toEncoded()
                        + "</tt:Uri></trt:MediaUri></trt:GetStreamUriResponse>");
    }
    return fault("ActionNotSupported");
}
