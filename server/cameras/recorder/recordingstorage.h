// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/ringfile.h"

class Database;

/// The folders of a server's recordings, as the index names them.
struct RecordingStorage
{
    QString id; ///< FolderId of `folder`
    QString folder; ///< the paths in the index are relative to it
    QString recordings; ///< inside of `folder`; contains `<device_id>/recordings/` for each camera of this server
    QString store = {}; ///< ID of the media store to which closed files move; empty: there is none

    /// Returns the folder of a camera's files.
    QString of(DeviceId device) const;
    /// Makes the mark by which isThere() recognizes the folder of the recordings: the file `storage.id` in it. Does so
    /// only if the index names no file of this server, or if the folder has one of the oldest. Returns isThere().
    bool mark(Database &database) const;
    /// Returns whether the folder has its mark. Without it, the disk or the share may be away: what is missing then is
    /// not lost, and nothing may be concluded from it. The file is read anew each time.
    bool isThere() const;
    /// Returns whether a file does not exist. One that cannot be examined may exist.
    static bool isMissing(const QString &path);
    /// Returns the path of a file as the index names it: relative to `folder`. Both paths must be absolute.
    QString nameOf(const QString &path) const;
    QString path(const RecordedFile &row) const { return folder + u'/' + row.path; }
    /// Returns whether the file lies in the folder of this server. Other servers may share `folder`.
    bool isOwn(const RecordedFile &row) const;
    /// Returns the row of a file with these fragments. Reads the format of the video from the file, if it is unknown.
    RecordedFile row(DeviceId device, const RingFile &file, const Fragments &listed) const;
    /// Returns the file of a row as it lies on the disk, or nothing if it is missing or has no complete fragment.
    std::optional<RingFile> read(const RecordedFile &row) const;
};
