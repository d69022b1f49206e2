// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/zonesmodel.h"

#include "app/portal/rolevalues.h"
#include "models/insight/zone.h"

using namespace Qt::StringLiterals;

ZonesModel::ZonesModel(QObject *parent)
    : ListModel(Zone::staticMetaObject, u"zoneId"_s, {}, parent)
{
}

QString ZonesModel::path() const { return u"/devices/%1/zones"_s.arg(m_deviceId); }

ApiRequest ZonesModel::listRequest() const { return ApiRequest::get(path(), {{u"pagesize"_s, u"100"_s}}); }

void ZonesModel::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    restart();
}

void ZonesModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type, const QJsonObject &event) {
        if (type.startsWith("zone."_L1) && event["device_id"_L1].toString() == m_deviceId)
            reload();
    });
}

void ZonesModel::save(const QString &zoneId, const QVariantMap &values)
{
    QJsonObject body = RoleValues::toJson(RoleValues::differing(values, get(indexOf(zoneId))));
    body.insert(u"device_id"_s, m_deviceId);
    const ApiRequest request =
        zoneId.isEmpty() ? ApiRequest::create(u"/devices/zone"_s, body) : ApiRequest::put(path() + u'/' + zoneId, body);
    act(request, [this](const ApiAnswer &) {
        reload();
        Q_EMIT saved();
    });
}

void ZonesModel::remove(const QString &zoneId)
{
    act(ApiRequest::remove(path() + u'/' + zoneId), [this, zoneId](const ApiAnswer &) {
        removeIds({zoneId});
        Q_EMIT removed();
    });
}
