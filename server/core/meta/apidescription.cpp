// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/apidescription.h"

void ApiDescription::describe(const RouteTable &routes, const QList<WebhookEvent> &webhooks)
{
    const std::lock_guard guard(m_mutex);
    if (!m_routes.isEmpty() || !m_document.isEmpty())
        return;
    m_webhooks = webhooks;
    for (Route route : routes) {
        if (route.internal)
            continue;
        // Handlers belong to the services of a thread, which may end before this object. Whether there is one matters.
        if (route.handle)
            route.handle = [](const Call &) { return Reply(); };
        if (route.refuse)
            route.refuse = [](const Problem &, const Request &) { return Reply(); };
        route.stands = {};
        m_routes += route;
    }
}

QByteArray ApiDescription::document()
{
    const std::lock_guard guard(m_mutex);
    if (m_document.isEmpty()) {
        m_document = openApiDocument(m_routes, m_webhooks, m_version);
        m_routes.clear();
        m_webhooks.clear();
    }
    return m_document;
}

std::shared_ptr<const ContentCoding::KeptReply> ApiDescription::kept() const
{
    const std::lock_guard guard(m_keptMutex);
    return m_kept;
}

std::shared_ptr<const ContentCoding::KeptReply> ApiDescription::keep()
{
    if (const auto known = kept())
        return known;
    auto made = std::make_shared<const ContentCoding::KeptReply>(Reply::json(document()));
    const std::lock_guard guard(m_keptMutex);
    m_kept = std::move(made);
    return m_kept;
}

Reply ApiDescription::answer(const Request &request)
{
    if (const auto known = kept())
        return known->to(request);
    Reply reply;
    reply.later = [this, request](std::function<void(Reply)> done) {
        m_builder.start([this, request, done = std::move(done)] { done(keep()->to(request)); });
    };
    return reply;
}
