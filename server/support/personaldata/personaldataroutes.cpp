// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/peers.h"
#include "server/support/personaldata/accountdeletions.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Accounts";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

/// Returns an export with the address of its file. The address is signed anew for each answer, and is not part of the
/// state that `If-Match` protects.
Reply replyWithAddress(AccountExport shown)
{
    Reply reply = replyWith(shown);
    shown.url.clear();
    reply.headers.append("ETag", entityTag(toJson(shown), reply.body));
    return reply;
}

RouteTable exportRoutes(AccountExports &exports, const Peers &peers)
{
    const QString path = u"/accounts/:account_id/export"_s;
    return {
        {
            .method = Method::Post,
            .path = path,
            .caller = Callers::user(Scope::Account).orManagement(),
            .tag = tag,
            .summary = u"Export everything that the account holds (main user, or an administrator for the user)"_s,
            .body = &NewAccountExport::staticMetaObject,
            .reply = &AccountExport::staticMetaObject,
            .status = 201,
            .otherStatuses = {409},
            .runs = Runs::OnHashPool,
            .handle =
                [&exports](const Call &call) {
                    return replyWith(exports.begin(call.caller, accountOf(call), call.body<NewAccountExport>()), 201);
                },
            .location = path,
        },
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"Get the latest export (main user: with a signed address of the file)"_s,
            .reply = &AccountExport::staticMetaObject,
            .handle =
                [&exports](const Call &call) { return replyWithAddress(exports.get(call.caller, accountOf(call))); },
        },
        {
            .method = Method::Delete,
            .path = path,
            .caller = Callers::user(Scope::Account).orManagement(),
            .tag = tag,
            .summary = u"Delete the latest export and its file"_s,
            .status = 204,
            .runs = Runs::OnFilePool,
            .conditional = true,
            .handle =
                [&exports](const Call &call) {
                    exports.remove(call.caller, accountOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
        {
            .method = Method::Get,
            .path = path + u"/content"_s,
            .caller = Callers::user(Scope::Account).orLink(),
            .tag = tag,
            .summary = u"Get the file of the latest export (main user only)"_s,
            .replyTypes = {u"application/zip"_s},
            .otherStatuses = {206, 409, 416},
            .runs = Runs::OnFilePool,
            .handle = [&exports](const Call &call) { return exports.download(call, accountOf(call)); },
        },
        peerRoute(peers, u"/exports/:account_id"_s, Runs::OnFilePool,
                  [&exports](const Call &call) { return exports.fileHere(call, accountOf(call)); }),
    };
}

RouteTable deletionRoutes(AccountDeletions &deletions)
{
    const QString path = u"/accounts/:account_id/deletion"_s;
    return {
        {
            .method = Method::Post,
            .path = path,
            .caller = Callers::user(Scope::Account).orManagement(),
            .tag = tag,
            .summary =
                u"Schedule the deletion of the account and everything that it holds (main user, administrators)"_s,
            .body = &NewAccountDeletion::staticMetaObject,
            .reply = &AccountDeletion::staticMetaObject,
            .status = 201,
            .otherStatuses = {409},
            .runs = Runs::OnHashPool,
            .handle =
                [&deletions](const Call &call) {
                    return replyWith(deletions.schedule(call.caller, accountOf(call), call.body<NewAccountDeletion>()),
                                     201);
                },
            .location = path,
        },
        {
            .method = Method::Get,
            .path = path,
            .caller = Callers::user(Scope::AccountRead),
            .tag = tag,
            .summary = u"Get the scheduled deletion of the account"_s,
            .reply = &AccountDeletion::staticMetaObject,
            .handle = [&deletions](const Call &call) { return replyWith(deletions.get(call.caller, accountOf(call))); },
        },
        {
            .method = Method::Delete,
            .path = path,
            .caller = Callers::user(Scope::Account).orManagement(),
            .tag = tag,
            .summary = u"Cancel the scheduled deletion of the account (main user, administrators)"_s,
            .status = 204,
            .otherStatuses = {409},
            .conditional = true,
            .handle =
                [&deletions](const Call &call) {
                    deletions.cancel(call.caller, accountOf(call), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
}

RouteTable personalDataRoutes(AccountExports &exports, AccountDeletions &deletions, const Peers &peers)
{
    return exportRoutes(exports, peers) + deletionRoutes(deletions);
}
