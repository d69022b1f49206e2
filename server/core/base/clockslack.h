// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// The clocks of servers that share a database differ by less than this (docs/operation.md, "Several servers"). A time
/// that is farther in the future was written by a clock that was ahead, and has since been set back.
inline constexpr std::chrono::seconds clockSlack{60};
