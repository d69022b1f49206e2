// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/zonenames.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
const QUrlQuery all{{u"pagesize"_s, u"100"_s}};
}

void ZoneNames::attached()
{
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith("zone."_L1))
            readDevices();
    });
    readDevices();
}

void ZoneNames::readDevices()
{
    const int serial = ++m_serial;
    act(ApiRequest::get(u"/devices"_s, all), [this, serial](const ApiAnswer &answer) {
        if (serial != m_serial)
            return;
        m_zones.clear();
        Q_EMIT zonesChanged();
        for (const QJsonValue &device : answer.json["items"_L1].toArray())
            readZones(device["device_id"_L1].toString(), device["name"_L1].toString());
    });
}

void ZoneNames::readZones(const QString &deviceId, const QString &deviceName)
{
    act(ApiRequest::get(u"/devices/%1/zones"_s.arg(deviceId), all),
        [this, deviceName, serial = m_serial](const ApiAnswer &answer) {
            if (serial != m_serial)
                return;
            for (const QJsonValue &zone : answer.json["items"_L1].toArray())
                m_zones.append(QVariantMap{{u"zoneId"_s, zone["zone_id"_L1].toString()},
                                           {u"name"_s, zone["name"_L1].toString()},
                                           {u"kind"_s, zone["kind"_L1].toString()},
                                           {u"deviceName"_s, deviceName}});
            Q_EMIT zonesChanged();
        });
}
