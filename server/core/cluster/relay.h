// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peerconnection.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"

#include <QThreadPool>

class ServerKey;

/// What is asked of another server for a client of this one.
struct RelayedRequest
{
    QUrl server; ///< where the other server is reached
    QByteArray target; ///< a path below `/internal`, with its query
    QByteArray contentType = {}; ///< of the answer; empty: as the other server says
    std::function<void(QIODevice &)> begun = {}; ///< RelayStream::whenRead()
};

/// Passes requests on to other servers, and their answers back at the client's pace. A connection is made and its head
/// awaited on a thread of the relay's own pool; the body flows on the thread of the client's connection.
///
/// Thread: any.
class Relay
{
public:
    explicit Relay(const ServerKey &key);
    ~Relay();
    Q_DISABLE_COPY_MOVE(Relay)

    /// Returns an answer that is made later: the other server's, with the client's ranges and validators passed on, or
    /// 503 `server_unreachable` with Retry-After.
    Reply fetch(const Request &client, RelayedRequest wanted) const;
    /// Returns the answer's body as a whole. Blocks. Throws: Problem, as the other server says it or 503
    /// `server_unreachable`.
    QByteArray read(const RelayedRequest &wanted, qsizetype most) const;
    /// Ends what waits, and lets nothing begin any more.
    void stop() { m_stopping = true; }

    static Problem unreachable();

private:
    struct Head;
    Reply answer(const Request &client, const RelayedRequest &wanted) const;
    Head ask(PeerConnection &connection, const Request &client, const RelayedRequest &wanted) const;
    QByteArray rest(PeerConnection &connection, const Head &head, qsizetype most) const;
    Problem problemOf(PeerConnection &connection, const Head &head, const RelayedRequest &wanted) const;

    const ServerKey &m_key;
    std::atomic_bool m_stopping = false;
    mutable std::atomic_int m_waiting = 0;
    mutable QThreadPool m_threads;
};
