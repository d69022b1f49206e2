// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

/// The OpenAPI 3.1 document of the routes: paths, who may call, what goes in and out, all from the tables and the
/// models.
QByteArray openApiDocument(const RouteTable &routes, const QString &version);
