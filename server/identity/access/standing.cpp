// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/standing.h"

#include "models/core/times.h"
#include "server/core/db/database.h"
#include "server/core/http/caller.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

bool hasStanding(App::Status status, const QDateTime &trialEndsAt)
{
    return status == App::Status::Active && (!trialEndsAt.isValid() || trialEndsAt > Times::now());
}

void requireStanding(App::Status status, const QDateTime &trialEndsAt)
{
    if (status == App::Status::Pending)
        throw Problem::forbidden(u"app_pending"_s, u"The app has not been paid for yet."_s);
    if (status != App::Status::Active)
        throw Problem::forbidden(u"app_inactive"_s, u"The app is not active."_s);
    if (!hasStanding(status, trialEndsAt))
        throw Problem::forbidden(u"app_trial_ended"_s, u"The app's trial has ended."_s);
}

void requireStanding(Database &database, AppId id)
{
    const auto app = database.one<App>("SELECT * FROM app WHERE app_id = ?" + database.forShare(), id);
    if (!app)
        throw Problem::notFound();
    requireStanding(app->status, app->trialEndsAt);
}

void requireSession(Database &database, const Caller &caller)
{
    if (caller.sessionId.isNull())
        return;
    const QByteArray sql = "SELECT 1 FROM session WHERE session_id = ? AND ended_at IS NULL" + database.forShare();
    if (!database.value(sql, caller.sessionId).isValid())
        throw Problem::unauthorized(u"invalid_token"_s, u"The session of the access token has ended."_s);
}

SessionId sessionOfSetUp(Database &database, const Caller &caller)
{
    if (caller.firstParty)
        return {};
    requireSession(database, caller);
    return caller.sessionId;
}
