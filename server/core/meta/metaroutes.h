// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/core/meta/webhookevent.h"

/// Returns the routes about the API itself: its description and its health. The description covers `described` and
/// `webhooks`. `ready` throws if the server cannot answer requests, for example while its database is unreachable.
RouteTable metaRoutes(const RouteTable &described, const QList<WebhookEvent> &webhooks, const QString &version,
                      std::function<void()> ready);
