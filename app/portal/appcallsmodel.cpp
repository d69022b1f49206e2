// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appcallsmodel.h"

#include "models/core/times.h"
#include "models/identity/appcall.h"

using namespace Qt::StringLiterals;

AppCallsModel::AppCallsModel(QObject *parent)
    : ListModel(AppCall::staticMetaObject, u"callId"_s, {}, parent)
{
}

ApiRequest AppCallsModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"10"_s}};
    const auto add = [&query](const QString &name, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"status"_s, m_status);
    add(u"method"_s, m_method);
    add(u"code"_s, m_code);
    if (const int hours = m_hours.toInt(); hours > 0)
        query.addQueryItem(u"from"_s, QString::fromLatin1(Times::toText(Times::now().addSecs(-3600 * hours))));
    add(m_text.startsWith(u'/') ? u"path"_s : u"request_id"_s, m_text);
    return ApiRequest::get(u"/apps/%1/requests"_s.arg(m_appId), query);
}

void AppCallsModel::filter(QString &member, const QString &value)
{
    if (member == value)
        return;
    member = value;
    Q_EMIT filterChanged();
    if (portal())
        restart();
}
