// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QJsonArray>
#include <QJsonObject>

class ServerKey;

/// The keys that sign ID tokens: ES256 keys (RFC 7518, 3.4) in the database, shared by all of its servers. Private keys
/// are sealed with the server's key.
class SigningKeys
{
public:
    SigningKeys(Database &database, const ServerKey &key)
        : m_database(database)
        , m_key(key)
    {
    }

    /// Creates the first key if there is none.
    void require();
    /// Creates a new key, which signs from now on. Earlier keys stay published for as long as their signatures are
    /// valid.
    void rotate();
    /// Returns the public keys (RFC 7517): `{"keys": [...]}`.
    QJsonObject published();
    /// Returns a compact JWS (RFC 7515) of the claims, signed with the newest key.
    QByteArray sign(const QJsonObject &claims);

private:
    void add(const QDateTime &now);

    Database &m_database;
    const ServerKey &m_key;
};
