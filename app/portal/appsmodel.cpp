// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appsmodel.h"

#include "app/portal/rolevalues.h"
#include "models/identity/app.h"

using namespace Qt::StringLiterals;

AppsModel::AppsModel(QObject *parent)
    : ListModel(App::staticMetaObject, u"appId"_s, {}, parent)
{
}

ApiRequest AppsModel::listRequest() const { return ApiRequest::get(u"/apps"_s, {{u"pagesize"_s, u"50"_s}}); }

void AppsModel::create(const QVariantMap &values)
{
    act(ApiRequest::create(u"/apps"_s, RoleValues::toJson(values)), [this](const ApiAnswer &answer) {
        reload();
        Q_EMIT created(answer.json["app_id"_L1].toString(), answer.json["app_key"_L1].toString(),
                       answer.json["order_id"_L1].toString());
    });
}
