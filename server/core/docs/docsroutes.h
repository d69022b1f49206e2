// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ApiDocs;

/// Returns the routes of the API reference at `/docs`. `server` is the address that clients reach the server at; it is
/// read at each request.
RouteTable docsRoutes(ApiDocs &docs, const QUrl &server);
