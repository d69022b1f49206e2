// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tokenstore.h"

#include <QStringList>
#include <QUrl>

/// The portal's command line.
struct PortalArguments
{
    QUrl server; ///< a remote server; empty: the embedded server
    QString dataDir;
    QString demoCamera; ///< suggested as the address of the first camera
    TokenStore::Place tokens = TokenStore::Place::Keychain;

    /// Parses the command line. Ends the program on `--help`, on `--version`, and on an error.
    static PortalArguments parse(const QStringList &arguments);
};
