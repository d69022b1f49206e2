// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markservice.h"

#include "models/core/times.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/links.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/insight/modes/modestore.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void requireOwn(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
}

QJsonArray texts(const QList<DeviceMarkId> &marks)
{
    QJsonArray array;
    for (const DeviceMarkId &mark : marks)
        array += mark.toString();
    return array;
}

/// What a signature opens: this mark's pictures and clip.
QByteArray linkScope(DeviceMarkId mark) { return "/v1/device-marks/" + mark.toString().toLatin1(); }

UnreadDay &dayOf(QList<UnreadDay> &days, const QDate &date)
{
    if (days.isEmpty() || days.constLast().date != date) {
        days.emplaceBack();
        days.last().date = date;
    }
    return days.last();
}

template <typename Count, typename Key>
void addTo(QList<Count> &counts, Key Count::*key, const Key &value, qint64 count)
{
    const auto it = std::find_if(counts.begin(), counts.end(), [&](const Count &one) { return one.*key == value; });
    Count &target = it == counts.end() ? counts.emplaceBack() : *it;
    target.*key = value;
    target.count += count;
}
}

/// Narrows the query to what the caller may see of the account.
void MarkService::requireScope(const Caller &caller, MarkQuery &query)
{
    query.viewer = m_visibility.requireSomePictures(
        caller, query.account, query.device.isNull() ? query.account.toString() : query.device.toString());
    const bool narrowed = !query.viewer.isNull();
    if ((narrowed && query.bin) || (narrowed && !query.device.isNull() && !m_visibility.isShared(caller, query.device))
        || (narrowed && !query.group.isNull() && !m_visibility.isShared(caller, query.group)))
        throw Problem::notFound();
    if ((!query.device.isNull() && !m_store.ownsDevice(query.account, query.device))
        || (!query.group.isNull() && !m_store.ownsGroup(query.account, query.group))
        || (!query.mode.isNull() && !m_store.mayUseMode(query.account, query.mode)))
        throw Problem::notFound();
}

void MarkService::resolveDay(MarkQuery &query)
{
    if (!query.day.isValid())
        return;
    // A day may have 23 or 25 hours, and begin later than midnight.
    const QTimeZone zone = m_store.timeZone(query.account);
    query.from = query.day.startOfDay(zone).toUTC();
    query.to = query.day.addDays(1).startOfDay(zone).toUTC();
}

