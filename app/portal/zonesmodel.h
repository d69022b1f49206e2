// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/listmodel.h"

/// The zones of one camera. Roles: see Zone. `kind` is `include`, `exclude`, or `line`; `polygon` is a list of {x, y}.
class ZonesModel : public ListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged REQUIRED)

public:
    explicit ZonesModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);

    /// Changes a zone, or adds a zone if the id is empty. `values` contains `name`, `kind`, and `polygon`.
    Q_INVOKABLE void save(const QString &zoneId, const QVariantMap &values);
    Q_INVOKABLE void remove(const QString &zoneId);

Q_SIGNALS:
    void deviceIdChanged();
    void saved();
    void removed();

protected:
    ApiRequest listRequest() const override;
    void attached() override;

private:
    QString path() const;

    QString m_deviceId;
};
