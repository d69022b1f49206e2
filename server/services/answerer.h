// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/router.h"
#include "server/services/services.h"

/// What answers requests on one thread: the services, and the router over their routes.
class Answerer
{
public:
    explicit Answerer(const Shared &shared);
    Q_DISABLE_COPY_MOVE(Answerer)

    Services services;
    Router router;
};
