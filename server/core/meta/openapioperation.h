// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/meta/openapischemas.h"

#include <QJsonObject>

class Locations;

/// Returns `/devices/:device_id` as `/devices/{device_id}`.
QString templatedPath(const QString &path);
/// Returns the key of a method in a path item, such as `get`.
QString methodKey(Method method);
/// Returns the ID of a route's operation, such as `getDevicesByDeviceId`. `path` is the full path of the route. IDs are
/// unique because each pair of method and path is.
QString operationIdOf(Method method, const QString &path);
/// Returns the operation object of a route (OpenAPI 3.1.0, 4.8.10).
QJsonObject operationOf(const Route &route, const OpenApiSchemas &schemas, const Locations &locations);
/// Returns the path item of a webhook: one POST.
QJsonObject webhookOf(const WebhookEvent &event, const OpenApiSchemas &schemas);

/// Returns the schema of a header field's value.
QJsonObject schemaOf(const HeaderField &field);
/// Returns a media type object map with one entry (OpenAPI 3.1.0, 4.8.14).
QJsonObject contentOf(const QString &mediaType, const QJsonObject &schema);
/// Returns the responses object of a route (OpenAPI 3.1.0, 4.8.16): each status that the route can answer with.
QJsonObject responsesOf(const Route &route, const OpenApiSchemas &schemas, const Locations &locations);
/// Returns the headers and responses that responsesOf() refers to, as members of the components object.
QJsonObject sharedHeaders();
QJsonObject sharedResponses();

/// Returns an OpenAPI document with an example for each JSON body. An example holds every member of its schema: the
/// field's own example where the model gives one, or else a value of the right form.
QJsonObject withExamples(const QJsonObject &document);
