// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/bin/purgedstore.h"

#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 keptDays = 365;
}

void PurgedStore::note(AccountId account, const QString &object, const QDateTime &now)
{
    m_database.exec("INSERT INTO purged (object_id, account_id, purged_at) VALUES (?, ?, ?)", object, account, now);
}

void PurgedStore::noteDevice(DeviceId device, const QDateTime &now)
{
    m_database.exec(
        "INSERT INTO purged (object_id, account_id, purged_at) "
        "SELECT device_id, account_id, CAST(? AS BIGINT) FROM device WHERE device_id = ? "
        "UNION ALL SELECT devicemark_id, account_id, CAST(? AS BIGINT) FROM device_mark WHERE device_id = ? "
        "UNION ALL SELECT data_id, account_id, CAST(? AS BIGINT) FROM device_data WHERE device_id = ?",
        now, device, now, device, now, device);
}

void PurgedStore::require(AccountId account, const QString &object)
{
    if (m_database.value("SELECT 1 FROM purged WHERE object_id = ? AND account_id = ?", object, account).isValid())
        throw Problem(410, u"purged"_s, u"The item was permanently deleted."_s);
}

void PurgedStore::forgetOld(const QDateTime &now)
{
    m_database.exec("DELETE FROM purged WHERE purged_at < ?", now.addDays(-keptDays));
}
