// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/hostnames.h"

#include <QHostAddress>

HostNames::HostNames(const QStringList &names)
    : m_any(false)
    , m_names{"localhost"}
{
    for (const QString &name : names)
        m_names.insert(name.toLower().toLatin1());
}

bool HostNames::accept(const QByteArray &host) const
{
    if (m_any || host.isEmpty()) // HTTP/1.0 needs no Host, and no browser sends it
        return true;
    QByteArray name = host.toLower();
    if (name.startsWith('[')) // an IPv6 address
        name = name.mid(1, name.indexOf(']') - 1);
    else if (const qsizetype colon = name.indexOf(':'); colon >= 0)
        name.truncate(colon);
    return m_names.contains(name) || !QHostAddress(QString::fromLatin1(name)).isNull();
}
