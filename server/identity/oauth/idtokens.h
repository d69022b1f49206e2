// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/identity/oauth/signingkeys.h"

class AccountStore;

/// What this server says of a person to the apps it is asked by (OpenID Connect Core 1.0).
class IdTokens
{
public:
    IdTokens(Database &database, SigningKeys &keys)
        : m_database(database)
        , m_keys(keys)
    {
    }

    struct Occasion
    {
        QString issuer;
        AppId app; ///< the audience
        QString nonce;
        QDateTime signedInAt;
        QString accessToken; ///< given out together with it: `at_hash` ties them
    };
    /// Who has just signed in (2).
    QString issue(const User &user, const Occasion &occasion);
    /// The answer of `/oauth/userinfo` (5.3): as much as the scopes tell (5.4).
    QJsonObject userInfo(UserId user, Scopes scopes);

private:
    Database &m_database;
    SigningKeys &m_keys;
};
