// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markservice.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isKnown(const QJsonValue &zone, const QSet<ZoneId> &zones)
{
    const auto id = ZoneId::parse(zone.toString());
    return id && zones.contains(*id);
}

/// Returns true if all zones in the fields of a condition are known.
bool namesOnly(const QJsonObject &fields, const QSet<ZoneId> &zones)
{
    const QJsonArray several = fields[u"zones"].toArray();
    return (!fields.contains(u"zone"_s) || isKnown(fields[u"zone"], zones))
        && std::all_of(several.begin(), several.end(), [&](const QJsonValue &zone) { return isKnown(zone, zones); });
}
}

QJsonObject MarkReason::within(const QJsonObject &reason, const QSet<ZoneId> &zones)
{
    QJsonObject kept = reason;
    for (auto member = reason.begin(); member != reason.end(); ++member) {
        if (member->isArray()) { // any, all
            QJsonArray parts;
            for (const QJsonValue &part : member->toArray()) {
                if (const QJsonObject narrowed = within(part.toObject(), zones); !narrowed.isEmpty())
                    parts.append(narrowed);
            }
            if (parts.isEmpty())
                return {};
            kept[member.key()] = parts;
        } else if (member.key() == u"not"_s) {
            const QJsonObject narrowed = within(member->toObject(), zones);
            if (narrowed.isEmpty())
                return {};
            kept[member.key()] = narrowed;
        } else if (member->isObject() && !namesOnly(member->toObject(), zones)) {
            return {};
        }
    }
    return kept;
}
