// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QVariantList>

/// The zones of all cameras, to choose one for a mode and to say which one it names.
class ZoneNames : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Maps with `zoneId`, `name`, `kind` and `deviceName`.
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
    int m_serial = 0; ///< of the reading in force
};
