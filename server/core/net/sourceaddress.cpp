// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/sourceaddress.h"

#include "server/core/http/problem.h"

#include <QHostInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Problem refused(const QString &code, const QString &detail) { return Problem::invalid(u"/source_url"_s, code, detail); }
}

bool SourcePolicy::isPublic(const QHostAddress &address)
{
    bool mapped = false;
    const QHostAddress v4(address.toIPv4Address(&mapped));
    const QHostAddress &real = mapped ? v4 : address; // ::ffff:10.0.0.1 is 10.0.0.1
    return real.isGlobal() && !real.isInSubnet(QHostAddress(u"100.64.0.0"_s), 10)
        && !real.isInSubnet(QHostAddress(u"0.0.0.0"_s), 8) && !real.isInSubnet(QHostAddress(u"10.0.0.0"_s), 8)
        && !real.isInSubnet(QHostAddress(u"172.16.0.0"_s), 12) && !real.isInSubnet(QHostAddress(u"192.168.0.0"_s), 16)
        && !real.isInSubnet(QHostAddress(u"fc00::"_s), 7) && !real.isMulticast();
}

void SourcePolicy::require(const QUrl &source) const
{
    const QString scheme = source.scheme();
    if (scheme == u"file"_s && m_allowFiles)
        return;
    if (scheme != u"rtsp"_s && scheme != u"rtsps"_s && scheme != u"http"_s && scheme != u"https"_s)
        throw refused(u"not_allowed"_s, u"Use an rtsp://, rtsps://, http:// or https:// address."_s);
    if (source.host().isEmpty())
        throw refused(u"malformed"_s, u"The address has no host."_s);
    if (m_allowPrivate)
        return;
    const QHostAddress literal(source.host());
    const QList<QHostAddress> addresses =
        literal.isNull() ? QHostInfo::fromName(source.host()).addresses() : QList{literal};
    if (!std::all_of(addresses.begin(), addresses.end(), &isPublic))
        throw refused(u"private_address"_s, u"This server does not allow cameras at private addresses."_s);
}
