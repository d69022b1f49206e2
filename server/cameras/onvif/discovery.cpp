// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/onvif/discovery.h"

#include "server/cameras/onvif/soap.h"

#include <QDeadlineTimer>
#include <QNetworkInterface>
#include <QUdpSocket>
#include <QUuid>

#include <algorithm>
#include <memory>
#include <poll.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
const QHostAddress group(u"239.255.255.250"_s);
constexpr quint16 port = 3702;
constexpr qint64 largestAnswer = 64 * 1024; // bytes

QByteArray probeMessage(const QString &id)
{
    const QByteArray addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    const QByteArray header = "<a:MessageID xmlns:a=\"" + addressing + "\">" + id.toLatin1()
        + "</a:MessageID><a:To xmlns:a=\"" + addressing
        + "\">urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To><a:Action xmlns:a=\"" + addressing
        + "\">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>";
    return Soap::envelope(header,
                          "<d:Probe xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\">"
                          "<d:Types xmlns:n=\"http://www.onvif.org/ver10/network/wsdl\">n:NetworkVideoTransmitter"
                          "</d:Types></d:Probe>");
}

/// Returns what a scope such as `onvif://www.onvif.org/name/Front%20door` states about a subject.
QString scope(const QStringList &scopes, const QString &subject)
{
    const QString prefix = u"onvif://www.onvif.org/"_s + subject + u'/';
    for (const QString &one : scopes) {
        if (one.startsWith(prefix))
            return QUrl::fromPercentEncoding(one.mid(prefix.size()).toUtf8()).left(100);
    }
    return {};
}
}

std::optional<DiscoveredCamera> OnvifDiscovery::parse(const QByteArray &answer, const QString &probeId)
{
    const Soap::Element message = Soap::parse(answer);
    if (message.find(u"Header/RelatesTo"_s).text != probeId)
        return std::nullopt;
    const Soap::Element match = message.find(u"Body/ProbeMatch"_s);
    DiscoveredCamera camera;
    // A camera may list its IPv6 addresses as well. The first is the one that it prefers.
    const QStringList addresses = match.find(u"XAddrs"_s).text.split(u' ', Qt::SkipEmptyParts);
    camera.onvifUrl = QUrl(addresses.value(0), QUrl::StrictMode);
    const QString scheme = camera.onvifUrl.scheme();
    if ((scheme != "http"_L1 && scheme != "https"_L1) || camera.onvifUrl.host().isEmpty())
        return std::nullopt;
    const QStringList scopes = match.find(u"Scopes"_s).text.simplified().split(u' ');
    camera.name = scope(scopes, u"name"_s);
    camera.hardware = scope(scopes, u"hardware"_s);
    return camera;
}

QList<DiscoveredCamera> OnvifDiscovery::probe(std::chrono::milliseconds time)
{
    const QString id = u"uuid:"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::vector<std::unique_ptr<QUdpSocket>> sockets;
    std::vector<pollfd> waits;
    for (const QNetworkInterface &network : QNetworkInterface::allInterfaces()) {
        if (!network.flags().testFlag(QNetworkInterface::IsUp))
            continue;
        auto socket = std::make_unique<QUdpSocket>();
        if (!socket->bind(QHostAddress::AnyIPv4, 0))
            continue;
        socket->setMulticastInterface(network);
        socket->setSocketOption(QAbstractSocket::MulticastLoopbackOption, 1);
        socket->writeDatagram(probeMessage(id), group, port);
        waits.push_back({int(socket->socketDescriptor()), POLLIN, 0});
        sockets.push_back(std::move(socket));
    }
    QList<DiscoveredCamera> cameras;
    for (const QDeadlineTimer deadline(time); !deadline.hasExpired() && !waits.empty() && cameras.size() < most;) {
        if (::poll(waits.data(), waits.size(), int(deadline.remainingTime())) <= 0)
            continue;
        for (const auto &socket : sockets) {
            while (socket->pendingDatagramSize() >= 0) {
                QByteArray answer(std::min(largestAnswer, socket->pendingDatagramSize()), Qt::Uninitialized);
                socket->readDatagram(answer.data(), answer.size());
                const auto camera = parse(answer, id);
                const auto isKnown = [&](const DiscoveredCamera &known) { return known.onvifUrl == camera->onvifUrl; };
                if (camera && std::ranges::none_of(cameras, isKnown) && cameras.size() < most)
                    cameras += *camera;
            }
        }
    }
    return cameras;
}
