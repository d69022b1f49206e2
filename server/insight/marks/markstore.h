// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/core/db/database.h"
#include "server/insight/marks/markquery.h"

class QTimeZone;
struct PageRequest;

/// How many marks of one device and label began in one quarter of an hour: no time zone's day begins within one.
class UnreadCount
{
    Q_GADGET
    Q_PROPERTY(qint64 quarter MEMBER quarter)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(qint64 count MEMBER count)

public:
    static constexpr qint64 quarterMilliseconds = 900'000;
    qint64 quarter = 0; ///< since 1970
    DeviceId deviceId;
    QString label;
    qint64 count = 0;
};

/// The SQL of marks. What another account owns is found by nothing that takes an account.
class MarkStore
{
public:
    explicit MarkStore(Database &database)
        : m_database(database)
    {
    }

    /// One more than the page holds, where there are more. Throws Problem 422 for a cursor of another list.
    QList<DeviceMark> list(const MarkQuery &query, const PageRequest &page);
    qint64 count(const MarkQuery &query);
    /// The newest of each mode.
    QList<DeviceMark> latest(const MarkQuery &query);
    /// Of the query, only what its reader has not read.
    QList<UnreadCount> unread(MarkQuery query);

    /// In the bin or not.
    std::optional<DeviceMark> find(AccountId account, DeviceMarkId mark);
    /// Whoever owns it.
    std::optional<DeviceMark> find(DeviceMarkId mark);
    std::optional<DeviceMark> findForUpdate(DeviceMarkId mark);
    /// Those of the ids that the account has, in the bin or not, to be changed by this transaction.
    QList<DeviceMark> ownedForUpdate(AccountId account, const QList<DeviceMarkId> &marks);
    void fillRead(UserId reader, QList<DeviceMark> &marks);
    void insert(DeviceMark mark);
    void update(DeviceMark mark);

    /// These answer how many were changed.
    qint64 setRead(const MarkQuery &query, const QDateTime &now);
    qint64 setUnread(const MarkQuery &query);
    qint64 setRead(UserId reader, const QList<DeviceMarkId> &marks, const QDateTime &now);
    qint64 setUnread(UserId reader, const QList<DeviceMarkId> &marks);
    qint64 throwIntoBin(const QList<DeviceMarkId> &marks, const QDateTime &now, const QDateTime &purgeAt);
    qint64 takeFromBin(const QList<DeviceMarkId> &marks, const QDateTime &now);
    /// For good, leaving a note for who asks for it later.
    void purge(const DeviceMark &mark, const QDateTime &now);

    /// A clip is to be made, once it is that time.
    void wantClip(DeviceMarkId mark, const QDateTime &dueAt);
    void clipDone(DeviceMarkId mark);
    QList<DeviceMark> clipsDue(const QDateTime &now);
    /// Open marks of cameras that no other server holds.
    QList<DeviceMark> openForUpdate(const QString &serverId, const QDateTime &now);
    /// Those whose time in the bin is over.
    QList<DeviceMark> binnedForUpdate(const QDateTime &now, int limit);
    /// Some that are over and not in the bin: the oldest of the account, and those that its newest leave no room for.
    QList<DeviceMarkId> startedBefore(AccountId account, const QDateTime &time, int limit);
    QList<DeviceMarkId> beyondBytes(AccountId account, qint64 bytes, int limit);

    qint64 linkEpoch(DeviceMarkId mark);
    void revokeLinks(DeviceMarkId mark);

    bool ownsDevice(AccountId account, DeviceId device);
    bool ownsGroup(AccountId account, DeviceGroupId group);
    bool mayUseMode(AccountId account, DeviceModeId mode);
    /// UTC when the account names none that is known.
    QTimeZone timeZone(AccountId account);

private:
    void keepZones(const DeviceMark &mark);
    qint64 execOver(QByteArrayView sql, QVariantList values, const QList<DeviceMarkId> &marks, QByteArrayView rest);

    Database &m_database;
};

/// The values of a row's sort keys: what a cursor holds.
QJsonArray markCursor(const DeviceMark &mark, const PageRequest &page);
