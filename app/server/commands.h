// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct CommandLine;

/// Runs `waymark-server create-user`: creates an active user with an account. Reads the password from the first line of
/// standard input. Returns the exit status.
int createUser(const CommandLine &given);

/// Removes the second factor of a user who has lost it. Returns the exit code.
int removeSecondFactor(const CommandLine &given);

/// Runs `waymark-server listen` until the program is asked to stop. Prints a line for each message. Returns the exit
/// status.
int listen(const CommandLine &given);

/// Runs `waymark-server rotate-signing-key`. Returns the exit status.
int rotateSigningKey(const CommandLine &given);
