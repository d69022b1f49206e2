// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/apperrorsmodel.h"

#include "models/identity/apperrorcount.h"

using namespace Qt::StringLiterals;

AppErrorsModel::AppErrorsModel(QObject *parent)
    : ListModel(AppErrorCount::staticMetaObject, u"key"_s, {"key"}, parent)
{
}

ApiRequest AppErrorsModel::listRequest() const
{
    return ApiRequest::get(u"/apps/%1/errors"_s.arg(m_appId), {{u"pagesize"_s, u"10"_s}});
}

void AppErrorsModel::decorate(QVariantMap &row) const
{
    row.insert(u"key"_s, row.value(u"status"_s).toString() + u' ' + row.value(u"code"_s).toString());
}
