// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/links.h"
#include "server/core/http/route.h"

#include <chrono>

/// A span of time in UTC.
struct WatchedSpan
{
    QDateTime from;
    QDateTime to; ///< exclusive

    /// Returns the span that the query states in `from` and `to`.
    ///
    /// Throws: 422 `required`, `malformed`, `too_small` for an empty span, or `too_large` for a span that is longer
    /// than `longest`.
    static WatchedSpan of(const Call &call, std::chrono::hours longest = std::chrono::hours(24));
};
/// Returns the parameters that WatchedSpan::of() reads.
QList<QueryParameter> spanParameters();

/// Signed URLs of recordings. A signature holds for one device, one span of time, and reading alone, and for all
/// resources of that span: the playlist, its segments, the clip, and single pictures. It stands on the session that
/// signed it, and ends with the device's other signatures when they are revoked.
class SpanLinks
{
public:
    explicit SpanLinks(const Links &links)
        : m_links(links)
    {
    }

    /// Returns the query of a signed URL, which states the span. The signature is valid for at least one hour.
    QByteArray query(DeviceId device, const WatchedSpan &span, qint64 epoch, SessionId session) const;
    /// Returns whether the request has a valid signature for this device and span.
    bool allows(const Request &request, DeviceId device, const WatchedSpan &span, qint64 epoch) const;

private:
    const Links &m_links;
};

/// Returns when a signature that is made now expires. The time is a multiple of half an hour, so that a player that
/// reloads its playlist usually gets the same URLs for the segments that it already knows. A signature is valid for one
/// to one and a half hours.
QDateTime signatureExpiry();
