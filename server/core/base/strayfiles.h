// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/times.h"

#include <algorithm>
#include <chrono>

/// Files that no row of the database names.
namespace StrayFiles {

/// A file gets its row long before this time has passed.
constexpr std::chrono::seconds youngest = std::chrono::hours(1);

/// Returns the time before which a file without a row must have been changed to be a stray one. Not only a crash leaves
/// such files: rows are deleted by other servers too. `atStart` is SharedCore::strayBefore, which finds at once what
/// the process before has left.
inline QDateTime before(const QDateTime &atStart) { return std::max(atStart, Times::now().addSecs(-youngest.count())); }
}
