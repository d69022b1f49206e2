// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"
#include "server/core/meta/metaroutes.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

/// The schemas of an OpenAPI document. A model has a schema of its own for each way that it is used: `Zone` is what the
/// server sends, `ZoneInput` is the body that creates a zone, and `ZoneChanges` is the body that changes one. The
/// suffix `Input` is left out for a model that the server never sends.
class OpenApiSchemas
{
public:
    OpenApiSchemas(const RouteTable &routes, const QList<WebhookEvent> &webhooks);

    /// Returns a reference to a schema; its properties are those of a JSON Schema object.
    QJsonObject reference(const QMetaObject &type, Resource::Shape shape) const;
    /// Returns the schema of a page of a list.
    QJsonObject page(const QMetaObject &item) const;
    const QJsonObject &all() const { return m_all; }

private:
    QString nameOf(const QMetaObject &type, Resource::Shape shape) const;
    void add(const QMetaObject &type, Resource::Shape shape);
    QJsonValue renamed(const QJsonValue &value, Resource::Shape shape) const;

    QSet<QString> m_sent; ///< names of the models that the server sends
    QMap<QString, const QMetaObject *> m_types;
    QJsonObject m_all;
};
