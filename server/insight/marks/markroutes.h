// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class MarkService;
class OutsideMarks;

RouteTable markRoutes(MarkService &marks);
/// Returns the routes of the pictures and clips of marks.
RouteTable markMediaRoutes(MarkService &marks);
RouteTable outsideMarkRoutes(OutsideMarks &marks);
