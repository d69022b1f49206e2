// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/sourceaddress.h"

using namespace Qt::StringLiterals;

Problem hostProblem(const HostError &error, const QString &pointer)
{
    switch (error.kind) {
    case HostError::Kind::NotPublic:
        return Problem::invalid(pointer, u"private_address"_s, u"This server allows public addresses only."_s);
    case HostError::Kind::TooMany:
        return Problem::tooManyRequests(u"too_many_lookups"_s, u"Too many host names are being resolved."_s,
                                        std::chrono::seconds(5));
    case HostError::Kind::Stopped:
        return Problem::unavailable(u"overloaded"_s, u"The server is shutting down."_s, std::chrono::seconds(2));
    case HostError::Kind::NotFound:
    case HostError::Kind::TimedOut:
        break;
    }
    return Problem::invalid(pointer, u"unresolvable"_s, u"The host name cannot be resolved."_s);
}

void SourcePolicy::require(const QUrl &source, const QString &owner, const QString &pointer) const
{
    const QString scheme = source.scheme();
    if (scheme == u"file"_s && m_allowFiles)
        return;
    if (scheme != u"rtsp"_s && scheme != u"rtsps"_s && scheme != u"http"_s && scheme != u"https"_s)
        throw Problem::invalid(pointer, u"not_allowed"_s, u"Use an rtsp://, rtsps://, http:// or https:// address."_s);
    if (source.host().isEmpty())
        throw Problem::invalid(pointer, u"malformed"_s, u"The address has no host."_s);
    if (m_allowPrivate)
        return;
    try {
        m_hosts.resolvePublic(source.host(), {owner, LookUpOwner::Kind::Request});
    } catch (const HostError &error) {
        throw hostProblem(error, pointer);
    }
}
