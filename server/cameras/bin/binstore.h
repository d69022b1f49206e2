// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/binitem.h"
#include "models/cameras/device.h"
#include "models/cameras/devicedata.h"
#include "models/insight/devicemark.h"
#include "server/core/db/database.h"
#include "server/core/http/route.h"

#include <functional>

struct PageRequest;

/// The SQL that lists the bin across all types of items.
class BinStore
{
public:
    explicit BinStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns a page of the account's bin, most recently deleted first. If there is a next page, the list has one more
    /// item than the page.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<BinItem> list(AccountId account, const QList<BinItem::Type> &types, const PageRequest &page);
    qint64 count(AccountId account, const QList<BinItem::Type> &types);

    /// Returns the values of the sort keys, for a cursor.
    static QJsonArray cursor(const BinItem &item);

private:
    Database &m_database;
};

/// The functions that restore an item of each type from the bin.
struct Restoring
{
    using Mark = std::function<DeviceMark(const Caller &, DeviceMarkId)>;

    Mark mark;
    std::function<Device(const Caller &, DeviceId)> device;
    std::function<DeviceData(const Caller &, DeviceDataId)> data;
};

/// Returns the routes that list the bin and restore from it.
RouteTable binRoutes(BinStore &bin, Restoring restoring);
