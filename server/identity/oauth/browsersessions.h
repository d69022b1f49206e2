// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/browsersessionstore.h"
#include "server/identity/oauth/browsercookie.h"
#include "server/identity/oauth/csrf.h"

#include <QUrlQuery>

#include <chrono>

/// Sign-ins on the server's own pages: who is signed in in which browser.
class BrowserSessions
{
public:
    struct Settings
    {
        bool secure = false; ///< the pages are reached over https
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

    /// Who is signed in in the browser that sent this. Nobody once the account is inactive.
    std::optional<BrowserUser> user(const Request &request);
    /// Signs the user in, in the place of whoever was, and sends the browser back to `/oauth/authorize` with the query
    /// that it came there with. Inside the caller's transaction; the caller has proven who it is.
    ///
    /// The cookie's secret is a new one: what somebody may have planted before the sign-in is worth nothing after it.
    /// `detail` is for the audit log.
    Reply begin(UserId user, const Request &request, const QUrlQuery &authorizeQuery, QJsonObject detail = {});
    /// Whether begin() led to this very request: the user has just signed in for it, and is not asked a second time.
    bool hasJustBegun(const Request &request) const;
    /// Nobody is signed in in this browser any more. Answers the value of `Set-Cookie`.
    QByteArray end(const Request &request);

    /// The query as the app sent it, without what these pages add for each other: begin()'s mark, and `notice`.
    static QUrlQuery queryOf(const Request &request);

private:
    BrowserSessionStore m_store;
    AuditLog m_audit;
    Csrf m_csrf;
    BrowserCookie m_cookie;
    std::chrono::seconds m_life;
};
