// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/plandeskmodel.h"

#include "app/portal/rolevalues.h"
#include "models/billing/retentionplan.h"

using namespace Qt::StringLiterals;

PlanDeskModel::PlanDeskModel(QObject *parent)
    : ListModel(RetentionPlan::staticMetaObject, u"retentionId"_s, {}, parent)
{
}

ApiRequest PlanDeskModel::listRequest() const { return ApiRequest::get(u"/retentions"_s, {{u"pagesize"_s, u"100"_s}}); }

void PlanDeskModel::add(const QVariantMap &values)
{
    act(ApiRequest::create(u"/retentions"_s, RoleValues::toJson(values)), [this](const ApiAnswer &) {
        reload();
        Q_EMIT added();
    });
}

void PlanDeskModel::withdraw(const QString &retentionId)
{
    act(ApiRequest::remove(u"/retentions/"_s + retentionId), [this](const ApiAnswer &) { reload(); });
}
