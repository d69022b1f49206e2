// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

class MarkService;
class OutsideMarks;

RouteTable markRoutes(MarkService &marks);
/// Their pictures and clips.
RouteTable markMediaRoutes(MarkService &marks);
RouteTable outsideMarkRoutes(OutsideMarks &marks);
