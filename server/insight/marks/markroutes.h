// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class MarkFiles;
class MarkService;
class OutsideMarks;
class Peers;

RouteTable markRoutes(MarkService &marks);
/// Returns the routes of the pictures and clips of marks.
RouteTable markMediaRoutes(MarkService &marks, Peers &peers);
/// Returns the routes by which other servers fetch files that this one has.
RouteTable markPeerRoutes(const Peers &peers, const MarkFiles &files);
RouteTable outsideMarkRoutes(OutsideMarks &marks);
