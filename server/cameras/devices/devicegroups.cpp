// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/devices/deviceservice.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/lockedrow.h"

using namespace Qt::StringLiterals;

namespace {
void requireOwnAccount(const Caller &caller, AccountId account)
{
    if (caller.accountId != account)
        throw Problem::notFound();
}
}

QList<DeviceGroup> DeviceService::groups(const Caller &caller, AccountId account)
{
    m_visibility.requireThings(caller, account, account.toString());
    return m_store.groups(account);
}

DeviceGroup DeviceService::group(const Caller &caller, AccountId account, DeviceGroupId id)
{
    m_visibility.requireThings(caller, account, id.toString());
    const auto group = m_store.findGroup(account, id);
    return group ? *group : throw Problem::notFound();
}

DeviceGroup DeviceService::addGroup(const Caller &caller, AccountId account, const DeviceGroup &wanted)
{
    requireOwnAccount(caller, account);
    DeviceGroup group = wanted;
    group.devgroupId = DeviceGroupId::generate();
    group.accountId = account;
    group.createdAt = Times::now();
    group.updatedAt = group.createdAt;
    Transaction transaction(m_database);
    lockAccount(m_database, account);
    requireFewer(m_store.groups(account).size(), m_caps.groups, u"groups"_s);
    requireReferences(account, {}, group.devicemodeId);
    m_store.insertGroup(group);
    recordGroup(account, u"group.added"_s, group.devgroupId);
    transaction.commit();
    return group;
}

DeviceGroup DeviceService::updateGroup(const Caller &caller, AccountId account, DeviceGroupId id,
                                       const Precondition &precondition,
                                       const std::function<void(DeviceGroup &)> &change)
{
    requireOwnAccount(caller, account);
    Transaction transaction(m_database);
    DeviceGroup group = ownGroupForUpdate(account, id, precondition);
    change(group);
    requireReferences(account, {}, group.devicemodeId);
    group.updatedAt = Times::now();
    m_store.updateGroup(group);
    recordGroup(account, u"group.changed"_s, id);
    transaction.commit();
    return group;
}

DeviceGroup DeviceService::ownGroupForUpdate(AccountId account, DeviceGroupId id, const Precondition &precondition)
{
    return lockedRow<DeviceGroup>(m_database, id, precondition,
                                  [&](const DeviceGroup &group) { return group.accountId == account; });
}

void DeviceService::removeGroup(const Caller &caller, AccountId account, DeviceGroupId group,
                                const Precondition &precondition)
{
    requireOwnAccount(caller, account);
    Transaction transaction(m_database);
    m_store.lockDevicesOf(account, group); // because their group is removed
    ownGroupForUpdate(account, group, precondition);
    m_shares.ungrouped(caller, group);
    m_store.removeGroup(group);
    recordGroup(account, u"group.removed"_s, group);
    transaction.commit();
}
