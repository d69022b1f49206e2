// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/markrequests.h"
#include "models/insight/unreadday.h"
#include "server/core/http/caller.h"
#include "server/identity/access/visibility.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <chrono>

class EventStore;
class Links;
struct PageRequest;
struct Request;

/// What users do with marks: look, tick off, throw away, take back, hand on by a signed address.
///
/// Marks of another account are not there: each of these throws Problem::notFound() for them, as for an account that
/// is not the caller's. Support staff may look, and only look, while the account lets it see its pictures; and whom a
/// device is shared with at its marks, but those in the bin, and tick them off for herself.
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
        QList<DeviceMark> marks; ///< one more than fits, where there is a next page
        std::optional<qint64> total;
    };
    Page list(const Caller &caller, MarkQuery query, const PageRequest &page);
    /// The newest mark of each mode.
    QList<DeviceMark> latest(const Caller &caller, AccountId account, DeviceId device);
    DeviceMark get(const Caller &caller, AccountId account, DeviceMarkId mark);
    /// The days that have unread marks, the newest first.
    QList<UnreadDay> unread(const Caller &caller, AccountId account);

    MarksChanged read(const Caller &caller, AccountId account, const MarkReading &reading);
    MarksChanged throwIntoBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    /// Throws a 409 that names the devices which are in the bin themselves.
    MarksChanged takeFromBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    /// As takeFromBin(), for one; a mark that is gone for good is a 410.
    DeviceMark restore(const Caller &caller, DeviceMarkId mark);
    /// With their files, whether in the bin or not.
    MarksChanged purge(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks);
    SignedMarks sign(const Caller &caller, AccountId account, const MarkSigning &signing);

    /// The file that a caller, or a signed address, may have. It may not be there (yet). Throws a 403 for an address
    /// whose signature does not hold.
    QString file(const Caller &caller, const Request &request, DeviceMarkId mark, MarkFiles::Kind kind);

private:
    QList<DeviceMark> owned(AccountId account, const QList<DeviceMarkId> &marks);
    bool sees(const Caller &caller, const DeviceMark &mark);
    void requireVisible(const Caller &caller, const QList<DeviceMark> &marks);
    void requireOwnOrShared(const Caller &caller, AccountId account);
    void requireScope(const Caller &caller, MarkQuery &query);
    void resolveDay(MarkQuery &query);
    void requireLivingDevices(const QList<DeviceMark> &marks);
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
