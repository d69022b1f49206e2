// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct Options;

/// Makes an active user with an account of its own; the password is the first line of standard input. The exit status.
int createUser(const Options &options);
