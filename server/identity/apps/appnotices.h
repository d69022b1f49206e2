// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QDateTime>

/// The mails about an app to the main user of its account. Accounts implement it, as they know the user's language and
/// time zone. Transaction: the caller's.
class AppNotices
{
public:
    virtual ~AppNotices() = default;
    /// Tells that the key of the app was rotated. `oldKeyUntil` is invalid if the old key has ended at once.
    virtual void appKeyRotated(const App &app, const QDateTime &oldKeyUntil) = 0;
    /// Tells that users can be sent to more URIs after a sign-in, or that more web pages can call the API as the app.
    virtual void appAddressesAdded(const App &app, const QStringList &redirectUris, const QStringList &origins) = 0;
    virtual void trialEnds(const App &app) = 0;
};
