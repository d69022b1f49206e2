// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/sharesmodel.h"

#include "models/cameras/share.h"
#include "models/core/times.h"

using namespace Qt::StringLiterals;

SharesModel::SharesModel(QObject *parent)
    : AccountListModel(Share::staticMetaObject, u"shareId"_s, {}, parent)
{
}

bool SharesModel::isGroup() const { return m_object.startsWith(DeviceGroupId::prefix); }

QString SharesModel::idName() const { return isGroup() ? u"devgroup_id"_s : u"device_id"_s; }

QString SharesModel::sharePath() const
{
    return (isGroup() ? u"/device-groups/share/account/"_s : u"/devices/share/account/"_s)
        + portal()->session()->accountId();
}

ApiRequest SharesModel::listRequest() const
{
    QUrlQuery query{{u"pagesize"_s, u"100"_s}};
    if (!m_object.isEmpty())
        query.addQueryItem(idName(), m_object);
    return ApiRequest::get(u"/shares/account/"_s + portal()->session()->accountId(), query);
}

void SharesModel::setObject(const QString &id)
{
    if (m_object == id)
        return;
    m_object = id;
    Q_EMIT objectChanged();
    if (portal())
        restart();
}

void SharesModel::attached()
{
    AccountListModel::attached();
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.endsWith("shared"_L1)) // shared or unshared; an expired share counts as unshared
            reload();
    });
}

void SharesModel::give(const QString &user, int hours)
{
    QJsonObject body{{idName(), m_object}, {u"user"_s, user.trimmed()}};
    if (hours > 0)
        body.insert(u"until"_s, QString::fromLatin1(Times::toText(Times::now().addSecs(qint64(hours) * 3600))));
    act(ApiRequest::create(sharePath(), body), [this](const ApiAnswer &) {
        reload();
        Q_EMIT given();
    });
}

void SharesModel::take(const QString &user)
{
    act(ApiRequest::remove(sharePath(), {{idName(), m_object}, {u"user"_s, user}}),
        [this](const ApiAnswer &) { reload(); });
}
