// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/endpoint.h"
#include "server/core/http/router.h"
#include "server/services/services.h"

/// Answers requests on one thread with the services and a router over their routes.
class Answerer
{
public:
    explicit Answerer(const Shared &shared);
    Q_DISABLE_COPY_MOVE(Answerer)

    Services services;
    Router router;
};

/// The largest body that is handled as a whole, in bytes.
inline constexpr qint64 mostWhole = 64 << 20;

/// One of the threads that answer.
struct Worker
{
    /// `limits`: what all workers of the process share of their limits.
    Worker(const Shared &shared, Executor executor, qintptr descriptor, HttpLimits limits)
        : answerer(shared)
        , endpoint(answerer.router, std::move(executor), completed(std::move(limits), shared.config))
    {
        endpoint.listen(descriptor);
    }
    HttpLimits completed(HttpLimits limits, const Config &config) const
    {
        limits.proxies = config.trustedProxies;
        if (config.checkHost)
            limits.hosts = HostNames({config.publicUrl.host()});
        limits.framing.maxBody = [this](const RequestHead &head) {
            const auto method = methodNamed(head.method).value_or(Method::Post);
            const qint64 most = answerer.router.maxBody(method, before(head.target, '?'));
            return Connection::isDivisible(head) ? most : std::min(most, mostWhole);
        };
        return limits;
    }
    Answerer answerer;
    HttpEndpoint endpoint;
};
