// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/db/database.h"

#include <QJsonArray>
#include <QJsonObject>

class ServerKey;

/// What ID tokens are signed with: ES256 keys (RFC 7518, 3.4) in the database, so that all servers on it share them.
/// Private parts are sealed with the server's key.
class SigningKeys
{
public:
    SigningKeys(Database &database, const ServerKey &key)
        : m_database(database)
        , m_key(key)
    {
    }

    /// Makes the first one, if there is none yet.
    void require();
    /// A new one signs from now on; the ones before stay published for as long as what they signed is good.
    void rotate();
    /// Public parts (RFC 7517): `{"keys": [...]}`.
    QJsonObject published();
    /// A compact JWS (RFC 7515) of these claims, signed by the newest key.
    QByteArray sign(const QJsonObject &claims);

private:
    void add(const QDateTime &now);

    Database &m_database;
    const ServerKey &m_key;
};
