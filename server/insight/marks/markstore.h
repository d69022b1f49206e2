// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/core/db/database.h"
#include "server/insight/marks/markquery.h"

class QTimeZone;
struct PageRequest;

/// The number of marks with the same device and label that started in the same quarter of an hour. In every time zone,
/// days start at a full quarter of an hour.
class UnreadCount
{
    Q_GADGET
    Q_PROPERTY(qint64 quarter MEMBER quarter)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(qint64 count MEMBER count)

public:
    static constexpr qint64 quarterMilliseconds = 900'000;
    qint64 quarter = 0; ///< number of quarters since 1970
    DeviceId deviceId;
    QString label;
    qint64 count = 0;
};

/// The SQL of marks. Functions with an account parameter return marks of this account only.
class MarkStore
{
public:
    explicit MarkStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns a page of marks. If there is a next page, the list has one more mark than the page.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<DeviceMark> list(const MarkQuery &query, const PageRequest &page);
    qint64 count(const MarkQuery &query);
    /// Returns the number of marks that apps have added, including those in the bin.
    qint64 countOutside(AccountId account);
    /// Returns the newest mark of each mode for the query's device.
    QList<DeviceMark> latest(const MarkQuery &query);
    /// Counts the marks of the query that its reader has not read, newest first.
    QList<UnreadCount> unread(MarkQuery query);

    /// The find functions also return marks in the bin.
    std::optional<DeviceMark> find(AccountId account, DeviceMarkId mark);
    std::optional<DeviceMark> find(DeviceMarkId mark);
    std::optional<DeviceMark> findForUpdate(DeviceMarkId mark);
    /// Returns the marks that belong to the account, including those in the bin, and locks them.
    ///
    /// Transaction: the caller's.
    QList<DeviceMark> ownedForUpdate(AccountId account, const QList<DeviceMarkId> &marks);
    /// Sets the read flags of the marks for a user.
    void fillRead(UserId reader, QList<DeviceMark> &marks);
    void insert(DeviceMark mark);
    void update(DeviceMark mark);

    /// The following functions return the number of changed marks.
    qint64 setRead(const MarkQuery &query, const QDateTime &now);
    qint64 setUnread(const MarkQuery &query);
    qint64 setRead(UserId reader, const QList<DeviceMarkId> &marks, const QDateTime &now);
    qint64 setUnread(UserId reader, const QList<DeviceMarkId> &marks);
    qint64 moveToBin(const QList<DeviceMarkId> &marks, const QDateTime &now, const QDateTime &purgeAt);
    qint64 restore(const QList<DeviceMarkId> &marks, const QDateTime &now);
    /// Deletes the row, and records the id in the PurgedStore.
    void purge(const DeviceMark &mark, const QDateTime &now);

    /// Returns open marks whose server is no longer alive at `now`, and locks them. Marks that another server has
    /// locked are left out.
    QList<DeviceMark> abandonedForUpdate(const QDateTime &now);
    /// Returns up to `limit` marks whose time in the bin ended at or before `now`, and locks them.
    QList<DeviceMark> binnedForUpdate(const QDateTime &now, int limit);
    /// startedBefore() and beyondBytes() return up to `limit` closed marks that are not in the bin. startedBefore()
    /// returns those that started before `time`, oldest first; beyondBytes() those that do not fit into `bytes` after
    /// all newer marks.
    QList<DeviceMarkId> startedBefore(AccountId account, const QDateTime &time, int limit);
    QList<DeviceMarkId> beyondBytes(AccountId account, qint64 bytes, int limit);

    /// Returns the number that signed URLs of the mark must contain.
    qint64 linkEpoch(DeviceMarkId mark);
    /// Makes the signed URLs of the mark invalid.
    void revokeLinks(DeviceMarkId mark);

    /// Returns a lower bound for the start of the marks that started before `to` and are still open or ended at or
    /// after `from`. It makes a search for such marks fast.
    QDateTime earliestReaching(AccountId account, const QDateTime &from, const QDateTime &to);

    bool ownsDevice(AccountId account, DeviceId device);
    bool ownsGroup(AccountId account, DeviceGroupId group);
    bool mayUseMode(AccountId account, DeviceModeId mode);
    /// Returns the account's time zone, or UTC if it is unknown.
    QTimeZone timeZone(AccountId account);

private:
    void keepZones(const DeviceMark &mark);
    qint64 execOver(QByteArrayView sql, const QVariantList &values, const QList<DeviceMarkId> &marks,
                    QByteArrayView rest);

    Database &m_database;
};

/// Returns the values of a mark's sort keys, for a cursor.
QJsonArray markCursor(const DeviceMark &mark, const PageRequest &page);
