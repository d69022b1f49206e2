// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tokenstore.h"

#include <QStringList>
#include <QUrl>

/// What the portal is told when it is started.
struct PortalArguments
{
    QUrl server; ///< of another machine's server; empty: one of its own
    QString dataDir;
    QString demoCamera; ///< proposed as the first camera's address
    TokenStore::Place tokens = TokenStore::Place::Keychain;

    /// Reads the command line; `--help` and `--version` end the program, and so does what cannot be understood.
    static PortalArguments parse(const QStringList &arguments);
};
