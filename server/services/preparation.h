// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/core/http/route.h"
#include "server/services/config.h"

/// Returns the settings with every folder placed and created, and the number of workers decided.
/// Throws: std::runtime_error when a folder cannot be created, or when libsodium cannot be used.
Config prepared(Config config);
/// Returns the settings for reading cameras.
MediaSettings mediaSettings(const Config &config, const HostResolver &hosts, const DiskSpace &disk);
/// Makes the field tables of everything that requests and answers carry, so that every thread finds them complete.
void prepareTables(const RouteTable &routes);
