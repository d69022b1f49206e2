// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/markquery.h"

#include "models/core/times.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {

Problem invalid(const QString &name, const QString &code, const QString &detail)
{
    return Problem::invalid(u'?' + name, code, detail);
}

QDate parsedDay(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!day.isValid())
        throw invalid(u"create_date"_s, u"malformed"_s, u"Must be a date in the format YYYY-MM-DD."_s);
    return day;
}

QDateTime parsedTime(const QString &text)
{
    const auto time = QueryValues::parsedTime(text);
    if (!time)
        throw invalid(u"create_datetime"_s, u"malformed"_s,
                      u"Must be a time in RFC 3339 format, or two times: from/to."_s);
    return *time;
}

void takeTimes(const Call &call, MarkQuery &query)
{
    const QString day = call.query(u"create_date"_s);
    const QString time = call.query(u"create_datetime"_s);
    if (!day.isEmpty() && !time.isEmpty())
        throw invalid(u"create_date"_s, u"not_allowed"_s, u"Use either create_date or create_datetime."_s);
    if (!day.isEmpty())
        query.day = parsedDay(day);
    if (time.isEmpty())
        return;
    const qsizetype slash = time.indexOf(u'/');
    if (slash < 0) {
        query.spanFrom = parsedTime(time);
        query.spanTo = query.spanFrom.addMSecs(1);
        return;
    }
    query.spanFrom = parsedTime(time.left(slash));
    query.spanTo = parsedTime(time.mid(slash + 1));
    if (query.spanTo < query.spanFrom)
        throw invalid(u"create_datetime"_s, u"malformed"_s, u"The range must not end before it starts."_s);
}

/// Sets `id` to the value of a query parameter, if the parameter exists.
template <typename SomeId>
void takeFrom(const Call &call, const QString &name, SomeId &id)
{
    if (const SomeId named = QueryValues::id<SomeId>(call, name); !named.isNull())
        id = named;
}

std::optional<double> score(const Call &call)
{
    const QString text = call.query(u"min_score"_s);
    if (text.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok)
        throw invalid(u"min_score"_s, u"wrong_type"_s, u"Must be a number."_s);
    if (!(value >= 0 && value <= 1))
        throw invalid(u"min_score"_s, value < 0 ? u"too_small"_s : u"too_large"_s, u"Must be between 0 and 1."_s);
    return value;
}
}

QList<QueryParameter> MarkParameters::all()
{
    return {
        Parameters::day(u"create_date"_s, u"Only marks that started on this date in the account's time zone"_s),
        {u"create_datetime"_s, u"Only marks that were open at this time, or at some time in the range from/to"_s},
        {u"label"_s, u"Only marks with this label, such as motion"_s},
        {u"zone_id"_s, u"Only marks that entered this zone"_s},
        Parameters::number(u"min_score"_s, u"Minimum score"_s, 0, 1),
        {u"unread"_s, u"true: only marks that the calling user has not read; false: only marks that they have read"_s,
         u"boolean"_s},
    };
}

QList<QueryParameter> MarkParameters::ofAccountList()
{
    return all()
        + QList<QueryParameter>{
            {u"device_id"_s, u"Only marks of this device"_s},
            {u"devgroup_id"_s, u"Only marks of devices that were in this group at that time"_s},
            {u"devicemode_id"_s, u"Only marks of this mode"_s},
            {u"bin"_s, u"true: only marks in the bin; default: only marks that are not in the bin"_s, u"boolean"_s},
        };
}

MarkQuery MarkParameters::query(const Call &call)
{
    MarkQuery query;
    query.account = call.id<AccountId>(u"account_id");
    if (!call.arg(u"device_id").isEmpty())
        query.device = call.id<DeviceId>(u"device_id");
    if (!call.arg(u"devicegroup_id").isEmpty())
        query.group = call.id<DeviceGroupId>(u"devicegroup_id");
    if (!call.arg(u"devicemode_id").isEmpty())
        query.mode = call.id<DeviceModeId>(u"devicemode_id");
    takeFrom(call, u"device_id"_s, query.device);
    takeFrom(call, u"devgroup_id"_s, query.group);
    takeFrom(call, u"devicemode_id"_s, query.mode);
    query.zone = QueryValues::id<ZoneId>(call, u"zone_id"_s);
    takeTimes(call, query);
    query.label = QueryValues::text(call, u"label"_s);
    query.minScore = score(call);
    query.unread = call.queryBool(u"unread"_s);
    query.bin = call.queryBool(u"bin"_s).value_or(false);
    return query;
}
