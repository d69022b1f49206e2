// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QVariantList>

/// The zones of all cameras, for choosing and naming the zone of a condition.
class ZoneNames : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Maps with `zoneId`, `name`, `kind`, and `deviceName`.
    Q_PROPERTY(QVariantList zones READ zones NOTIFY zonesChanged)

public:
    using ViewModel::ViewModel;

    QVariantList zones() const { return m_zones; }

Q_SIGNALS:
    void zonesChanged();

protected:
    void attached() override;

private:
    void readDevices();
    void readZones(const QString &deviceId, const QString &deviceName);

    QVariantList m_zones;
    int m_serial = 0; ///< identifies the current load; answers to earlier ones are dropped
};
