// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/identity/access/visibility.h"

#include <chrono>

class EventStore;
class Links;
struct Request;

/// What is uploaded, before it is looked at.
struct Upload
{
    DeviceId device;
    QDateTime takenAt; ///< invalid: now
    QByteArray content;
};

/// Photos and videos of an account's devices. Another account's are not there: Problem::notFound(), also for whom a
/// device is shared with, who may look at its streams and marks alone. Support staff may read while the account's main
/// user lets it.
class ArchiveService
{
public:
    ArchiveService(Database &database, EventStore &events, const Links &links, ArchiveFiles files,
                   std::chrono::hours binLifetime)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_links(links)
        , m_files(std::move(files))
        , m_binLifetime(binLifetime)
        , m_visibility(database)
    {
    }

    struct Page
    {
        QList<DeviceData> data; ///< one more than fits, where there is a next page
        std::optional<qint64> total;
    };
    /// Writes a file, and looks into it. Throws Problem: 415 `media_type_unsupported` and those of
    /// ImageFile::decoded(), 403 `plan_limit_reached`, 422 at `?taken_at`.
    DeviceData add(const Caller &caller, const Upload &upload);
    /// Of one device, or of all of the caller's own.
    Page list(const Caller &caller, ArchiveQuery query, const PageRequest &page);
    DeviceData get(const Caller &caller, DeviceDataId data);
    /// Into the bin; again: nothing happens. Throws: Problem 412.
    void remove(const Caller &caller, DeviceDataId data, const Precondition &precondition);
    /// Out of it; not in it: as it is. Throws Problem 410 when it is gone for good, 409 while its device is in the bin.
    DeviceData restore(const Caller &caller, DeviceDataId data);
    /// For good, with its file.
    void purge(const Caller &caller, DeviceDataId data);
    SignedDataList sign(const Caller &caller, const DataSigning &signing);

    struct File
    {
        QString path;
        QString mediaType;
    };
    /// For a caller, or for a signed address. Throws a 403 for an address whose signature does not hold.
    File file(const Caller &caller, const Request &request, DeviceDataId data);

    QString pathOf(const DeviceData &data) const { return m_files.path(data.deviceId, data.dataId); }

private:
    void describe(DeviceData &data, const QByteArray &content);
    void requireRoom(AccountId account, qint64 bytes);
    void requireVisible(const Caller &caller, AccountId account, DeviceId device);
    DeviceData owned(const Caller &caller, DeviceDataId data);
    SignedData signedOne(const Caller &caller, const QString &id, const DataSigning &signing);
    void record(const DeviceData &data, const QString &type, bool purged = false);

    Database &m_database;
    ArchiveStore m_store;
    EventStore &m_events;
    const Links &m_links;
    ArchiveFiles m_files;
    std::chrono::hours m_binLifetime;
    Visibility m_visibility;
};
