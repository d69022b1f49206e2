// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/core/http/paging.h"
#include "server/core/http/queryvalues.h"
#include "server/identity/audit/auditservice.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace {

std::optional<AuditEntry::Action> actionIn(const Call &call)
{
    const QString wanted = call.query(u"action"_s);
    if (wanted.isEmpty())
        return std::nullopt;
    const auto actions = QMetaEnum::fromType<AuditEntry::Action>();
    for (int i = 0; i < actions.keyCount(); ++i) {
        const auto action = AuditEntry::Action(actions.value(i));
        if (SqlValue::of(action).toString() == wanted)
            return action;
    }
    throw Problem::invalid(u"?action"_s, u"not_allowed"_s, u"Unknown action."_s);
}

Reply listed(AuditService &audit, const Call &call)
{
    const auto [from, to] = QueryValues::range(call);
    const AuditQuery query{
        .account = QueryValues::id<AccountId>(call, u"account_id"_s), .action = actionIn(call), .from = from, .to = to};
    const auto page = PageRequest::from(call);
    if (page.byCursor && (page.after.size() != 2 || !page.after.first().isDouble() || !page.after.last().isString()))
        throw Problem::invalid(u"?cursor"_s, u"malformed"_s, u"The cursor does not belong to this list."_s);
    const auto found = audit.list(call.caller, query, page);
    return pageOf<AuditEntry>(
        call, page, found.entries,
        [](const AuditEntry &entry) {
            return QJsonArray{entry.at.toMSecsSinceEpoch(), entry.auditId.toString()};
        },
        found.total);
}
}

RouteTable auditRoutes(AuditService &audit)
{
    return {{
        .method = Method::Get,
        .path = u"/audit-log"_s,
        .caller = Callers::user(Scope::AccountRead).orManagement(),
        .tag = u"Audit",
        .summary = u"List audit entries of the caller's account, newest first (staff: of any account)"_s,
        .query = {{u"account_id"_s, u"Account ID (default: the caller's account, for staff all accounts)"_s},
                  {u"action"_s, u"Action, such as sign_in"_s},
                  Parameters::time(u"from"_s, u"Earliest time"_s),
                  Parameters::time(u"to"_s, u"Latest time, exclusive"_s)},
        .reply = &AuditEntry::staticMetaObject,
        .list = true,
        .handle = [&audit](const Call &call) { return listed(audit, call); },
    }};
}
