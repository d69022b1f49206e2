// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/viewerstore.h"

#include "models/core/times.h"

namespace {

/// One share of an object with a user, directly or through a group.
class View
{
    Q_GADGET
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("devgroupId.optional", "true")
    Q_CLASSINFO("until.optional", "true")
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(DeviceGroupId devgroupId MEMBER devgroupId)
    Q_PROPERTY(QString sharedBy MEMBER sharedBy)
    Q_PROPERTY(QDateTime until MEMBER until)

public:
    DeviceId deviceId;
    DeviceGroupId devgroupId;
    QString sharedBy;
    QDateTime until;
};

/// Of several shares, the one that lasts longest counts.
template <typename Shared>
void fill(Shared &shared, const View &view)
{
    const bool first = shared.sharedBy.isEmpty();
    const bool forever = !view.until.isValid() || (!first && !shared.sharedUntil.isValid());
    shared.sharedBy = view.sharedBy;
    if (forever)
        shared.sharedUntil = {};
    else if (first || view.until > shared.sharedUntil)
        shared.sharedUntil = view.until;
}

template <typename Shared, typename Key>
void fillAll(QList<Shared> &all, const QList<View> &views, Key Shared::*key, Key View::*viewed)
{
    for (Shared &shared : all) {
        for (const View &view : views) {
            if (view.*viewed == shared.*key)
                fill(shared, view);
        }
    }
}
}

QVariantList ViewerStore::values(UserId user) { return {SqlValue::of(user), SqlValue::of(Times::now())}; }

bool ViewerStore::isViewer(UserId user, DeviceId device)
{
    return m_database
        .value("SELECT 1 FROM device_viewer WHERE device_id = ? AND user_id = ? AND (until IS NULL OR until > ?)",
               device, user, Times::now())
        .isValid();
}

bool ViewerStore::isViewer(UserId user, DeviceGroupId group)
{
    return m_database
        .value("SELECT 1 FROM group_viewer WHERE devgroup_id = ? AND user_id = ? AND (until IS NULL OR until > ?)",
               group, user, Times::now())
        .isValid();
}

bool ViewerStore::isViewerOf(UserId user, AccountId account)
{
    return m_database
        .value("SELECT 1 FROM device_viewer WHERE user_id = ? AND account_id = ? AND (until IS NULL OR until > ?)",
               user, account, Times::now())
        .isValid();
}

QList<Device> ViewerStore::devices(UserId user)
{
    auto devices = m_database.selectWith<Device>(QByteArray("SELECT d.* FROM device d WHERE d.device_id IN (")
                                                     + devicesSql + ") ORDER BY d.created_at, d.device_id",
                                                 values(user));
    const auto views = m_database.select<View>("SELECT device_id, shared_by, until FROM device_viewer "
                                               "WHERE user_id = ? AND (until IS NULL OR until > ?)",
                                               user, Times::now());
    fillAll(devices, views, &Device::deviceId, &View::deviceId);
    return devices;
}

QList<DeviceGroup> ViewerStore::groups(UserId user)
{
    const QDateTime now = Times::now();
    auto groups = m_database.select<DeviceGroup>(
        "SELECT g.* FROM device_group g WHERE g.devgroup_id IN (SELECT v.devgroup_id FROM group_viewer v "
        "WHERE v.user_id = ? AND (v.until IS NULL OR v.until > ?)) ORDER BY g.created_at, g.devgroup_id",
        user, now);
    const auto views = m_database.select<View>("SELECT devgroup_id, shared_by, until FROM group_viewer "
                                               "WHERE user_id = ? AND (until IS NULL OR until > ?)",
                                               user, now);
    fillAll(groups, views, &DeviceGroup::devgroupId, &View::devgroupId);
    return groups;
}

namespace {
/// A user by the device, ID or address through which an event reaches the user.
class ViewerRow
{
    Q_GADGET
    Q_CLASSINFO("deviceId.optional", "true")
    Q_CLASSINFO("person.optional", "true")
    Q_PROPERTY(UserId userId MEMBER userId)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString person MEMBER person)

public:
    UserId userId;
    DeviceId deviceId;
    QString person;
};

template <typename Key>
QVariantList valuesOf(const QSet<Key> &keys)
{
    QVariantList values;
    for (const Key &key : keys)
        values += SqlValue::of(key);
    return values;
}
}

QSet<DeviceId> ViewerStore::sharedAmong(UserId user, const QSet<DeviceId> &devices)
{
    QSet<DeviceId> shared;
    if (devices.isEmpty())
        return shared;
    const auto views = m_database.selectWith<View>(
        devicesSql + (" AND v.device_id IN (" + Database::placeholders(devices.size()) + ')'),
        values(user) + valuesOf(devices));
    for (const View &view : views)
        shared += view.deviceId;
    return shared;
}

void ViewerStore::fillShares(UserId user, QList<Device> &devices)
{
    if (devices.isEmpty())
        return;
    QVariantList values = ViewerStore::values(user);
    for (const Device &device : std::as_const(devices))
        values += SqlValue::of(device.deviceId);
    const auto views =
        m_database.selectWith<View>("SELECT device_id, shared_by, until FROM device_viewer "
                                    "WHERE user_id = ? AND (until IS NULL OR until > ?) AND device_id IN ("
                                        + Database::placeholders(devices.size()) + ')',
                                    values);
    fillAll(devices, views, &Device::deviceId, &View::deviceId);
}

QMultiHash<DeviceId, UserId> ViewerStore::viewers(const QSet<DeviceId> &devices)
{
    QMultiHash<DeviceId, UserId> viewers;
    if (devices.isEmpty())
        return viewers;
    const auto rows = m_database.selectWith<ViewerRow>(
        "SELECT DISTINCT device_id, user_id FROM device_viewer WHERE (until IS NULL OR until > ?) AND device_id IN ("
            + Database::placeholders(devices.size()) + ')',
        QVariantList{SqlValue::of(Times::now())} + valuesOf(devices));
    for (const ViewerRow &row : rows)
        viewers.insert(row.deviceId, row.userId);
    return viewers;
}

QMultiHash<QString, UserId> ViewerStore::named(const QSet<QString> &persons)
{
    QMultiHash<QString, UserId> users;
    if (persons.isEmpty())
        return users;
    const QByteArray among = " IN (" + Database::placeholders(persons.size()) + ')';
    const QVariantList values = valuesOf(persons);
    const auto rows = m_database.selectWith<ViewerRow>(
        "SELECT user_id AS person, user_id FROM account_user WHERE user_id" + among
            + " UNION SELECT email, user_id FROM account_user WHERE email <> '' AND email" + among,
        values + values);
    for (const ViewerRow &row : rows)
        users.insert(row.person, row.userId);
    return users;
}

#include "viewerstore.moc"
