// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/visibility.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"

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

Device Visibility::shown(const Caller &caller, Device device)
{
    if (seesSecrets(caller, device.accountId))
        return device;
    device.sourceUrl.clear();
    device.username.clear();
    if (!caller.userId.isNull() && device.sharedBy.isEmpty())
        m_viewers.fillShare(caller.userId, device);
    if (device.sharedBy.isEmpty())
        device.streams = {};
    return device;
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

/// Objects of the server itself belong to no account.
bool Visibility::isThere(AccountId account)
{
    return account.isNull()
        || m_database.value("SELECT count(*) FROM account WHERE account_id = ?", account).toInt() > 0;
}

QStringList Visibility::heardByViewers()
{
    return {u"device.changed"_s, u"device.state"_s, u"mark.opened"_s,  u"mark.updated"_s,
            u"mark.closed"_s,    u"mark.deleted"_s, u"mark.restored"_s};
}

QList<UserId> Visibility::hearers(const EventRow &event)
{
    if (event.isForEverybody())
        return {};
    if (!event.person.isEmpty())
        return m_viewers.named(event.person);
    if (event.deviceId.isNull() || !heardByViewers().contains(event.type))
        return {};
    return m_viewers.viewers(event.deviceId);
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
