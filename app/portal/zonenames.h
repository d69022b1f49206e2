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
    /// The zones were read once. While they are read again, the earlier ones stay.
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY zonesChanged)

public:
    using ViewModel::ViewModel;

    QVariantList zones() const { return m_zones; }
    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void zonesChanged();

protected:
    void attached() override;
    void reconnected() override { readDevices(); }

private:
    void readDevices();
    void readZones(const QString &deviceId, const QString &deviceName);
    void settle();

    QVariantList m_zones;
    QVariantList m_next; ///< of the current load
    qsizetype m_awaited = 0; ///< cameras whose zones are on their way
    bool m_loaded = false;
    int m_serial = 0; ///< identifies the current load; answers to earlier ones are dropped
};
