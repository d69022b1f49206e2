// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/endpoint.h"
#include "server/services/answerer.h"

/// One of the threads that answer.
struct Worker
{
    Worker(const Shared &shared, Executor executor, qintptr descriptor)
        : answerer(shared)
        , endpoint(answerer.router, std::move(executor), limits(shared.config))
    {
        endpoint.listen(descriptor);
    }
    HttpLimits limits(const Config &config) const
    {
        HttpLimits limits;
        limits.proxies = config.trustedProxies;
        if (config.checkHost)
            limits.hosts = HostNames({config.publicUrl.host()});
        limits.framing.maxBody = [this](const RequestHead &head) {
            return answerer.router.maxBody(head.method == "PUT" ? Method::Put : Method::Post, before(head.target, '?'));
        };
        return limits;
    }
    Answerer answerer;
    HttpEndpoint endpoint;
};
