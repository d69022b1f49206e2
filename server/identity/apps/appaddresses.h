// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

/// Throws Problem 422, with a pointer to each, unless the app's redirect URIs and origins are such as a sign-in may
/// send its result to, and as a browser says of itself.
void requireSoundAddresses(const App &app);

/// Whether `uri` is one of the `registered`, to the letter; of a native app on this machine the port may be any (RFC
/// 8252, 7.3).
bool isRegisteredRedirect(const QStringList &registered, const QString &uri);
