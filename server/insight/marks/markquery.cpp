// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markquery.h"

#include "server/core/db/sqlvalue.h"
#include "server/identity/access/viewerstore.h"

namespace {
/// No mark lasts longer (DeviceMode::maxDuration): it bounds the search for what went on at a moment.
constexpr qint64 longestMarkSeconds = 3600;
}

MarkCondition::MarkCondition(const MarkQuery &query)
    : sql("m.account_id = ?")
    , values{SqlValue::of(query.account)}
{
    add(query.bin ? "m.deleted_at IS NOT NULL" : "m.deleted_at IS NULL", {});
    const auto narrow = [this](bool wanted, QByteArrayView condition, const QVariant &value) {
        if (wanted)
            add(condition, {value});
    };
    if (!query.viewer.isNull())
        add(QByteArray("m.device_id IN (") + ViewerStore::devicesSql + ')', ViewerStore::values(query.viewer));
    narrow(!query.device.isNull(), "m.device_id = ?", SqlValue::of(query.device));
    narrow(!query.group.isNull(), "m.devgroup_id = ?", SqlValue::of(query.group));
    narrow(!query.mode.isNull(), "m.devicemode_id = ?", SqlValue::of(query.mode));
    narrow(query.from.isValid(), "m.started_at >= ?", SqlValue::of(query.from));
    narrow(query.to.isValid(), "m.started_at < ?", SqlValue::of(query.to));
    narrow(query.asOf.isValid(), "m.created_at <= ?", SqlValue::of(query.asOf));
    narrow(!query.label.isEmpty(), "m.label = ?", SqlValue::of(query.label));
    narrow(!query.zone.isNull(), "m.devicemark_id IN (SELECT z.devicemark_id FROM mark_zone z WHERE z.zone_id = ?)",
           SqlValue::of(query.zone));
    narrow(query.minScore.has_value(), "m.score >= ?", query.minScore.value_or(0));
    if (query.during.isValid())
        add("m.started_at <= ? AND m.started_at > ? AND (m.ended_at IS NULL OR m.ended_at >= ?)",
            {SqlValue::of(query.during), SqlValue::of(query.during.addSecs(-longestMarkSeconds)),
             SqlValue::of(query.during)});
    if (query.unread)
        add(*query.unread ? "NOT EXISTS (SELECT 1 FROM mark_read r WHERE r.user_id = ? AND r.devicemark_id = "
                            "m.devicemark_id)"
                          : "EXISTS (SELECT 1 FROM mark_read r WHERE r.user_id = ? AND r.devicemark_id = "
                            "m.devicemark_id)",
            {SqlValue::of(query.reader)});
}

void MarkCondition::add(QByteArrayView condition, const QVariantList &more)
{
    sql += " AND ";
    sql += condition;
    values += more;
}
