// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/config.h"

#include <QString>

class QCommandLineParser;

/// The options of a server, for each program that contains one. Each option `--some-name` can also be set in the
/// environment as `WAYMARK_SOME_NAME`; the command line takes precedence.
namespace ServerOptions {

/// Adds the options to a command line.
void addTo(QCommandLineParser &parser);
/// Returns the settings from the command line and the environment. Ends the program with a message if a setting is not
/// valid.
Config read(const QCommandLineParser &parser);
/// Returns whether the command line or the environment sets an option.
bool isGiven(const QCommandLineParser &parser, const QString &name);
/// Ends the program with a message about an option that is not valid.
[[noreturn]] void fail(const QString &message);
}
