// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/supportaccess.h"

#include "models/core/times.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/identity/access/visibility.h"

using namespace Qt::StringLiterals;

SupportAccess::Page SupportAccess::list(const Caller &caller, AccountId account, const PageRequest &page)
{
    if (!Visibility::seesThings(caller, account))
        throw Problem::notFound();
    return {m_store.list(account, page), page.count ? std::optional(m_store.count(account)) : std::nullopt};
}

SupportGrant SupportAccess::grant(const Caller &caller, AccountId account, const NewSupportGrant &wanted)
{
    requireMainUser(caller, account);
    // Support access outlives the consent to an app.
    requireFirstParty(caller, u"Users let the support staff in in the portal only."_s);
    const QDateTime now = Times::now();
    SupportGrant grant;
    grant.grantId = SupportGrantId::generate();
    grant.accountId = account;
    grant.grantedBy = caller.userId;
    grant.grantedAt = now;
    grant.until = now.addSecs(wanted.hours * 3600);
    grant.reason = wanted.reason;

    Transaction transaction(m_database);
    // Serializes grants to the same account.
    m_database.value("SELECT account_id FROM account WHERE account_id = ?" + m_database.forUpdate(), account);
    endInForce(caller, account, now);
    m_store.insert(grant);
    m_audit.record(caller,
                   {.action = AuditEntry::Action::SupportAccessGranted,
                    .accountId = account,
                    .object = grant.grantId.toString(),
                    .detail = {{u"hours"_s, wanted.hours}}});
    transaction.commit();
    return grant;
}

void SupportAccess::end(const Caller &caller, AccountId account)
{
    requireMainUser(caller, account);
    requireFirstParty(caller, u"Users end the access of the support staff in the portal only."_s);
    Transaction transaction(m_database);
    endInForce(caller, account, Times::now());
    transaction.commit();
}

void SupportAccess::endInForce(const Caller &caller, AccountId account, const QDateTime &now)
{
    const auto before = m_store.inForce(account, now);
    if (before && m_store.end(account, now) > 0)
        m_audit.record(caller,
                       {.action = AuditEntry::Action::SupportAccessEnded,
                        .accountId = account,
                        .object = before->grantId.toString()});
}
