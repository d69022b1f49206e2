// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"
#include "server/identity/oauth/pages.h"

/// Returns what the consent pages show of an app, its developer, the user who is asked, and the scopes.
QJsonObject consentValues(const Pages &pages, const Request &request, const App &app, const QString &developer,
                          const BrowserUser &user, Scopes scopes);