MarkService::Page MarkService::list(const Caller &caller, MarkQuery query, const PageRequest &page)
{
    requireScope(caller, query);
    resolveDay(query);
    query.reader = caller.userId;
    return {m_store.list(query, page), page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

QList<DeviceMark> MarkService::latest(const Caller &caller, AccountId account, DeviceId device)
{
    MarkQuery query;
    query.account = account;
    query.device = device;
    query.reader = caller.userId;
    requireScope(caller, query);
    return m_store.latest(query);
}

DeviceMark MarkService::get(const Caller &caller, AccountId account, DeviceMarkId id)
{
    const auto mark = m_store.find(account, id);
    if (!mark)
        throw Problem::notFound();
    requireVisible(caller, {*mark});
    QList<DeviceMark> one{*mark};
    m_store.fillRead(caller.userId, one);
    one.first().mode =
        ModeStore(m_database).version(mark->devicemodeId, mark->devicemodeVersion).value_or(DeviceMode());
    return one.constFirst();
}

QList<UnreadDay> MarkService::unread(const Caller &caller, AccountId account)
{
    MarkQuery query;
    query.account = account;
    query.reader = caller.userId;
    requireScope(caller, query);
    const QTimeZone zone = m_store.timeZone(account);
    QList<UnreadDay> days;
    for (const UnreadCount &row : m_store.unread(query)) {
        const auto begin = Times::fromMilliseconds(row.quarter * UnreadCount::quarterMilliseconds);
        UnreadDay &day = dayOf(days, begin.toTimeZone(zone).date());
        day.count += row.count;
        addTo(day.devices, &UnreadOfDevice::deviceId, row.deviceId, row.count);
        addTo(day.labels, &UnreadOfLabel::label, row.label, row.count);
    }
    return days;
}

/// For what a user does for herself: not staff.
void MarkService::requireOwnOrShared(const Caller &caller, AccountId account)
{
    if (!Visibility::isOwn(caller, account) && !m_visibility.isShared(caller, account))
        throw Problem::notFound();
}

/// What lies in the bin is its account's alone.
bool MarkService::sees(const Caller &caller, const DeviceMark &mark)
{
    return m_visibility.seesPictures(caller, mark.accountId)
        || (!mark.deletedAt.isValid() && m_visibility.isShared(caller, mark.deviceId));
}

void MarkService::requireVisible(const Caller &caller, const QList<DeviceMark> &marks)
{
    QJsonArray missing;
    for (const DeviceMark &mark : marks) {
        m_visibility.requirePictures(caller, mark.accountId, mark.deviceId);
        if (!sees(caller, mark))
            missing += mark.devicemarkId.toString();
    }
    if (!missing.isEmpty())
        throw Problem::notFound().with(u"mark_ids"_s, missing);
}

/// All of them, or a 404 that names those which are not there: half of a request is never done.
QList<DeviceMark> MarkService::owned(AccountId account, const QList<DeviceMarkId> &ids)
{
    const auto marks = m_store.ownedForUpdate(account, ids);
    QSet<DeviceMarkId> missing(ids.begin(), ids.end());
    for (const DeviceMark &mark : marks)
        missing.remove(mark.devicemarkId);
    if (!missing.isEmpty())
        throw Problem::notFound().with(u"mark_ids"_s, texts({missing.begin(), missing.end()}));
    return marks;
}

/// An event for each device, so that those who look at it hear of it.
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
        throw Problem::invalid(u"/as_of"_s, u"required"_s, u"Either mark_ids or, with a filter, as_of is required."_s);
    if (!byFilter && (reading.asOf.isValid() || reading.filter != MarkFilter()))
        throw Problem::invalid(u"/mark_ids"_s, u"not_allowed"_s, u"Use either mark_ids or a filter with as_of."_s);
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
    resolveDay(query);

    if (!byFilter) // notes a look of support in a transaction of its own
        requireVisible(caller, owned(account, reading.markIds));

    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    MarksChanged result;
    if (byFilter) {
        result.changed = reading.read ? m_store.setRead(query, now) : m_store.setUnread(query);
    } else {
        owned(account, reading.markIds);
        result.changed = reading.read ? m_store.setRead(caller.userId, reading.markIds, now)
                                      : m_store.setUnread(caller.userId, reading.markIds);
    }
    // Without ids: so many that whoever listens had better ask again.
    QJsonObject payload{{u"user_id"_s, caller.userId.toString()}, {u"read"_s, reading.read}};
    if (!byFilter)
        payload.insert(u"mark_ids"_s, texts(reading.markIds));
    if (result.changed > 0)
        m_events.record(caller.accountId, u"mark.read"_s, payload);
    transaction.commit();
    return result;
}

MarksChanged MarkService::throwIntoBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks)
{
    requireOwn(caller, account);
    const QDateTime now = Times::now();
    Transaction transaction(m_database);
    const auto thrown = owned(account, marks);
    const MarksChanged result{
        m_store.throwIntoBin(marks, now, now.addSecs(std::chrono::seconds(m_binLifetime).count()))};
    if (result.changed > 0)
        record(u"mark.deleted"_s, thrown);
    transaction.commit();
    return result;
}

void MarkService::requireLivingDevices(const QList<DeviceMark> &marks)
{
    QSet<DeviceId> gone;
    for (const DeviceMark &mark : marks) {
        if (!m_store.ownsDevice(mark.accountId, mark.deviceId))
            gone += mark.deviceId;
    }
    if (gone.isEmpty())
        return;
    QJsonArray first;
    for (const DeviceId &device : gone)
        first += device.toString();
    throw Problem::conflict(u"parent_deleted"_s, u"Their device is in the bin itself: restore it first."_s)
        .with(u"restore_first"_s, first);
}

