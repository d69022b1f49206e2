// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/billing/plans/planservice.h"

#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Retention";
}

RouteTable planRoutes(PlanService &plans)
{
    return {
        {
            .method = Method::Get,
            .path = u"/retentions"_s,
            .caller = Callers::user(Scope::RetentionRead).orApp(),
            .tag = tag,
            .summary = u"List the retention plans for sale"_s,
            .reply = &RetentionPlan::staticMetaObject,
            .list = true,
            .handle =
                [&plans](const Call &call) {
                    return pageOf(call, plans.onSale(), &RetentionPlan::createdAt, &RetentionPlan::retentionId);
                },
        },
        {
            .method = Method::Post,
            .path = u"/retentions"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Create a retention plan"_s,
            .body = &RetentionPlan::staticMetaObject,
            .reply = &RetentionPlan::staticMetaObject,
            .status = 201,
            .handle = [&plans](const Call &call) { return replyWith(plans.add(call.body<RetentionPlan>()), 201); },
        },
        {
            .method = Method::Delete,
            .path = u"/retentions/:retention_id"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Withdraw a retention plan from sale, or delete it if it was never ordered"_s,
            .status = 204,
            .conditional = true,
            .handle =
                [&plans](const Call &call) {
                    plans.withdraw(call.id<RetentionId>(u"retention_id"), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Get,
            .path = u"/retentions/account/:account_id"_s,
            .caller = Callers::user(Scope::RetentionRead),
            .tag = tag,
            .summary = u"Get the active plan of an account"_s,
            .reply = &PlanInForce::staticMetaObject,
            .handle =
                [&plans](const Call &call) {
                    return replyWith(plans.inForce(call.caller, call.id<AccountId>(u"account_id")));
                },
        },
    };
}
