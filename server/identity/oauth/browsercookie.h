// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <chrono>

/// The one cookie of the server's pages: a random secret by which a browser is known again, before a sign-in as well,
/// so that every form can be bound to the browser that it was shown in.
class BrowserCookie
{
public:
    /// `secure`: the pages are reached over https, so the cookie never leaves it, and no other host of the domain can
    /// set it (the prefix `__Host-`, RFC 6265bis, 4.1.3.2).
    explicit BrowserCookie(bool secure)
        : m_secure(secure)
    {
    }

    static QString newSecret();
    /// The secret that the request carries; empty: none that newSecret() could have made.
    QString secret(const Request &request) const;
    /// The value of `Set-Cookie`. A life of nothing: until the browser is closed.
    QByteArray set(const QString &secret, std::chrono::seconds life = {}) const;

private:
    QByteArray name() const { return m_secure ? "__Host-waymark" : "waymark"; }

    bool m_secure;
};