MarksChanged MarkService::takeFromBin(const Caller &caller, AccountId account, const QList<DeviceMarkId> &marks)
{
    requireOwn(caller, account);
    Transaction transaction(m_database);
    const auto taken = owned(account, marks);
    requireLivingDevices(taken);
    const MarksChanged result{m_store.takeFromBin(marks, Times::now())};
    if (result.changed > 0)
        record(u"mark.restored"_s, taken);
    transaction.commit();
    return result;
}

DeviceMark MarkService::restore(const Caller &caller, DeviceMarkId mark)
{
    PurgedStore(m_database).require(caller.accountId, mark.toString());
    takeFromBin(caller, caller.accountId, {mark});
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
    // What a crash leaves of them here is found when the server starts again.
    for (const DeviceMark &mark : marks)
        m_files.remove(mark.deviceId, mark.devicemarkId);
    return {marks.size()};
}

SignedMarks MarkService::sign(const Caller &caller, AccountId account, const MarkSigning &signing)
{
    if (signing.revoke)
        requireOwn(caller, account); // whoever may only look revokes nothing
    requireOwnOrShared(caller, account);
    if (signing.revoke && !caller.scopes.testFlag(Scope::Marks))
        throw Problem::forbidden(u"insufficient_scope"_s, u"To revoke takes the scope marks."_s)
            .with(u"scope"_s, u"marks"_s);
    const QDateTime expires = Times::now().addSecs(signing.expiresIn);
    SignedMarks answer;
    Transaction transaction(m_database);
    for (const QString &id : signing.markIds)
        answer.results += signedOne(caller, account, id, signing, expires);
    transaction.commit();
    return answer;
}

SignedMark MarkService::signedOne(const Caller &caller, AccountId account, const QString &id,
                                  const MarkSigning &signing, const QDateTime &expires)
{
    SignedMark result;
    result.markId = id;
    const auto parsed = DeviceMarkId::parse(id);
    const auto mark = parsed ? m_store.find(account, *parsed) : std::nullopt;
    if (!mark || !sees(caller, *mark)) {
        const Problem problem = Problem::notFound();
        result.error = {problem.code, problem.detail};
        return result;
    }
    if (signing.revoke) {
        m_store.revokeLinks(mark->devicemarkId);
        return result;
    }
    const QByteArray scope = linkScope(mark->devicemarkId);
    const UserId viewer = Visibility::isOwn(caller, account) ? UserId() : caller.userId;
    const QString query = u'?' + QString::fromLatin1(m_links.sign(scope, expires, linkEpoch(*mark), viewer));
    result.snapshot = mark->snapshot.url + query;
    result.thumbnail = mark->thumbnail.url + query;
    if (!mark->clip.url.isEmpty())
        result.clip = mark->clip.url + query;
    result.expiresAt = expires;
    return result;
}

QString MarkService::file(const Caller &caller, const Request &request, DeviceMarkId id, MarkFiles::Kind kind)
{
    const bool byLink = caller.kind == Caller::Kind::Link;
    const auto mark = m_store.find(id);
    // One answer for every signature that does not hold, whether the mark is there or not.
    if (byLink && (!mark || !m_links.allows(request, linkScope(id), linkEpoch(*mark))))
        throw Problem::forbidden(u"link_invalid"_s, u"This address is not valid, has expired or was revoked."_s);
    if (!mark)
        throw Problem::notFound();
    // A link of the account's own is nobody's in particular; another lasts no longer than what it was made by.
    const UserId viewer = byLink ? Links::viewerOf(request) : UserId();
    if (!byLink)
        requireVisible(caller, {*mark});
    else if (!viewer.isNull())
        requireVisible(m_visibility.viewer(viewer), {*mark});
    return m_files.path(mark->deviceId, id, kind);
}

/// What was given out before a mark went into the bin does not open it there, and opens it again once it is back. Its
/// owner signs anew to see what lies in the bin.
qint64 MarkService::linkEpoch(const DeviceMark &mark)
{
    const qint64 epoch = m_store.linkEpoch(mark.devicemarkId);
    return mark.deletedAt.isValid() ? ~epoch : epoch;
}
