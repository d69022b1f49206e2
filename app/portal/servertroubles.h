// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/serverstatus.h"

#include <QVariantList>

#include <functional>

/// What the people who run the servers should look at.
namespace ServerTroubles {

/// Returns the troubles, the worst first. Each is a map with `kind`, `severity` (`danger`, `warning`, or `info`),
/// `server` (its name, if the trouble is that of a server), and, depending on the kind, `count`, `bytes`, or `share`.
QVariantList of(const ServerStatus &status, const std::function<QString(const ServerState &)> &name);

/// A disk with less free space than this share of its size is reported before it is full.
constexpr double littleSpace = 0.05;
/// Skipped pictures are reported from this share on. A busy moment skips some.
constexpr double manySheds = 0.01;
}
