// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/meta/openapischemas.h"

/// Returns a media type object map with one entry (OpenAPI 3.1.0, 4.8.14).
QJsonObject contentOf(const QString &mediaType, const QJsonObject &schema);
/// Returns the responses object of a route (OpenAPI 3.1.0, 4.8.16): each status that the route can answer with.
QJsonObject responsesOf(const Route &route, const OpenApiSchemas &schemas);
/// Returns the headers and responses that responsesOf() refers to, as members of the components object.
QJsonObject sharedHeaders();
QJsonObject sharedResponses();
