// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/supportaccess.h"

#include "models/identity/supportgrant.h"

using namespace Qt::StringLiterals;

SupportAccessModel::SupportAccessModel(QObject *parent)
    : AccountListModel(SupportGrant::staticMetaObject, u"grantId"_s, {}, parent)
{
}

ApiRequest SupportAccessModel::listRequest() const { return ApiRequest::get(accountPath(u"support-access"_s)); }

void SupportAccessModel::grant(int hours, const QString &reason)
{
    act(ApiRequest::create(accountPath(u"support-access"_s), {{u"hours"_s, hours}, {u"reason"_s, reason}}),
        [this](const ApiAnswer &) { reload(); });
}

void SupportAccessModel::end()
{
    act(ApiRequest::remove(accountPath(u"support-access"_s)), [this](const ApiAnswer &) { reload(); });
}
