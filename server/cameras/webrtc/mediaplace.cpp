// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/mediaplace.h"

#include <QNetworkInterface>
#include <QRegularExpression>
#include <QUdpSocket>

#include <limits>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
constexpr int firstUnprivileged = 1024;
constexpr int highest = 65'535;

bool fits(const QHostAddress &address, const QHostAddress &wanted)
{
    if (wanted == QHostAddress::AnyIPv4)
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    return wanted != QHostAddress::AnyIPv6 || address.protocol() == QAbstractSocket::IPv6Protocol;
}
}

void MediaPlace::setAddresses(const QString &text)
{
    QList<QHostAddress> read;
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts)) {
        read += QHostAddress(each.trimmed());
        if (read.constLast().isNull())
            throw std::invalid_argument("takes IP addresses, such as 192.0.2.1, not \"" + each.toStdString() + '"');
    }
    if (!read.isEmpty())
        addresses = read;
}

void MediaPlace::setPorts(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,5})-([0-9]{1,5})$"_s);
    const auto match = form.match(text);
    const int first = match.captured(1).toInt();
    const int last = match.captured(2).toInt();
    if (text.isEmpty())
        return;
    if (first < firstUnprivileged || last > highest || first > last)
        throw std::invalid_argument("takes two ports from 1024 on, such as 40000-40200, not \"" + text.toStdString()
                                    + '"');
    firstPort = quint16(first);
    lastPort = quint16(last);
}

QList<QHostAddress> MediaPlace::local() const
{
    const QList<QHostAddress> any{QHostAddress::Any, QHostAddress::AnyIPv4, QHostAddress::AnyIPv6};
    QList<QHostAddress> found;
    for (const QHostAddress &wanted : addresses) {
        for (const QHostAddress &each : any.contains(wanted) ? QNetworkInterface::allAddresses() : QList{wanted}) {
            if (fits(each, wanted) && !each.isLinkLocal() && !found.contains(each))
                found += each;
        }
    }
    return found;
}

int MediaPlace::mostViewers() const
{
    return firstPort == 0 ? std::numeric_limits<int>::max() : lastPort - firstPort + 1;
}

bool MediaPlace::hasFreePort() const
{
    const auto places = local();
    for (int port = firstPort; port <= lastPort && !places.isEmpty(); ++port) {
        QUdpSocket socket;
        if (socket.bind(places.first(), quint16(port), QUdpSocket::DontShareAddress))
            return true;
    }
    return false;
}
