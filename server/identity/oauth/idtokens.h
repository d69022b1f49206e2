// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/identity/oauth/signingkeys.h"

class AccountStore;

/// ID tokens and the UserInfo response, the statements about a user to apps (OpenID Connect Core 1.0).
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
        QString accessToken; ///< the access token issued with the ID token; `at_hash` binds them
    };
    /// Returns the ID token of a sign-in (section 2).
    QString issue(const User &user, const Occasion &occasion);
    /// Returns the response of `/oauth/userinfo` (5.3), with the claims that the scopes allow (5.4).
    /// Throws: Problem 404 for an unknown user.
    QJsonObject userInfo(UserId user, Scopes scopes);

private:
    Database &m_database;
    SigningKeys &m_keys;
};
