// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <chrono>

/// The cookie of the server's pages: a random secret that identifies the browser, also before a sign-in, so that each
/// form can be bound to the browser that it was shown in.
class BrowserCookie
{
public:
    /// `secure` tells that the pages are reached over HTTPS. The cookie is then sent only over HTTPS, and its `__Host-`
    /// prefix keeps other hosts of the domain from setting it (RFC 6265bis, 4.1.3.2).
    explicit BrowserCookie(bool secure)
        : m_secure(secure)
    {
    }

    static QString newSecret();
    /// Returns the secret of the request, or an empty text if there is none in the form of newSecret().
    QString secret(const Request &request) const;
    /// Returns the value of `Set-Cookie`. Without a `life`, the cookie lasts until the browser is closed.
    QByteArray set(const QString &secret, std::chrono::seconds life = {}) const;

private:
    QByteArray name() const { return m_secure ? "__Host-waymark" : "waymark"; }

    bool m_secure;
};
