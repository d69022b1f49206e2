// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

/// Requires that the app's redirect URIs and origins are well-formed and safe. Addresses that `stored` has for the same
/// platform are not checked again: an earlier version may have accepted more.
/// Throws: Problem 422 with a pointer to each invalid address.
void requireSoundAddresses(const App &app, const App &stored = {});

/// Returns whether `uri` exactly equals one of the `registered` redirect URIs. The port of a loopback address may
/// differ, for native apps (RFC 8252, 7.3).
bool isRegisteredRedirect(const QStringList &registered, const QString &uri);
