// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/oauth/browsercookie.h"
#include "server/identity/oauth/csrf.h"

#include <QUrlQuery>

#include <chrono>

/// Sign-ins on the server's own pages, one per browser.
class BrowserSessions
{
public:
    struct Settings
    {
        bool secure = false; ///< the pages are reached over HTTPS
        std::chrono::seconds life = std::chrono::hours(24 * 14);
    };

    BrowserSessions(Database &database, const ServerKey &key, Settings settings)
        : m_store(database)
        , m_audit(database)
        , m_csrf(key)
        , m_cookie(settings.secure)
        , m_life(settings.life)
    {
    }

    const BrowserCookie &cookie() const { return m_cookie; }

    /// Returns the user who is signed in in the browser, or std::nullopt if there is none or their account is not
    /// active.
    std::optional<BrowserUser> user(const Request &request);
    /// Signs an authenticated user in, in place of the previous user, and sends the browser back to `/oauth/authorize`
    /// with its original query.
    ///
    /// The cookie gets a new secret, so that a secret planted before the sign-in is useless after it. `detail` is for
    /// the audit log.
    ///
    /// Transaction: the caller's.
    Reply begin(UserId user, const Request &request, const QUrlQuery &authorizeQuery, QJsonObject detail = {});
    /// Returns whether begin() led to this request: the user has just signed in for it and is not asked again.
    bool hasJustBegun(const Request &request) const;
    /// Signs the browser out. Returns the value of `Set-Cookie`.
    QByteArray end(const Request &request);

    /// Returns the query as the app sent it, without the parameters that these pages add: the mark of begin() and
    /// `notice`.
    static QUrlQuery queryOf(const Request &request);

private:
    BrowserSessionStore m_store;
    AuditLog m_audit;
    Csrf m_csrf;
    BrowserCookie m_cookie;
    std::chrono::seconds m_life;
};
