// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/caller.h"
#include "server/core/http/message.h"
#include "server/core/http/problem.h"

#include <algorithm>
#include <iterator>

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

void requireScope(const Caller &caller, Scope scope)
{
    if (caller.scopes.testFlag(scope))
        return;
    const QStringList all = scopeNames(scope);
    QStringList missing;
    std::ranges::copy_if(all, std::back_inserter(missing),
                         [&](const QString &name) { return !caller.scopes.testFlag(*scopeNamed(name)); });
    const QString needed = all.join(u' ');
    throw Problem::forbidden(u"insufficient_scope"_s, u"The token lacks the scope %1."_s.arg(missing.join(u' ')))
        .with(u"scope"_s, needed)
        .withHeader("WWW-Authenticate",
                    "Bearer realm=\"waymark\", error=\"insufficient_scope\", scope=\"" + needed.toLatin1() + '"');
}

void requireFirstParty(const Caller &caller, const QString &detail)
{
    if (caller.kind != Caller::Kind::App && !caller.firstParty)
        throw Problem::forbidden(u"first_party_required"_s, detail);
}
