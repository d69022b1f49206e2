// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/peerconnection.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"

#include <QHash>

#include <mutex>

class ServerKey;
struct PeerHead;

/// What is asked of another server for a client of this one.
struct RelayedRequest
{
    QUrl server; ///< where the other server is reached
    QByteArray target; ///< a path below `/internal`, with its query
    QByteArray contentType = {}; ///< of the answer; empty: as the other server says
    /// Answers instead of a server that cannot be reached, if set. It runs on a thread that may block.
    /// Throws: Problem.
    std::function<Reply()> otherwise = {};
    /// Get stands for GET or HEAD, as the client asks. The signature admits POST and DELETE beside.
    Method method = Method::Get;
    QByteArray body = {}; ///< of a POST
};

/// Passes requests on to other servers, and their answers back at the client's pace. A connection is made and its head
/// awaited on a thread of the relay's own; the body flows on the thread of the client's connection. Each server has
/// threads of its own, so that one that hangs holds up no request for another. Accounts take turns on them; a few
/// accounts whose requests hang leave threads for the next. A request that has waited for five seconds is not sent any
/// more.
///
/// Only a server that shares the key answers: see PeerSignature::ofAnswer(). An answer without that proof, or with a
/// status that does not fit the request, such as a redirect, counts as that of a server that cannot be reached.
///
/// Thread: any.
class Relay
{
public:
    explicit Relay(const ServerKey &key);
    ~Relay();
    Q_DISABLE_COPY_MOVE(Relay)

    /// Returns an answer that is made later: the other server's, with the client's ranges, validators and content
    /// codings passed on, or 503 `server_unreachable` with Retry-After. The other server's problems are those of this
    /// one: see PeerProblem.
    Reply fetch(const Request &client, RelayedRequest wanted) const;
    /// Returns the answer to a request that changes something, with its whole body and its `Location`. Blocks for some
    /// seconds at most, and is therefore for handlers that may be asked to give the same answer again
    /// (`Idempotency-Key`). Parties take turns as for fetch(). At most mostExchanges callers wait for one server, so
    /// that a server that hangs does not take all threads of a pool. A party may have another caller wait as long as it
    /// has fewer than there are left.
    ///
    /// Throws: Problem, as the other server says it, 503 `server_unreachable`, or 503 `overloaded`.
    Reply exchange(const Request &client, const RelayedRequest &wanted, qsizetype most) const;
    static constexpr int mostExchanges = 16;
    /// Returns the answer's body as a whole. Blocks. Throws: Problem, as the other server says it or 503
    /// `server_unreachable`.
    QByteArray read(const RelayedRequest &wanted, qsizetype most) const;
    /// Ends what waits, and lets nothing begin any more.
    void stop() { m_stopping = true; }

    static Problem unreachable();

private:
    struct Line;
    std::shared_ptr<Line> enterLine(const QUrl &server) const;
    Reply answer(const Request &client, const RelayedRequest &wanted, const QDeadlineTimer &deadline) const;
    Reply answerWithout(const Request &client, const RelayedRequest &wanted) const;
    PeerHead ask(PeerConnection &connection, const Request &client, const RelayedRequest &wanted,
                 const QDeadlineTimer &deadline) const;
    struct Limits
    {
        qsizetype bytes = 0; ///< of the body
        QDeadlineTimer head; ///< when the head must have arrived
        std::chrono::seconds body{}; ///< how long the body may take after that
    };
    Reply whole(const Request &client, const RelayedRequest &wanted, const Limits &limits) const;
    QByteArray rest(PeerConnection &connection, const PeerHead &head, qsizetype most, std::chrono::seconds time) const;
    [[noreturn]] void refuse(PeerConnection &connection, const PeerHead &head) const;

    const ServerKey &m_key;
    std::atomic_bool m_stopping = false;
    mutable std::mutex m_lock; ///< guards the lines
    mutable QHash<QUrl, std::shared_ptr<Line>> m_lines;
};
