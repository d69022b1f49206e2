// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peersignature.h"
#include "server/core/cluster/relay.h"
#include "server/core/cluster/serverstore.h"
#include "server/core/http/route.h"

/// The other servers on the database: finds the one that has a file, and passes its answers on.
///
/// Thread: that of its database.
class Peers
{
public:
    Peers(Database &database, const ServerKey &key, const ServerIdentity &self, const Relay &relay)
        : m_store(database)
        , m_key(key)
        , m_self(self)
        , m_relay(relay)
    {
    }

    const ServerIdentity &self() const { return m_self; }
    /// Returns whether another server has signed this request to this server.
    bool hasSigned(const Request &request) const { return PeerSignature::holds(m_key, m_self.address, request); }
    /// Proves that the answer to such a request comes from this server.
    void sign(const Request &request, Reply &reply) const
    {
        reply.headers.append(PeerSignature::header,
                             PeerSignature::ofAnswer(m_key, request.headers.value(PeerSignature::header)));
    }
    /// Returns whether this server reads and writes files of that storage. Rows older than storages have an empty id.
    bool isHere(const QString &storageId) const { return storageId.isEmpty() || storageId == m_self.storageId; }
    /// Returns the file as another server with that storage answers it. `target` is a path below `/internal`.
    /// Throws: Problem 503 `server_unreachable` when there is no such server.
    Reply file(const Request &client, const QString &storageId, const QByteArray &target,
               const QByteArray &contentType = {})
    {
        return m_relay.fetch(client, {serverWith(storageId), target, contentType});
    }
    /// Returns the file's content. Blocks. Throws: Problem, as above.
    QByteArray content(const QString &storageId, const QByteArray &target, qsizetype most)
    {
        return m_relay.read({serverWith(storageId), target}, most);
    }
    Reply fetch(const Request &client, RelayedRequest wanted) const { return m_relay.fetch(client, std::move(wanted)); }
    /// Returns the answer to a request that changes something. Blocks. Throws: like Relay::exchange().
    Reply exchange(const Request &client, const RelayedRequest &wanted, qsizetype most) const
    {
        return m_relay.exchange(client, wanted, most);
    }
    /// Returns the body of the answer. Blocks. Throws: like Relay::read().
    QByteArray read(const RelayedRequest &wanted, qsizetype most) const { return m_relay.read(wanted, most); }

private:
    QUrl serverWith(const QString &storageId)
    {
        const auto server = m_store.withStorage(storageId);
        return server ? *server : throw Relay::unreachable();
    }

    ServerStore m_store;
    const ServerKey &m_key;
    const ServerIdentity &m_self;
    const Relay &m_relay;
};

/// Returns a route below `/internal`, for other servers on the database alone. The server that asks has checked what
/// its client may see; the handler trusts the signature and asks no other server, so a request makes one hop at most.
/// `path` is below `/internal`, such as `/cameras/:device_id/live.m3u8`.
Route peerRoute(const Peers &peers, const QString &path, Runs runs, std::function<Reply(const Call &)> handle,
                Method method = Method::Get);
