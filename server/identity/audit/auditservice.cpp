// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/audit/auditservice.h"

#include "server/core/http/paging.h"
#include "server/core/http/problem.h"

AuditService::Page AuditService::list(const Caller &caller, AuditQuery query, const PageRequest &page)
{
    const bool all = caller.isStaff() || caller.isAdmin();
    if (query.account.isNull() && !all)
        query.account = caller.accountId;
    if (!all && query.account != caller.accountId)
        throw Problem::notFound();
    Page found{m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
    for (AuditEntry &entry : found.entries) {
        if (entry.byStaff && !all)
            entry.address.clear(); // users do not learn the addresses of staff
    }
    return found;
}
