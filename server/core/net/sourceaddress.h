// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"
#include "server/core/net/hostresolver.h"

#include <QUrl>

/// Returns the problem for a URL in a request whose host cannot be used: 422 at `pointer`, with the code
/// `private_address` or `unresolvable`; 429 `too_many_lookups`; or 503.
Problem hostProblem(const HostError &error, const QString &pointer);

/// Decides which addresses a camera may have. A server that fetches any address would let strangers reach into its own
/// network (server-side request forgery). This check tells users early. Each connection makes its own.
class SourcePolicy
{
public:
    SourcePolicy(bool allowPrivate, bool allowFiles, const HostResolver &hosts)
        : m_allowPrivate(allowPrivate)
        , m_allowFiles(allowFiles)
        , m_hosts(hosts)
    {
    }

    /// Requires an allowed address. Resolves host names, which may take seconds. `owner` is the account that the
    /// look-up counts for.
    ///
    /// Throws: Problem 422 at `pointer`; 429 and 503 of hostProblem().
    /// Transaction: none.
    void require(const QUrl &source, const QString &owner,
                 const QString &pointer = QStringLiteral("/source_url")) const;

private:
    bool m_allowPrivate;
    bool m_allowFiles;
    const HostResolver &m_hosts;
};
