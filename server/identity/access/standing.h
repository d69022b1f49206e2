// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QDateTime>

/// Returns whether the app may be used: it is active and its trial, if any, has not ended.
bool hasStanding(App::Status status, const QDateTime &trialEndsAt);
/// Requires that the app may be used.
/// Throws: Problem 403 `app_pending`, `app_inactive` or `app_trial_ended`.
void requireStanding(App::Status status, const QDateTime &trialEndsAt);
