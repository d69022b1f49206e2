// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/viewmodel.h"

void ViewModel::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    Q_EMIT portalChanged();
    if (!m_portal)
        return;
    connect(m_portal, &Portal::connectedChanged, this, &ViewModel::connectionChanged, Qt::UniqueConnection);
    attached();
}

void ViewModel::connectionChanged()
{
    if (!m_portal->connected() || !m_feedback.isUnreachable())
        return;
    clearErrors();
    reconnected();
}

void ViewModel::clearErrors()
{
    m_feedback.clear();
    Q_EMIT feedbackChanged();
}

void ViewModel::act(const ApiRequest &request, std::function<void(const ApiAnswer &)> done)
{
    fetch(request, [done = std::move(done)](const ApiAnswer &answer) {
        if (answer.ok())
            done(answer);
    });
}

void ViewModel::fetch(const ApiRequest &request, std::function<void(const ApiAnswer &)> done)
{
    m_feedback.begin();
    Q_EMIT feedbackChanged();
    m_portal->client().send(request, this, [this, done = std::move(done)](const ApiAnswer &answer) {
        m_feedback.end(answer);
        Q_EMIT feedbackChanged();
        done(answer);
    });
}
