// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/http/caller.h"
#include "server/core/http/precondition.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"

#include <chrono>

class DataHolds;
class EventStore;
class Links;
class Peers;
class StoredMedia;
struct Request;

/// An upload before its content is examined.
struct Upload
{
    DeviceId device;
    QDateTime takenAt; ///< invalid: the current time
    QByteArray content = {};
    QString sha256 = {}; ///< that the content must have, in hexadecimal; empty: any
    qint64 promised = 0; ///< bytes that count as stored already (StorageUse)
};

/// Stores and returns the photos and videos of an account's devices.
///
/// Support staff may read them while the account grants access. Shares do not include them.
///
/// Throws: all functions throw 404 for photos and videos that the caller may not see.
class ArchiveService
{
public:
    ArchiveService(Database &database, EventStore &events, const Links &links, ArchiveFiles files,
                   std::chrono::hours binLifetime, const Caps &caps, StoredMedia *stored)
        : m_database(database)
        , m_store(database)
        , m_events(events)
        , m_links(links)
        , m_files(std::move(files))
        , m_binLifetime(binLifetime)
        , m_caps(caps)
        , m_visibility(database)
        , m_stored(stored)
    {
    }

    /// Requires that the account may store another item, and this many bytes more.
    ///
    /// Throws: 403 `plan_limit_reached`; 422 `too_many`.
    void requireRoom(AccountId account, qint64 bytes);
    const Caps &caps() const { return m_caps; }
    /// Returns the number of the account's videos that are being captured.
    qint64 pendingOf(AccountId account) { return m_store.pendingOf(account); }
    /// Stores the description of a video whose file is still to be made, and returns it.
    ///
    /// Transaction: the caller's.
    DeviceData addPending(const DeviceData &data);

    struct Page
    {
        QList<DeviceData> data; ///< one more than the page if there is a next page
        std::optional<qint64> total;
    };
    /// Stores an uploaded photo or video.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; 415 `media_type_unsupported`; 403
    /// `plan_limit_reached`; 422 at `?taken_at` or `too_many`; like ImageFile::decoded(); StorageError.
    ///
    /// Thread: the upload pool, because the function writes and decodes a file.
    DeviceData add(const Caller &caller, const Upload &upload);
    /// Stores a photo or video whose content is the file at `path`, which stays. `also` is called in the transaction.
    ///
    /// Throws: like add(); 422 `digest_mismatch`.
    ///
    /// Thread: the upload pool.
    DeviceData addFile(const Caller &caller, const Upload &upload, const QString &path,
                       const std::function<void(const DeviceData &)> &also);
    /// Returns the photos and videos of the device in `query`, or of all devices of the caller's account.
    Page list(const Caller &caller, ArchiveQuery query, const PageRequest &page);
    DeviceData get(const Caller &caller, DeviceDataId data);
    /// Moves an item to the bin. Does nothing if the item is in the bin already.
    ///
    /// Throws: 412 unless the precondition holds; 409 `data_held`.
    void remove(const Caller &caller, DeviceDataId data, const Precondition &precondition);
    /// Restores an item from the bin. Returns an item that is not in the bin unchanged.
    ///
    /// Throws: 410 if the item was permanently deleted, 409 `parent_deleted` if its device is in the bin.
    DeviceData restore(const Caller &caller, DeviceDataId data);
    /// Permanently deletes an item and its file.
    ///
    /// Throws: 412 unless the precondition holds; 409 `data_held`.
    void purge(const Caller &caller, DeviceDataId data, const Precondition &precondition);
    /// Creates signed URLs of the items that `signing` lists, or revokes those URLs. An item that the caller may not
    /// see has an error in the result.
    SignedDataList sign(const Caller &caller, const DataSigning &signing);

    /// Returns an item whose file the caller, or the signed URL of `request`, may read.
    ///
    /// Throws: 403 `link_invalid` if the signature of the URL is not valid.
    DeviceData file(const Caller &caller, const Request &request, DeviceDataId data);

    /// Returns whether the media store has the file.
    bool isStored(const DeviceData &data) const;
    /// Returns the path of the file, or of a copy of it if the media store has it. Blocks while it is fetched.
    ///
    /// Throws: 503 `media_store_unreachable`.
    QString pathOf(const DeviceData &data) const;
    /// Returns the content of a file in the media store, or the range of it that the request asks for. Blocks.
    ///
    /// Throws: as storedReply().
    Reply storedContent(const Request &request, const DeviceData &data) const;
    /// Returns an address of the file at the media store, for a minute, if clients may read there.
    std::optional<QUrl> addressOf(const DeviceData &data) const;
    /// Returns where the files are read: from a media store, that takes a while.
    Runs reading() const { return m_stored ? Runs::OnNetworkPool : Runs::OnFilePool; }

private:
    DeviceData begun(const Caller &caller, const Upload &upload, qint64 bytes);
    void store(const DeviceData &data, qint64 promised, const std::function<void(const DeviceData &)> &also = {});
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
    const Caps &m_caps;
    Visibility m_visibility;
    StoredMedia *m_stored; ///< null: all files lie in folders of servers
};

/// Returns the routes of photos and videos.
RouteTable archiveRoutes(ArchiveService &archive, Peers &peers);
/// Returns the routes of their holds.
RouteTable holdRoutes(DataHolds &holds);
/// Returns the routes by which other servers fetch files from this server.
RouteTable archivePeerRoutes(const Peers &peers, const ArchiveFiles &files);
