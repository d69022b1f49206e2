// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct Options;

/// `waymark-server rotate-signing-key`; the exit code.
int rotateSigningKey(const Options &options);
