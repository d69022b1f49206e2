// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The file `.waymark-store` in the folder of a media store. It tells the folder from an empty mount point, and keeps
/// the ID by which the database names the store, whichever path leads to the folder.
class StoreMark
{
public:
    explicit StoreMark(const QString &folder);

    bool exists() const;
    /// Returns the ID in the mark. Returns an empty text if the mark has none, as those of earlier versions.
    ///
    /// Throws: StoreError if there is no mark, or if it cannot be read.
    QString id() const;
    /// Makes the mark if there is none, and writes the ID into it unless it has one. Returns the ID that it then has.
    /// Servers that do so at the same time agree on one. Returns `id` if the folder cannot be written to.
    QString keep(const QString &id) const;

private:
    const QString m_path;
};
