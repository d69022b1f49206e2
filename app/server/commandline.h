// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/services/config.h"

#include <QStringList>

/// The command of waymark-server and its options. See ServerOptions.
struct CommandLine
{
    enum class Command { Serve, CreateUser, RemoveSecondFactor, RotateSigningKey, Listen };

    Command command = Command::Serve;
    Config config;
    QString email; ///< email address of the user
    User::Role role = User::Role::Member;
    QUrl server; ///< of the command listen: the server whose messages are forwarded
    QUrl forward; ///< the endpoint that receives them

    /// Reads the options. Ends the program with a message if an option is not valid.
    static CommandLine read(const QStringList &arguments);
};
