// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/viewmodel.h"

#include <QPointer>

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
    m_portal->client().send(request, this, [self = QPointer(this), done = std::move(done)](const ApiAnswer &answer) {
        self->m_feedback.end(answer);
        done(answer); // first, so that forms that are filled anew at the end show the new values
        if (self) // a page may close when its work is done
            Q_EMIT self->feedbackChanged();
    });
}
