// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

/// What the API says of itself: its description, and whether it is well. `ready` throws when the server cannot answer,
/// as while its database is out of reach.
RouteTable metaRoutes(const RouteTable &described, const QString &version, std::function<void()> ready);
