// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markquery.h"

#include "server/identity/access/viewerstore.h"

Conditions conditionsOf(const MarkQuery &query)
{
    Conditions conditions("m.account_id = ?", query.account);
    conditions.add(query.bin ? "m.deleted_at IS NOT NULL" : "m.deleted_at IS NULL");
    if (!query.viewer.isNull())
        conditions.addWith(QByteArray("m.device_id IN (") + ViewerStore::devicesSql + ')',
                           ViewerStore::values(query.viewer));
    conditions.filter("m.device_id = ?", query.device);
    conditions.filter("m.devgroup_id = ?", query.group);
    conditions.filter("m.devicemode_id = ?", query.mode);
    conditions.filter("m.started_at >= ?", query.from);
    conditions.filter("m.started_at < ?", query.to);
    conditions.filter("m.created_at <= ?", query.asOf);
    conditions.filter("m.label = ?", query.label);
    conditions.filter("m.devicemark_id IN (SELECT z.devicemark_id FROM mark_zone z WHERE z.zone_id = ?)", query.zone);
    conditions.filter("m.score >= ?", query.minScore);
    if (query.spanFrom.isValid())
        conditions.add("m.started_at < ? AND m.started_at >= ? AND (m.ended_at IS NULL OR m.ended_at >= ?)",
                       query.spanTo, query.spanStart, query.spanFrom);
    if (query.unread)
        conditions.add((*query.unread ? "NOT EXISTS " : "EXISTS ")
                           + QByteArray("(SELECT 1 FROM mark_read r WHERE r.user_id = ? AND r.devicemark_id = "
                                        "m.devicemark_id)"),
                       query.reader);
    return conditions;
}
