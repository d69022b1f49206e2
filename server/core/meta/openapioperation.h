// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/meta/openapischemas.h"

/// Returns `/devices/:device_id` as `/devices/{device_id}`.
QString templatedPath(const QString &path);
/// Returns the key of a method in a path item, such as `get`.
QString methodKey(Method method);
/// Returns the operation object of a route (OpenAPI 3.1.0, 4.8.10).
QJsonObject operationOf(const Route &route, const OpenApiSchemas &schemas);
/// Returns the path item of a webhook: one POST.
QJsonObject webhookOf(const WebhookEvent &event, const OpenApiSchemas &schemas);
