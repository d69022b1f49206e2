// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/http/route.h"
#include "server/services/config.h"

#include <memory>
#include <vector>

class Database;
class DatabaseLock;
class FolderLock;

/// Returns the settings with all folders and with the number of workers. Creates the data folder and the media folder.
///
/// Throws: std::runtime_error if a folder cannot be created, or if libsodium cannot be used.
Config prepared(Config config);
/// Locks the file of a SQLite database, because such a file has one server. A file in the data folder is locked as
/// well: a server with another data folder may name it. Returns null for other databases.
///
/// Throws: std::runtime_error if another server has the file.
std::unique_ptr<DatabaseLock> lockOfDatabase(const Config &config);
/// Locks the folders in a media folder that one server writes to, if there is a media folder: that of its recordings,
/// and with SQLite the media folder itself, because each database would remove the files of the other (MediaShare does
/// so for PostgreSQL). A copy of the data folder names the same folder of recordings.
///
/// Throws: std::runtime_error if another server has a folder.
std::vector<std::unique_ptr<FolderLock>> locksOfMedia(const Config &config);
/// Returns the settings for reading cameras.
MediaSettings mediaSettings(const Config &config, const HostResolver &hosts, const DiskSpace &disk);
/// Returns the media in the store that the settings name, or null if they name none.
///
/// Throws: std::runtime_error if the store cannot be used.
std::unique_ptr<StoredMedia> storedMedia(const Config &config);
/// Prepares the store. Notes its ID in the data folder, in the file `store.id`, unless the store is away: so the server
/// knows which rows name the store at a start without it. Warns of stores that rows name and this server does not have.
void openStore(StoredMedia &stored, Database &database, const Config &config);
/// Creates the field tables of all models in requests and replies, so that they are complete before other threads use
/// them.
void prepareTables(const RouteTable &routes);
