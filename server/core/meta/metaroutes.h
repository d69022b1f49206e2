// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <QMetaObject>
#include <QString>

/// A request that the server sends to a developer's endpoint, for the OpenAPI document.
struct WebhookEvent
{
    QString name; ///< such as `mark.opened`
    QString summary;
    const QMetaObject *body = nullptr; ///< model of the request body
};

class ApiDescription;

/// Returns the routes about the API itself: its description and its health. `ready` throws if the server cannot answer
/// requests, for example while its database is unreachable. `metrics` returns the metrics in the text format of
/// Prometheus.
RouteTable metaRoutes(ApiDescription &description, std::function<void()> ready, std::function<QByteArray()> metrics);

/// Returns the OpenAPI 3.1 document of the routes and the webhooks. Paths, access, parameters and schemas come from the
/// route tables and the models.
QByteArray openApiDocument(const RouteTable &routes, const QList<WebhookEvent> &webhooks, const QString &version);
