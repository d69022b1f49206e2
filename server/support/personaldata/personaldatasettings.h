// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

class StoredMedia;

/// The settings for exports of what accounts hold, and for their deletion.
struct PersonalDataSettings
{
    std::chrono::hours grace = std::chrono::hours(24 * 14); ///< from the request to delete an account to the deletion
    std::chrono::hours exportLifetime = std::chrono::hours(24 * 7); ///< time until the file of an export is deleted
    qint64 mostBytes = qint64(50) << 30; ///< of one export, before it is compressed
};

/// The folders with files of accounts, and the media store.
struct PersonalDataFolders
{
    QString storage; ///< the paths in the index of recordings are relative to it
    QString media; ///< the recordings of this server; contains a folder for each device
    QString sharedMedia; ///< parent of the `media` folders of all servers that share their media; empty: not shared
    QString archive; ///< photos and videos; contains a folder for each device
    QString marks; ///< pictures and clips of marks; contains a folder for each device
    StoredMedia *stored = nullptr; ///< null: there is no media store

    /// Returns the folder of the files of exports.
    QString exports() const { return storage + QStringLiteral("/exports"); }
};
