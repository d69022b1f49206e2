// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/archive/dataholds.h"

#include "models/core/times.h"
#include "server/core/events/eventstore.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

DeviceData DataHolds::hold(const Caller &caller, DeviceDataId id, const DataHold &wanted,
                           const Precondition &precondition)
{
    const QDateTime now = Times::now();
    if (wanted.until.isValid() && wanted.until <= now)
        throw Problem::invalid(u"/until"_s, u"too_small"_s, u"Must be in the future."_s);
    Transaction transaction(m_database);
    // The device is locked, so that BinKeeper does not delete it with the item at the same moment.
    m_database.value("SELECT 1 FROM device WHERE device_id = (SELECT device_id FROM device_data WHERE data_id = ?)"
                         + m_database.forShare(),
                     id);
    auto data = m_store.findForUpdate(caller.accountId, id);
    if (!data)
        throw Problem::notFound();
    precondition.require(*data);
    if (data->deletedAt.isValid())
        throw Problem::conflict(u"in_bin"_s, u"The item is in the bin. Restore it first."_s);
    if (!data->isHeld(now))
        data->heldAt = now;
    data->holdReason = wanted.reason;
    data->holdUntil = wanted.until;
    store(*data);
    transaction.commit();
    return *data;
}

void DataHolds::release(const Caller &caller, DeviceDataId id, const Precondition &precondition)
{
    Transaction transaction(m_database);
    auto data = m_store.findForUpdate(caller.accountId, id);
    if (!data)
        throw Problem::notFound();
    precondition.require(*data);
    if (!data->isHeld(Times::now()))
        return;
    data->endHold();
    store(*data);
    transaction.commit();
}

void DataHolds::requireNone(const DeviceData &data)
{
    if (!data.isHeld(Times::now()))
        return;
    Problem held = Problem::conflict(u"data_held"_s, u"The item is held. Remove its hold before deleting it."_s)
                       .with(u"hold_reason"_s, data.holdReason);
    if (data.holdUntil.isValid())
        held = std::move(held).with(u"hold_until"_s, QString::fromLatin1(Times::toText(data.holdUntil)));
    throw held;
}

void DataHolds::store(const DeviceData &data)
{
    m_store.update(data);
    m_events.record(data.accountId, u"data.changed"_s,
                    {{u"device_id"_s, data.deviceId.toString()}, {u"data_id"_s, data.dataId.toString()}});
}
