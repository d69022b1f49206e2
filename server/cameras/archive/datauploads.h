// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archiveservice.h"
#include "server/cameras/archive/datauploadstore.h"
#include "server/core/jobs/job.h"

/// A photo or video that is uploaded in parts, and after an interruption continues where it stopped: the rules of
/// resumable uploads. What has been answered survives a restart. The file grows in the folder of one server.
///
/// Throws: all functions that take an upload throw 404 unless it and its device belong to the caller's account, 410
/// `upload_expired`, and 409 `upload_elsewhere` if another server, which shares no files with this one, has the file.
class DataUploads
{
public:
    static constexpr qint64 largest = 1 << 30; ///< bytes of a file
    static constexpr qint64 atOnce = 20; ///< unfinished uploads of an account
    static constexpr std::chrono::hours lifetime{24}; ///< since the last part

    DataUploads(Database &database, ArchiveService &archive, ArchiveFiles files)
        : m_database(database)
        , m_store(database)
        , m_archive(archive)
        , m_files(std::move(files))
    {
    }

    /// Begins an upload with the device, size, time and digest of `wanted`. Its size counts as stored until it ends.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 413 `body_too_large`; 422 `too_small` or
    /// `too_many`; 403 `plan_limit_reached`; StorageError.
    DataUpload begin(const Caller &caller, DataUpload wanted);
    DataUpload get(const Caller &caller, DataUploadId upload);
    /// Writes the next part. The last part turns the upload into a photo or video. A content that cannot become one
    /// ends the upload.
    ///
    /// Throws: 409 `offset_mismatch` unless `offset` is what has been received; 413 `body_too_large` beyond the end of
    /// the file; 423 `upload_locked` while another request writes; like ArchiveService::addFile().
    ///
    /// Thread: the upload pool.
    DataUpload append(const Caller &caller, DataUploadId upload, qint64 offset, const QByteArray &part);
    /// Removes an upload and what has arrived of it. What it has become stays.
    ///
    /// Throws: 412.
    void remove(const Caller &caller, DataUploadId upload, const Precondition &precondition = {});

private:
    DataUpload finished(const Caller &caller, DataUpload upload);

    Database &m_database;
    DataUploadStore m_store;
    ArchiveService &m_archive;
    const ArchiveFiles m_files;
};

/// Returns the routes of resumable uploads, which follow the protocol tus 1.0 (https://tus.io).
RouteTable dataUploadRoutes(DataUploads &uploads);
/// Returns the job of each server that removes expired uploads, and files without an upload (StrayFiles).
JobTable dataUploadJobs(Database &database, const ArchiveFiles &files);
