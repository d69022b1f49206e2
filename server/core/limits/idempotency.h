// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/gate.h"
#include "server/core/http/route.h"

#include <QSet>

#include <mutex>

class Database;
class ServerKey;

/// The keyed requests that this process is answering. Thread: any.
class InFlight
{
public:
    /// Returns false if another thread is answering the request already.
    bool enter(const QByteArray &id);
    void leave(const QByteArray &id);

private:
    std::mutex m_mutex;
    QSet<QByteArray> m_ids;
};

/// Implements `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). For 24 hours, the same key, caller and
/// request get the first answer again, byte for byte, on any server of the database and after any crash. The answer is
/// stored in the transaction that the handler commits, so that neither exists without the other.
///
/// An answer may carry a secret that is stored nowhere else, such as an app's key. The stored answer is therefore
/// sealed with a key derived from the server's key, the Idempotency-Key and the request: only the same request can open
/// it.
class Idempotency : public OnceOnly
{
public:
    Idempotency(Database &database, const ServerKey &key, InFlight &inFlight)
        : m_database(database)
        , m_key(key)
        , m_inFlight(inFlight)
    {
    }

    /// Returns whether the request carries a key, its route takes one, and its caller is known.
    bool concerns(const Call &call, const Route &route) const override;
    /// Returns the handler's answer, or the answer that the handler gave before.
    /// Throws: Problem 422 `idempotency_key_invalid` for a malformed key, 422 `idempotency_key_reused` for a key that
    /// came with another request, 409 `idempotency_in_flight` while the first request is being answered, and whatever
    /// the handler throws. A handler that throws leaves no answer behind.
    Reply answer(const Call &call, const Route &route) override;

    /// Deletes the answers that are older than 24 hours.
    static void removeOld(Database &database, const QDateTime &now);

private:
    class Turn;
    std::optional<Reply> before(const QString &id, const QByteArray &secret);
    void remember(const QString &id, const QByteArray &secret, const Reply &reply);

    Database &m_database;
    const ServerKey &m_key;
    InFlight &m_inFlight;
};
