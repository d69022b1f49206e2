// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appkeysmodel.h"

#include "models/identity/appkey.h"

using namespace Qt::StringLiterals;

AppKeysModel::AppKeysModel(QObject *parent)
    : ListModel(AppKey::staticMetaObject, u"keyId"_s, {}, parent)
{
}

ApiRequest AppKeysModel::listRequest() const { return ApiRequest::get(u"/apps/%1/keys"_s.arg(m_appId)); }

void AppKeysModel::rotate(int graceSeconds)
{
    act(ApiRequest::put(u"/apps/%1/key"_s.arg(m_appId), {{u"grace_seconds"_s, graceSeconds}}),
        [this](const ApiAnswer &answer) {
            reload();
            Q_EMIT rotated(answer.json["app_key"_L1].toString());
        });
}
