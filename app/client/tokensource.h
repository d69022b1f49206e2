// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

/// Where ApiClient takes the user's access token from.
class TokenSource
{
public:
    virtual ~TokenSource() = default;

    /// Empty when nobody is signed in.
    virtual QByteArray accessToken() const = 0;
    /// Called when the server refused `spent`. `done` hears whether another token is there now; it may be called at
    /// once. However many calls find out at the same time, the token is renewed once: a refresh token serves once, and
    /// its second use would end the session.
    virtual void renew(const QByteArray &spent, std::function<void(bool renewed)> done) = 0;
};
