// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "models/insight/markrequests.h"
#include "models/insight/unreadday.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/identity/access/visibility.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <QJsonObject>
#include <QSet>

#include <chrono>

class EventStore;
class Links;
class OutsideMarks;
struct PageRequest;
class Peers;
struct Request;

/// Returns the marks of accounts and changes them: marks them as read, moves them to the bin, restores them, deletes
/// them, and signs URLs of their media.
///
/// Support staff may read marks while the account grants access to its pictures. A person with whom a device is shared
/// may read its marks, except those in the bin, and mark them as read for themselves. They learn nothing of other
/// devices: neither the conditions of the account's modes, nor zones of other devices, nor whether a mark exists.
///
/// Throws: all functions throw 404 for marks and accounts that the caller cannot see or change. The answer is the same
/// as for an id that does not exist.
class MarkService
{
public:
    MarkService(Database &database, EventStore &events, const Links &links, MarkFiles files,
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
        QList<DeviceMark> marks; ///< one more than the page if there is a next page
        std::optional<qint64> total;
    };
    Page list(const Caller &caller, MarkQuery query, const PageRequest &page);
    /// Returns the newest mark of each mode.
    QList<DeviceMark> latest(const Caller &caller, AccountId account, DeviceId device);
    /// Returns a mark with the mode that created it.
    DeviceMark get(const Caller &caller, AccountId account, DeviceMarkId mark);
    /// Returns the days with unread marks, newest first.
    QList<UnreadDay> unread(const Caller &caller, AccountId account);

    /// Marks marks as read or unread for the calling user: either those in `reading.markIds`, or those that match its
    /// filter and were created at or before its `asOf`.
    ///
    /// Throws: 422 unless `reading` has either ids, or `asOf` with a filter.
    MarksChanged read(const Caller &caller, AccountId account, const MarkReading &reading);
    MarksChanged moveToBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    /// Restores marks from the bin.
    ///
    /// Throws: 409 `parent_deleted`, with the ids of the devices that are in the bin.
    MarksChanged restore(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    /// Restores one mark of the caller's account.
    ///
    /// Throws: 409 `parent_deleted`; 410 if the mark was permanently deleted.
    DeviceMark restore(const Caller &caller, DeviceMarkId mark);
    /// Permanently deletes marks and their files, whether or not the marks are in the bin.
    MarksChanged purge(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    /// Returns signed URLs of the marks' media, or revokes the URLs of the marks.
    ///
    /// Throws: 403 `insufficient_scope` if the caller revokes URLs without the scope `marks`.
    SignedMarks sign(const Caller &caller, AccountId account, const MarkSigning &signing);

    /// Returns a mark whose files the caller, or the signed URL of `request`, may read. Not all of the files may exist.
    ///
    /// Throws: 403 `link_invalid` unless the signature of the URL is valid.
    DeviceMark withFiles(const Caller &caller, const Request &request, DeviceMarkId mark);
    const MarkFiles &files() const { return m_files; }

private:
    QList<DeviceMark> owned(AccountId account, const QList<DeviceMarkId> &marks);
    QList<DeviceMark> visible(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    bool sees(const Caller &caller, const DeviceMark &mark);
    void requireVisible(const Caller &caller, const DeviceMark &mark);
    bool isModeVisible(AccountId account, UserId viewer, DeviceModeId mode);
    void narrow(const Caller &caller, AccountId account, QList<DeviceMark> &marks);
    static void requireOwn(const Caller &caller, AccountId account);
    void requireOwnOrShared(const Caller &caller, AccountId account);
    void requireScope(const Caller &caller, MarkQuery &query);
    void resolveTimes(MarkQuery &query);
    void requireDevices(const QList<DeviceMark> &marks);
    SignedMark signedOne(const Caller &caller, AccountId account, const QString &id, const MarkSigning &signing,
                         const QDateTime &expires);
    qint64 linkEpoch(const DeviceMark &mark);
    void record(const QString &type, const QList<DeviceMark> &marks, bool purged = false);

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    const Links &m_links;
    MarkFiles m_files;
    std::chrono::hours m_binLifetime;
    Visibility m_visibility;
};

namespace MarkReason {

/// Returns the reason of a mark without conditions that contain other zones than `zones`, for people who must not learn
/// that the other zones exist. The object is empty if no condition remains.
QJsonObject within(const QJsonObject &reason, const QSet<ZoneId> &zones);
}

RouteTable markRoutes(MarkService &marks);
/// Returns the routes of the pictures and clips of marks.
RouteTable markMediaRoutes(MarkService &marks, Peers &peers);
/// Returns the routes by which other servers fetch files from this server.
RouteTable markPeerRoutes(const Peers &peers, const MarkFiles &files);
RouteTable outsideMarkRoutes(OutsideMarks &marks);
