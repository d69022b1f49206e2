// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/actions/actionstore.h"

#include "models/core/utc.h"
#include "server/core/db/conditions.h"
#include "server/core/db/retry.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 hourMilliseconds = 3'600'000;

/// A row of the summary in the database's form.
class HourRow
{
    Q_GADGET
    Q_PROPERTY(qint64 hour MEMBER hour)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString type MEMBER type)
    Q_PROPERTY(qint64 count MEMBER count)

public:
    qint64 hour = 0; ///< number of hours since 1970
    DeviceId deviceId;
    QString type;
    qint64 count = 0;
};

Conditions conditionsOf(const ActionQuery &query)
{
    Conditions conditions("account_id = ?", query.account);
    conditions.filter("device_id = ?", query.device);
    conditions.filter("type = ?", query.type);
    conditions.filter("at >= ?", query.from);
    conditions.filter("at < ?", query.to);
    return conditions;
}
}

void ActionStore::insert(const QList<Action> &actions)
{
    inTransaction(m_database, [&] {
        for (const Action &action : actions)
            m_database.exec(
                "INSERT INTO action (action_id, account_id, user_id, app_id, type, device_id, data, at, "
                "created_at) SELECT ?, account_id, ?, ?, ?, ?, ?, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM "
                "account WHERE account_id = ? "
                "ON CONFLICT DO NOTHING",
                action.actionId, action.userId, action.appId, action.type, action.deviceId,
                QString::fromUtf8(QJsonDocument(action.data).toJson(QJsonDocument::Compact)), action.at,
                action.createdAt, action.accountId);
    });
}

QList<Action> ActionStore::list(const ActionQuery &query, const PageRequest &page)
{
    Conditions conditions = conditionsOf(query);
    if (page.byCursor)
        conditions.addWith(page.directed("(at, action_id) < (?, ?)"), page.afterTimeAndId());
    return m_database.selectWith<Action>("SELECT * FROM action WHERE " + conditions.sql() + " ORDER BY "
                                             + page.directed("at DESC, action_id DESC") + " LIMIT ? OFFSET ?",
                                         conditions.values() + QVariantList{page.limit(), page.offset()});
}

qint64 ActionStore::count(const ActionQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    return m_database.valueWith("SELECT count(*) FROM action WHERE " + conditions.sql(), conditions.values())
        .toLongLong();
}

QList<ActionCount> ActionStore::summary(const ActionQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    QList<ActionCount> counts;
    for (const HourRow &row : m_database.selectWith<HourRow>(
             "SELECT at / 3600000 AS hour, device_id, type, count(*) AS count FROM action WHERE " + conditions.sql()
                 + " GROUP BY at / 3600000, device_id, type ORDER BY hour DESC, type, device_id",
             conditions.values())) {
        ActionCount &count = counts.emplaceBack();
        count.hour = QDateTime::fromMSecsSinceEpoch(row.hour * hourMilliseconds, Times::utc);
        count.deviceId = row.deviceId;
        count.type = row.type;
        count.count = row.count;
    }
    return counts;
}

qint64 ActionStore::removeBefore(const QDateTime &created)
{
    return m_database.exec("DELETE FROM action WHERE created_at < ?", created);
}

#include "actionstore.moc"
