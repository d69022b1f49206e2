// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

/// What one camera records.
class CaptureModeModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged REQUIRED)
    /// The members of CaptureMode.
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)

public:
    explicit CaptureModeModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    QVariantMap values() const;

    /// Changes those members that differ.
    Q_INVOKABLE void save(const QVariantMap &values);

Q_SIGNALS:
    void deviceIdChanged();
    void saved();

protected:
    QString path() const override;

private:
    QString m_deviceId;
};

/// The storage that the data of one camera uses.
class DeviceStorageModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString deviceId READ deviceId WRITE setDeviceId NOTIFY deviceIdChanged REQUIRED)
    /// The members of DeviceStorage. Sizes are in bytes.
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)

public:
    explicit DeviceStorageModel(QObject *parent = nullptr);

    QString deviceId() const { return m_deviceId; }
    void setDeviceId(const QString &id);
    QVariantMap values() const;

Q_SIGNALS:
    void deviceIdChanged();

protected:
    QString path() const override;

private:
    QString m_deviceId;
};
