// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QDateTime>

/// Whether the app may be used.
bool hasStanding(App::Status status, const QDateTime &trialEndsAt);
/// Throws Problem 403 unless the app may be used: `app_pending`, `app_inactive`, `app_trial_ended`.
void requireStanding(App::Status status, const QDateTime &trialEndsAt);
