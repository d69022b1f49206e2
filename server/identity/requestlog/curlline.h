// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/appcall.h"

/// Returns a shell command that repeats the call. The command reads the credential from the variable `ACCESS_TOKEN` or
/// `APP_KEY`, and a body that the log does not have from the file `body.json`. `server` is the server's address without
/// a slash at its end.
QString curlLine(const AppCall &call, const QString &server);
