// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/core/meta/webhookevent.h"

/// Returns the OpenAPI 3.1 document of the routes and the webhooks. Paths, access, parameters and schemas come from the
/// route tables and the models.
QByteArray openApiDocument(const RouteTable &routes, const QList<WebhookEvent> &webhooks, const QString &version);
