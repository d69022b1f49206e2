// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/deviceservice.h"

#include "models/core/times.h"
#include "server/billing/plans/planstore.h"
#include "server/cameras/bin/purgedstore.h"
#include "server/cameras/recording/spanstore.h"
#include "server/cameras/scenes/scenescript.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/retry.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"

using namespace Qt::StringLiterals;

namespace {
/// Returns the device with the paths of its streams.
Device withStreams(Device device)
{
    device.addStreams();
    return device;
}

NewDevice asked(const Device &device, const std::function<void(NewDevice &)> &change)
{
    NewDevice wanted;
    wanted.name = device.name;
    wanted.sourceUrl = device.sourceUrl;
    wanted.username = device.username;
    wanted.model = device.model;
    wanted.devgroupId = device.devgroupId;
    wanted.devicemodeId = device.devicemodeId;
    change(wanted);
    return wanted;
}

QList<Device> withStreams(QList<Device> devices)
{
    for (Device &device : devices)
        device.addStreams();
    return devices;
}
}

Device DeviceService::settingsOf(Device device)
{
    device.state = {};
    device.stateReason.clear();
    device.stateSince = {};
    return device;
}

Device DeviceService::visible(const Caller &caller, DeviceId id)
{
    const auto device = m_store.find(id);
    if (!device)
        throw Problem::notFound();
    m_visibility.requireThings(caller, *device);
    return m_visibility.shown(caller, withStreams(*device));
}

QSet<DeviceId> DeviceService::visibleAmong(const Caller &caller, const QSet<DeviceId> &devices)
{
    return m_visibility.seenAmong(caller, m_store.find(devices));
}

void DeviceService::requireOwn(const Caller &caller, DeviceId device)
{
    if (caller.accountId.isNull() || !m_store.find(caller.accountId, device))
        throw Problem::notFound();
}

Device DeviceService::watchable(const Caller &caller, DeviceId id)
{
    const auto device = m_store.find(id);
    if (!device)
        throw Problem::notFound();
    m_visibility.requirePictures(caller, device->accountId, id);
    return withStreams(*device);
}

void DeviceService::revokeLinks(const Caller &caller, DeviceId device)
{
    if (caller.accountId.isNull() || !m_store.revokeLinks(caller.accountId, device))
        throw Problem::notFound();
}

Device DeviceService::add(const Caller &caller, const NewDevice &wanted)
{
    m_policy.require(wanted.sourceUrl, caller.accountId.toString());
    const Device device = made(caller);
    return inTransaction(m_database, [&] {
        lockAccount(m_database, caller.accountId);
        requireRoom(caller.accountId);
        requireFewer(m_store.countOf(caller.accountId), m_caps.cameras, u"cameras"_s);
        return insert(caller, device, wanted);
    });
}

Device DeviceService::made(const Caller &caller)
{
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = caller.accountId;
    device.stateReason = u"connecting"_s;
    device.createdAt = device.stateSince = Times::now();
    return device;
}

/// Transaction: the caller's.
Device DeviceService::insert(const Caller &caller, Device device, const NewDevice &wanted)
{
    take(caller, device, wanted);
    const CameraCredentials credentials = CameraCredentials::of(wanted);
    device.username = credentials.username;
    m_store.insert(device);
    m_store.setSealedPassword(device.deviceId, m_key.seal(credentials.password.value_or(QString()).toUtf8()));
    record(device.accountId, u"device.added"_s, device.deviceId);
    return withStreams(device);
}

/// Throws: 403 `plan_limit_reached` if the account's plan covers no further device.
/// Transaction: the caller's, which holds the lock on the account.
void DeviceService::requireRoom(AccountId account)
{
    const auto plan = PlanStore(m_database).inForce(account);
    if (!plan || plan->devices == 0)
        return;
    if (m_store.presentCountOf(account) >= plan->devices)
        throw Problem::forbidden(u"plan_limit_reached"_s, u"The plan %1 covers no further devices."_s.arg(plan->name))
            .with(u"devices"_s, plan->devices);
}

/// Copies the client's values to the device, except for the credentials, which the URL never reveals.
void DeviceService::take(const Caller &caller, Device &device, const NewDevice &wanted)
{
    requireReferences(caller.accountId, wanted.devgroupId, wanted.devicemodeId);
    device.name = wanted.name;
    device.model = wanted.model;
    device.sourceUrl = wanted.sourceUrl;
    device.sourceUrl.setUserInfo({});
    device.devgroupId = wanted.devgroupId;
    device.devicemodeId = wanted.devicemodeId;
    device.updatedAt = Times::now();
}

void DeviceService::requireReferences(AccountId account, DeviceGroupId group, DeviceModeId mode)
{
    FieldErrors errors;
    if (!group.isNull() && !m_store.findGroup(account, group))
        errors += {u"/devgroup_id"_s, u"not_found"_s, u"This device group does not exist."_s};
    if (!mode.isNull() && !m_store.mayUseMode(account, mode))
        errors += {u"/devicemode_id"_s, u"not_found"_s, u"This device mode does not exist."_s};
    if (!errors.isEmpty())
        throw Problem::invalid(errors);
}

