// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Database;

/// The database whose rows name the files in a media folder. The servers of a database remove files without a row from
/// the folder, which would be all the files of another database.
namespace MediaOwner {

/// Notes the database in the file `database.id` of the folder if the folder has none. Only warns if the file can be
/// neither read nor written, as on a full disk.
///
/// Throws: std::runtime_error, with a text for people, if the folder belongs to another database.
void require(const QString &folder, Database &database);
}
