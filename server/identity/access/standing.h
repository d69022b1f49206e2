// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QDateTime>

class Database;
struct Caller;

/// Returns whether the app may be used: it is active and its trial, if any, has not ended.
bool hasStanding(App::Status status, const QDateTime &trialEndsAt);
/// Requires that the app may be used.
/// Throws: Problem 403 `app_pending`, `app_inactive` or `app_trial_ended`.
void requireStanding(App::Status status, const QDateTime &trialEndsAt);
/// Requires that the caller's session, if there is one, has not ended since the caller was authenticated. It does not
/// end until the transaction ends. Throws: Problem 401. Transaction: the caller's.
void requireSession(Database &database, const Caller &caller);
/// Returns the session with which everything ends that the caller sets up, such as webhooks and shares, or a null ID
/// for the portal, whose changes are the account's own. It is stored beside the object, and a trigger of the database
/// heeds it. The session is locked, so that it cannot end unnoticed before the object is there. Throws: Problem 401 if
/// the session has ended. Transaction: the caller's, before it locks anything else.
SessionId sessionOfSetUp(Database &database, const Caller &caller);
