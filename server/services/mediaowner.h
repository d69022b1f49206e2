// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct Config;
class Database;

/// The database whose rows name the files in a data folder or a media folder, as the file `database.id` says. The
/// servers of a database remove files without a row from the folder, which would be all the files of another database.
namespace MediaOwner {

/// Notes the database in the folder that has the media, if the folder names none. A folder that is older than such
/// notes is recognized by its cameras. A data folder without media is used with any database. Only warns if the file
/// cannot be written, as on a full disk.
///
/// Throws: std::runtime_error, with a text for people, if the folder has media of another database, if it is a media
/// folder of another database, or if the file cannot be read.
void require(const Config &config, Database &database);
}
