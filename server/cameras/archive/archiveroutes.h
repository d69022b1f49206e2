// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class ArchiveFiles;
class ArchiveService;
class Peers;

/// Returns the routes of photos and videos.
RouteTable archiveRoutes(ArchiveService &archive, Peers &peers);
/// Returns the routes by which other servers fetch files that this one has.
RouteTable archivePeerRoutes(const Peers &peers, const ArchiveFiles &files);
