// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/streams/spanlinks.h"

#include "models/core/times.h"
#include "server/core/http/queryvalues.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 step = 30 * 60; // seconds
constexpr qint64 steps = 3;

void requireGiven(const QDateTime &time, const QString &name)
{
    if (!time.isValid())
        throw Problem::invalid(u'?' + name, u"required"_s, u"This parameter is required."_s);
}

QByteArray scopeOf(DeviceId device) { return "/v1/streams/" + device.toString().toLatin1(); }

QByteArray boundOf(const WatchedSpan &span)
{
    return "GET\n" + Times::toText(span.from) + '/' + Times::toText(span.to);
}
}

WatchedSpan WatchedSpan::of(const Call &call, std::chrono::hours longest)
{
    const auto [from, to] = QueryValues::range(call);
    requireGiven(from, u"from"_s);
    requireGiven(to, u"to"_s);
    if (from == to)
        throw Problem::invalid(u"?to"_s, u"too_small"_s, u"The span must not be empty."_s);
    if (from.secsTo(to) > std::chrono::seconds(longest).count())
        throw Problem::invalid(u"?to"_s, u"too_large"_s,
                               u"The span must not be longer than %1 hours."_s.arg(longest.count()));
    return {from, to};
}

QList<QueryParameter> spanParameters()
{
    return {Parameters::time(u"from"_s, u"Start of the recorded span, which has at most 24 hours"_s),
            Parameters::time(u"to"_s, u"End of the recorded span, exclusive"_s)};
}

QDateTime signatureExpiry()
{
    return Times::fromMilliseconds((Times::now().toSecsSinceEpoch() / step + steps) * step * 1000);
}

QByteArray SpanLinks::query(DeviceId device, const WatchedSpan &span, qint64 epoch, SessionId session) const
{
    return "from=" + Times::toText(span.from) + "&to=" + Times::toText(span.to) + '&'
        + m_links.sign(scopeOf(device), signatureExpiry(), epoch, session, boundOf(span));
}

bool SpanLinks::allows(const Request &request, DeviceId device, const WatchedSpan &span, qint64 epoch) const
{
    const bool reads = request.method == Method::Get || request.method == Method::Head;
    return reads && m_links.allows(request, scopeOf(device), epoch, boundOf(span));
}
