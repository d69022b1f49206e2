// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

/// The routes about the API itself: its description and its health. `described` are the other routes. `ready` throws if
/// the server cannot answer requests, for example while its database is unreachable.
RouteTable metaRoutes(const RouteTable &described, const QString &version, std::function<void()> ready);

/// Returns the OpenAPI 3.1 document of the routes. Paths, access, parameters and schemas come from the route tables and
/// the models.
QByteArray openApiDocument(const RouteTable &routes, const QString &version);
