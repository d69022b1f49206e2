// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
