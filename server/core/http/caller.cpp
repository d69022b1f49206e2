// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestUserAgent = 300;
}

Origin Origin::of(const Request &request)
{
    return {.userAgent = QString::fromUtf8(request.headers.value("User-Agent")).left(longestUserAgent),
            .address = request.peer.toString()};
}

void requireMainUser(const Caller &caller, AccountId account)
{
    if (account.isNull() || caller.accountId != account)
        throw Problem::notFound();
    if (!caller.mainUser)
        throw Problem::forbidden(u"main_user_required"_s, u"Only the account's main user can do this."_s);
}

void requireFirstParty(const Caller &caller, const QString &detail)
{
    if (caller.kind != Caller::Kind::App && !caller.firstParty)
        throw Problem::forbidden(u"first_party_required"_s, detail);
}
