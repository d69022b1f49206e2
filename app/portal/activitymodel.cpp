// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/activitymodel.h"

#include "models/identity/auditentry.h"

using namespace Qt::StringLiterals;

ActivityModel::ActivityModel(QObject *parent)
    : ListModel(AuditEntry::staticMetaObject, u"auditId"_s, {}, parent)
{
}

void ActivityModel::setAccountId(const QString &id)
{
    if (m_accountId == id)
        return;
    m_accountId = id;
    Q_EMIT accountIdChanged();
    restart();
}

void ActivityModel::setAction(const QString &action)
{
    if (m_action == action)
        return;
    m_action = action;
    Q_EMIT actionChanged();
    restart();
}

ApiRequest ActivityModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"30"_s}};
    if (!m_accountId.isEmpty())
        query.addQueryItem(u"account_id"_s, m_accountId);
    if (!m_action.isEmpty())
        query.addQueryItem(u"action"_s, m_action);
    return ApiRequest::get(u"/audit-log"_s, query);
}
