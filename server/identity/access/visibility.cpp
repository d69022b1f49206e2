// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/visibility.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 secondsOfOneLook = 15 * 60;
}

bool Visibility::seesPictures(const Caller &caller, AccountId account)
{
    return isOwn(caller, account) || (caller.isStaff() && m_grants.inForce(account, Times::now()).has_value());
}

Account Visibility::shown(const Caller &caller, Account account)
{
    if (!seesSecrets(caller, account.accountId))
        account.paymentMethod.clear();
    return account;
}

QList<Device> Visibility::shown(const Caller &caller, QList<Device> devices)
{
    const auto isForeign = [&](const Device &device) { return !seesSecrets(caller, device.accountId); };
    const auto isUnknown = [&](const Device &device) { return isForeign(device) && device.sharedBy.isEmpty(); };
    if (!caller.userId.isNull() && std::ranges::any_of(std::as_const(devices), isUnknown))
        m_viewers.fillShares(caller.userId, devices);
    for (Device &device : devices) {
        if (!isForeign(device))
            continue;
        device.sourceUrl.clear();
        device.username.clear();
        if (device.sharedBy.isEmpty())
            device.streams = {};
    }
    return devices;
}

bool Visibility::isShared(const Caller &caller, DeviceId device)
{
    return !caller.userId.isNull() && m_viewers.isViewer(caller.userId, device);
}

bool Visibility::isShared(const Caller &caller, DeviceGroupId group)
{
    return !caller.userId.isNull() && m_viewers.isViewer(caller.userId, group);
}

bool Visibility::isShared(const Caller &caller, AccountId account)
{
    return !caller.userId.isNull() && m_viewers.isViewerOf(caller.userId, account);
}

void Visibility::requireThings(const Caller &caller, AccountId account, const QString &object)
{
    if (!seesThings(caller, account) || (!isOwn(caller, account) && !isThere(account)))
        throw Problem::notFound();
    tell(caller, account, object, false);
}

void Visibility::requireThings(const Caller &caller, const Device &device)
{
    if (isOwn(caller, device.accountId) || isShared(caller, device.deviceId))
        return;
    requireThings(caller, device.accountId, device.deviceId.toString());
}

void Visibility::requireThings(const Caller &caller, const DeviceGroup &group)
{
    if (isOwn(caller, group.accountId) || isShared(caller, group.devgroupId))
        return;
    requireThings(caller, group.accountId, group.devgroupId.toString());
}

QSet<DeviceId> Visibility::seenAmong(const Caller &caller, const QList<Device> &devices)
{
    QSet<DeviceId> foreign;
    for (const Device &device : devices) {
        if (!isOwn(caller, device.accountId))
            foreign += device.deviceId;
    }
    const QSet<DeviceId> shared =
        caller.userId.isNull() ? QSet<DeviceId>() : m_viewers.sharedAmong(caller.userId, foreign);
    QSet<DeviceId> seen;
    for (const Device &device : devices) {
        if (foreign.contains(device.deviceId) && !shared.contains(device.deviceId)) {
            if (!seesThings(caller, device.accountId))
                continue;
            tell(caller, device.accountId, device.deviceId.toString(), false);
        }
        seen += device.deviceId;
    }
    return seen;
}

void Visibility::requirePictures(const Caller &caller, AccountId account, DeviceId device)
{
    if (isOwn(caller, account) || isShared(caller, device))
        return;
    if (!seesPictures(caller, account))
        refusePictures(caller);
    tell(caller, account, device.toString(), true);
}

UserId Visibility::requireSomePictures(const Caller &caller, AccountId account, const QString &object)
{
    if (seesPictures(caller, account)) {
        tell(caller, account, object, true);
        return {};
    }
    if (!isShared(caller, account))
        refusePictures(caller);
    return caller.userId;
}

void Visibility::refusePictures(const Caller &caller)
{
    throw caller.isStaff() ? Problem::forbidden(u"support_access_required"_s,
                                                u"The account has not granted support access to its pictures."_s)
                           : Problem::notFound();
}

/// Objects of the server itself belong to no account, and the receipts of a deleted account remain.
bool Visibility::isThere(AccountId account)
{
    return account.isNull()
        || m_database.value("SELECT count(*) FROM account WHERE account_id = ?", account).toInt() > 0
        || m_database.value("SELECT 1 FROM receipt WHERE account_id = ? LIMIT 1", account).isValid();
}

QStringList Visibility::heardByViewers()
{
    return {u"device.changed"_s, u"device.state"_s, u"mark.opened"_s,  u"mark.updated"_s,
            u"mark.closed"_s,    u"mark.deleted"_s, u"mark.restored"_s};
}

void Visibility::findViewers(QList<EventRow> &events)
{
    const QStringList heard = heardByViewers();
    const auto isHeard = [&](const EventRow &event) { return !event.deviceId.isNull() && heard.contains(event.type); };
    QSet<QString> persons;
    QSet<DeviceId> devices;
    for (const EventRow &event : std::as_const(events)) {
        if (event.isForEverybody())
            continue;
        if (!event.person.isEmpty())
            persons += event.person;
        else if (isHeard(event))
            devices += event.deviceId;
    }
    const auto named = m_viewers.named(persons);
    const auto viewers = m_viewers.viewers(devices);
    for (EventRow &event : events) {
        if (!event.person.isEmpty())
            event.viewers = named.values(event.person);
        else if (isHeard(event))
            event.viewers = viewers.values(event.deviceId);
    }
}

void Visibility::tell(const Caller &caller, AccountId account, const QString &object, bool pictures)
{
    if (isOwn(caller, account) || caller.userId.isNull() || account.isNull())
        return;
    const QDateTime now = Times::now();
    const QDateTime since = now.addSecs(-secondsOfOneLook);
    if (m_audit.hasLooked(caller.userId, account, object, pictures, since))
        return;
    Transaction transaction(m_database);
    m_audit.record(caller,
                   {.action = AuditEntry::Action::SupportViewed,
                    .accountId = account,
                    .object = object,
                    .detail = {{u"pictures"_s, pictures}}});
    if (pictures)
        m_grants.countUse(account, now);
    transaction.commit();
}
