// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

/// Provides ApiClient with the user's access token.
class TokenSource
{
public:
    virtual ~TokenSource() = default;

    /// Returns the access token, or an empty array if nobody is signed in.
    virtual QByteArray accessToken() const = 0;
    /// Renews the token after the server has refused `spent`. Calls `done`, possibly before returning, with whether a
    /// new token is available. Concurrent calls share one renewal, because the second use of a refresh token ends the
    /// session.
    virtual void renew(const QByteArray &spent, std::function<void(bool renewed)> done) = 0;
};
