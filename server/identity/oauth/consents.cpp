// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/consents.h"

#include "models/core/times.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/credentials/sessions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The stored row. Consent itself also contains data of other tables: the app's name and last use.
class ConsentRow
{
    Q_GADGET
    Q_CLASSINFO("table", "consent")
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(AppId appId MEMBER appId)
    Q_PROPERTY(Scopes scopes MEMBER scopes)
    Q_PROPERTY(QDateTime givenAt MEMBER givenAt)

public:
    UserId userId;
    AppId appId;
    Scopes scopes;
    QDateTime givenAt;
};

/// Returns one entry for each app, the latest first.
QList<Consent> merged(const QList<Consent> &parts)
{
    QList<Consent> whole;
    for (const Consent &part : parts) {
        const auto known = std::ranges::find(whole, part.appId, &Consent::appId);
        if (known == whole.end())
            whole += part;
        else
            known->scopes |= part.scopes;
    }
    std::ranges::sort(whole, [](const Consent &a, const Consent &b) {
        return std::pair(b.givenAt, a.appId) < std::pair(a.givenAt, b.appId);
    });
    return whole;
}
}

bool Consents::covers(UserId user, AppId app, Scopes scopes)
{
    const auto row = m_database.one<ConsentRow>("SELECT * FROM consent WHERE user_id = ? AND app_id = ?", user, app);
    return row && (row->scopes & scopes) == scopes;
}

bool Consents::coversForShare(UserId user, AppId app, Scopes scopes)
{
    const auto row = m_database.one<ConsentRow>(
        "SELECT * FROM consent WHERE user_id = ? AND app_id = ?" + m_database.forShare(), user, app);
    return row && (row->scopes & scopes) == scopes;
}

void Consents::give(UserId user, AppId app, Scopes scopes, const Origin &from)
{
    ConsentRow row;
    row.userId = user;
    row.appId = app;
    row.scopes = scopes;
    row.givenAt = Times::now();
    // The row is there before it is locked, so that two first consents wait for each other instead of colliding.
    m_database.exec("INSERT INTO consent (user_id, app_id, scopes, given_at) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT (user_id, app_id) DO NOTHING",
                    user, app, scopes, row.givenAt);
    if (const auto before = m_database.one<ConsentRow>(
            "SELECT * FROM consent WHERE user_id = ? AND app_id = ?" + m_database.forUpdate(), user, app))
        row.scopes |= before->scopes;
    m_database.exec("UPDATE consent SET scopes = ?, given_at = ? WHERE user_id = ? AND app_id = ?", row.scopes,
                    row.givenAt, user, app);
    AccountStore accounts(m_database);
    const auto owner = accounts.user(user);
    if (!owner)
        return;
    accounts.link(owner->accountId, app, row.scopes, row.givenAt);
    m_audit.record({.origin = from},
                   {.action = AuditEntry::Action::ConsentGiven,
                    .accountId = owner->accountId,
                    .actorUserId = user,
                    .object = app.toString(),
                    .detail = {{u"scope"_s, scopeNames(row.scopes).join(u' ')}}});
}

QList<Consent> Consents::list(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    const QByteArray app = "SELECT p.app_id, p.name AS app_name, p.description, ";
    const QByteArray lastUse =
        "(SELECT max(s.refreshed_at) FROM session s WHERE s.user_id = ? AND s.app_id = p.app_id) AS last_used_at, ";
    const QList<Consent> granted = m_database.select<Consent>(
        app + lastUse + "c.scopes, c.given_at FROM consent c JOIN app p ON p.app_id = c.app_id WHERE c.user_id = ?",
        caller.userId, caller.userId);
    // A link of the account that is not part of a consent, also of another user's.
    const QList<Consent> linked = m_database.select<Consent>(
        app + lastUse
            + "l.scopes, l.linked_at AS given_at FROM account_app l JOIN app p ON p.app_id = l.app_id "
              "WHERE l.account_id = ? AND p.first_party = false AND NOT EXISTS "
              "(SELECT 1 FROM consent c JOIN account_user u ON u.user_id = c.user_id "
              "WHERE u.account_id = l.account_id AND c.app_id = l.app_id)",
        caller.userId, account);
    const QList<Consent> signedIn = m_database.select<Consent>(
        app
            + "max(s.refreshed_at) AS last_used_at, s.scopes, min(s.created_at) AS given_at FROM session s "
              "JOIN app p ON p.app_id = s.app_id "
              "WHERE s.user_id = ? AND s.ended_at IS NULL AND p.first_party = false "
              "GROUP BY p.app_id, p.name, p.description, s.scopes",
        caller.userId);
    return merged(granted + linked + signedIn);
}

void Consents::withdraw(const Caller &caller, AccountId account, AppId app)
{
    if (caller.accountId != account)
        throw Problem::notFound();
    if (app != caller.appId)
        requireFirstParty(caller, u"An app can end its own access only."_s);
    Transaction transaction(m_database);
    OpenGrants(m_database)
        .removeOfUser(caller.userId, app); // before the consent, which redeeming a grant locks after the grant
    const bool consented =
        m_database.exec("DELETE FROM consent WHERE user_id = ? AND app_id = ?", caller.userId, app) > 0;
    const bool ended =
        m_sessions.endOfApp(caller.userId, app); // also what was granted while the consent's row was waited for
    const bool linked =
        m_database.exec("DELETE FROM account_app WHERE account_id = ? AND app_id = ? AND NOT EXISTS "
                        "(SELECT 1 FROM consent c JOIN account_user u ON u.user_id = c.user_id "
                        "WHERE u.account_id = account_app.account_id AND c.app_id = account_app.app_id)",
                        account, app)
        > 0;
    if (!consented && !linked && !ended)
        throw Problem::notFound();
    m_audit.record(caller,
                   {.action = AuditEntry::Action::ConsentWithdrawn, .accountId = account, .object = app.toString()});
    transaction.commit();
}

#include "consents.moc"
