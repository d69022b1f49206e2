// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/ratestanding.h"

void RateStanding::tighten(const RateStanding &other)
{
    if (!other.isCounted())
        return;
    if (!isCounted() || other.retryAfter || (!retryAfter && other.remaining < remaining))
        *this = other;
}

void RateStanding::addTo(Headers &headers) const
{
    if (!isCounted())
        return;
    headers.append("RateLimit-Limit", QByteArray::number(limit));
    headers.append("RateLimit-Remaining", QByteArray::number(remaining));
    headers.append("RateLimit-Reset", QByteArray::number(qint64(reset.count())));
}
