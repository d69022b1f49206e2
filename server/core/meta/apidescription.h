// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/contentcoding.h"
#include "server/core/meta/metaroutes.h"

#include <QThreadPool>

#include <memory>
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
        m_builder.setMaxThreadCount(1);
    }

    /// Sets the routes and the webhooks that the document describes. Only the first call has an effect.
    void describe(const RouteTable &routes, const QList<WebhookEvent> &webhooks);
    /// Returns the document. The first call takes about 50 ms.
    QByteArray document();
    /// Returns the document as an answer, without a delay: the first answers are made later, on a thread of this
    /// object.
    Reply answer(const Request &request);

private:
    std::shared_ptr<const ContentCoding::KeptReply> kept() const;
    std::shared_ptr<const ContentCoding::KeptReply> keep();

    std::mutex m_mutex; ///< guards the members up to the document; held while the document is built
    const QString m_version;
    RouteTable m_routes;
    QList<WebhookEvent> m_webhooks;
    QByteArray m_document;
    mutable std::mutex m_keptMutex;
    std::shared_ptr<const ContentCoding::KeptReply> m_kept;
    QThreadPool m_builder; ///< one thread; the last member, because its work uses the others
};
