// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markservice.h"

#include "models/core/days.h"
#include "models/core/times.h"
#include "server/core/http/links.h"
#include "server/core/http/paging.h"
#include "server/core/http/problem.h"
#include "server/insight/modes/modestore.h"
#include "server/insight/zones/zonestore.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Returns the scope of a mark's signed URLs: its pictures and its clip.
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

/// Restricts the query to the marks that the caller may see.
///
/// Throws: 404 if the caller may not see any of them, or for an id of another account.
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
        || (!query.mode.isNull() && !isModeVisible(query.account, query.viewer, query.mode)))
        throw Problem::notFound();
}

/// Returns true if the account, or the viewer of its shared devices, may see the name of the mode.
bool MarkService::isModeVisible(AccountId account, UserId viewer, DeviceModeId mode)
{
    if (viewer.isNull())
        return m_store.mayUseMode(account, mode);
    return ModeStore(m_database).isSeenBy(viewer, account, mode);
}

/// Replaces the day and the span of the query with times that SQL can compare.
void MarkService::resolveTimes(MarkQuery &query)
{
    if (query.spanFrom.isValid())
        query.spanStart = m_store.earliestReaching(query.account, query.spanFrom, query.spanTo);
    if (!query.day.isValid())
        return;
    // A day may have 23 or 25 hours, and may start later than midnight.
    const QTimeZone zone = m_store.timeZone(query.account);
    query.from = Times::startOfDay(query.day, zone);
    query.to = Times::startOfDay(query.day.addDays(1), zone);
}

/// Removes from the marks what only users of the account may know: the conditions of their modes, and zones of other
/// devices.
void MarkService::narrow(const Caller &caller, AccountId account, QList<DeviceMark> &marks)
{
    if (m_visibility.seesPictures(caller, account))
        return;
    ZoneStore store(m_database);
    QHash<DeviceId, QSet<ZoneId>> zones;
    for (DeviceMark &mark : marks) {
        if (!zones.contains(mark.deviceId)) {
            QSet<ZoneId> &known = zones[mark.deviceId];
            for (const Zone &zone : store.ofDevice(mark.deviceId))
                known += zone.zoneId;
        }
        mark.reason = MarkReason::within(mark.reason, zones[mark.deviceId]);
        mark.mode = ModeStore::nameOf(mark.mode);
    }
}

MarkService::Page MarkService::list(const Caller &caller, MarkQuery query, const PageRequest &page)
{
    requireScope(caller, query);
    resolveTimes(query);
    query.reader = caller.userId;
    auto marks = m_store.list(query, page);
    narrow(caller, query.account, marks);
    return {marks, page.count ? std::optional(m_store.count(query)) : std::nullopt};
}

QList<DeviceMark> MarkService::latest(const Caller &caller, AccountId account, DeviceId device)
{
    MarkQuery query;
    query.account = account;
    query.device = device;
    query.reader = caller.userId;
    requireScope(caller, query);
    auto marks = m_store.latest(query);
    narrow(caller, account, marks);
    return marks;
}

DeviceMark MarkService::get(const Caller &caller, AccountId account, DeviceMarkId id)
{
    const auto mark = m_store.find(account, id);
    if (!mark)
        throw Problem::notFound();
    requireVisible(caller, *mark);
    QList<DeviceMark> one{*mark};
    m_store.fillRead(caller.userId, one);
    one.first().mode =
        ModeStore(m_database).version(mark->devicemodeId, mark->devicemodeVersion).value_or(DeviceMode());
    narrow(caller, account, one);
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

/// Throws: 404 unless the account is the caller's own or shared with them. Staff access does not count.
void MarkService::requireOwnOrShared(const Caller &caller, AccountId account)
{
    if (!Visibility::isOwn(caller, account) && !m_visibility.isShared(caller, account))
        throw Problem::notFound();
}

/// Returns true if the caller may see the mark. Marks in the bin are not visible through shares.
bool MarkService::sees(const Caller &caller, const DeviceMark &mark)
{
    return m_visibility.seesPictures(caller, mark.accountId)
        || (!mark.deletedAt.isValid() && m_visibility.isShared(caller, mark.deviceId));
}

void MarkService::requireVisible(const Caller &caller, const DeviceMark &mark)
{
    m_visibility.requirePictures(caller, mark.accountId, mark.deviceId);
    if (!sees(caller, mark))
        throw Problem::notFound();
}

SignedMarks MarkService::sign(const Caller &caller, AccountId account, const MarkSigning &signing)
{
    if (signing.revoke) {
        requireOwn(caller, account); // neither viewers of a share nor support staff can revoke URLs
        ::requireScope(caller, Scope::Marks);
    } else {
        m_visibility.requireSomePictures(caller, account, account.toString());
    }
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
    const QString query = u'?' + QString::fromLatin1(m_links.sign(scope, expires, linkEpoch(*mark), caller.sessionId));
    const auto withQuery = [&query](const QString &url) { return url.isEmpty() ? QString() : url + query; };
    result.snapshot = withQuery(mark->snapshot.url);
    result.thumbnail = withQuery(mark->thumbnail.url);
    result.clip = withQuery(mark->clip.url);
    result.expiresAt = expires;
    return result;
}

DeviceMark MarkService::withFiles(const Caller &caller, const Request &request, DeviceMarkId id)
{
    const bool byLink = caller.kind == Caller::Kind::Link;
    const auto mark = m_store.find(id);
    // The answer is the same whether or not the mark exists.
    if (byLink && (!mark || !m_links.allows(request, linkScope(id), linkEpoch(*mark))))
        throw Problem::forbidden(u"link_invalid"_s, u"The signed URL is invalid, has expired, or was revoked."_s);
    if (!mark)
        throw Problem::notFound();
    // The person who signed a URL must still be able to see the mark: a viewer's URL works only while the share exists.
    requireVisible(caller, *mark);
    return *mark;
}

/// Returns the epoch that signed URLs must contain. It differs while the mark is in the bin. Earlier URLs do not work
/// then, and work again after the mark is restored. The owner can sign new URLs for a mark in the bin.
qint64 MarkService::linkEpoch(const DeviceMark &mark)
{
    const qint64 epoch = m_store.linkEpoch(mark.devicemarkId);
    return mark.deletedAt.isValid() ? ~epoch : epoch;
}
