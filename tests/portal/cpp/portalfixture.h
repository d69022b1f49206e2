// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portal.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QTemporaryDir>

/// A portal on a scripted server, with a data folder of its own.
class PortalFixture
{
public:
    PortalFixture();

    Portal &portal() { return *m_portal; }
    ScriptedPeer &peer() { return m_peer; }
    QString dataDir() const { return m_dir.path(); }
    QString outboxDir() const { return m_dir.filePath(QStringLiteral("outbox")); }

    /// The portal, closed and opened again on the same data.
    void restart();
    /// Signs in, and waits until the event stream stands.
    bool signIn();
    /// Tells the portal's event stream.
    void tell(const QByteArray &type, const QJsonObject &data);

private:
    QTemporaryDir m_dir;
    ScriptedPeer m_peer;
    QList<PeerExchange> m_streams;
    int m_seq = 0;
    std::unique_ptr<Portal> m_portal;
};
