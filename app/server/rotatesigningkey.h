// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct Options;

/// Runs `waymark-server rotate-signing-key`. Returns the exit status.
int rotateSigningKey(const Options &options);
