// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/plansmodel.h"

#include "app/portal/portal.h"
#include "models/billing/retentionplan.h"

using namespace Qt::StringLiterals;

PlansModel::PlansModel(QObject *parent)
    : ListModel(RetentionPlan::staticMetaObject, u"retentionId"_s, {"inForce"}, parent)
{
}

ApiRequest PlansModel::listRequest() const { return ApiRequest::get(u"/retentions"_s, {{u"pagesize"_s, u"100"_s}}); }

void PlansModel::decorate(QVariantMap &row) const
{
    row.insert(u"inForce"_s, !m_inForce.isEmpty() && row[u"retentionId"_s].toString() == m_inForce);
}

void PlansModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type == "plan.changed"_L1)
            reload();
    });
}

/// The server answers 404 if the account has no plan.
void PlansModel::loaded(const QStringList &)
{
    fetch(ApiRequest::get(u"/retentions/account/"_s + portal()->session()->accountId()),
          [this](const ApiAnswer &answer) {
              m_inForce = answer.json["retention_id"_L1].toString();
              for (const QString &id : ids())
                  patch(id, {{u"inForce"_s, id == m_inForce}});
          });
}

void PlansModel::order(const QString &retentionId)
{
    act(ApiRequest::create(u"/retentions/%1/account/%2"_s.arg(retentionId, portal()->session()->accountId()), {}),
        [this](const ApiAnswer &answer) { Q_EMIT ordered(answer.json["checkout_url"_L1].toString()); });
}
