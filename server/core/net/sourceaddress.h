// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QUrl>

/// Which addresses a camera may be at. A server that fetches whatever it is told to would let strangers look into the
/// network that it stands in (server-side request forgery).
class SourcePolicy
{
public:
    SourcePolicy(bool allowPrivate, bool allowFiles)
        : m_allowPrivate(allowPrivate)
        , m_allowFiles(allowFiles)
    {
    }

    /// Throws Problem 422 at `/source_url`. Looks names up, which may take seconds.
    void require(const QUrl &source) const;
    /// Neither loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC 6598), multicast nor unspecified.
    static bool isPublic(const QHostAddress &address);

private:
    bool m_allowPrivate;
    bool m_allowFiles;
};
