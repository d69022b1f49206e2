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
/// Requires that the app may be used. Its status does not change until the transaction ends.
/// Throws: the same, and Problem 404 if there is no such app. Transaction: the caller's, before it locks any session.
void requireStanding(Database &database, AppId app);
/// Requires that the caller's session, if there is one, has not ended since the caller was authenticated. It does not
/// end until the transaction ends. Throws: Problem 401. Transaction: the caller's.
void requireSession(Database &database, const Caller &caller);
/// Returns the ID of the caller's session, or a null ID for a caller in the portal. Webhooks, shares and other objects
/// that an app sets up store this ID, and a trigger of the database ends them when the session ends. Objects that the
/// portal sets up belong to the account and stay. The session is locked, so that it cannot end before the object
/// exists. Throws: Problem 401 if the session has ended. Transaction: the caller's, before it locks anything else.
SessionId sessionOfSetUp(Database &database, const Caller &caller);
