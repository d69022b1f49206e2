// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/groupsmodel.h"

#include "models/cameras/devicegroup.h"

using namespace Qt::StringLiterals;

namespace {
QJsonObject values(const QString &name, const QString &devicemodeId)
{
    return {{u"name"_s, name},
            {u"devicemode_id"_s, devicemodeId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(devicemodeId)}};
}
}

GroupsModel::GroupsModel(QObject *parent)
    : AccountListModel(DeviceGroup::staticMetaObject, u"devgroupId"_s, {}, parent)
{
}

ApiRequest GroupsModel::listRequest() const
{
    return ApiRequest::get(u"/device-groups/account/"_s + portal()->session()->accountId(),
                           {{u"pagesize"_s, u"100"_s}});
}

void GroupsModel::attached()
{
    AccountListModel::attached();
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith("group."_L1))
            reload();
    });
}

QString GroupsModel::pathOf(const QString &devgroupId) const
{
    return u"/device-groups/%1/account/%2"_s.arg(devgroupId, portal()->session()->accountId());
}

void GroupsModel::add(const QString &name, const QString &devicemodeId)
{
    save(ApiRequest::create(listRequest().path, values(name, devicemodeId)));
}

void GroupsModel::change(const QString &devgroupId, const QString &name, const QString &devicemodeId)
{
    save(ApiRequest::put(pathOf(devgroupId), values(name, devicemodeId)));
}

void GroupsModel::save(const ApiRequest &request)
{
    act(request, [this](const ApiAnswer &) {
        reload();
        Q_EMIT saved();
    });
}

void GroupsModel::remove(const QString &devgroupId)
{
    act(ApiRequest::remove(pathOf(devgroupId)), [this, devgroupId](const ApiAnswer &) { removeIds({devgroupId}); });
}

void GroupsModel::moveCamera(const QString &deviceId, const QString &devgroupId)
{
    const QJsonValue group = devgroupId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(devgroupId);
    act(ApiRequest::put(u"/devices/"_s + deviceId, {{u"devgroup_id"_s, group}}), [](const ApiAnswer &) {});
}
