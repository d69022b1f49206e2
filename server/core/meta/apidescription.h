// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/meta/metaroutes.h"

#include <mutex>

/// The OpenAPI document of a process. All threads serve the same routes, so that one document serves all of them. It is
/// built when it is first asked for.
///
/// Thread: any.
class ApiDescription
{
public:
    explicit ApiDescription(QString version)
        : m_version(std::move(version))
    {
    }

    /// Sets the routes and the webhooks that the document describes. Only the first call has an effect.
    void describe(const RouteTable &routes, const QList<WebhookEvent> &webhooks);
    /// Returns the document. The first call takes about 50 ms.
    QByteArray document();

private:
    std::mutex m_mutex;
    const QString m_version;
    RouteTable m_routes;
    QList<WebhookEvent> m_webhooks;
    QByteArray m_document;
};
