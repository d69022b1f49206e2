// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

/// The routes about the API itself: its description and its health. `described` are the other routes. `ready` throws if
/// the server cannot answer requests, for example while its database is unreachable.
RouteTable metaRoutes(const RouteTable &described, const QString &version, std::function<void()> ready);
