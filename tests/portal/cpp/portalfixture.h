// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"
#include "app/portal/portal.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QJsonArray>
#include <QTemporaryDir>

/// A portal with a scripted server and a temporary data folder.
class PortalFixture
{
public:
    PortalFixture();

    Portal &portal() { return *m_portal; }
    ScriptedPeer &peer() { return m_peer; }
    QString dataDir() const { return m_dir.path(); }
    QString outboxDir() const { return m_dir.filePath(QStringLiteral("outbox")); }

    /// Closes the portal and opens it again with the same data.
    void restart();
    /// Signs in and waits until the event stream is connected.
    bool signIn();
    /// Sends an event to the portal.
    void tell(const QByteArray &type, const QJsonObject &data);

    /// Breaks the event stream's connection. The portal connects again.
    void breakStream() { m_streams.last().hangUp(); }

    /// Returns a page of a list as the server answers it.
    static QJsonObject page(const QJsonArray &items, const QString &nextCursor = {});
    /// Returns the values of a role in all rows as strings.
    static QStringList texts(const ListModel &model, const QByteArray &role);

private:
    QTemporaryDir m_dir;
    ScriptedPeer m_peer;
    QList<PeerExchange> m_streams;
    int m_seq = 0;
    std::unique_ptr<Portal> m_portal;
};
