// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct Options;

/// Runs `waymark-server create-user`: creates an active user with an account. Reads the password from the first line of
/// standard input. Returns the exit status.
int createUser(const Options &options);

/// Runs `waymark-server rotate-signing-key`. Returns the exit status.
int rotateSigningKey(const Options &options);
