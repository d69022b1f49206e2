// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tokenstore.h"
#include "app/options/serveroptions.h"

#include <QStringList>
#include <QUrl>

/// The portal's command line: its own options and, for the embedded server, those of `waymark-server`.
struct PortalArguments
{
    QUrl server; ///< a remote server; empty: the embedded server
    QString dataDir;
    QString link = {}; ///< `waymark://…` of a page to open; empty: the page of the last time
    QString demoCamera; ///< suggested as the address of the first camera
    TokenStore::Place tokens = TokenStore::Place::Keychain;
    bool gallery = false; ///< shows the controls of the style instead of the portal
    Config embedded = {}; ///< settings of the embedded server; its port 0: the same as at the last start

    /// Parses the command line. Ends the program on `--help`, on `--version`, and on an error.
    static PortalArguments parse(const QStringList &arguments);
};