void DeviceService::record(AccountId account, const QString &type, DeviceId device)
{
    m_events.record(account, type, {{u"device_id"_s, device.toString()}});
}

void DeviceService::recordGroup(AccountId account, const QString &type, DeviceGroupId group)
{
    m_events.record(account, type, {{u"devgroup_id"_s, group.toString()}});
}

DeviceAttributes DeviceService::attributes(const Caller &caller, DeviceId id) { return visible(caller, id).attributes; }

QList<Device> DeviceService::list(const Caller &caller) { return withStreams(m_store.ofAccount(caller.accountId)); }

QList<Device> DeviceService::inGroup(const Caller &caller, DeviceGroupId group)
{
    const auto found = m_store.findGroup(group);
    if (!found)
        throw Problem::notFound();
    m_visibility.requireThings(caller, *found);
    return m_visibility.shown(caller, withStreams(m_store.inGroup(found->accountId, group)));
}

Device DeviceService::update(const Caller &caller, DeviceId id, const Precondition &precondition,
                             const DeviceChange &change)
{
    const auto owned = m_store.find(caller.accountId, id);
    if (!owned)
        throw Problem::notFound();
    // The host name is resolved before the transaction. `change` sets the same URL again after the row is locked.
    requireChangeable(caller, *owned, asked(*owned, change.apply).sourceUrl);
    return inTransaction(m_database, [&] { return this->change(caller, id, precondition, change); });
}

/// Requires that the device may have the source.
void DeviceService::requireChangeable(const Caller &caller, const Device &device, const QUrl &source) const
{
    if (source == device.sourceUrl)
        return;
    if (SceneScript::isScripted(device.sourceUrl))
        throw Problem::invalid(u"/source_url"_s, u"not_allowed"_s, u"A sandbox camera keeps its source."_s);
    m_policy.require(source, caller.accountId.toString());
}

/// Transaction: the caller's.
Device DeviceService::change(const Caller &caller, DeviceId id, const Precondition &precondition,
                             const DeviceChange &change)
{
    Device device = ownForUpdate(caller, id, precondition);
    const NewDevice wanted = asked(device, change.apply);
    const CameraCredentials credentials = CameraCredentials::after(device, wanted, change);
    const DeviceGroupId from = device.devgroupId;
    take(caller, device, wanted);
    device.username = credentials.username;
    m_store.update(device);
    m_shares.moved(device, from, device.devgroupId);
    if (credentials.password)
        m_store.setSealedPassword(id, m_key.seal(credentials.password->toUtf8()));
    record(device.accountId, u"device.changed"_s, id);
    return withStreams(device);
}

Device DeviceService::ownForUpdate(const Caller &caller, DeviceId id, const Precondition &precondition)
{
    return lockedRow<Device>(
        m_database, id, precondition,
        [&](const Device &device) {
            return Visibility::isOwn(caller, device.accountId) && !device.deletedAt.isValid();
        },
        [](const Device &device) { return settingsOf(withStreams(device)); });
}

void DeviceService::remove(const Caller &caller, DeviceId id, const Precondition &precondition)
{
    inTransaction(m_database, [&] { bin(caller, ownForUpdate(caller, id, precondition)); });
}

void DeviceService::bin(const Caller &caller, Device device)
{
    device.updatedAt = device.deletedAt = Times::now();
    const auto kept = SceneScript::isScripted(device.sourceUrl) ? std::chrono::hours() : m_binLifetime;
    if (kept.count() == 0) // it does not come back from the bin, so that nobody could end its holds any more
        SpanStore(m_database).requireNone(device.deviceId, device.deletedAt);
    device.purgeAt = device.deletedAt.addSecs(std::chrono::seconds(kept).count());
    m_store.update(device);
    m_shares.binned(caller, device);
    record(device.accountId, u"device.removed"_s, device.deviceId);
}

Device DeviceService::restore(const Caller &caller, DeviceId id)
{
    PurgedStore(m_database).require(caller.accountId, id.toString());
    const auto restored = takeFromBin(caller, id);
    return restored ? withStreams(*restored) : visible(caller, id);
}

std::optional<Device> DeviceService::takeFromBin(const Caller &caller, DeviceId id)
{
    Transaction transaction(m_database);
    lockAccount(m_database, caller.accountId);
    auto device = m_store.findInBin(caller.accountId, id);
    if (!device)
        return std::nullopt;
    requireRoom(device->accountId);
    device->purgeAt = device->deletedAt = QDateTime();
    device->updatedAt = Times::now();
    m_store.update(*device);
    m_shares.moved(*device, {}, device->devgroupId);
    record(device->accountId, u"device.added"_s, id);
    transaction.commit();
    return device;
}

Device DeviceService::move(const Caller &caller, DeviceId id, DeviceGroupId group)
{
    Transaction transaction(m_database);
    Device device = ownForUpdate(caller, id, {});
    if (!group.isNull() && !m_store.findGroup(caller.accountId, group))
        throw Problem::notFound();
    const DeviceGroupId from = device.devgroupId;
    device.devgroupId = group;
    device.updatedAt = Times::now();
    m_store.update(device);
    m_shares.moved(device, from, group);
    record(device.accountId, u"device.changed"_s, id);
    transaction.commit();
    return withStreams(device);
}
