// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/services/config.h"

#include <QStringList>

/// What the command line and the environment say. Every option `--some-name` may also be set as `WAYMARK_SOME_NAME`;
/// the command line goes first.
struct Options
{
    enum class Command { Serve, CreateUser, RotateSigningKey };

    Command command = Command::Serve;
    Config config;
    QString email; ///< of the user to be created
    User::Role role = User::Role::Member;

    /// Ends the program, with a message, where they make no sense.
    static Options read(const QStringList &arguments);
};
