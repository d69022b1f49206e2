// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/serveraccess.h"

using namespace Qt::StringLiterals;

ServerAccess::ServerAccess(QObject *parent)
    : ViewModel(parent)
{
    connect(this, &ServerAccess::ownChanged, this, &ServerAccess::check);
}

void ServerAccess::attached()
{
    connect(portal()->session(), &PortalSession::userChanged, this, &ServerAccess::check);
    check();
}

void ServerAccess::check()
{
    if (!portal())
        return;
    const PortalSession &session = *portal()->session();
    const bool admin = session.role() == "admin"_L1;
    if (admin || session.role().isEmpty() || !m_own) {
        m_asked.clear();
        setAllowed(admin);
        return;
    }
    const QString wanted = session.role() + u' ' + session.userId();
    if (m_asked == wanted)
        return;
    m_asked = wanted;
    setAllowed(false);
    portal()->client().send(ApiRequest::get(u"/server/status"_s), this, [this, wanted](const ApiAnswer &answer) {
        if (m_asked != wanted)
            return;
        if (!answer.ok() && answer.error->kind != ApiError::Kind::Problem)
            m_asked.clear(); // asked again when the user is read again
        setAllowed(answer.ok());
    });
}

void ServerAccess::setAllowed(bool allowed)
{
    if (m_allowed == allowed)
        return;
    m_allowed = allowed;
    Q_EMIT allowedChanged();
}
