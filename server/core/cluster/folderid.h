// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The lasting name of a folder with media, kept in its file `storage.id`. Rows in the database name by it the folder
/// that has their files.
namespace FolderId {

/// Reads the name, or makes one. Servers that start on a shared folder at the same time agree on one name.
/// Throws: std::runtime_error when the file can be neither read nor written.
QString of(const QString &folder);
}
