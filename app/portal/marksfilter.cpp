// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/marksfilter.h"

#include "models/core/days.h"
#include "models/core/times.h"

using namespace Qt::StringLiterals;

QUrlQuery MarksFilter::query() const
{
    QUrlQuery query;
    const auto narrow = [&query](const QString &name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(name, value);
    };
    narrow(u"device_id"_s, deviceId);
    narrow(u"devgroup_id"_s, devgroupId);
    narrow(u"devicemode_id"_s, devicemodeId);
    narrow(u"label"_s, QString::fromLatin1(QUrl::toPercentEncoding(label)));
    narrow(u"zone_id"_s, zoneId);
    narrow(u"min_score"_s, minScore > 0 ? QString::number(minScore) : QString());
    narrow(u"unread"_s, unreadOnly ? u"true"_s : QString());
    narrow(u"bin"_s, bin ? u"true"_s : QString());
    narrow(u"sort"_s, oldestFirst ? u"date"_s : QString());
    if (day.isValid()) {
        // The page shows times in this machine's time zone, which may differ from the account's.
        const auto text = [](const QDateTime &time) { return QString::fromLatin1(Times::toText(time.toUTC())); };
        const auto start = [](QDate date) { return Times::startOfDay(date, QTimeZone::systemTimeZone()); };
        narrow(u"create_datetime"_s, text(start(day)) + u'/' + text(start(day.addDays(1))));
    }
    return query;
}

bool MarksFilter::matches(const QVariantMap &row) const
{
    const auto is = [&row](const QString &wanted, const QString &role) {
        return wanted.isEmpty() || row.value(role).toString() == wanted;
    };
    return row.value(u"deletedAt"_s).toDateTime().isValid() == bin && is(deviceId, u"deviceId"_s)
        && is(devgroupId, u"devgroupId"_s) && is(devicemodeId, u"devicemodeId"_s) && is(label, u"label"_s)
        && (zoneId.isEmpty() || row.value(u"zones"_s).toStringList().contains(zoneId))
        && row.value(u"score"_s).toDouble() >= minScore
        && (!day.isValid() || row.value(u"startedAt"_s).toDateTime().toLocalTime().date() == day)
        && !(unreadOnly && row.value(u"read"_s).toBool());
}
