// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QUrl>

/// Decides which addresses a camera may have. A server that fetches any address would let strangers reach into its own
/// network (server-side request forgery).
class SourcePolicy
{
public:
    SourcePolicy(bool allowPrivate, bool allowFiles)
        : m_allowPrivate(allowPrivate)
        , m_allowFiles(allowFiles)
    {
    }

    /// Requires an allowed address. Resolves host names, which may take seconds.
    /// Throws: Problem 422 at `/source_url`.
    void require(const QUrl &source) const;
    /// Returns whether the address is public: not loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC
    /// 6598), multicast or unspecified.
    static bool isPublic(const QHostAddress &address);

private:
    bool m_allowPrivate;
    bool m_allowFiles;
};
