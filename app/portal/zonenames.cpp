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
        const QJsonArray devices = answer.json["items"_L1].toArray();
        m_next.clear();
        m_awaited = devices.size();
        for (const QJsonValue &device : devices)
            readZones(device["device_id"_L1].toString(), device["name"_L1].toString());
        settle();
    });
}

void ZoneNames::readZones(const QString &deviceId, const QString &deviceName)
{
    fetch(ApiRequest::get(u"/devices/%1/zones"_s.arg(deviceId), all),
          [this, deviceName, serial = m_serial](const ApiAnswer &answer) {
              if (serial != m_serial)
                  return;
              for (const QJsonValue &zone : answer.json["items"_L1].toArray())
                  m_next.append(QVariantMap{{u"zoneId"_s, zone["zone_id"_L1].toString()},
                                            {u"name"_s, zone["name"_L1].toString()},
                                            {u"kind"_s, zone["kind"_L1].toString()},
                                            {u"deviceName"_s, deviceName}});
              --m_awaited;
              settle();
          });
}

/// Shows the zones once those of all cameras are there. A camera that was deleted in between has none.
void ZoneNames::settle()
{
    if (m_awaited > 0)
        return;
    m_zones = m_next;
    m_loaded = true;
    Q_EMIT zonesChanged();
}
