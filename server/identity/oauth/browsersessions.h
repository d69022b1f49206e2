// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"
#include "server/identity/accounts/secondsteps.h"
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

    /// What a step of a sign-in leads to.
    struct Step
    {
        Reply reply;
        std::optional<User> user; ///< the user who is signed in now; std::nullopt: the second factor is missing
    };

    BrowserSessions(Database &database, const ServerKey &key, SecondSteps &secondSteps, Settings settings)
        : m_store(database)
        , m_secondSteps(secondSteps)
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
    /// Returns whether a user still is signed in, whom user() has returned before. Nobody can sign the user out before
    /// the transaction ends, so that what the user grants in it ends with the sign-out.
    /// Transaction: the caller's, before it locks anything else.
    bool stays(const Request &request);
    /// Takes a user who has proven the first factor, in place of the previous user, and sends the browser back to
    /// `/oauth/authorize`, or to the page of security keys if it comes from there, with its original query. The user is
    /// signed in then, or the pages ask for the second factor.
    ///
    /// The cookie gets a new secret, so that a secret planted before the sign-in is useless after it. `provider` is the
    /// external provider that was the first factor; empty: the password.
    ///
    /// Transaction: the caller's.
    Step begin(const User &user, const Request &request, const QUrlQuery &authorizeQuery, const QString &provider = {});
    /// Returns the user whose sign-in in this browser waits for the second factor.
    std::optional<User> waiting(const Request &request);
    /// Signs that user in with a code, like begin(). Returns std::nullopt for a wrong code, which has been counted.
    /// Throws: as SecondSteps::pass().
    /// Transaction: the caller's, who commits it also after a wrong code, and then calls noteWrongCode().
    std::optional<Step> finish(const Request &request, const QString &code);
    /// Like finish(), by a security key.
    std::optional<Step> finishByKey(const Request &request, const KeyAnswer &answer);
    /// Signs in the user whom a security key proves by itself, in place of the previous user. Returns std::nullopt for
    /// an answer that is not valid, which has been counted.
    /// Throws: Problem 429 `too_many_attempts`, 403 `account_inactive`.
    /// Transaction: the caller's, who commits it also after a refusal, and then calls noteWrongKey().
    std::optional<Step> signInByKey(const Request &request, const KeyAnswer &answer);
    /// Keeps the browser signed in, after all sign-ins in browsers have ended.
    /// Transaction: the caller's.
    void keep(const Request &request, const BrowserUser &user);
    /// Record a wrong code or key in the audit log. Transaction: none may be open.
    void noteWrongCode(const Request &request);
    void noteWrongSecondKey(const Request &request);
    void noteWrongKey(const Request &request, const KeyAnswer &answer);
    /// Returns whether begin() or finish() led to this request within the last minute: the user, whom user() has
    /// returned, has just signed in for it and is not asked again. The address stays in the browser's history, where
    /// it must not stand for a sign-in later on.
    bool hasJustBegun(const Request &request, const BrowserUser &user) const;
    /// Signs the browser out. Returns the value of `Set-Cookie`.
    QByteArray end(const Request &request);

    /// Returns the query as the app sent it, without the parameters that these pages add: the mark of begin() and
    /// `notice`.
    static QUrlQuery queryOf(const Request &request);

private:
    Reply signIn(const User &user, const Request &request, const QUrlQuery &authorizeQuery, const QJsonObject &detail);
    Reply goOn(const Request &request, const QUrlQuery &authorizeQuery, const QByteArray &cookie) const;

    BrowserSessionStore m_store;
    SecondSteps &m_secondSteps;
    AuditLog m_audit;
    Csrf m_csrf;
    BrowserCookie m_cookie;
    std::chrono::seconds m_life;
};
