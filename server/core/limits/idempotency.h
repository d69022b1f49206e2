// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/core/http/route.h"

#include <QSet>

#include <mutex>

class Database;
class ServerKey;

/// Which keyed requests this process is at, from any thread.
class InFlight
{
public:
    /// False when somebody is at it already.
    bool enter(const QByteArray &id);
    void leave(const QByteArray &id);

private:
    std::mutex m_mutex;
    QSet<QByteArray> m_ids;
};

/// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): for 24 h the same key, caller, route and request
/// bring the first answer again, to the letter, whichever server is asked and whatever has crashed in between. The
/// answer is written in the transaction that makes what it tells of, so that there is never one without the other.
///
/// An answer may carry secrets that are kept nowhere else, such as an app's key. It is sealed with a key that is made
/// of the server's, of the Idempotency-Key and of the request, so that it opens for that request alone.
class Idempotency : public OnceOnly
{
public:
    Idempotency(Database &database, const ServerKey &key, InFlight &inFlight)
        : m_database(database)
        , m_key(key)
        , m_inFlight(inFlight)
    {
    }

    /// Whether a key was sent, and to a route that takes one.
    bool concerns(const Call &call, const Route &route) const override;
    /// The handler's answer, or the one it gave before. Throws Problem: what the handler throws, which keeps nothing;
    /// 422 for a key that is none, or that came with another request (`idempotency_key_reused`); 409
    /// `idempotency_in_flight` while the first request is being answered.
    Reply answer(const Call &call, const Route &route) override;

    static void removeOld(Database &database, const QDateTime &now);

private:
    class Turn;
    std::optional<Reply> before(const QString &id, const QByteArray &secret);
    void remember(const QString &id, const QByteArray &secret, const Reply &reply);

    Database &m_database;
    const ServerKey &m_key;
    InFlight &m_inFlight;
};
