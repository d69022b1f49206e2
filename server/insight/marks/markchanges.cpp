// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of MarkService that change marks.
#include "server/insight/marks/markservice.h"

#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 clockTolerance = 300; // seconds that a client's clock may be ahead

QJsonArray texts(const QList<DeviceMarkId> &marks)
{
    QJsonArray array;
    for (const DeviceMarkId &mark : marks)
        array += mark.toString();
    return array;
}

/// Requires that all ids belong to one of the marks.
///
/// Throws: 404 with the other ids, in their order.
void requireAll(const QList<DeviceMarkId> &ids, const QList<DeviceMark> &marks)
{
    QSet<DeviceMarkId> found;
    for (const DeviceMark &mark : marks)
        found += mark.devicemarkId;
    QList<DeviceMarkId> missing = ids;
    missing.removeIf([&found](DeviceMarkId id) { return found.contains(id); });
    if (!missing.isEmpty())
        throw Problem::notFound().with(u"mark_ids"_s, texts(missing));
}
}

void MarkService::requireOwn(const Caller &caller, AccountId account)
{
    if (!Visibility::isOwn(caller, account))
        throw Problem::notFound();
}

/// Returns the marks and locks them. A request is never carried out in part.
///
/// Throws: 404 with the ids of the marks that do not belong to the account.
QList<DeviceMark> MarkService::owned(AccountId account, const QList<DeviceMarkId> &ids)
{
    const auto marks = m_store.ownedForUpdate(account, ids);
    requireAll(ids, marks);
    return marks;
}

/// Returns the marks and locks them.
///
/// Throws: 404 with the ids of the marks that do not exist or that the caller cannot see. The answer does not
/// distinguish the two.
QList<DeviceMark> MarkService::visible(const Caller &caller, AccountId account, const QList<DeviceMarkId> &ids)
{
    auto marks = m_store.ownedForUpdate(account, ids);
    marks.removeIf([&](const DeviceMark &mark) { return !sees(caller, mark); });
    requireAll(ids, marks);
    return marks;
}

/// Records one event per device, because the viewers of a device receive the events of this device only.
void MarkService::record(const QString &type, const QList<DeviceMark> &marks, bool purged)
{
    QMap<DeviceId, QList<DeviceMarkId>> devices;
    for (const DeviceMark &mark : marks)
        devices[mark.deviceId] += mark.devicemarkId;
    for (auto device = devices.cbegin(); device != devices.cend(); ++device) {
        QJsonObject payload{{u"device_id"_s, device.key().toString()}, {u"mark_ids"_s, texts(device.value())}};
        if (purged)
            payload.insert(u"purged"_s, true);
        m_events.record(marks.constFirst().accountId, type, payload);
    }
}

MarksChanged MarkService::read(const Caller &caller, AccountId account, const MarkReading &reading)
{
    requireOwnOrShared(caller, account);
    const bool byFilter = reading.markIds.isEmpty();
    if (byFilter && !reading.asOf.isValid())
        throw Problem::invalid(u"/as_of"_s, u"required"_s, u"Either mark_ids or as_of is required."_s);
    if (!byFilter && (reading.asOf.isValid() || reading.filter != MarkFilter()))
        throw Problem::invalid(u"/mark_ids"_s, u"not_allowed"_s,
                               u"mark_ids cannot be combined with a filter or as_of."_s);
    MarkQuery query;
    query.account = account;
    query.reader = caller.userId;
    query.device = reading.filter.deviceId;
    query.group = reading.filter.devgroupId;
    query.mode = reading.filter.devicemodeId;
    query.label = reading.filter.label;
    query.day = reading.filter.createDate;
    query.asOf = reading.asOf;
    requireScope(caller, query);
    resolveTimes(query);

    const QDateTime now = Times::now();
    if (reading.asOf > now.addSecs(clockTolerance))
        throw Problem::invalid(u"/as_of"_s, u"too_large"_s, u"Must not be in the future."_s);
    Transaction transaction(m_database);
    MarksChanged result;
    if (byFilter) {
        result.changed = reading.read ? m_store.setRead(query, now) : m_store.setUnread(query);
    } else {
        visible(caller, account, reading.markIds);
        result.changed = reading.read ? m_store.setRead(caller.userId, reading.markIds, now)
                                      : m_store.setUnread(caller.userId, reading.markIds);
    }
    // The event has no ids if a filter was used, because there may be many marks. Clients then read the list again.
    QJsonObject payload{{u"user_id"_s, caller.userId.toString()}, {u"read"_s, reading.read}};
    if (!byFilter)
        payload.insert(u"mark_ids"_s, texts(reading.markIds));
    if (result.changed > 0)
        m_events.record(caller.accountId, u"mark.read"_s, payload);
    transaction.commit();
    return result;
}

MarksChanged MarkService::moveToBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks)
{
    requireOwn(caller, account);
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    const auto binned = owned(account, marks);
    const MarksChanged result{m_store.moveToBin(marks, now, now.addSecs(std::chrono::seconds(m_binLifetime).count()))};
    if (result.changed > 0)
        record(u"mark.deleted"_s, binned);
    transaction.commit();
    return result;
}

/// Throws: 409 `parent_deleted` if a device of the marks is in the bin.
void MarkService::requireDevices(const QList<DeviceMark> &marks)
{
    QSet<DeviceId> deleted;
    for (const DeviceMark &mark : marks) {
        if (!m_store.ownsDevice(mark.accountId, mark.deviceId))
            deleted += mark.deviceId;
    }
    if (deleted.isEmpty())
        return;
    QJsonArray first;
    for (const DeviceId &device : deleted)
        first += device.toString();
    throw Problem::conflict(u"parent_deleted"_s,
                            u"The devices of these marks are in the bin. Restore the devices first."_s)
        .with(u"restore_first"_s, first);
}

MarksChanged MarkService::restore(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks)
{
    requireOwn(caller, account);
    Transaction transaction(m_database);
    const auto restored = owned(account, marks);
    requireDevices(restored);
    const MarksChanged result{m_store.restore(marks, Times::now())};
    if (result.changed > 0)
        record(u"mark.restored"_s, restored);
    transaction.commit();
    return result;
}

DeviceMark MarkService::restore(const Caller &caller, DeviceMarkId mark)
{
    PurgedStore(m_database).require(caller.accountId, mark.toString());
    restore(caller, caller.accountId, {mark});
    return get(caller, caller.accountId, mark);
}

MarksChanged MarkService::purge(const Caller &caller, AccountId account, const QList<DeviceMarkId> &ids)
{
    requireOwn(caller, account);
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    const auto marks = owned(account, ids);
    for (const DeviceMark &mark : marks)
        m_store.purge(mark, now);
    record(u"mark.deleted"_s, marks, true);
    transaction.commit();
    // If a crash prevents this, MarkJanitor removes the files.
    for (const DeviceMark &mark : marks)
        m_files.remove(mark.deviceId, mark.devicemarkId);
    return {marks.size()};
}
