// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ArchiveService;

/// Returns the routes of photos and videos.
RouteTable archiveRoutes(ArchiveService &archive);
